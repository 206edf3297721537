"""Ids of another municipality's rows put where an id of one's own belongs: in paths, queries and forms.

Whatever stands there is asked twice, once with the foreign id and once with one that nobody has, and the two answers
are compared to the last letter: status, place and body, with the id itself and what is new on every answer taken out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connections, models, router
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from ombud.desk.office.nouns import NOUNS
from ombud.offices.models import Membership
from ombud.tenancy.models import ScopedModel
from ombud.tenancy.scope import scope
from tests.claims.access import Visitor, taken_back
from tests.claims.page_forms import PageForm, forms_on
from tests.house.addresses import KEYED, PLAIN
from tests.house.world import House, World

FAR = 7_000_000
"""The other municipality's rows begin here, so that no number on a page is one of their ids by chance."""
NOBODY = 8_765_432
NEW_EACH_TIME = re.compile(rb'(nonce|value)="[A-Za-z0-9_:.=-]{20,}"|data-seconds="\d+"|data-lock-left>[^<]*')
KINDS: dict[str, str] = {
    "department": "offices.Department", "type": "offices.EnquiryType", "taxonomy": "offices.Taxonomy",
    "theme": "offices.Theme", "enquiry": "casework.Enquiry", "contact": "casework.ContactLog",
    "decision": "appeals.AppealDecision", "run": "casework.ImportRun", "figure": "reporting.Aggregate",
    "report": "reporting.Report", "edition": "reporting.Edition", "frozen": "reporting.Edition",
    "case": "casework.CaseFile", "note": "casework.Note", "party": "casework.Party", "consent": "casework.Consent",
    "document": "casework.Document", "rectification": "casework.Rectification", "letter": "intake.InboxItem",
    "disclosure": "casework.Disclosure",
}  # fmt: skip
"""The model behind each key of a house; membership, person and control are looked up apart, a section is a word."""
WORDS = {"section"}
IN_QUERY = {
    "enquiries-list": ("department", "unit", "theme", "subtheme", "type", "channel", "tag", "period", "not_department"),
    "appeals-list": ("department", "body", "remark", "period"),
    "office-new": ("mandate", "taxonomy", "parent", "department"),
    "office-list": ("under",),
    "statistics-index": ("period",),
    "cases-list": ("page", "only", "case"),
    "log-list": ("case", "person", "by"),
    "inbox-list": ("item",),
}
"""What pages read from a query beside the fields of their own forms."""


@dataclass(frozen=True)
class Probe:
    """``where`` is "path", "query" or "form". ``at`` puts an id in its place: address and fields to send."""

    where: str
    method: str
    address: str
    name: str
    foreign: Any
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    spot: str = ""
    """The field that gets the id; empty when ``ID`` stands in the address."""

    def __str__(self) -> str:
        return f"{self.where} {self.method} {self.name} {self.spot} {self.foreign}"


ID = "--id--"


def ask(visitor: Visitor, probe: Probe, key: object) -> tuple[int, str, bytes]:
    """What is answered when ``key`` stands in the probe's spot. Nothing of it stays done."""
    address = probe.address.replace(ID, str(key))
    data = {name: list(values) for name, values in probe.fields} | ({probe.spot: [str(key)]} if probe.spot else {})
    if probe.where == "query":
        address, data = f"{address}?{urlencode(data, doseq=True)}", {}
    with taken_back():
        visitor.fresh()
        response = getattr(visitor.client, probe.method)(address, data)
        return response.status_code, response.get("Location", "").replace(str(key), ID), _plain(response, key)


def nobodys(key: object) -> object:
    """An id of the same kind that no row has."""
    return uuid4() if isinstance(key, UUID) else NOBODY


def _plain(response: HttpResponse, key: object) -> bytes:
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    return NEW_EACH_TIME.sub(b"", body.replace(str(key).encode(), ID.encode()))


