"""`ombud protect`: what to hide in a table, or one message, 2 and nothing on standard output."""

import json
from pathlib import Path

import pytest

from ombud.config.command import main
from tests.core.disclosure.examples import SYNTHETIC

TABLE = "theme,subtheme,A,B,C\nX,x1,1,5,9\nX,x2,4,0,7\nY,y,8,8,2\n"

Said = pytest.CaptureFixture[str]


def written(folder: Path, text: str) -> str:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_known_optimum_of_the_large_table(capsys: Said) -> None:
    assert main(["protect", str(SYNTHETIC), "--attacker-lower-bound", "0", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["distinct_cells"], found["primaries"]) == (3381, 458)
    assert (found["secondary_value"], found["secondary_cells"], found["lower_bound"], found["gap"]) == (216, 42, 216, 0)
    assert len(found["suppressed"]) == len({tuple(place) for place in found["suppressed"]}) == 500
    assert ["*", "*"] not in found["suppressed"]


def test_hidden_counts_are_named_by_row_and_column(tmp_path: Path, capsys: Said) -> None:
    assert main(["protect", written(tmp_path, TABLE), "--protection", "P1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["primaries"] == 2
    assert {("x1", "A"), ("Y", "C")} <= {tuple(place) for place in found["suppressed"]}


def test_without_json_the_table_is_shown_with_its_holes(tmp_path: Path, capsys: Said) -> None:
    assert main(["protect", written(tmp_path, TABLE), "--language", "en"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "           A   B       C   *",
        "X     hidden   5  hidden  26",
        "  x1  hidden   5  hidden  15",
        "  x2       4   0       7  11",
        "Y     hidden   8  hidden  18",
        "*         13  13      18  44",
        "",
        "2 counts are small.",
        "4 others are hidden to guard them.",
        "Nothing that costs less is enough; this is proven.",
    ]


def test_without_time_the_gap_is_told(tmp_path: Path, capsys: Said) -> None:
    assert main(["protect", written(tmp_path, TABLE), "--language", "en", "--time-limit", "0"]) == 0
    assert "No proof in the time given: the cost is" in capsys.readouterr().out


def test_a_count_that_must_be_printed_is_printed(tmp_path: Path, capsys: Said) -> None:
    assert main(["protect", written(tmp_path, TABLE), "--publish", "X", "C", "--json"]) == 0
    assert ["X", "C"] not in json.loads(capsys.readouterr().out)["suppressed"]


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("theme,subtheme,A\nX,x1,-1\n", [], "row 2: -1 in column A is negative."),
        ("theme,subtheme,A\nX,x1,one\n", [], "row 2: “one” in column A is not a whole number."),
        ("theme,subtheme,A,B\nX,x1,1\n", [], "row 2: there are 3 cells where the heading has 4."),
        (
            "theme,subtheme,A,B,*\nX,x1,1,5,7\n",
            [],
            "row 2: X / x1, column *: the parts make 6, the total is 7, the difference is 1.",
        ),
        ("", [], "The file is empty."),
        (TABLE, ["--publish", "Z", "A"], "there is no count in row “Z”, column “A”."),
        (
            TABLE,
            ["--publish", "x1", "B", "--publish", "x1", "C", "--publish", "x1", "*"],
            "must be printed and gives x1, A away, whatever else is hidden.",
        ),
    ],
)
def test_bad_input_is_refused_in_one_line(
    text: str, options: list[str], said: str, tmp_path: Path, capsys: Said
) -> None:
    assert main(["protect", written(tmp_path, text), *options, "--json", "--language", "en"]) == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert said in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("options", [["--threshold", "1"], ["--threshold", "x"], ["--time-limit", "-1"]])
def test_options_that_are_not_right_are_refused(options: list[str], tmp_path: Path, capsys: Said) -> None:
    assert main(["protect", written(tmp_path, TABLE), *options]) == 2
    assert options[0] in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: Said) -> None:
    assert main(["protect", str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err
