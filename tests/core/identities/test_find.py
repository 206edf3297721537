"""Known identities in a text, however they are written, and what must not be taken for one."""

import pickle

import pytest

from ombud.core.identities.find import find_identities
from ombud.core.identities.found import Found, Passage, Why, sentence
from ombud.core.identities.known import Allowed, Identity, Kind, KnownIdentities
from ombud.core.words import PLAIN

PERSONS = {
    "anna": "Anna Kristensen",
    "bo": "Bo Lund",
    "jens": "Jens Fengerholt",
    "marie": "Anne-Marie Kjærgårdsen",
    "philip": "Philip Jakobsen",
    "firm": "Salon Hårfin ApS v/Ida Holm",
    "peter": "Peter Møller",
    "nn": "Anonym borger",
    "office": "Jobcenter Albertslund",
}
KNOWN = KnownIdentities(
    (
        *(Identity(Kind.NAME, said, case) for case, said in PERSONS.items()),
        Identity(Kind.CPR, "010190-1234", "anna"),
        Identity(Kind.PHONE, "91 82 73 64", "anna"),
        Identity(Kind.MAIL, "Anna.K@borger.example", "anna"),
        Identity(Kind.ADDRESS, "Nørre Mærkevej 7B, 2. tv\n2620 Albertslund", "anna"),
        Identity(Kind.FILE_NAME, "mærkefil om Kvistrup.txt", "jens"),
        Identity(Kind.FILE_NAME, "scan 3.pdf", "jens"),
        Identity(Kind.FILE_NUMBER, "27.03.00-G01-12-24", "jens"),
    ),
    frozenset({"7/2024", "17/2024"}),
)
ALLOWED = Allowed(
    names=("Sanne Møller",),
    phones=("43 68 68 68",),
    mails=("raadgiver@kommune.example",),
    addresses=("Rådhus Allé 1",),
    words=frozenset({"Jobcenter Albertslund", "Albertslund"}),
)


def found(text: str) -> list[Found]:
    return list(find_identities([Passage("here", text)], KNOWN, ALLOWED))


def stopping(text: str) -> list[str]:
    return [text[one.start : one.end] for one in found(text) if one.stops]


def asked(text: str) -> list[str]:
    return [text[one.start : one.end] for one in found(text) if not one.stops]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sagen om Anna Kristensen", "Anna Kristensen"),
        ("Det er Anna Christensens sag", "Anna Christensens"),
        ("Det er Anna Kristensen's sag", "Anna Kristensen"),
        ("Kristensen, Anna", "Kristensen, Anna"),
        ("anna kristensen", "anna kristensen"),
        ("ANNA  KRISTENSEN", "ANNA  KRISTENSEN"),
        ("**Anna** Kristensen", "Anna** Kristensen"),
        ("Anna\nKristensen", "Anna\nKristensen"),
        ("A. Kristensen klagede", "A. Kristensen"),
        ("Anna H. Kristensen", "Anna H. Kristensen"),
        ("Anna og Ole Kristensen", "Anna og Ole Kristensen"),
        ("Anna Kris\u00adtensen", "Anna Kris\u00adtensen"),
        ("Anna Kristensen-sagen", "Anna Kristensen"),
        ("Borgeren Fengerholt", "Fengerholt"),
        ("borgeren fengerholt", "fengerholt"),
        ("Fengerholts sag", "Fengerholts"),
        ("Fengerholtsagen", "Fengerholtsagen"),
        ("Fengerholts-sagen", "Fengerholts"),
        ("Fengerholterne", "Fengerholterne"),
        ("Hos Phengerholdts", "Phengerholdts"),
        ("Annemarie Kjaergaardsen", "Annemarie Kjaergaardsen"),
        ("Anne Marie Kjærgaardsens", "Anne Marie Kjærgaardsens"),
        ("Filip Jacobsen", "Filip Jacobsen"),
        ("Bo Lunds", "Bo Lunds"),
        ("Ida Holm", "Ida Holm"),
        ("hos Salon Hårfin", "Salon Hårfin"),
        ("salon haarfins regning", "salon haarfins"),
        ("010190-1234", "010190-1234"),
        ("0101901234", "0101901234"),
        ("010190 1234", "010190 1234"),
        ("01 01 90 - 1234", "01 01 90 - 1234"),
        ("et ukendt cpr 020280-4321 her", "020280-4321"),
        ("020280-xxxx", "020280-xxxx"),
        ("91827364", "91827364"),
        ("+45 9182 7364", "9182 7364"),
        ("(0045) 91-82-73-64", "91-82-73-64"),
        ("anna.k@BORGER.example.", "anna.k@BORGER.example"),
        ("en.anden@gmail.com", "en.anden@gmail.com"),
        ("Nørre Mærkevej 7B", "Nørre Mærkevej 7B"),
        ("Nr. Mærkev. 7 b", "Nr. Mærkev. 7 b"),
        ("nørre mærkevej nr. 7 B", "nørre mærkevej nr. 7 B"),
        ("bilaget mærkefil om Kvistrup.txt", "mærkefil om Kvistrup.txt"),
        ("bilaget Maerkefil_om_kvistrup", "Maerkefil_om_kvistrup"),
        ("filen scan 3.pdf", "scan 3.pdf"),
        ("journalnummer 27.03.00-G01-12-24.", "27.03.00-G01-12-24"),
    ],
)
def test_what_names_somebody_stops_publication(text: str, named: str) -> None:
    assert stopping(text) == [named]


