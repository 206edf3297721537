"""Sections are written with a version, and nothing written meanwhile is lost."""

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.record import history
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.reporting.actions.sections import add_section, change_section, move_section, remove_section
from ombud.reporting.models import Report, ReportSection


def keys(report: Report) -> list[str]:
    return [row.key for row in ReportSection.objects.filter(report=report).order_by("order", "pk")]


def section(report: Report, key: str) -> ReportSection:
    return ReportSection.objects.get(report=report, key=key)


def test_a_text_is_written_and_its_length_is_logged(report: Report) -> None:
    preface = section(report, "preface")
    changed = change_section(section=preface, version=preface.version, by=None, text="Kort forord.", title="Indledning")
    assert (changed.text, changed.title, changed.version) == ("Kort forord.", "Indledning", preface.version + 1)
    line = history(changed).last()
    assert line is not None
    assert line.changes["text"][1] == "12 characters"


def test_a_text_written_meanwhile_is_not_overwritten(report: Report) -> None:
    preface = section(report, "preface")
    change_section(section=preface, version=preface.version, by=None, text="Først.")
    with pytest.raises(ChangedMeanwhile):
        change_section(section=preface, version=preface.version, by=None, text="Sidst.")
    assert section(report, "preface").text == "Først."


def test_writing_the_same_again_is_no_change(report: Report) -> None:
    preface = section(report, "preface")
    assert change_section(section=preface, version=1, by=None, text=preface.text).version == 1


def test_an_empty_heading_is_refused_by_its_field(report: Report) -> None:
    preface = section(report, "preface")
    with pytest.raises(ValidationError) as refused:
        change_section(section=preface, version=1, by=None, title="")
    assert set(refused.value.message_dict) == {"title"}


def test_a_new_section_stands_behind_the_one_named_and_has_a_key_of_its_own(report: Report) -> None:
    first = add_section(report=report, title="Åben rådgivning", by=None, after=section(report, "preface"))
    second = add_section(report=report, title="Åben rådgivning", by=None)
    assert keys(report)[1] == first.key == "aaben-raadgivning"
    assert keys(report)[-1] == second.key == "aaben-raadgivning-2"


@pytest.mark.parametrize(("steps", "place"), [(1, 1), (-1, 0), (2, 2), (-99, 0), (999, -1)])
def test_a_section_moves_but_never_beyond_the_ends(report: Report, steps: int, place: int) -> None:
    before = keys(report)
    move_section(section=section(report, "preface"), by=None, steps=steps)
    assert keys(report)[place] == "preface"
    assert sorted(keys(report)) == sorted(before)


def test_a_section_is_removed(report: Report) -> None:
    remove_section(section=section(report, "preface"), by=None)
    assert "preface" not in keys(report)


def test_the_line_ends_of_a_browser_are_no_change(report: Report) -> None:
    preface = section(report, "preface")
    assert "\n" in preface.text
    sent = preface.text.replace("\n", "\r\n")
    assert change_section(section=preface, version=1, by=None, text=sent).version == 1
    added = add_section(report=report, title="Nyt", by=None, text="Et.\r\n\r\nTo.")
    assert added.text == "Et.\n\nTo."
