import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.readers.delimiter import CANDIDATES, find_delimiter, take_sep_line


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_each_delimiter_is_found_past_quoted_fields(delimiter: str) -> None:
    rows = [["Nr", "Afdeling", "Tema"]] + [[str(n), "Borger, Arbejdsmarked & Erhverv; øvrige", "x"] for n in range(9)]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    assert find_delimiter(stream.getvalue()) == delimiter


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Nr;Afdeling\n1;Borger, Arbejdsmarked & Erhverv\n2;Børn, Familie & Skole\n", ";"),
        ("Nr,Afdeling\n1,Børn\n", ","),
        ("Register for 2024, første halvår\n\nNr;Andel;Note\n1;1,5;x\n2;2,5;y\n", ";"),
        ("Nr;Beløb\n1,5;2,5\n1,7;2,7\n", ";"),
        ("Nr\tA;b\n1\tc;d\n", "\t"),
        ('Nr;Tekst\n1;"to\nlinjer, og, mange, kommaer"\n', ";"),
    ],
)
def test_the_delimiter_that_cuts_evenly_wins(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


@pytest.mark.parametrize("line", ["sep=;\n", "SEP=;\r\n", '"sep=;"\r'])
def test_a_sep_line_names_the_delimiter_and_goes(line: str) -> None:
    assert take_sep_line(line + "a;b") == (";", "a;b")


def test_without_a_sep_line_nothing_goes() -> None:
    assert take_sep_line("september;1\n") == (None, "september;1\n")


CELL = st.text(st.sampled_from('abc æøå,;\t"\n1'), max_size=12)


@given(st.sampled_from(CANDIDATES), st.integers(2, 5), st.data())
def test_fully_quoted_files_are_always_cut_right(delimiter: str, width: int, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=6))
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert find_delimiter(stream.getvalue()) == delimiter
