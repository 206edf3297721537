"""Texts of a case without its persons."""

import pytest

from ombud.core.anonymising import HIDDEN, Person, anonymised, coarsened, placeholder

IDA = Person("Ida Marie Prøve-Sørensen", "Prøvevej 7, 2. tv.\n2620 Albertslund", "12 34 56 78", "ida@borger.example")
JENS = Person("Jens von Prøve")
NOT_SAID = (
    "Ida",
    "Marie",
    "Prøve",
    "Sørensen",
    "Jens",
    "12345678",
    "borger.example",
    "Prøvevej",
    "2620",
    "Albertslund",
)


def said(text: str, *persons: Person, hidden: tuple[str, ...] = ()) -> str:
    return anonymised(text, persons or (IDA, JENS), language="da", hidden=hidden)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Marie Prøve-Sørensen ringede.", "X ringede."),
        ("IDA og jens kom.", "X og Y kom."),
        ("Idas søn og Jens' mor; Ida's brev", "X's søn og Y's mor; X's brev"),
        ("Prøve-Sørensens sag", "X's sag"),
        ("Ida\nMarie Prøve-Sørensen", "X"),
        ("Idag er ikke Ida", "Idag er ikke X"),
        ("Fru Sørensen mødte Jens von Prøve", "Fru X mødte Y"),
        ("Han bor von hier", "Han bor von hier"),
        ("", ""),
    ],
)
def test_names_and_their_parts_become_letters(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "number",
    ["12345678", "12 34 56 78", "1234 5678", "+45 12 34 56 78", "0045 12345678", "12-34-56-78", "98 76 54 32"],
)
def test_telephones_are_left_out_whoever_has_them(number: str) -> None:
    assert said(f"Ring til {number}.") == f"Ring til {HIDDEN}."


@pytest.mark.parametrize("number", ["010190-1234", "0101901234", "010190 1234", "010190-••••", "311299-9876"])
def test_cpr_numbers_are_left_out_whoever_has_them(number: str) -> None:
    assert said(f"Nr. {number}, kendt") == f"Nr. {HIDDEN}, kendt"


@pytest.mark.parametrize(
    "place",
    ["Prøvevej 7, 2. tv., 2620 Albertslund", "Prøvevej 7", "PRØVEVEJ", "2620 Albertslund", "Albertslund", "Prøvevejs"],
)
def test_addresses_and_their_parts_are_left_out(place: str) -> None:
    assert said(f"Hun bor {place} nu") == f"Hun bor {HIDDEN} nu"


@pytest.mark.parametrize("mail", ["ida@borger.example", "IDA@BORGER.EXAMPLE", "en.anden+x@sted.example"])
def test_mails_are_left_out_whoever_has_them(mail: str) -> None:
    assert said(f"Skriv til {mail}!") == f"Skriv til {HIDDEN}!"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. april 2024", "april 2024"),
        ("den 3. april", "april"),
        ("d. 3/4-2024", "april 2024"),
        ("03.04.2024", "april 2024"),
        ("3-4-24", "april 2024"),
        ("2024-04-03", "april 2024"),
        ("den 3/4", "april"),
        ("3. sept. 2024", "september 2024"),
        ("3 May 2024", "maj 2024"),
        ("31-31-2024", "31-31-2024"),
        ("3/4 af lønnen", "3/4 af lønnen"),
        ("§ 28, stk. 2", "§ 28, stk. 2"),
    ],
)
def test_days_become_their_month(text: str, expected: str) -> None:
    assert coarsened(text, "da") == expected


def test_months_come_in_the_language_asked_for() -> None:
    assert coarsened("3/4-2024", "en") == "April 2024"


def test_departments_are_left_out_when_asked() -> None:
    text = "Børn og Unge svarede; børn og unges svar"
    assert said(text, hidden=("Børn og Unge",)) == f"{HIDDEN} svarede; {HIDDEN} svar"
    assert said(text) == text


def test_a_whole_note_says_nothing_of_its_persons() -> None:
    text = (
        "Den 3. april ringede Ida Prøve-Sørensen (010190-1234, tlf. 12345678, ida@borger.example) fra Prøvevej 7, "
        "2620 Albertslund om Jens' sag. Jens von Prøve er Idas søn."
    )
    found = said(text)
    assert not [word for word in NOT_SAID if word.casefold() in found.casefold()]
    assert found == f"april ringede X ({HIDDEN}, tlf. {HIDDEN}) fra {HIDDEN} om Y's sag. Y er X's søn."


def test_more_than_three_persons_are_told_apart() -> None:
    assert [placeholder(place) for place in range(7)] == ["X", "Y", "Z", "X2", "Y2", "Z2", "X3"]
    people = [Person(name) for name in ("Ada", "Bodil", "Carl", "Dorte")]
    assert said("Ada Bodil Carl Dorte Dorte", *people) == "X Y Z X2"


def test_names_are_words_and_no_patterns() -> None:
    assert said("a.b (c", Person("A.B (C"), Person("[x")) == "X"
    assert said("aXb", Person("A.B")) == "aXb"


def test_a_person_without_particulars_changes_nothing() -> None:
    assert said("Ingen her", Person()) == "Ingen her"
