"""Nobody whom a case knows is named in what is published: not in prose, not on the title page, not in a file."""

import io
import logging
from collections.abc import Callable

import docx
import pytest
from django.utils import translation

from ombud.audit.models import Event
from ombud.core.identities.case_departments import cases_without_departments
from ombud.core.identities.known import Identity, Kind, KnownIdentities
from ombud.core.report.problem import Area
from ombud.identity.actions import make_account
from ombud.offices.actions.memberships import appoint
from ombud.offices.actions.municipalities import change_facts
from ombud.offices.models import Department, Municipality
from ombud.reporting import drafts
from ombud.reporting.actions.editions import PublicationRefused, freeze, publish
from ombud.reporting.actions.reports import change_report
from ombud.reporting.actions.sections import change_section
from ombud.reporting.actions.word_templates import put_template
from ombud.reporting.identities import check
from ombud.reporting.identities.allowed import department_names
from ombud.reporting.identities.check import Named, named_in_texts
from ombud.reporting.models import Edition, Report
from ombud.reporting.queries.drafts import open_report, open_sections
from tests.cast import PASSWORD
from tests.reporting.conftest import WORDS, Registering

NAME = "Zebrafine Prøvesen"
KNOWN = KnownIdentities(
    (
        Identity(Kind.NAME, NAME, "case"),
        Identity(Kind.PHONE, "91 82 73 64", "case"),
        Identity(Kind.FILE_NUMBER, "24/012345", "case"),
    ),
    frozenset({"7/2024"}),
)


def write(report: Report, **texts: str) -> None:
    section = report.sections.get(key="preface")
    change_section(section=section, version=section.version, by=None, **texts)


def named(report: Report) -> tuple[Named, ...]:
    opened, sections = open_report(report, None), open_sections(report, None)
    document, _problems = drafts.render_opened(opened, sections, WORDS)
    with translation.override("en"):
        return named_in_texts(document, drafts.outline(sections), KNOWN, WORDS)


def refused(report: Report) -> PublicationRefused:
    edition = freeze(report=report, by=None)
    with pytest.raises(PublicationRefused) as refusal:
        publish(edition=edition, by=None, known=KNOWN)
    assert Edition.objects.get(pk=edition.pk).published_at is None
    assert not edition.files.exists()
    return refusal.value


def test_the_report_as_it_begins_names_nobody(report: Report) -> None:
    assert named(report) == ()
    assert publish(edition=freeze(report=report, by=None), by=None, known=KNOWN).published_at is not None


def test_a_name_in_prose_stops_publication_at_its_line(report: Report) -> None:
    write(report, text="Kære læser.\n\nVi hjalp\nZebrafine Prøvesens mor.")
    (one,) = [problem for problem in named(report) if problem.stops_publication]
    assert (one.section, one.line, one.area) == ("preface", 4, Area.IDENTITY)
    assert (one.before[-9:], one.shown, one.after) == ("Vi hjalp\n", "Zebrafine Prøvesens", " mor.")
    problems = refused(report).problems
    assert [(problem.section, problem.line) for problem in problems] == [("preface", 4)]


def _title(report: Report) -> None:
    change_report(report=report, version=report.version, by=None, subtitle=f"Til minde om {NAME}")


def _author(report: Report) -> None:
    change_report(report=report, version=report.version, by=None, place="Ring 9182 7364")


def _heading(report: Report) -> None:
    write(report, title=f"Sagen om {NAME}", text="Kære læser.")


def _footnote(report: Report) -> None:
    write(report, text="Kære læser.[^1]\n\n[^1]: Se 24/012345.")


def _case_box(report: Report) -> None:
    write(report, text=f"::: case En borger\n{NAME} ringede.\n:::")


def _label(report: Report) -> None:
    Department.objects.filter(name="Børn & Familie").update(note=f"Leder: {NAME}", outside=True)


@pytest.mark.parametrize("put", [_title, _author, _heading, _footnote, _case_box])
def test_a_name_anywhere_in_the_texts_stops_publication(report: Report, put: Callable[[Report], None]) -> None:
    put(report)
    report.refresh_from_db()
    assert any(problem.area == Area.IDENTITY for problem in refused(report).problems)