@pytest.mark.parametrize(
    "text",
    [
        "Borgeren X og hendes mor Y ringede.",
        "Han må bo i en lund ved Albertslund.",
        "En anonym borger klagede til Jobcenter Albertslund.",
        "Skrevet af Sanne Møller.",
        "Rådhus Allé 1, telefon 43 68 68 68, raadgiver@kommune.example",
        "Perioden 2024-2025 og 2024/2025.",
        "Der kom 12.345.678 kr. ind, og 25 000 000 kr. gik ud.",
        "Den 12-11-2024 kl. 10.30-11.45 og 3. april 2024.",
        "Lov nr. 1145 af 13. november 2018 § 12, stk. 3.",
        "Sag 7/2024 og borgerrådgiversag nr. 17/2024.",
        "Borgerrådgiversager nr.  7, 17, 18 og 29 /2024",
        "Sagerne 7/2024, 17/2024",
        "Der kom 12/2024 nye.",
        "Scan 3 blev lagt på.",
        "Nørre Mærkevej er lang, og der er 7 på listen.",
        "De boede på Nørre Mærkevej. 7 børn var der.",
        "Nørre Mærkevej",
        "Kommunen er en mølle.",
        "Der var 10, 20, 30 og 40 sager.",
        "EU 12 345 og tabel 12 345",
        "10000000",
        "Tabellens tal: 10 11 12 2024",
    ],
)
def test_what_names_nobody_is_passed_over(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("En borger ved navn Kristensen", "Kristensen"),
        ("Hun hedder Anna", "Anna"),
        ("Møller ringede.", "Møller"),
        ("Hos familien Lund var der", "Lund"),
        ("Maleren Peder Fengerholt", "Fengerholt"),
        ("bo lund", "bo lund"),
        ("Anna K. ringede", "Anna K"),
        ("ring 61 91 68 00", "61 91 68 00"),
        ("skriv til post@firma.example", "post@firma.example"),
        ("på Ukendtvej 12", "Ukendtvej 12"),
        ("bilen AB 12 345", "AB 12 345"),
        ("brevet 7/2024 kom", "7/2024"),
    ],
)
def test_what_many_share_or_only_looks_like_it_is_asked_about(text: str, hint: str) -> None:
    assert stopping(text) == []
    assert hint in asked(text)


def test_a_place_tells_its_kind_its_reason_and_its_case() -> None:
    (one,) = found("Se Fengerholts sag")
    assert one == Found("here", 3, 14, Kind.NAME, Why.CASE, True, "jens")


def test_the_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "a\u00ad\u00ad e\u0301 Anna Kris\u00adtensen og 010190-1234"
    assert [text[one.start : one.end] for one in found(text)] == ["Anna Kris\u00adtensen", "010190-1234"]


def test_a_name_shared_by_many_persons_of_the_cases_is_common() -> None:
    several = tuple(Identity(Kind.NAME, f"{first} Fengerholt", first) for first in ("Anna", "Bo", "Ida", "Ole", "Per"))
    (one,) = find_identities([Passage("", "Borgeren Fengerholt")], KnownIdentities(several))
    assert not one.stops
    again = tuple(Identity(Kind.NAME, "Anna Fengerholt", str(case)) for case in range(9))
    (one,) = find_identities([Passage("", "Borgeren Fengerholt")], KnownIdentities(again))
    assert one.stops


def test_the_advisers_own_name_may_stand_though_a_citizen_shares_a_part_of_it() -> None:
    known = KnownIdentities((Identity(Kind.NAME, "Bo Zukunft", "case"),))
    text = "Hilsen Sanne Zukunft, borgerrådgiver. Det er Zukunfts sag."
    found = find_identities([Passage("", text)], known, Allowed(names=("Sanne Zukunft",)))
    assert [text[one.start : one.end] for one in found] == ["Zukunfts"]


def test_the_same_text_at_two_places_is_told_at_both() -> None:
    passages = [Passage("first", "Fengerholt"), Passage("second", "Fengerholt")]
    assert [one.place for one in find_identities(passages, KNOWN)] == ["first", "second"]


def test_nothing_that_is_known_shows_itself() -> None:
    shown = repr([KNOWN, *KNOWN.identities, Passage("here", "Anna Kristensen"), *found("Anna Kristensen")])
    assert not any(part in shown for part in ("Anna", "Kristensen", "010190"))
    with pytest.raises(TypeError):
        pickle.dumps(KNOWN)


def test_every_sentence_is_told_without_the_words_in_question() -> None:
    texts = ["Fengerholts", "010190-1234", "91827364", "anna.k@borger.example", "Nørre Mærkevej 7B", "scan 3.pdf",
             "27.03.00-G01-12-24", "Anna", "61916800", "AB 12 345", "post@firma.example", "på Ukendtvej 12",
             "brevet 7/2024"]  # fmt: skip
    for text in texts:
        assert found(text)
        for one in found(text):
            said = sentence(one, PLAIN)
            assert said.endswith(".")
            assert text[one.start : one.end] not in said
