"""What a reader sees of the editions: the published ones, and of them what may be known."""

import pytest
from django.test import Client
from django.utils import timezone

from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.reporting.actions.editions import freeze
from ombud.reporting.actions.reports import make_report
from ombud.reporting.models import Edition
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD

READERS = ("assistant", "statistics_reader", "council_reader")


@pytest.fixture
def editions(ishoej: Municipality, adviser_of_both: User) -> tuple[Edition, Edition]:
    """A frozen one and a published one of the same report."""
    with scope(ishoej):
        report = make_report(period=ReportingPeriod.objects.first(), by=adviser_of_both)
        frozen, published = (freeze(report=report, by=adviser_of_both) for _ in range(2))
        Edition.objects.filter(pk=published.pk).update(published_at=timezone.now())
    return frozen, published


def reader(role: str, municipality: Municipality) -> Client:
    user, client = make_account(email=f"{role}@kommune.example", name=role, password=PASSWORD), Client()
    appoint(user=user, municipality=municipality, by=None, role=role)
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", READERS)
def test_a_draft_or_frozen_edition_is_not_there_for_readers(
    editions: tuple[Edition, Edition], ishoej: Municipality, role: str
) -> None:
    client, (frozen, published) = reader(role, ishoej), editions
    assert [row.pk for row in client.get("/0183/editions/").context["editions"]] == [published.pk]
    for kind in ("html", "pdf"):
        assert client.get(f"/0183/editions/{frozen.pk}/report.{kind}").status_code == 404
    assert client.get(f"/0183/editions/{frozen.pk}/").status_code == 404
    assert client.get(f"/0183/editions/{published.pk}/").status_code == 200
    assert client.get(f"/0183/editions/{published.pk}/report.html").status_code == 200


@pytest.mark.parametrize(("role", "status"), [("council_reader", 403), ("statistics_reader", 200), ("assistant", 200)])
def test_the_council_gets_the_page_and_the_pdf_only(
    editions: tuple[Edition, Edition], ishoej: Municipality, role: str, status: int
) -> None:
    client, (frozen, published) = reader(role, ishoej), editions
    assert client.get(f"/0183/editions/{published.pk}/report.xlsx").status_code == status
    names = [one.format for one in client.get(f"/0183/editions/{published.pk}/").context["files"]]
    assert ("xlsx" in names) is (status == 200)
    assert client.get(f"/0183/editions/{frozen.pk}/report.docx").status_code in (403, 404)


@pytest.mark.parametrize("role", READERS)
def test_corrections_of_single_registrations_are_not_told(
    editions: tuple[Edition, Edition], ishoej: Municipality, adviser_of_both: User, role: str
) -> None:
    text = reader(role, ishoej).get(f"/0183/editions/{editions[1].pk}/").content.decode()
    assert "/0183/reports/" not in text
    client = Client()
    client.force_login(adviser_of_both)
    more = client.get(f"/0183/editions/{editions[1].pk}/").content.decode()
    assert more.count("<section") == text.count("<section") + 1


def test_the_adviser_sees_both(editions: tuple[Edition, Edition], adviser_of_both: User) -> None:
    client = Client()
    client.force_login(adviser_of_both)
    for edition in editions:
        assert client.get(f"/0183/editions/{edition.pk}/").status_code == 200
