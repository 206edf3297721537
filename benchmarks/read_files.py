"""Reading 100,000 rows of ten columns against pandas reading the same file alone.

Run: python -m benchmarks.read_files. Prints the median of five runs of each, in turns, and the ratio.
The Ombud figures go all the way to rows by heading, with the sizes, formulas and errors looked through first.
"""

import csv
import io
import random
import statistics
import time
import warnings
from collections.abc import Callable
from datetime import date, timedelta

import pandas
import xlsxwriter

from ombud.core.words import PLAIN
from ombud.readers import choose_sheet, data_rows, find_header, read

ROWS = 100_000
RUNS = 5
HEADINGS = ["Sagsnr", "Modtaget", "Afsluttet", "Kanal", "Type", "Afdeling", "Rolle", "Tema", "Emne", "Anonym"]
CHOICES = {
    "Kanal": ["Mail", "Telefon", "Møde"],
    "Type": ["Klage", "Vejledning", "Vejvisning"],
    "Afdeling": ["Borger, Arbejdsmarked & Erhverv", "Børn & Familie", "Dagtilbud & Skole"],
    "Rolle": ["Hovedsag", "Følgesag"],
    "Tema": ["Forvaltningsskik", "Opgavevaretagelse"],
    "Emne": ["Sagsbehandlingstid og manglende svar", "Åbenhed og tillid"],
    "Anonym": ["Ja", "Nej"],
}


def register() -> list[dict[str, str | date]]:
    draw = random.Random(165)
    rows: list[dict[str, str | date]] = []
    for number in range(ROWS):
        received = date(2024, 4, 1) + timedelta(days=draw.randrange(365))
        row: dict[str, str | date] = {"Sagsnr": f"{number}/2024", "Modtaget": received}
        row["Afsluttet"] = received + timedelta(days=draw.randrange(60))
        rows.append(row | {heading: draw.choice(values) for heading, values in CHOICES.items()})
    return rows


def as_csv(rows: list[dict[str, str | date]]) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, HEADINGS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def as_xlsx(rows: list[dict[str, str | date]], formula: bool) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"default_date_format": "dd-mm-yyyy"}) as book:
        sheet = book.add_worksheet("Registreringer")
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, list(row.values()))
        if formula:
            sheet.write_formula(1, 3, '="Ma"&"il"', None, "Mail")
    return stream.getvalue()


def ours(data: bytes, name: str) -> int:
    book = read(io.BytesIO(data), file_name=name, words=PLAIN)
    sheet = choose_sheet(book, HEADINGS)
    return sum(1 for _ in data_rows(sheet, find_header(sheet, HEADINGS, words=PLAIN), words=PLAIN))


def median_pair(one: Callable[[], int], other: Callable[[], int], runs: int) -> tuple[float, float]:
    """Medians in seconds of two functions run in turns, so that a busy machine slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for function, taken in zip((one, other), times, strict=True):
            began = time.perf_counter()
            assert function() == ROWS
            taken.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


def main() -> None:
    warnings.simplefilter("ignore")
    rows = register()
    text, book, with_formula = as_csv(rows), as_xlsx(rows, False), as_xlsx(rows, True)
    del rows
    cases: list[tuple[str, bytes, str, Callable[[], int], int]] = [
        ("csv, pandas C engine", text, "r.csv", lambda: len(pandas.read_csv(io.BytesIO(text), sep=";")), RUNS),
        (
            "csv, pandas finding the delimiter",
            text,
            "r.csv",
            lambda: len(pandas.read_csv(io.BytesIO(text), sep=None, engine="python")),
            RUNS,
        ),
        ("xlsx, pandas with calamine", book, "r.xlsx", lambda: calamine(book), RUNS),
        ("xlsx with a formula, same", with_formula, "r.xlsx", lambda: calamine(with_formula), RUNS),
        ("xlsx, pandas with openpyxl", book, "r.xlsx", lambda: len(pandas.read_excel(io.BytesIO(book))), RUNS),
    ]
    print(f"{'file and peer':<36}{'ombud s':>9}{'pandas s':>10}{'ratio':>8}")
    for label, data, name, peer, runs in cases:
        mine, theirs = median_pair(lambda data=data, name=name: ours(data, name), peer, runs)
        print(f"{label:<36}{mine:>9.2f}{theirs:>10.2f}{mine / theirs:>8.2f}")


def calamine(data: bytes) -> int:
    return len(pandas.read_excel(io.BytesIO(data), engine="calamine"))


if __name__ == "__main__":
    main()