def far_apart() -> None:
    """What is made from now on has ids from FAR on."""
    for model in apps.get_models():
        if not isinstance(model._meta.pk, models.AutoField):
            continue
        connection, table = connections[router.db_for_write(model)], model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, FAR])
            else:
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [f'"{table}"', FAR])


@dataclass
class Foreign:
    """Every id of the other municipality, by model and by the kind of a house's key."""

    other: House
    by_model: dict[str, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with scope(self.other.municipality):
            for model in apps.get_models():
                if issubclass(model, ScopedModel):
                    self.by_model[model._meta.label] = list(model.objects.values_list("pk", flat=True))
        mine = Membership.objects.filter(municipality=self.other.municipality)
        self.by_model["offices.Membership"] = list(mine.values_list("pk", flat=True))
        self.by_model["identity.User"] = [self.other.keys["person"]]

    def of_kind(self, kind: str) -> list[Any]:
        named = KINDS | {"membership": "offices.Membership", "person": "identity.User"}
        return self.by_model[named[kind]] if kind in named else [self.other.keys[kind]]

    def one_of_each(self) -> list[Any]:
        """One id of every model, for fields of which nobody says what they point to."""
        return [ids[-1] for _label, ids in sorted(self.by_model.items()) if ids]


def in_paths(world: World, foreign: Foreign) -> Iterator[Probe]:
    """Each part of each address that names a row, with every row of that kind the other municipality has."""
    for name, parts in KEYED.items():
        for part, kind in parts.items():
            if not kind.startswith("=") and kind not in WORDS:
                yield from _in_path(world, name, part, foreign.of_kind(kind))
    for noun in NOUNS.values():
        for name in ("office-correct", "office-remove"):
            kwargs = {"code": world.here.municipality.code, "noun": noun.key}
            yield from _for_each(name, kwargs, "pk", foreign.by_model.get(noun.model._meta.label, []))


def _in_path(world: World, name: str, part: str, ids: list[Any]) -> Iterator[Probe]:
    own = {one: word[1:] if word.startswith("=") else world.here.keys[word] for one, word in KEYED[name].items()}
    yield from _for_each(name, {"code": world.here.municipality.code} | own, part, ids)


def _for_each(name: str, kwargs: dict[str, Any], part: str, ids: list[Any]) -> Iterator[Probe]:
    for key in ids:
        address = reverse(name, kwargs=kwargs | {part: key}).replace(str(key), ID)
        for method in ("get", "post"):
            yield Probe("path", method, address, name, key)


def in_queries(world: World, foreign: Foreign) -> Iterator[Probe]:
    """Each field that a list or a form reads from its query, with one row of every model of the other municipality."""
    for name, names in IN_QUERY.items():
        for spot in names:
            for key in foreign.one_of_each():
                yield Probe("query", "get", _own(world, name), name, key, spot=spot)


def in_forms(world: World, foreign: Foreign, visitor: Visitor) -> Iterator[Probe]:
    """Each field of each form on the own pages that is chosen and not typed, the rest sent as the page holds it."""
    for name in [*PLAIN, *KEYED]:
        address = _own(world, name)
        with taken_back():
            visitor.fresh()
            response = visitor.client.get(address)
        if response.status_code != 200 or "text/html" not in response.get("Content-Type", ""):
            continue
        for form in forms_on(response.content.decode()):
            yield from _in_form(name, address, form, foreign)


def _in_form(name: str, address: str, form: PageForm, foreign: Foreign) -> Iterator[Probe]:
    where, method = ("query", "get") if form.method == "get" else ("form", "post")
    fields = tuple((one, tuple(values)) for one, values in form.values.items())
    for spot in sorted(form.choosing):
        for key in foreign.one_of_each():
            yield Probe(where, method, form.action.partition("?")[0] or address, name, key, fields, spot)


def _own(world: World, name: str) -> str:
    parts = PLAIN.get(name) or {
        part: kind[1:] if kind.startswith("=") else world.here.keys[kind] for part, kind in KEYED.get(name, {}).items()
    }
    return reverse(name, kwargs={"code": world.here.municipality.code} | parts)
