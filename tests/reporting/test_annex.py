"""The verdict printed with the report, where the office has chosen so."""

from pathlib import Path

import pytest

from ombud.core.identities.known import KnownIdentities
from ombud.core.report.tree import Document, ListBlock, Paragraph, Section, Text
from ombud.offices.actions.small_counts import decide
from ombud.reporting import drafts
from ombud.reporting.actions.editions import freeze, publish
from ombud.reporting.models import Report
from tests.reporting.conftest import WORDS, Registering
from tests.writers import reading

TITLE = "Bilag: Kan tallene stå alene?"
IDENTITY = "Kan nogen genkendes i teksterne?"


@pytest.fixture
def protected(report: Report, enquiry: Registering) -> Report:
    """Eleven enquiries about five departments, small numbers hidden, the verdict printed."""
    for department, number in (("Børn & Familie", 1), ("Dagtilbud & Skole", 2), ("Miljø & Teknik", 8)):
        for _ in range(number):
            enquiry(matters=((department, "Inddragelse"),))
    values = {"rule": "protect", "annex": True}
    decide(audience="public", kind="", values=values, by=None)
    return report


def annex(document: Document) -> Section | None:
    return next((one for one in document.sections if one.title == TITLE), None)


def lines(section: Section) -> list[str]:
    """All that is printed under a heading."""
    found: list[str] = []
    for block in section.blocks:
        paragraphs = [block] if isinstance(block, Paragraph) else []
        if isinstance(block, ListBlock):
            paragraphs = [one for item in block.items for one in item if isinstance(one, Paragraph)]
        found += [one.text for paragraph in paragraphs for one in paragraph.children if isinstance(one, Text)]
    return found


def test_it_is_printed_only_where_it_was_chosen(protected: Report) -> None:
    document, _ = drafts.render(protected, WORDS)
    assert document.sections[-1] == annex(document)
    decide(audience="public", kind="", values={"rule": "protect", "annex": False}, by=None)
    assert annex(drafts.render(protected, WORDS)[0]) is None


def test_it_says_what_was_tried_and_no_hidden_number(protected: Report) -> None:
    document, _ = drafts.render(protected, WORDS)
    found = annex(document)
    assert found is not None
    said = {part.title: lines(part) for part in found.sections}
    assert any("skjult" in line for line in said["Er tallene ufarlige?"])
    assert said[IDENTITY] == ["Ikke kontrolleret: der ledes efter navne i en oplåst session."]
    assert not any("Børn & Familie" in line for printed in said.values() for line in printed)


def test_an_edition_keeps_it_and_prints_it_once_it_is_published(protected: Report, tmp_path: Path) -> None:
    edition = freeze(report=protected, by=None)
    assert annex(drafts.render(edition, WORDS)[0]) is None
    decide(audience="public", kind="", values={"rule": "protect", "annex": False}, by=None)
    published = publish(edition=edition, by=None, known=KnownIdentities())
    found = annex(drafts.render(published, WORDS)[0])
    assert found is not None
    printed = {part.title: lines(part) for part in found.sections}
    assert printed[IDENTITY] == ["Intet navn, nummer eller nogen adresse, som kontoret kender, er fundet i teksterne."]
    files = {one.format: bytes(one.content) for one in published.files.all()}
    assert TITLE in files["html"].decode()
    assert TITLE in reading.pdf_text(files["pdf"], tmp_path)
