"""Bad input is refused whole, with a message that names sheet, row and column."""

import io
import time
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from ombud.casework.actions.imports import apply
from ombud.casework.importing.problems import problems_csv
from ombud.casework.importing.registrations import Registrations
from ombud.casework.models import Enquiry, ImportRun
from ombud.offices.models import Department, Theme
from tests.casework.importing.conftest import Upload

HEADINGS = "Sagsnr;Modtaget;Afsluttet;Kanal;Type;Afdeling;Rolle;Tema;Emne;Anonym"
GOOD = "1/2024;03-04-2024;05-04-2024;Mail;Klage;Børn & Familie;Hovedsag;Forvaltningsskik;Inddragelse;Nej"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def changed(**cells: str) -> str:
    """The good row with some cells changed, by heading."""
    row = dict(zip(HEADINGS.split(";"), GOOD.split(";"), strict=True)) | cells
    return ";".join(row.values())


def file(*rows: str) -> str:
    return "\n".join((HEADINGS, *rows))


def problems(run: ImportRun) -> list[dict[str, Any]]:
    assert run.state == ImportRun.State.REFUSED
    assert not Enquiry.objects.exists()
    return run.plan["problems"]


def only(run: ImportRun) -> dict[str, Any]:
    found = problems(run)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("cells", "column", "part"),
    [
        ({"Modtaget": "29-02-2023"}, "B", "not a leap year"),
        ({"Modtaget": "i går"}, "B", "not a date"),
        ({"Modtaget": ""}, "B", "missing"),
        ({"Modtaget": "03-04-2999"}, "B", "cannot be right"),
        ({"Modtaget": "03-04-2150", "Afsluttet": ""}, "B", "in the future"),
        ({"Modtaget": "03-04-1969"}, "B", "before 1990"),
        ({"Afsluttet": "02-04-2024"}, "C", "closed before it was received"),
        ({"Kanal": "Brevdue"}, "D", "channel “Brevdue” is not known"),
        ({"Type": "Ros"}, "E", "type “Ros” is not known"),
        ({"Afdeling": "Børn & Familje"}, "F", "Nearest: “Børn & Familie”"),
        ({"Rolle": "Bihistorie"}, "G", "neither a main matter"),
        ({"Tema": "Forvaltningskik"}, "H", "“Forvaltningsskik”"),
        ({"Emne": "Inddragelsen"}, "I", "“Inddragelse”"),
        ({"Tema": "GDPR"}, "I", "stands under “Forvaltningsskik”, not under “GDPR”"),
        ({"Anonym": "måske"}, "J", "neither yes nor no"),
        ({"Sagsnr": "abc"}, "A", "not a number such as 41/2024"),
        ({"Sagsnr": "0/2024"}, "A", "not a number such as 41/2024"),
        ({"Sagsnr": ""}, "A", "number is missing"),
        ({"Rolle": "Følgesag"}, "G", "no main matter"),
    ],
)
def test_a_bad_cell_is_named(upload: Upload, cells: dict[str, str], column: str, part: str) -> None:
    problem = only(upload(file(changed(Sagsnr="9/2024"), changed(**cells))))
    assert (problem["row"], problem["column"]) == (3, column)
    assert part in problem["message"]
    assert problem["said"].startswith(f"row 3, column {column}: ")


def test_two_main_matters_are_named_with_both_rows(upload: Upload) -> None:
    problem = only(upload(file(GOOD, changed(Afdeling="Miljø & Teknik"))))
    assert (problem["row"], problem["column"]) == (3, "G")
    assert "Row 2 is already the main matter" in problem["message"]


def test_a_number_that_comes_again_with_another_day_is_refused(upload: Upload) -> None:
    follow_on = changed(Rolle="Følgesag", Modtaget="04-04-2024")
    problem = only(upload(file(GOOD, changed(Sagsnr="2/2024"), follow_on)))
    assert (problem["row"], problem["column"]) == (4, "B")
    assert "1/2024 stands in row 2 as well, with a different “Modtaget”" in problem["message"]


def test_one_bad_row_stops_all(upload: Upload) -> None:
    run = upload(file(GOOD, changed(Sagsnr="2/2024", Type="Ros")))
    assert run.plan["counts"]["refused"] == 1
    assert run.plan["counts"]["new"] == 1
    with pytest.raises(ValidationError):
        apply(run=run, importer=Registrations(), by=None)
    assert not Enquiry.objects.exists()


