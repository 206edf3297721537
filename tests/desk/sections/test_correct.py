"""Writing, adding and arranging sections."""

from django.test import Client

from ombud.identity.actions import make_account
from ombud.offices.actions.memberships import appoint
from ombud.reporting.models import ReportSection
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD
from tests.desk.reports.test_show import section
from tests.desk.workshop import Workshop


def address(workshop: Workshop, key: str = "preface") -> str:
    return f"/0165/reports/{workshop.report.pk}/sections/{key}/"


def typed(text: str, version: int = 1) -> dict[str, object]:
    return {"title": "Forord", "level": 1, "text": text, "version": version}


def test_a_text_is_saved_and_shown(workshop: Workshop) -> None:
    answer = workshop.client.post(address(workshop), typed("Kære læser"), follow=True)
    assert "Kære læser" in answer.content.decode()


def test_of_two_who_write_both_texts_are_on_the_page(workshop: Workshop) -> None:
    workshop.client.post(address(workshop), typed("Den enes tekst"))
    late = workshop.client.post(address(workshop), typed("Den andens tekst"))
    assert late.status_code == 409
    page = late.content.decode()
    assert "Den enes tekst" in page
    assert "Den andens tekst" in page
    again = workshop.client.post(address(workshop), typed("Begges tekst", version=2))
    assert again.status_code == 302


def test_a_section_without_heading_keeps_its_text(workshop: Workshop) -> None:
    answer = workshop.client.post(address(workshop), {**typed("Min tekst"), "title": ""})
    assert answer.status_code == 422
    assert "Min tekst" in answer.content.decode()


def test_the_page_offers_tables_figures_and_numbers_in_the_reports_language(workshop: Workshop) -> None:
    page = workshop.client.get(address(workshop)).content.decode()
    assert "{tabel: subthemes-by-department}" in page
    assert "{tal: henvendelser}" in page
    assert "{tal: enquiries}" not in page


def test_a_section_is_added_moved_and_left_out(workshop: Workshop) -> None:
    data = {"title": "Nyt kapitel", "level": 1, "text": "Tekst", "numbered": "on"}
    workshop.client.post(f"/0165/reports/{workshop.report.pk}/sections/new/", data)
    added = section(workshop, "nyt-kapitel")
    for step in ("up", "off"):
        workshop.client.post(f"{address(workshop, added.key)}arrange/", {"arrange": step})
    with scope(workshop.municipality):
        rows = list(ReportSection.objects.filter(report=workshop.report).order_by("order"))
    assert [row.key for row in rows].index(added.key) == len(rows) - 2
    assert not rows[-2].included


def test_nothing_is_arranged_by_following_a_link(workshop: Workshop) -> None:
    assert workshop.client.get(f"{address(workshop)}arrange/").status_code == 405


def test_two_with_a_section_open_hear_of_each_other_and_lose_no_text(workshop: Workshop) -> None:
    other = make_account(email="cilla@raadgiver.example", name="Cilla Eksempel", password=PASSWORD)
    appoint(user=other, municipality=workshop.municipality, by=None)
    browser = Client()
    browser.force_login(other)
    assert "Cilla Eksempel" not in workshop.client.get(address(workshop)).content.decode()
    assert workshop.adviser.name in browser.get(address(workshop)).content.decode()
    assert "Cilla Eksempel" in workshop.client.get(address(workshop)).content.decode()
    assert browser.post(address(workshop), typed("Cillas tekst")).status_code == 302
    with scope(workshop.municipality):
        row = ReportSection.objects.get(report=workshop.report, key="preface").pk
    told = workshop.client.get(f"/0165/editing/section/{row}/?version=1").content.decode()
    assert "Cilla Eksempel" in told
    assert "alert-warning" in told
    refused = workshop.client.post(address(workshop), typed("Min tekst"))
    assert refused.status_code == 409
    assert "Cillas tekst" in refused.content.decode()
    assert "Min tekst" in refused.content.decode()


CASE = "Jobcentret har flest.\n\n::: case Et svar\nHun klagede over Jobcentret.\n:::\n"


def test_a_case_loses_its_department_in_the_form_and_nothing_is_saved(workshop: Workshop) -> None:
    page = workshop.client.post(address(workshop), {**typed(CASE), "without-departments": "yes"})
    assert page.status_code == 200
    told = page.context["form"]["text"].value()
    assert told == CASE.replace("over Jobcentret", "over en afdeling")
    assert [str(message) for message in page.context["messages"]] == [
        "1 afdelingsnavn er taget ud af sagerne. Læs teksten igennem, og gem den."
    ]
    with scope(workshop.municipality):
        assert not ReportSection.objects.filter(text__contains="Jobcentret").exists()
    assert workshop.client.post(address(workshop), typed(told)).status_code == 302


def test_only_a_text_with_a_case_offers_it(workshop: Workshop) -> None:
    workshop.client.post(address(workshop), typed("Kære læser"))
    assert "without-departments" not in workshop.client.get(address(workshop)).content.decode()
    workshop.client.post(address(workshop), typed(CASE, version=2))
    assert "without-departments" in workshop.client.get(address(workshop)).content.decode()
