"""`ombud audit`: the intervals of one case, or one message, 2 and nothing written."""

import json
from pathlib import Path

import pytest

from ombud.config.command import main

CASES = Path(__file__).parents[1] / "data" / "stat_cases" / "sdc_audit_small.json"
SMALL = {one["id"]: one for one in json.loads(CASES.read_text(encoding="utf-8"))["cases"]}

Said = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", SMALL)
def test_each_small_case_gives_its_intervals(name: str, tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(SMALL[name]), encoding="utf-8")
    assert main(["audit", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == SMALL[name]["expected_intervals"]


def test_without_json_each_hidden_count_has_a_line(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(SMALL["two_cells_sum3"]), encoding="utf-8")
    assert main(["audit", str(path), "--language", "en"]) == 0
    assert capsys.readouterr().out == "b: 1 to 2 – gives somebody away\nc: 1 to 2 – gives somebody away\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b'{"cells": {"t": 9, "a": 4, "b": 4}, "equations": [["t", ["a", "b"]]], "suppressed": []}',
            "t: the parts make 8, the total is 9, the difference is 1.",
        ),
        (
            b'{"cells": {"t": 4, "a": 4, "b": null}, "equations": [["t", ["a", "b"]]], "suppressed": ["b"]}',
            "These sums cannot all be right: t.",
        ),
        (b"\xff\xfe{", "the file is not text in UTF-8."),
        (CASES.read_bytes(), "The file holds several cases. Give one of them."),
    ],
)
def test_bad_input_is_refused_in_one_line(content: bytes, said: str, tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(content)
    assert main(["audit", str(path), "--json", "--language", "en"]) == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert answer.err.strip().endswith(said)
    assert answer.err.count("\n") == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: Said) -> None:
    assert main(["audit", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
