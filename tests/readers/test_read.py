from pathlib import Path

import pytest

from ombud.core.words import PLAIN
from ombud.readers import Limits, read
from tests.readers.making import ods, xls, xlsx

ROWS = [["Sagsnr", "Tema"]] + [[f"{number}/2024", "x"] for number in range(6_000)]


def csv_bytes() -> bytes:
    return "".join(f"{';'.join(row)}\n" for row in ROWS).encode()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "xls", "ods"])
def test_progress_rises_to_all_rows(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"register.{kind}"
    makers = {"xlsx": xlsx, "xls": xls, "ods": ods}
    path.write_bytes(csv_bytes() if kind == "csv" else makers[kind]({"Ark": ROWS}))
    told: list[tuple[int, int | None]] = []
    read(path, file_name=path.name, words=PLAIN, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == [5000, 6001]
    assert {total for _, total in told} == {6001}


def test_an_error_in_progress_is_not_taken_for_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(xlsx({"Ark": ROWS}))

    class Stopped(Exception):
        pass

    def stop(done: int, total: int | None) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read(path, file_name=path.name, words=PLAIN, progress=stop)


def test_a_text_path_is_opened_too(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(csv_bytes())
    assert len(read(str(path), file_name="register.csv", words=PLAIN, limits=Limits()).sheets[0].rows) == 6_001
