"""The table as the report prints it: every hidden number leads to its reason, and only then does a number go."""

from ombud.offices.actions.small_counts import decide
from ombud.tenancy.scope import scope
from tests.desk.workshop import PERIOD, Workshop

TABLE = "/0165/statistics/subthemes-by-department"


def protect(workshop: Workshop) -> None:
    with scope(workshop.municipality):
        decide(audience="public", kind="", values={"rule": "protect"}, by=workshop.adviser)


def test_each_hidden_number_leads_to_the_sums_that_would_have_told_it(workshop: Workshop) -> None:
    protect(workshop)
    page = workshop.client.get(f"{TABLE}/hidden/?{PERIOD}")
    cells = [cell for row in page.context["shown"].rows for cell in row.cells]
    holes = [cell for cell in cells if cell.is_hidden]
    assert page.context["number"] > 90
    assert all(cell.address for cell in holes)
    why = workshop.client.get(holes[0].address).context["why"]
    assert why.reason
    assert any(workshop.client.get(cell.address).context["why"].attack for cell in holes[:3])
    told = [cell for cell in cells if cell.text not in ("0", "1", "2") and not cell.is_hidden and not cell.is_total]
    assert all("/enquiries/" in cell.address for cell in told)


def test_an_office_that_prints_its_ones_hides_nothing(workshop: Workshop) -> None:
    page = workshop.client.get(f"{TABLE}/hidden/?{PERIOD}")
    assert page.context["said"] == "Små tal trykkes, som de er. Det har kontoret besluttet."
    assert not any(cell.is_hidden for row in page.context["shown"].rows for cell in row.cells)


def test_a_table_outside_the_outline_says_so(workshop: Workshop) -> None:
    protect(workshop)
    page = workshop.client.get(f"/0165/statistics/years-by-type/hidden/?{PERIOD}")
    assert "disposition" in page.context["said"]
    assert workshop.client.get(f"{TABLE}/hidden/?{PERIOD}").context["said"] == ""


def test_an_office_that_rounds_is_told_so(workshop: Workshop) -> None:
    with scope(workshop.municipality):
        decide(audience="public", kind="", values={"rule": "protect", "treatment": "round3"}, by=workshop.adviser)
    page = workshop.client.get(f"{TABLE}/hidden/?{PERIOD}")
    assert page.context["said"] == "Alle tal er afrundet til 3, og alle summer passer stadig."
    assert all(int(cell.text) % 3 == 0 for row in page.context["shown"].rows for cell in row.cells)


def test_what_is_not_hidden_has_no_reason(workshop: Workshop) -> None:
    assert workshop.client.get(f"{TABLE}/why/0000000000000000/?{PERIOD}").status_code == 404
    assert workshop.client.get(f"/0165/statistics/nothing/hidden/?{PERIOD}").status_code == 404
