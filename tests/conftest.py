"""What every test may ask for. The world is built by the actions themselves, never by fixtures in files."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, sync_playwright

from ombud.audit import guards
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.tenancy.scope import scope
from tests.cast import Cast, make_cast

# Playwright keeps an event loop in its thread, in which Django would refuse its synchronous database calls.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# A busy machine is no mistake of the program.
hypothesis_settings.register_profile("ombud", deadline=None)
hypothesis_settings.load_profile("ombud")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test with a database gets both: the content and the key store."""
    for item in items:
        marked = item.get_closest_marker("django_db")
        options = dict(marked.kwargs) if marked else {}
        if marked or {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db(**options | {"databases": ["default", "keys"]}), append=False)


@pytest.fixture(autouse=True, scope="session")
def emptying_opens_the_log() -> Iterator[None]:
    """Between two tests with transactions all tables are emptied: the one time when lines of the log are taken away."""
    whole = BaseDatabaseOperations.execute_sql_flush

    def opened(operations: BaseDatabaseOperations, sql_list: list[str]) -> None:
        if any(guards.TABLE in sql for sql in sql_list):
            guards.open_again(operations.connection)
        whole(operations, sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", opened)
        yield


@pytest.fixture
def cast(db: None) -> Cast:
    """Albertslund and Ishøj with their advisers."""
    return make_cast()


@pytest.fixture
def albertslund(cast: Cast) -> Municipality:
    return cast.albertslund


@pytest.fixture
def ishoej(cast: Cast) -> Municipality:
    return cast.ishoej


@pytest.fixture
def in_albertslund(albertslund: Municipality) -> Iterator[Municipality]:
    """Albertslund, with its scope open for the whole test."""
    with scope(albertslund):
        yield albertslund


@pytest.fixture
def adviser_of_both(cast: Cast) -> User:
    return cast.asta


@pytest.fixture
def adviser_of_albertslund(cast: Cast) -> User:
    return cast.bo


@pytest.fixture
def stranger(cast: Cast) -> User:
    """Has an account and serves nowhere."""
    return cast.carla


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("A Chromium is needed: make test installs Debian's.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a proof found: the numbers it gave to ``record_property``, also from the other processes."""
    lines = [
        f"{report.nodeid.rpartition('::')[2]}: {name} {value}"
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
    ]
    if lines:
        terminalreporter.section("found")
        terminalreporter.write_line("\n".join(lines))
