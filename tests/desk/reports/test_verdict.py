"""Small counts in the workshop: what is hidden, why, what other ways cost, and that nothing printed tells it."""

import json
import re
from datetime import date

import pytest
from django.utils import translation

from ombud.core.auditing.audit import audit
from ombud.core.statistics.table import HIDDEN
from ombud.offices.actions.small_counts import decide
from ombud.reporting.models import Edition
from ombud.reporting.releases.making import frozen_release
from ombud.tenancy.scope import scope
from tests.desk.reports.test_publish import publish
from tests.desk.reports.test_show import rewrite
from tests.desk.workshop import Workshop


@pytest.fixture
def protected(workshop: Workshop) -> Workshop:
    """The office has decided to hide small counts."""
    with scope(workshop.municipality):
        decide(audience="public", kind="", values={"rule": "protect"}, by=workshop.adviser)
    return workshop


def address(workshop: Workshop, more: str) -> str:
    return f"/0165/reports/{workshop.report.pk}/{more}/"


def test_an_office_that_prints_its_ones_is_told_what_it_prints(workshop: Workshop) -> None:
    page = workshop.client.get(address(workshop, "verdict"))
    harmless = next(one.part for one in page.context["parts"] if one.part.question == "harmless")
    assert not page.context["hidden"]
    assert harmless.said[0].startswith("78 ")
    assert not page.context["verdict"].stops


def test_every_hidden_number_says_why(protected: Workshop) -> None:
    page = protected.client.get(address(protected, "verdict"))
    tables = {one.caption: one.numbers for one in page.context["hidden"]}
    assert sum(len(numbers) for numbers in tables.values()) > 100
    label = "Enkelhed og effektivitet · Dagtilbud & Skole"
    cell = next(one.cell for numbers in tables.values() for one in numbers if one.label == label)
    why = protected.client.get(address(protected, f"why/{cell}")).context["why"]
    assert (why.label, "1" in why.reason) == (label, True)
    assert why.attack
    assert why.tables == ("Sager fordelt efter emne og afdeling",)
    assert protected.client.get(address(protected, "why/0000000000000000")).status_code == 404


def test_a_text_that_tells_a_hidden_number_stops_publication(protected: Workshop) -> None:
    rewrite(protected, "preface", "Der var 1 sag om repræsentation.")
    page = protected.client.get(address(protected, "publish"))
    assert any("1 sag" in one.message for one in page.context["stopping"])
    assert publish(protected) == ""
    with scope(protected.municipality):
        assert not Edition.objects.exists()


def test_a_false_number_in_a_text_stops_publication(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "Der har i perioden været 163 henvendelser.")
    page = workshop.client.get(address(workshop, "publish"))
    assert any("163 henvendelser" in one.message and "162" in one.message for one in page.context["stopping"])
    rewrite(workshop, "preface", "Der har i perioden været 162 henvendelser.")
    assert not workshop.client.get(address(workshop, "publish")).context["stopping"]


def test_a_published_edition_keeps_its_holes_and_no_file_tells_them(protected: Workshop) -> None:
    place = publish(protected)
    with scope(protected.municipality):
        edition = Edition.objects.get()
        assert edition.published_at is not None
        assert protected.client.get(place).context["hidden"] > 90
        released = frozen_release(edition.frozen, translation, edition, tried=True)
    table = released.statistics.tables["subthemes-by-department"]
    assert sum(cell is HIDDEN for row in table.rows for cell in row.cells) > 90
    for kind in released.release.kinds:
        assert not audit(released.document(kind)).refused
    text = protected.client.get(f"{place}report.html").content.decode()
    row = re.search(r"Repræsentation</th>(.*?)</tr>", text, re.DOTALL)
    assert row is not None
    assert re.findall(r">\s*(\d+)\s*<", row[1]) == ["0"] * 7


def test_the_next_edition_hides_what_the_first_one_hid(protected: Workshop) -> None:
    publish(protected)
    publish(protected)
    with scope(protected.municipality):
        later, first = Edition.objects.order_by("-number")
        assert set(first.frozen["release"]["hidden"]) <= set(later.frozen["release"]["hidden"])
        assert frozen_release(later.frozen, translation, later, tried=True).hidden == set(
            later.frozen["release"]["hidden"]
        )


def test_the_ways_are_compared_and_one_is_chosen(protected: Workshop) -> None:
    page = protected.client.get(address(protected, "protection"))
    ways = {json.dumps(one.treatment.to_json()): one for _value, one, _chosen in page.context["lines"]}
    rounding = next(value for value, one in ways.items() if one.treatment.rounding == 3)
    assert ways[rounding].hidden == 0
    assert ways[rounding].largest_change == 2
    assert min(one.per_cent for one in ways.values()) < 60
    protected.client.post(address(protected, "protection"), {"treatment": rounding})
    after = protected.client.get(address(protected, "verdict"))
    assert not after.context["hidden"]
    place = publish(protected)
    text = protected.client.get(f"{place}report.html").content.decode()
    row = re.search(r"Forvaltningsskik</th>(.*?)</tr>", text, re.DOTALL)
    assert row is not None
    numbers = [int(one) for one in re.findall(r">\s*(\d+)\s*<", row[1])]
    assert numbers
    assert all(number % 3 == 0 for number in numbers)


def test_an_office_that_prints_its_ones_sees_which_they_are(workshop: Workshop) -> None:
    small = workshop.client.get(address(workshop, "verdict")).context["small"]
    assert {cell.value for cell in small} == {1, 2}
    assert "Enkelhed og effektivitet · Dagtilbud & Skole" in {cell.label for cell in small}
    text = workshop.client.get(address(workshop, "protection")).content.decode()
    assert 'name="treatment"' not in text


def test_an_odd_choice_is_refused_and_the_old_one_stays(protected: Workshop) -> None:
    merge = {"dimension": "department", "label": "X", "keys": ["999998", "999999"]}
    of_nobody = json.dumps({"merges": [merge]})
    for sent in ("", "[]", "{", "null", '{"rounding": 4}', '{"merges": [{"dimension": "theme"}]}', of_nobody):
        answer = protected.client.post(address(protected, "protection"), {"treatment": sent})
        assert answer.status_code == 302
    with scope(protected.municipality):
        protected.report.refresh_from_db()
    assert protected.report.treatment == {}


def test_a_hidden_number_of_the_draft_leads_to_its_reason(protected: Workshop) -> None:
    shown = protected.client.get(address(protected, "")[:-1], {"section": "tables"})
    places = re.findall(r'href="([^"]*/why/[0-9a-f]{16}/)">', shown.content.decode())
    assert places
    assert protected.client.get(places[0]).context["why"].reason


def test_the_draft_is_shown_with_its_annex(protected: Workshop) -> None:
    with scope(protected.municipality):
        decide(audience="public", kind="", values={"rule": "protect", "annex": True}, by=protected.adviser)
    assert protected.client.get(address(protected, "")[:-1]).status_code == 200


def test_what_an_earlier_edition_hid_is_not_printed_unnoticed(protected: Workshop) -> None:
    publish(protected)
    with scope(protected.municipality):
        values = {"rule": "as_published", "decided_by": "Byrådet", "decided_on": date(2025, 4, 1)}
        decide(audience="public", kind="", values=values, by=protected.adviser)
    page = protected.client.get(address(protected, "verdict"))
    harmless = next(one.part for one in page.context["parts"] if one.part.question == "harmless")
    (asked,) = harmless.problems
    assert not asked.stops_publication
    assert int(asked.message.split()[0]) > 100