def test_a_name_under_a_table_stops_publication(report: Report, enquiry: Registering) -> None:
    enquiry()
    _label(report)
    write(report, text="Kære læser.\n\n{tabel: departments-by-role}")
    assert any("departments-by-role" in problem.message for problem in named(report))


def test_what_is_only_asked_about_does_not_stop_publication(report: Report) -> None:
    write(report, text="Ring til os på 61 91 68 00. Se brev 7/2024.")
    assert [problem.stops_publication for problem in named(report)] == [False, False]
    assert publish(edition=freeze(report=report, by=None), by=None, known=KNOWN).published_at is not None


def test_a_name_that_only_the_word_template_brings_stops_publication(report: Report) -> None:
    made, stored = docx.Document(), io.BytesIO()
    made.sections[0].header.paragraphs[0].text = f"Sagsbehandler {NAME}"
    made.save(stored)
    put_template(content=stored.getvalue(), name="brevpapir.docx", by=None)
    assert named(report) == ()
    problems = refused(report).problems
    assert problems
    assert all("Word" in problem.message for problem in problems)


@pytest.mark.parametrize("where", ["Author", "Producer", "xmp"])
def test_a_name_in_the_properties_of_a_file_stops_publication(
    report: Report, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    real = check.pieces

    def with_property(kind: str, content: bytes) -> list[object]:
        from ombud.readers.produced import Piece

        return [*real(kind, content), *([Piece(where, NAME)] if kind == "pdf" else [])]

    monkeypatch.setattr(check, "pieces", with_property)
    (one,) = refused(report).problems
    assert where in one.message


def test_nothing_that_is_kept_or_said_repeats_the_name(report: Report, caplog: pytest.LogCaptureFixture) -> None:
    write(report, text=f"Vi hjalp {NAME}.")
    with caplog.at_level(logging.DEBUG):
        refusal = refused(report)
    for said in (str(refusal), repr(refusal), repr(refusal.problems), *refusal.messages, caplog.text):
        assert "Zebrafine" not in said
    assert "Zebrafine" not in str(list(Event.objects.values()))


CASE = "::: case En borger\nEn 42-årig mor til tre med ADHD kom hos Børn & Familie.\n:::"


@pytest.mark.parametrize("protects", [True, False])
def test_a_case_told_with_a_small_department_must_lose_it(
    report: Report, enquiry: Registering, office: Municipality, protects: bool
) -> None:
    rule = Municipality.Disclosure.PROTECT if protects else Municipality.Disclosure.AS_PUBLISHED
    change_facts(municipality=office, values={"disclosure": rule}, by=None)
    enquiry()
    write(report, text=CASE)
    (one,) = named(report)
    assert (one.line, one.stops_publication) == (1, protects)
    assert "Børn & Familie" in one.message
    write(report, text=cases_without_departments(CASE, department_names(), "en afdeling")[0])
    assert all("Børn & Familie" not in problem.message for problem in named(report))


def test_a_department_with_enough_enquiries_may_be_told(report: Report, enquiry: Registering) -> None:
    for _each in range(3):
        enquiry()
    write(report, text=CASE)
    assert all("Børn & Familie" not in problem.message for problem in named(report))


def test_where_nothing_is_registered_nobody_knows_how_few_there_are(report: Report) -> None:
    write(report, text=CASE)
    assert not any(problem.stops_publication for problem in named(report))


def test_the_offices_own_people_and_addresses_may_stand(report: Report, office: Municipality) -> None:
    adviser = make_account(email="zebra@raadgiver.example", name=NAME, password=PASSWORD)
    appoint(user=adviser, municipality=office, by=None)
    write(report, text="Skriv til Zebrafine Prøvesen, post@raadgiver.example.")
    assert named(report) == ()
    write(report, text="Skriv til Zebrafine Prøvesen, post@gmail.com.")
    assert [problem.shown for problem in named(report)] == ["post@gmail.com"]