def test_a_department_that_is_no_more_is_refused(upload: Upload) -> None:
    Department.objects.filter(name="Børn & Familie").update(ends_on="2024-04-01")
    assert "was used until 1 April 2024 only" in only(upload(file(GOOD)))["message"]


def test_a_subtheme_under_two_themes_needs_the_theme(upload: Upload, bring_in: Upload) -> None:
    gdpr = Theme.objects.get(name="GDPR")
    Theme.objects.create(taxonomy=gdpr.taxonomy, parent=gdpr, name="Inddragelse")
    assert "state the theme as well" in only(upload(file(changed(Tema=""))))["message"]
    bring_in(file(changed(Tema="GDPR")))
    assert Enquiry.objects.get().matters.get().theme.parent == gdpr


@pytest.mark.parametrize("value", ["0101901234", "010190-1234", "Hans 010190-1234", "610190-1234", "101901234"])
@pytest.mark.parametrize("heading", ["Sagsnr", "Modtaget", "Afdeling", "Anonym", "Rolle"])
def test_a_cpr_number_is_refused_and_never_repeated(upload: Upload, heading: str, value: str) -> None:
    run = upload(file(changed(**{heading: value})))
    assert "CPR number" in problems(run)[0]["message"]
    assert "1234" not in str(run.plan["problems"])
    assert b"1234" not in problems_csv(run)


def test_a_column_of_persons_is_never_read(upload: Upload) -> None:
    rows = [HEADINGS + ";Borgerens navn;CPR-nr;E-mail;Telefon;Noter", GOOD + ";Hans;0101901234;h@x.example;12345678;ja"]
    run = upload("\n".join(rows))
    assert run.state == ImportRun.State.READY
    columns = {column["heading"]: column for column in run.plan["columns"]}
    assert [heading for heading, column in columns.items() if column["personal"]] == [
        "Borgerens navn",
        "CPR-nr",
        "E-mail",
        "Telefon",
    ]
    assert columns["Noter"]["field"] == ""
    assert "Hans" not in str(run.plan)


def test_a_missing_column_is_named(upload: Upload) -> None:
    run = upload("Sagsnr;Afdeling\n1/2024;Børn & Familie")
    assert "no column for: Received" in only(run)["message"]
    assert [column["heading"] for column in run.plan["columns"]] == ["Sagsnr", "Afdeling"]


def test_two_columns_for_one_field_are_named(upload: Upload) -> None:
    message = only(upload("Modtaget;Dato;Afdeling\n03-04-2024;03-04-2024;Børn & Familie"))["message"]
    assert "“Modtaget”" in message
    assert "“Dato”" in message


@pytest.mark.parametrize(
    ("content", "file_name"),
    [(b"", "tom.csv"), (HEADINGS.encode(), "kun-overskrifter.csv"), (b"%PDF-1.7 x", "register.xlsx")],
)
def test_a_file_that_cannot_be_read_says_why(upload: Upload, content: bytes, file_name: str) -> None:
    run = upload(content, file_name)
    assert only(run)["message"]
    assert run.plan["unreadable"]


