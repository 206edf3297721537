"""A table on a page: every number is right and opens exactly the rows behind it."""

import html
import json
import re
from pathlib import Path

import pytest

from tests.desk.workshop import PERIOD, Workshop

PUBLISHED = json.loads((Path(__file__).parents[2] / "data" / "albertslund-2024-25.json").read_text())
TABLE = f"/0165/statistics/subthemes-by-department/?{PERIOD}"
CELL = re.compile(r'<td class="number[^"]*">(?:<a href="([^"]+)">)?([\d.]+)')


def cells(page: str) -> list[tuple[str, int]]:
    """(address, number) of every cell in reading order."""
    return [(html.unescape(address), int(number.replace(".", ""))) for address, number in CELL.findall(page)]


def published_cells() -> list[int]:
    found: list[int] = []
    for theme in PUBLISHED["table_2"]["themes"]:
        found += [*theme["counts"], theme["total"]]
        for subtheme in theme["subthemes"]:
            found += [*subtheme["counts"], subtheme["total"]]
    return [*found, *PUBLISHED["table_2"]["total"]["counts"], PUBLISHED["table_2"]["total"]["total"]]


def test_table_2_stands_on_the_page_as_it_was_published(workshop: Workshop) -> None:
    page = workshop.client.get(TABLE).content.decode()
    assert [number for _address, number in cells(page)] == published_cells()


def test_every_number_opens_as_many_matters(workshop: Workshop) -> None:
    found = [(address, number) for address, number in cells(workshop.client.get(TABLE).content.decode()) if address]
    assert len(found) == sum(1 for number in published_cells() if number)
    for address, number in found[::12]:
        answer = workshop.client.get(address)
        assert answer.context["matter_count"] == number, address


@pytest.mark.parametrize(
    "name",
    ["departments-by-role", "types", "channels", "months", "durations", "headline", "subthemes-of-one-theme",
     "ranking-of-subthemes", "types-by-department", "departments"],
)  # fmt: skip
def test_the_rows_behind_every_number_are_as_many_as_it_says(workshop: Workshop, name: str) -> None:
    page = workshop.client.get(f"/0165/statistics/{name}/?{PERIOD}").content.decode()
    found = [(address, number) for address, number in cells(page) if address]
    assert found
    for address, number in found:
        answer = workshop.client.get(address)
        counted = answer.context["matter_count" if "grain=matters" in address else "enquiry_count"]
        assert counted == number, address


@pytest.mark.parametrize("name", ["appeals-by-outcome", "appeal-remarks-by-theme"])
def test_the_appeal_decisions_behind_a_number_open(workshop: Workshop, name: str) -> None:
    page = workshop.client.get(f"/0165/statistics/{name}/?{PERIOD}").content.decode()
    for address, number in [(address, number) for address, number in cells(page) if address]:
        counts = workshop.client.get(address).context
        counted = counts["remark_count" if name == "appeal-remarks-by-theme" else "decision_count"]
        assert counted == number, address


def test_the_page_says_what_the_numbers_are(workshop: Workshop) -> None:
    page = workshop.client.get(TABLE).content.decode()
    assert "203" in page
    assert "ikke beskyttet" in page
    assert "trukket tilfældigt" in page


def test_an_unknown_table_is_not_found(workshop: Workshop) -> None:
    assert workshop.client.get("/0165/statistics/no-such-table/").status_code == 404


def test_days_that_cannot_be_are_told_and_kept(workshop: Workshop) -> None:
    answer = workshop.client.get("/0165/statistics/themes/?first=31-04-2024&last=01-05-2024")
    assert "31-04-2024" in answer.content.decode()
    assert answer.context["dates"].errors


def test_the_table_comes_as_excel(workshop: Workshop) -> None:
    answer = workshop.client.get(f"/0165/statistics/departments-by-role/excel/?{PERIOD}")
    assert answer.content[:2] == b"PK"
    assert "attachment" in answer["Content-Disposition"]
