from ombud.readers import Kind, Workbook, choose_sheet
from tests.readers.making import sheet_of

KNOWN = ["Sagsnr", "Modtaget", "Tema"]
NOTES = sheet_of(["Tema", "Note"], ["x", "y"], name="Noter")
REGISTER = sheet_of(["Titel"], ["Sagsnr", "Modtaget"], ["1", "2"], name="Registreringer")
HIDDEN = sheet_of(["Sagsnr", "Modtaget"], ["1", "2"], name="Skjult", hidden=True)


def test_the_sheet_with_most_known_names_is_chosen() -> None:
    assert choose_sheet(Workbook(Kind.XLSX, (NOTES, REGISTER)), KNOWN) is REGISTER


def test_a_visible_sheet_goes_before_a_hidden_one_as_good() -> None:
    assert choose_sheet(Workbook(Kind.XLSX, (HIDDEN, REGISTER)), KNOWN) is REGISTER


def test_a_hidden_sheet_that_fits_goes_before_a_visible_one_that_does_not() -> None:
    assert choose_sheet(Workbook(Kind.XLSX, (NOTES, HIDDEN)), KNOWN) is HIDDEN


def test_the_first_of_equals_is_chosen() -> None:
    assert choose_sheet(Workbook(Kind.XLSX, (NOTES, REGISTER)), ["Nothing"]) is NOTES