def test_a_file_over_the_limit_is_not_kept(upload: Upload, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr("ombud.casework.importing.uploads.Limits", lambda: type("Small", (), {"file_bytes": 100}))
    with pytest.raises(ValidationError):
        upload(file(GOOD, GOOD))
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters_make_no_difference(bring_in: Upload, encoding: str, delimiter: str) -> None:
    bring_in(file(GOOD).replace(";", delimiter).encode(encoding))
    assert Enquiry.objects.get().matters.get().department.name == "Børn & Familie"


@pytest.mark.parametrize("day", ["3-4-2024", "03.04.2024", "03/04/2024", "2024-04-03", "3. april 2024", "45385"])
def test_days_are_read_however_they_are_written(bring_in: Upload, day: str) -> None:
    bring_in(file(changed(Modtaget=day)))
    assert Enquiry.objects.get().received_on.isoformat() == "2024-04-03"


@pytest.mark.parametrize("number", ["41/2024", "2024-41", "41-2024", "41", "41/24", "2024/41"])
def test_numbers_are_read_however_they_are_written(bring_in: Upload, number: str) -> None:
    bring_in(file(changed(Sagsnr=number)))
    assert str(Enquiry.objects.get()) == "41/2024"


def test_titles_totals_and_blank_rows_are_skipped_and_counted(bring_in: Upload) -> None:
    run = bring_in("\n".join(["Register 2024;;;;;;;;;", "", HEADINGS, GOOD, ";;;;;;;;;", "", "I alt;1;;;;;;;;"]))
    assert run.plan["rows"] == 1
    assert run.plan["skipped"]["total"] == 1
    assert run.plan["skipped"]["blank"] >= 1


def test_a_workbook_problem_names_its_sheet(upload: Upload) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Registreringer"
    for row in (HEADINGS, GOOD, changed(Sagsnr="2/2024", Type="Ros")):
        book.active.append(row.split(";"))
    book.active["C2"] = "=B2+2"
    content = io.BytesIO()
    book.save(content)
    found = problems(upload(content.getvalue(), "register.xlsx"))
    assert [(one["sheet"], one["row"], one["column"]) for one in found] == [
        ("Registreringer", 2, "C"),
        ("Registreringer", 3, "E"),
    ]
    assert "formula" in found[0]["message"]


def test_a_number_that_became_a_date_is_explained(upload: Upload) -> None:
    from datetime import date

    book = openpyxl.Workbook()
    book.active.append(HEADINGS.split(";"))
    book.active.append([date(2024, 3, 1), *GOOD.split(";")[1:]])
    content = io.BytesIO()
    book.save(content)
    assert "made a date of the number" in only(upload(content.getvalue(), "register.xlsx"))["message"]


def test_the_list_of_problems_cannot_become_formulas(upload: Upload) -> None:
    run = upload(file(changed(Type="=HYPERLINK(1)"), changed(Sagsnr="2/2024", Kanal="@x")))
    text = problems_csv(run).decode("utf-8-sig")
    assert text.startswith("Sheet;Row;Column;Problem;Value;Nearest names")
    assert ";'=HYPERLINK(1)" in text
    assert ";'@x" in text


def test_danish_readers_get_danish(upload: Upload) -> None:
    """The language of the upload is the language of the plan; the catalogue itself is tested elsewhere."""
    with translation.override("da"):
        run = upload(file(GOOD))
    assert run.choices["language"] == "da"


def test_a_cpr_number_in_the_name_of_the_file_is_not_kept(upload: Upload) -> None:
    assert upload(file(GOOD), "Klage fra 010190-1234.csv").file_name == "File.csv"


@pytest.mark.parametrize(
    "data", ["010190-1234;x;y\n2/2024;1;2", "Sagsnr;Modtaget;010190-1234\n1/2024;x;y", "010190-1234;010190-1234\n1;2"]
)
def test_a_cpr_number_among_the_headings_is_not_kept(upload: Upload, data: str) -> None:
    assert "1234" not in str(upload(data).plan)


def test_a_text_far_too_long_for_a_name_is_not_searched_for(upload: Upload) -> None:
    problem = only(upload(file(changed(Afdeling="x" * 1_000_000))))
    assert "longer than 200" in problem["message"]
    assert problem["value"] == ""


def test_thousands_of_unknown_names_are_refused_quickly(upload: Upload) -> None:
    rows = [changed(Sagsnr=f"{n}/2024", Afdeling=f"Ukendt afdeling {n}") for n in range(1, 20_000)]
    before = time.monotonic()
    upload(file(*rows))
    assert time.monotonic() - before < 15


@pytest.mark.parametrize("cell", ["Jens Hansen ringede", "jens hansen", "3-4-2024 Hansen", "Hansen"])
@pytest.mark.parametrize("heading", ["Modtaget", "Afsluttet", "Anonym"])
def test_words_in_a_column_without_names_are_not_repeated(upload: Upload, heading: str, cell: str) -> None:
    """The preview lies in the database in the clear, and somebody may have noted a name beside a date."""
    run = upload(file(changed(**{heading: cell})))
    assert only(run)["value"] == ""
    assert "hansen" not in str(run.plan).lower()
