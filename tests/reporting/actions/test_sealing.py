"""What people write in a draft is sealed once the office has its key, and everything else works as before."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.casework.actions.enquiries import ChangedMeanwhile, MatterInput, correct
from ombud.core.identities.known import KnownIdentities
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.privacy.actions.offices import rotate
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen, Locked, NoAccess
from ombud.reporting import drafts
from ombud.reporting.actions.editions import PublicationRefused, freeze, publish
from ombud.reporting.actions.reports import change_report, make_report
from ombud.reporting.actions.sealing import seal_drafts
from ombud.reporting.actions.sections import add_section, change_section, move_section, remove_section
from ombud.reporting.models import Edition, Report, ReportSection
from ombud.reporting.queries.drafts import open_report, open_section, open_sections
from ombud.reporting.queries.editions import corrections_since, verify
from tests.reporting.conftest import WORDS, Registering
from tests.reporting.sealing import MARKER, found_in_databases, make_adviser, make_keys
from tests.unlocked import set_up_keys


@pytest.fixture
def keys(office: Municipality) -> Keyring:
    return make_keys(office)


def section(report: Report, key: str = "preface") -> ReportSection:
    return ReportSection.objects.get(report=report, key=key)


def write(report: Report, keys: Keyring | None, key: str = "preface", **texts: str) -> ReportSection:
    row = section(report, key)
    return change_section(section=row, version=row.version, by=None, keys=keys, **texts)


def fill(report: Report, keys: Keyring | None) -> ReportSection:
    """The marker in every text of the draft; gives the section that was added."""
    write(report, keys, text=f"Borgeren {MARKER} skrev.", title=f"Om {MARKER}")
    titles = dict.fromkeys(("title", "subtitle", "author", "place", "dated"), MARKER)
    change_report(report=report, version=Report.objects.get(pk=report.pk).version, by=None, keys=keys, **titles)
    added = add_section(report=report, title=f"Sagen {MARKER}", by=None, text=f"{MARKER}.", keys=keys)
    write(report, keys, "method", text=f"Se {{se: afsnit {added.key}}} om {MARKER}.")
    return move_section(section=added, by=None, steps=-1)


def test_nothing_written_into_a_draft_stands_in_a_database(report: Report, keys: Keyring) -> None:
    fill(report, keys)
    copy = make_report(period=report.period, by=None, copy_of=report, keys=keys)
    freeze(report=report, by=None, keys=keys)
    remove_section(section=section(copy), by=None)
    assert found_in_databases() == []


def test_the_search_finds_what_stands_in_the_clear(report: Report) -> None:
    write(report, None, text=f"Borgeren {MARKER} skrev.")
    assert found_in_databases() == ["reporting_reportsection"]


def test_what_was_written_is_read_with_the_keys(report: Report, keys: Keyring) -> None:
    fill(report, keys)
    preface = open_section(section(report), keys)
    assert (preface.title, preface.text) == (f"Om {MARKER}", f"Borgeren {MARKER} skrev.")
    page = open_report(Report.objects.get(pk=report.pk), keys)
    assert {page.title, page.subtitle, page.author, page.place, page.dated} == {MARKER}
    _document, problems = drafts.render(Report.objects.get(pk=report.pk), WORDS, keys)
    assert problems == ()


def test_standing_texts_stay_in_the_clear(report: Report, keys: Keyring) -> None:
    write(report, keys, text="Noget andet.")
    row = section(report)
    assert (row.title, row.text) == ("Forord", "")
    assert not section(report, "method").sealed


def test_a_standing_text_that_comes_back_is_no_longer_sealed(report: Report, keys: Keyring) -> None:
    before = section(report).text
    write(report, keys, text="Noget andet.")
    write(report, keys, text=before)
    assert (section(report).text, bytes(section(report).sealed)) == (before, b"")


def test_without_keys_a_sealed_text_is_neither_read_nor_written(report: Report, keys: Keyring) -> None:
    with pytest.raises(Locked):
        write(report, None, text="Ny tekst.")
    write(report, keys, text="Ny tekst.")
    for act in (
        lambda: write(report, None, text="En anden."),
        lambda: open_sections(report, None),
        lambda: drafts.render(report, WORDS),
        lambda: freeze(report=report, by=None),
        lambda: make_report(period=report.period, by=None, copy_of=report),
    ):
        with pytest.raises(Locked):
            act()
    assert open_section(section(report), keys).text == "Ny tekst."


def test_keys_of_another_office_open_no_draft(report: Report, keys: Keyring) -> None:
    write(report, keys, text="Ny tekst.")
    with pytest.raises(NoAccess):
        open_section(section(report), Keyring(keys.person, b"\0" * 32, frozenset({"0183"})))


def test_a_sealed_text_opens_in_its_own_row_alone(report: Report, keys: Keyring) -> None:
    write(report, keys, text="Ny tekst.")
    write(report, keys, "method", text="En anden.")
    ReportSection.objects.filter(key="method").update(sealed=section(report).sealed)
    with pytest.raises(CannotOpen):
        open_section(section(report, "method"), keys)


def test_drafts_open_after_the_key_was_changed(report: Report, keys: Keyring) -> None:
    write(report, keys, text="Ny tekst.")
    rotate("0165", keys, {keys.person})
    assert open_section(section(report), keys).text == "Ny tekst."


def test_a_text_written_meanwhile_is_not_overwritten(report: Report, keys: Keyring) -> None:
    write(report, keys, text="Først.")
    with pytest.raises(ChangedMeanwhile):
        change_section(section=section(report), version=1, by=None, keys=keys, text="Sidst.")
    assert open_section(section(report), keys).text == "Først."


def test_the_log_tells_of_no_heading_or_text_that_somebody_wrote(report: Report) -> None:
    """Also before there is a key: a line of the log cannot be sealed later."""
    added = fill(report, None)
    remove_section(section=added, by=None)
    lines = [f"{line.label} {line.changes}" for line in Event.objects.all()]
    assert not [line for line in lines if MARKER in line]


def test_the_log_tells_no_length_of_a_sealed_text(report: Report, keys: Keyring) -> None:
    write(report, keys, text="Ny tekst.", title="Ny overskrift")
    line = Event.objects.filter(action="section.changed").last()
    assert line is not None
    assert line.label == "2024/25"
    assert line.changes["text"] == ["own text", "own text"]
    assert line.changes["title"] == ["Forord", "own text"]


def test_what_stood_before_the_key_is_sealed_with_its_references(office: Municipality, report: Report) -> None:
    added = fill(report, None)
    edition = freeze(report=report, by=None)
    digest = edition.digest
    adviser = make_adviser(office)
    keys = set_up_keys(office, adviser)
    assert found_in_databases()
    # preface, method, the section that was added, the title page and the edition
    assert seal_drafts(municipality=office, keys=keys, by=adviser) == 5
    assert found_in_databases() == []
    renamed = ReportSection.objects.get(pk=added.pk)
    assert renamed.key == "section-1"
    assert open_section(renamed, keys).title == f"Sagen {MARKER}"
    assert drafts.render(Report.objects.get(pk=report.pk), WORDS, keys)[1] == ()
    kept = verify(Edition.objects.get(), keys)
    assert (kept.digest, kept.faults) == (digest, ())
    assert seal_drafts(municipality=office, keys=keys, by=adviser) == 0


def test_an_edition_is_sealed_until_it_is_published_and_public_then(report: Report, keys: Keyring) -> None:
    fill(report, keys)
    edition = freeze(report=report, by=None, keys=keys)
    before = drafts.render(edition, WORDS, keys)[0].sections
    assert edition.digest == ""
    write(report, keys, text="Skrevet siden.")
    for act in (
        lambda: publish(edition=edition, by=None),
        lambda: publish(edition=edition, by=None, keys=keys),
        lambda: publish(edition=edition, by=None, known=KnownIdentities()),
        lambda: verify(edition),
        lambda: drafts.render(edition, WORDS),
    ):
        with pytest.raises(Locked):
            act()
    published = publish(edition=edition, by=None, keys=keys, known=KnownIdentities())
    assert verify(published).is_unchanged
    assert drafts.render(published, WORDS)[0].sections == before
    assert MARKER in str(published.frozen["outline"])


def test_a_sealed_edition_is_numbered_and_refused_like_any_other(report: Report, keys: Keyring) -> None:
    write(report, keys, text="{tabel: findes-ikke}", title="Min overskrift")
    edition = freeze(report=report, by=None, keys=keys)
    with pytest.raises(PublicationRefused) as refused:
        publish(edition=edition, by=None, keys=keys, known=KnownIdentities())
    assert refused.value.messages[0].startswith("Min overskrift")
    assert Edition.objects.get().sealed
    assert freeze(report=report, by=None, keys=keys).number == 2


def test_corrections_since_are_listed_without_keys(report: Report, keys: Keyring, enquiry: Registering) -> None:
    first = enquiry(date(2024, 5, 2))
    write(report, keys, text="Ny tekst.")
    edition = freeze(report=report, by=None, keys=keys)
    correct(enquiry=first, version=first.version, by=None, matters=[MatterInput(None, None)])
    assert [line.action for line in corrections_since(Edition.objects.get(pk=edition.pk))] == ["enquiry.corrected"]


def test_a_report_is_copied_with_its_sealed_texts(report: Report, keys: Keyring, period: ReportingPeriod) -> None:
    write(report, keys, text="Sidste års ord.")
    copy = make_report(period=period, by=None, copy_of=report, keys=keys)
    assert open_section(section(copy), keys).text == "Sidste års ord."
    assert section(copy).sealed_id != section(report).sealed_id


def test_an_empty_heading_is_refused_by_its_field(report: Report, keys: Keyring) -> None:
    write(report, keys, title="Min overskrift")
    with pytest.raises(ValidationError) as refused:
        write(report, keys, title="")
    assert set(refused.value.message_dict) == {"title"}
    assert open_section(section(report), keys).title == "Min overskrift"
