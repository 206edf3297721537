"""Register, import, appeal, statistics and report pages: accessible, Danish, within 320 px, with nothing refused."""

import io

import pytest
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from ombud.appeals.models import AppealDecision
from ombud.casework.actions import imports
from ombud.casework.models import Enquiry
from ombud.reporting.actions.editions import freeze, publish
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.models import Aggregate, Edition
from ombud.tenancy.scope import scope
from tests.browser.walking import faults, log_in
from tests.desk.workshop import PERIOD, Workshop, make_workshop

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
BAD = "Sagsnr;Modtaget;Afdeling;Rolle\n1/2024;31-02-2024;Ukendt;Hovedsag\n"
AGGREGATE = (
    "Fra;Til;Enhed;Dimension;Værdi;Antal;Kilde;Forbehold\n2023-01-01;2023-12-31;henvendelser;I alt;;150;Kilde;\n"
)


@pytest.fixture
def office(transactional_db: None, live_server: LiveServer) -> Workshop:
    call_command("migrate", verbosity=0)
    return make_workshop(Client())


def run_of(kind: str, text: str, office: Workshop, apply: bool = False) -> str:
    run = imports.start(content=io.BytesIO(text.encode()), file_name=f"{kind}.csv", kind=kind, by=office.adviser)
    run = imports.read(run=run, importer=IMPORTERS[kind])
    if apply:
        imports.apply(run=run, importer=IMPORTERS[kind], by=office.adviser)
    return str(run.pk)


def addresses(office: Workshop) -> list[str]:
    with scope(office.municipality):
        refused, done = run_of("registrations", BAD, office), run_of("aggregates", AGGREGATE, office, apply=True)
        enquiry, decision = Enquiry.objects.first(), AppealDecision.objects.first()
        published = publish(edition=freeze(report=office.report, by=office.adviser), by=office.adviser)
        freeze(report=office.report, by=office.adviser)
        figure, frozen = Aggregate.objects.first(), Edition.objects.get(published_at=None)
    report = f"reports/{office.report.pk}/"
    return [
        "", "enquiries/", f"enquiries/?department=none&{PERIOD}", "enquiries/?grain=matters", "enquiries/new/",
        f"enquiries/{enquiry.pk}/", f"enquiries/{enquiry.pk}/remove/",
        "appeals/", "appeals/new/", f"appeals/{decision.pk}/", f"appeals/{decision.pk}/remove/",
        "imports/", "imports/new/", f"imports/{refused}/", f"imports/{done}/",
        f"statistics/?{PERIOD}", f"statistics/subthemes-by-department/?{PERIOD}", "statistics/?first=31-2-2024&last=x",
        f"statistics/appeals-by-outcome/?{PERIOD}", "definitions/", "definitions/table/themes/",
        "definitions/figure/themes/", "definitions/new/table/", "definitions/new/figure/",
        "aggregates/", f"aggregates/{figure.pk}/",
        "reports/", "reports/new/", "reports/word-template/", report, f"{report}?section=by-department",
        f"{report}title-page/", f"{report}publish/", f"{report}remove/", f"{report}sections/new/",
        f"{report}sections/preface/", f"{report}draft.html",
        f"editions/{published.pk}/", f"editions/{published.pk}/report.html", f"editions/{frozen.pk}/",
        "no-such-page/", "enquiries/99999999/",
    ]  # fmt: skip


def test_every_page_can_be_used_by_everyone(page: Page, live_server: LiveServer, office: Workshop) -> None:
    log_in(page, live_server.url, office.adviser.email)
    assert not (found := faults(page, live_server.url, [f"/0165/{path}" for path in addresses(office)])), "\n".join(
        found
    )


def test_the_pages_before_the_log_in_too(page: Page, live_server: LiveServer, office: Workshop) -> None:
    paths = ["/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/signup/",
             "/no-such-page/"]  # fmt: skip
    assert not (found := faults(page, live_server.url, paths)), "\n".join(found)


def test_twice_as_large_letters_do_not_scroll_sideways(page: Page, live_server: LiveServer, office: Workshop) -> None:
    log_in(page, live_server.url, office.adviser.email)
    page.set_viewport_size({"width": 680, "height": 430})
    for path in ("", "enquiries/", "enquiries/new/", f"statistics/?{PERIOD}", "reports/", "imports/new/", "office/"):
        page.goto(f"{live_server.url}/0165/{path}")
        assert not page.evaluate("document.scrollingElement.scrollWidth > document.documentElement.clientWidth"), path
