"""Set-up, first start, accounts and a register without anything: accessible, Danish, within 320 px."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from ombud.desk.office.nouns import NOUNS
from ombud.identity.actions import make_account
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Department, EnquiryType, Taxonomy, Theme
from ombud.reporting.actions.municipalities import make_municipality
from ombud.tenancy.scope import everywhere, scope
from tests.browser.walking import faults, log_in
from tests.cast import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


@pytest.fixture
def advised(transactional_db: None, live_server: LiveServer) -> str:
    """Ishøj with figures of earlier years and no register; gives the adviser's e-mail."""
    call_command("migrate", verbosity=0)
    ishoej = make_municipality(code="0183", by=None)
    adviser = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password=PASSWORD)
    appoint(user=adviser, municipality=ishoej, by=None)
    with scope(ishoej):
        return str(adviser.email)


def addresses() -> list[str]:
    with everywhere("a test looks for a row of each kind"):
        rows = {noun: kind.model.unscoped.first() for noun, kind in NOUNS.items()}
        department, kind = Department.unscoped.first(), EnquiryType.unscoped.first()
        taxonomy, theme = Taxonomy.unscoped.first(), Theme.unscoped.exclude(parent=None).first()
    return [
        "office/", "office/facts/", "office/departments/merge/", f"office/departments/{department.pk}/split/",
        f"office/departments/{department.pk}/move/", "office/mandates/from-a-day/", f"office/types/{kind.pk}/define/",
        "office/taxonomies/from-a-day/", f"office/taxonomies/{taxonomy.pk}/themes/",
        f"office/themes/{theme.pk}/retire/", f"office/themes/{theme.pk}/map/",
        *(f"office/{noun}/" for noun in NOUNS),
        *(f"office/{noun}/new/" for noun in ("departments", "periods", "closures", "appeal-boards")),
        *(f"office/{noun}/{row.pk}/" for noun, row in rows.items() if row),
        f"office/departments/{department.pk}/remove/",
    ]  # fmt: skip


def test_the_set_up_can_be_used_by_everyone(page: Page, live_server: LiveServer, advised: str) -> None:
    log_in(page, live_server.url, advised)
    assert not (found := faults(page, live_server.url, [f"/0183/{path}" for path in addresses()])), "\n".join(found)


def test_pages_with_nothing_in_them_too(page: Page, live_server: LiveServer, advised: str) -> None:
    log_in(page, live_server.url, advised)
    empty = ["", "enquiries/", "appeals/", "imports/", "reports/", "statistics/", "aggregates/",
             "statistics/?first=1-1-2023&last=31-12-2023"]  # fmt: skip
    paths = [*(f"/0183/{path}" for path in empty), "/welcome/", "/account/password/change/", "/account/logout/"]
    assert not (found := faults(page, live_server.url, paths)), "\n".join(found)


def test_pages_that_say_no_too(page: Page, live_server: LiveServer, advised: str) -> None:
    log_in(page, live_server.url, advised)
    page.goto(f"{live_server.url}/0183/reports/new/")
    page.evaluate("document.cookie.split(';').forEach(c => document.cookie = c.split('=')[0] + '=; max-age=0; path=/')")
    page.context.clear_cookies(name="csrftoken")
    page.click("main button[type=submit]")
    assert page.locator("h1").inner_text() == "Siden har stået åben for længe"
    assert not (found := faults(page, live_server.url, ["/0165/", "/0183/no-such-page/"])), "\n".join(found)
