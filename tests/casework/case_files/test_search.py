"""Search and list over sealed cases."""

from datetime import date

import pytest

from ombud.casework.actions.case_files.consents import give_consent
from ombud.casework.actions.case_files.notes import correct_note, write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.contents.consent import ConsentText
from ombud.casework.contents.party import PartyText
from ombud.casework.queries.case_files.listing import listed
from ombud.casework.queries.case_files.search import search
from ombud.privacy.keyring import Keyring
from tests.casework.case_files.conftest import DAY, Open, note
from tests.cast import Cast


@pytest.fixture
def two_cases(opened: Open, keys: Keyring, cast: Cast) -> None:
    one, other = opened("Hjælp på Aaboulevarden"), opened("Byggesag")
    row = write_note(case=one, text=note('Han sagde: "aldrig" \\ og\ngik', title="ØSTERGADE"), keys=keys, by=cast.asta)
    correct_note(note=row, version=1, text=note("Rettet", kind="call"), keys=keys, by=cast.asta)
    add_party(case=one, text=PartyText(name="Jens Åkær", cpr="010190-1234"), keys=keys, by=cast.asta)
    give_consent(
        case=other, text=ConsentText(scope="Byggetilladelse", given_on=DAY, anyone=True), keys=keys, by=cast.asta
    )
    write_note(case=other, text=note("Jens ringede til Łukasz Wróbel"), keys=keys, by=cast.asta)


@pytest.mark.usefixtures("two_cases")
def test_all_words_must_stand_in_one_case_anywhere(keys: Keyring) -> None:
    first, second = "Hjælp på Aaboulevarden", "Byggesag"
    expected = {
        "jens": [first, second],
        "JENS hjælp": [first],
        "jens byggetilladelse": [second],
        "hjælp byggetilladelse": [],
        "østergade": [first],
        "åboulevard": [first],
        "aakær": [first],
        '"aldrig"': [first],
        "\\": [first],
        "010190-1234": [first],
        "0101901234": [first],
        "łukasz": [second],
        "WRÓBEL": [second],
        "call": [],
        "text": [],
        "title": [],
        "2024": [],
        "": [],
        "   ": [],
    }
    found = {words: sorted(hit.title for hit in search(keys, words)) for words in expected}
    assert found == {words: sorted(titles) for words, titles in expected.items()}


@pytest.mark.usefixtures("two_cases")
def test_an_excerpt_shows_the_place_and_never_a_cpr_number(keys: Keyring) -> None:
    [hit] = search(keys, "010190-1234")
    assert [found.excerpt for found in hit.found] == ["010190-••••"]
    [hit] = search(keys, "aldrig")
    assert [found.excerpt for found in hit.found] == ['Han sagde: "aldrig" \\ og gik']
    assert "aldrig" not in repr(hit) + repr(hit.found)


def test_the_list_comes_in_pages_by_the_day_of_the_enquiry(opened: Open, keys: Keyring) -> None:
    for day in (3, 1, 2):
        opened(f"Den {day}.", received_on=date(2024, 4, day), closed_on=date(2024, 4, 20) if day == 2 else None)
    first = listed(keys, size=2)
    assert ([row.title for row in first.rows], first.pages, first.total) == (["Den 3.", "Den 2."], 2, 3)
    assert [row.title for row in listed(keys, size=2, page=9).rows] == ["Den 1."]
    assert [row.title for row in listed(keys, only="open").rows] == ["Den 3.", "Den 1."]
    assert [row.title for row in listed(keys, only="closed").rows] == ["Den 2."]
