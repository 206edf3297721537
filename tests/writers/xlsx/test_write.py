import zipfile
from io import BytesIO

from tests.writers import reading


def test_the_first_sheet_leads_to_every_other(files: dict[str, bytes]) -> None:
    workbook = reading.xlsx_sheets(files["xlsx"])
    contents, *others = workbook.sheetnames
    assert contents == "Contents"
    places = {cell.hyperlink.location.split("!")[0].strip("'") for cell in workbook[contents]["A"] if cell.hyperlink}
    assert places == set(others)


def test_sheet_names_fit_excel(files: dict[str, bytes]) -> None:
    names = reading.xlsx_sheets(files["xlsx"]).sheetnames
    assert len(names) == 11
    assert all(len(name) <= 31 for name in names)
    assert names[-1].startswith("Table 4 ")


def test_shares_are_numbers_with_the_sign_in_the_format(files: dict[str, bytes]) -> None:
    workbook = reading.xlsx_sheets(files["xlsx"])
    cell = workbook[workbook.sheetnames[1]]["B5"]
    assert abs(cell.value - 100 * 60 / 203) < 1e-9
    assert cell.number_format == '0.0" %"'


def test_an_unknown_number_is_a_dash_in_a_table_and_a_gap_under_a_chart(files: dict[str, bytes]) -> None:
    workbook = reading.xlsx_sheets(files["xlsx"])
    (name,) = [name for name in workbook.sheetnames if name.startswith("Figure 4")]
    assert workbook[name]["B6"].value is None


def test_figures_have_native_charts_on_their_own_cells(files: dict[str, bytes]) -> None:
    archive = zipfile.ZipFile(BytesIO(files["xlsx"]))
    charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 6
    assert "Flest sager hører til" in " ".join(
        archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name
    )


def test_headings_stay_in_sight_and_properties_are_set(files: dict[str, bytes]) -> None:
    workbook = reading.xlsx_sheets(files["xlsx"])
    assert workbook[workbook.sheetnames[-1]].freeze_panes == "B5"
    assert workbook.properties.title == "Borgerrådgiverens beretning 2024/25"
    assert workbook.properties.creator == "Borgerrådgiveren"
