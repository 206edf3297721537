"""Every address asked by everyone, locked and unlocked: what was answered, in the words of ``access.csv``."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ombud.offices.models import Membership
from tests.house.world import World
from tests.unlocked import unlock_browser

TABLE = Path(__file__).with_suffix(".csv")
METHODS = ("get", "post")
SERVED = ("ok", "reauthenticate")
"""What opens a page; everything else is a refusal and must change nothing."""
COLUMNS = [*(f"{role}{lock}" for role in Membership.Role.values for lock in ("", " unlocked")), "stranger", "anonymous"]

Table = dict[tuple[str, str], dict[str, str]]


def reviewed() -> Table:
    """The table: the expected answer by address and method, then by column."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row.pop("address"), row.pop("method")): row for row in csv.DictReader(file)}


def write(table: Table) -> None:
    """Only for ``tests/claims/draft.py``."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["address", "method", *COLUMNS], lineterminator="\n")
        writer.writeheader()
        for (name, method), row in sorted(table.items()):
            writer.writerow({"address": name, "method": method} | row)


def outcome(response: HttpResponse) -> str:
    """The answer in one word. A redirect within the house is "ok": it is what a page does after its work.

    Who is turned away to log in or unlock is told where to go on afterwards; who is merely led there is not.
    """
    words = {403: "forbidden", 404: "not-found", 405: "not-allowed"}
    if response.status_code in words or response.status_code >= 500:
        return words.get(response.status_code, f"failed {response.status_code}")
    place = response.get("Location", "")
    if place.partition("?")[0] == reverse("account_reauthenticate"):
        return "reauthenticate"
    doors = {"unlock": "unlock", "account_login": "log-in"}
    return next((word for name, word in doors.items() if place.startswith(f"{reverse(name)}?next=")), "ok")


class Visitor:
    """One column of the table: a person with a browser, or nobody. Each request starts with the same cookies."""

    def __init__(self, world: World, column: str) -> None:
        role, _space, lock = column.partition(" ")
        people = world.roles | {"stranger": world.carla}
        self.client = Client(raise_request_exception=True)
        if role in people:
            self.client.force_login(people[role])
        if lock:
            unlock_browser(self.client, people[role])
        self.cookies = dict(self.client.cookies)

    def ask(self, method: str, address: str) -> str:
        """The answer; what the request did stays done."""
        return outcome(self.send(method, address))

    def try_out(self, method: str, address: str) -> str:
        """The answer; what the request did is taken back."""
        with taken_back():
            return self.ask(method, address)

    def send(self, method: str, address: str) -> HttpResponse:
        self.fresh()
        return getattr(self.client, method)(address)

    def fresh(self) -> None:
        """The browser's cookies are again those it began with."""
        self.client.cookies.clear()
        self.client.cookies.update(self.cookies)


@contextmanager
def taken_back() -> Iterator[None]:
    """Both databases are afterwards as before. By plain savepoints: a read is logged in a durable block."""
    points = {alias: transaction.savepoint(using=alias) for alias in ("default", "keys")}
    try:
        yield
    finally:
        for alias, point in points.items():
            transaction.savepoint_rollback(point, using=alias)


def differences(found: Table, expected: Table, columns: Iterable[str]) -> dict[str, str]:
    """Where what was found is not what the table says."""
    return {
        f"{method} {name} as {column}": f"{row[column]}, expected {expected[name, method][column]}"
        for (name, method), row in found.items()
        for column in columns
        if row[column] != expected[name, method][column]
    }
