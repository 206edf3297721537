"""Tables and figures changed on a page."""

from ombud.reporting.models import Definition
from ombud.tenancy.scope import scope
from tests.desk.workshop import PERIOD, Workshop


def spec(workshop: Workshop, name: str, kind: str = "table") -> dict[str, object]:
    with scope(workshop.municipality):
        return dict(Definition.objects.get(kind=kind, name=name).spec)


def form(workshop: Workshop, address: str) -> dict[str, object]:
    return {name: value for name, value in workshop.client.get(address).context["form"].initial.items() if value}


def test_saving_a_form_unchanged_changes_no_table(workshop: Workshop) -> None:
    for row in workshop.client.get("/0165/definitions/").context["tables"]:
        page = f"/0165/definitions/table/{row.name}/"
        before = workshop.client.get(f"/0165/statistics/{row.name}/?{PERIOD}").context["shown"]
        answer = workshop.client.post(page, {**form(workshop, page), "step": "save"})
        assert answer.status_code == 302, row.name
        after = workshop.client.get(f"/0165/statistics/{row.name}/?{PERIOD}").context["shown"]
        assert after.table == before.table


def test_rows_can_be_ordered_by_size(workshop: Workshop) -> None:
    page = "/0165/definitions/table/themes/"
    workshop.client.post(page, {**form(workshop, page), "order": "count descending", "step": "save"})
    shown = workshop.client.get(f"/0165/statistics/themes/?{PERIOD}").context["shown"]
    assert [row.cells[0].text for row in shown.rows][:3] == ["85", "44", "27"]


def test_what_cannot_be_made_is_refused_and_kept_on_the_page(workshop: Workshop) -> None:
    page = "/0165/definitions/table/themes/"
    answer = workshop.client.post(page, {**form(workshop, page), "columns": "theme", "step": "save"})
    assert answer.status_code == 422
    assert spec(workshop, "themes")["columns"] != "theme"


def test_a_new_table_and_figure_can_be_used(workshop: Workshop) -> None:
    table = {
        "name": "typer-og-kanaler", "caption": "Typer og kanaler", "counted": "matters:enquiries", "rows": "type",
        "columns": "channel", "order": "as listed", "zero_rows": "all", "top": 0,
    }  # fmt: skip
    assert workshop.client.post("/0165/definitions/new/table/", table).status_code == 302
    figure = {"name": "typer-og-kanaler", "caption": "Typer", "table": "typer-og-kanaler", "chart": "stacked"}
    assert workshop.client.post("/0165/definitions/new/figure/", figure).status_code == 302
    shown = workshop.client.get(f"/0165/statistics/typer-og-kanaler/?{PERIOD}")
    assert shown.context["shown"].total.cells[-1].text == "162"
    assert len(shown.context["drawings"]) == 1


def test_a_table_can_be_set_back_and_removed(workshop: Workshop) -> None:
    page = "/0165/definitions/table/themes/"
    workshop.client.post(page, {**form(workshop, page), "caption": "Mine temaer", "step": "save"})
    workshop.client.post(page, {"step": "reset"})
    assert spec(workshop, "themes")["caption"] != {"da": "Mine temaer"}
    refused = workshop.client.post(page, {"step": "remove"})
    assert refused.status_code == 200
    assert spec(workshop, "themes")


def test_there_is_no_third_kind(workshop: Workshop) -> None:
    assert workshop.client.get("/0165/definitions/new/picture/").status_code == 404
