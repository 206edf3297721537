import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.readers import Kind, Limits, Place, ReadError
from tests.readers.making import read_bytes


def rows_of(text: str, encoding: str = "utf-8") -> list[tuple[int, tuple[object, ...]]]:
    book = read_bytes(text.encode(encoding), "register.csv")
    assert book.kind is Kind.CSV
    return [(row.number, row.cells) for row in book.sheets[0].rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(end: str) -> None:
    assert rows_of(f"a;b{end}1;{end}{end};3{end}") == [(1, ("a", "b")), (2, ("1", None)), (4, (None, "3"))]


def test_a_quoted_cell_keeps_its_delimiter_quotes_and_line_break() -> None:
    text = 'a,b\r\n"Borger, Arbejdsmarked & Erhverv","sagde ""ja""\r\nto gange"\r\nc,d\r\n'
    assert rows_of(text)[1:] == [(2, ("Borger, Arbejdsmarked & Erhverv", 'sagde "ja"\nto gange')), (3, ("c", "d"))]


CELL = st.text(st.sampled_from('abæ ;,\t1"\n'), max_size=8)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_csv_module_reads_the_same(rows: list[list[str]], end: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator=end).writerows([["a", "b"], *rows])
    text = stream.getvalue()
    peer = csv.reader(io.StringIO(text, newline=None), delimiter=";")
    expected = [
        (number, tuple(cell or None for cell in cells)) for number, cells in enumerate(peer, start=1) if any(cells)
    ]
    assert rows_of(f"sep=;{end}{text}") == expected


def test_the_sep_line_is_not_counted() -> None:
    assert rows_of("sep=;\r\na;b\r\n1;2\r\n") == [(1, ("a", "b")), (2, ("1", "2"))]


def test_a_file_of_one_column_is_read() -> None:
    assert rows_of("Sagsnr\n1\n2\n") == [(1, ("Sagsnr",)), (2, ("1",)), (3, ("2",))]


def test_a_quote_inside_a_cell_is_text() -> None:
    assert rows_of('a;b\n5" rør;x\n')[1] == (2, ('5" rør', "x"))


@pytest.mark.parametrize(
    ("text", "message", "row"),
    [
        ('a;b\n1;2\n3;"uden ende\n4;5\n', "not closed", 3),
        ('a;b\n"x"y;2\n', "middle of a cell", 2),
        ('a;b\n"lang\ncelle";2\n"' + "x" * 200_000 + '";3\n', "far too long", 3),
    ],
)
def test_quotes_gone_wrong_are_refused_at_their_row(text: str, message: str, row: int) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        rows_of(text)
    assert caught.value.place == Place(row=row)


def test_too_many_rows_are_refused() -> None:
    limits = Limits(rows=10)
    assert len(read_bytes(b"a;b\n" * 10, "r.csv", limits).sheets[0].rows) == 10
    with pytest.raises(ReadError, match="more than 10 rows"):
        read_bytes(b"a;b\n" * 11, "r.csv", limits)


def test_blank_rows_at_the_end_do_not_count() -> None:
    assert len(read_bytes(b"a;b\n" * 10 + b";\n\n" * 20, "r.csv", Limits(rows=10)).sheets[0].rows) == 10


def test_too_many_columns_are_refused_at_their_row() -> None:
    with pytest.raises(ReadError, match="more than 500 columns") as caught:
        read_bytes(b"a;b\n" + b";".join([b"x"] * 501), "r.csv")
    assert caught.value.place == Place(row=2)


@pytest.mark.parametrize("text", ["\n\n", ";;\n;;\n", "\ufeff"])
def test_a_file_of_blanks_holds_nothing(text: str) -> None:
    with pytest.raises(ReadError, match="nothing in the file"):
        rows_of(text)
