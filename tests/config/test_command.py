"""The command line: what it prints, what it writes, and that bad input gives one message, 2 and nothing written."""

import io
import json
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from ombud.audit.models import Event
from ombud.casework.models import CaseFile, Enquiry
from ombud.config.command import main
from ombud.desk.unlocking import keyring_of
from ombud.identity.models import User
from ombud.offices.actions.keys import own
from ombud.offices.models import Municipality
from ombud.offices.queries.profiles import SHIPPED
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.actions.people import unlock
from ombud.privacy.sealing.errors import NeedsRecovery
from ombud.tenancy.scope import everywhere

YEAR = ["--from", "2024-04-01", "--to", "2025-03-31"]
REGISTER = SHIPPED / "examples" / "0165-registrations.csv"
APPEALS = SHIPPED / "examples" / "0165-appeals.csv"
PUBLISHED = json.loads((Path(__file__).parents[1] / "data" / "albertslund-2024-25.json").read_text(encoding="utf-8"))

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every command finds an empty, migrated database."""


def registered() -> int:
    with everywhere("a test counts what a command wrote"):
        return Enquiry.unscoped.count()


def refused(arguments: list[str], capsys: Said) -> str:
    """What the command says when it refuses."""
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err


def statistics(capsys: Said, code: str = "165", *options: str) -> dict[str, object]:
    assert main(["statistics", "--municipality", code, *YEAR, "--json", *options]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("code", ["165", "0165"])
def test_statistics_of_an_empty_register_have_the_promised_shape(capsys: Said, code: str) -> None:
    found = statistics(capsys, code)
    assert found["municipality"] == "0165"
    assert found["period"] == {"from": "2024-04-01", "to": "2025-03-31"}
    assert (found["enquiries"], found["matters"]) == (0, 0)
    for table in found["tables"]:  # type: ignore[attr-defined]
        assert {"name", "caption", "unit", "base", "columns", "rows", "total", "notes"} <= set(table)
        for row in table["rows"]:
            assert set(row) == {"label", "level", "cells", "hidden"}
            assert len(row["cells"]) == len(table["columns"]) == len(table["total"])


def test_imported_registers_give_the_published_tables(capsys: Said) -> None:
    assert main(["import", "registrations", str(REGISTER), "--municipality", "165"]) == 0
    assert main(["import", "appeals", str(APPEALS), "--municipality", "0165"]) == 0
    capsys.readouterr()
    tables = {table["name"]: table for table in statistics(capsys)["tables"]}  # type: ignore[attr-defined]
    first = tables["departments-by-role"]
    assert {row["label"]: row["cells"] for row in first["rows"]} == PUBLISHED["table_1"]["rows"]
    assert first["total"] == PUBLISHED["table_1"]["total"]
    second = [row["cells"] for row in tables["subthemes-by-department"]["rows"] if row["level"] == 0]
    assert second == [[*theme["counts"], theme["total"]] for theme in PUBLISHED["table_2"]["themes"]]
    for name, number in (("appeals-by-outcome", "table_3"), ("appeal-remarks-by-theme", "table_4")):
        assert [row["cells"] for row in tables[name]["rows"]] == list(PUBLISHED[number]["rows"].values())


def test_a_dry_run_writes_nothing(capsys: Said) -> None:
    assert main(["import", "registrations", str(REGISTER), "--municipality", "165", "--dry-run"]) == 0
    assert "162" in capsys.readouterr().out
    assert registered() == 0


def test_a_second_import_changes_nothing(capsys: Said) -> None:
    for _ in range(2):
        assert main(["import", "registrations", str(REGISTER), "--municipality", "165"]) == 0
    assert ": 162" in capsys.readouterr().out.splitlines()[-1]
    assert registered() == 162


def test_a_faulty_file_is_refused_with_the_place_and_nothing_is_written(capsys: Said, tmp_path: Path) -> None:
    faulty = tmp_path / "register.csv"
    faulty.write_text(REGISTER.read_text(encoding="utf-8-sig").replace("Børn & Familie", "Børn & Famlie", 1))
    message = refused(["import", "registrations", str(faulty), "--municipality", "165"], capsys)
    assert "Børn & Famlie" in message
    assert "Børn & Familie" in message
    assert "3" in message
    assert registered() == 0


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["statistics", "--municipality", "999", *YEAR], "0165 Albertslund"),
        (["statistics", "--municipality", "abc", *YEAR], "0183 Ishøj"),
        (["statistics", "--municipality", "165", "--from", "2024-02-30", "--to", "2025-03-31"], "--from"),
        (["statistics", "--municipality", "165", "--from", "2024-04-01", "--to", "i morgen"], "--to"),
        (["statistics", "--municipality", "165", "--from", "2025-04-01", "--to", "2024-04-01"], "--to"),
        (["import", "registrations", "/findes/ikke.csv", "--municipality", "165"], "/findes/ikke.csv"),
        (["import", "letters", "x.csv", "--municipality", "165"], "letters"),
        (["municipality", "load", "/findes/ikke.json"], "/findes/ikke.json"),
        (["report", "--municipality", "165"], "--out"),
        (["statistics", "--muni", "165", *YEAR], "--municipality"),
        (["account", "not-an-address", "--name", "A", "--municipality", "165"], "e-mail"),
        (["example", "--municipality", "860"], "Hjørring"),
        ([], "import"),
    ],
)
def test_bad_options_are_refused_with_a_message_that_names_them(capsys: Said, arguments: list[str], part: str) -> None:
    assert part in refused(arguments, capsys)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"code": "0101"}', b'"text"'])
def test_a_profile_that_is_none_is_refused(capsys: Said, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    refused(["municipality", "load", str(path)], capsys)
    assert not Municipality.objects.exists()


def test_a_municipality_of_ones_own_is_loaded_and_reported(capsys: Said, tmp_path: Path) -> None:
    profile = json.loads((SHIPPED / "0860-hjoerring.json").read_text(encoding="utf-8"))
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(profile | {"code": "0101", "name": "Egen Kommune"}), encoding="utf-8")
    assert main(["municipality", "load", str(path)]) == 0
    capsys.readouterr()
    assert statistics(capsys, "101")["municipality_name"] == "Egen Kommune"


def test_the_four_files_are_written_and_named(capsys: Said, tmp_path: Path) -> None:
    assert main(["report", "--municipality", "165", *YEAR, "--out", str(tmp_path / "new" / "out")]) == 0
    names = sorted(path.name for path in (tmp_path / "new" / "out").iterdir())
    assert names == [f"aarsberetning.{kind}" for kind in ("docx", "html", "pdf", "xlsx")]


def test_a_report_in_english_is_in_english(capsys: Said, tmp_path: Path) -> None:
    assert main(["report", "--municipality", "165", *YEAR, "--out", str(tmp_path), "--language", "en"]) == 0
    html = (tmp_path / "aarsberetning.html").read_text(encoding="utf-8")
    assert 'lang="en"' in html
    assert "Follow-on matters" in html


def test_a_writer_that_fails_leaves_no_file(capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ombud import writers

    def fail(*_: object, **__: object) -> bytes:
        raise writers.WriteError("the disk is on fire")

    monkeypatch.setitem(writers.WRITERS, "xlsx", fail)
    message = refused(["report", "--municipality", "165", *YEAR, "--out", str(tmp_path)], capsys)
    assert "on fire" in message
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_refused(capsys: Said, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("here already")
    refused(["report", "--municipality", "165", *YEAR, "--out", str(tmp_path / "out")], capsys)


def test_an_account_gets_a_password_that_works_once_shown(capsys: Said) -> None:
    arguments = ["account", "bo@raadgiver.example", "--name", "Bo Eksempel", "--municipality", "165"]
    assert main(arguments) == 0
    password = capsys.readouterr().out.split()[-1]
    user = User.objects.get(email="bo@raadgiver.example")
    assert user.check_password(password)
    assert user.memberships.get().municipality.code == "0165"


def test_an_account_gets_the_role_it_is_made_for(capsys: Said) -> None:
    arguments = ["account", "vik@raadgiver.example", "--name", "Vik", "--municipality", "165", "--role", "deputy"]
    assert "--until" not in refused(arguments, capsys)
    assert not User.objects.exists()
    assert main([*arguments, "--from", "1-1-2024", "--until", "31-1-2024"]) == 0
    row = User.objects.get().memberships.get()
    assert (row.role, f"{row.starts_on}", f"{row.ends_on}") == ("deputy", "2024-01-01", "2024-01-31")
    capsys.readouterr()
    assert "--until" in refused([*arguments, "--until", "i morgen"], capsys)


def test_a_reset_takes_the_log_in_away_and_opens_nothing(capsys: Said) -> None:
    made = ["account", "bo@raadgiver.example", "--name", "Bo Eksempel", "--municipality", "165"]
    assert main(made) == 0
    old, user = capsys.readouterr().out.split()[-1], User.objects.get()
    own.choose_passphrase(user=user, passphrase="gryde måneskin kløft vaffel polka")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    reset = ["account", "BO@raadgiver.example", "--municipality", "165", "--reset"]
    assert main(reset) == 0
    path = capsys.readouterr().out.split()[-1]
    user.refresh_from_db()
    assert not user.check_password(old)
    assert not user.has_usable_password()
    assert not Authenticator.objects.exists()
    with pytest.raises(NeedsRecovery):
        unlock(str(user.pk), "gryde måneskin kløft vaffel polka")
    assert Client().get(path, follow=True).status_code == 200
    event = Event.objects.get(action="account.reset")
    assert (event.by, event.noun_id, event.municipality) == ("", str(user.pk), "0165")
    assert path not in str(Event.objects.values_list("changes", "label"))


@pytest.mark.parametrize(
    "more", [["--name", "Bo"], ["--role", "deputy"], ["--from", "1-1-2024"], ["--until", "1-1-2024"]]
)
def test_a_reset_changes_nothing_else(capsys: Said, more: list[str]) -> None:
    assert main(["account", "bo@raadgiver.example", "--name", "Bo Eksempel", "--municipality", "165"]) == 0
    password = capsys.readouterr().out.split()[-1]
    assert "--reset" in refused(["account", "bo@raadgiver.example", "--municipality", "165", "--reset", *more], capsys)
    assert User.objects.get().check_password(password)


def test_a_reset_is_for_those_who_serve_there(capsys: Said) -> None:
    assert main(["account", "bo@raadgiver.example", "--name", "Bo Eksempel", "--municipality", "165"]) == 0
    capsys.readouterr()
    assert "0183" in refused(["account", "bo@raadgiver.example", "--municipality", "183", "--reset"], capsys)
    assert list(Municipality.objects.values_list("code", flat=True)) == ["0165"]
    assert "vik@raadgiver.example" in refused(
        ["account", "vik@raadgiver.example", "--municipality", "165", "--reset"], capsys
    )
    assert "--name" in refused(["account", "vik@raadgiver.example", "--municipality", "165"], capsys)


def test_an_adviser_of_a_second_municipality_keeps_the_password(capsys: Said) -> None:
    arguments = ["account", "bo@raadgiver.example", "--name", "Bo Eksempel", "--municipality"]
    assert main([*arguments, "165"]) == 0
    password = capsys.readouterr().out.split()[-1]
    assert main([*arguments, "183"]) == 0
    user = User.objects.get(email="bo@raadgiver.example")
    assert user.check_password(password)
    assert {row.municipality.code for row in user.memberships.all()} == {"0165", "0183"}


def test_a_given_password_is_read_from_standard_input_and_never_printed(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("et-langt-kodeord-9\n"))
    arguments = ["account", "bo@raadgiver.example", "--name", "Bo", "--municipality", "165", "--password-from-stdin"]
    assert main(arguments) == 0
    assert "et-langt-kodeord-9" not in capsys.readouterr().out
    assert User.objects.get().check_password("et-langt-kodeord-9")


def test_the_demo_is_made_once_and_can_be_made_again(capsys: Said, tmp_path: Path) -> None:
    arguments = ["demo", "--no-serve", "--out", str(tmp_path)]
    assert main(arguments) == 0
    first = capsys.readouterr().out
    assert main(arguments) == 0
    assert "eksempel@ombud.example" in first
    assert User.objects.get().check_password(
        next(word for word in first.split() if word.count("-") == 3 and "/" not in word)
    )
    assert User.objects.get().memberships.count() == 3
    assert len(list(tmp_path.iterdir())) == 5


def test_the_demo_has_case_files_that_its_passphrase_opens(capsys: Said, tmp_path: Path) -> None:
    arguments = ["demo", "--no-serve", "--out", str(tmp_path), "--language", "en"]
    assert main(arguments) == 0
    passphrase = capsys.readouterr().out.split("Passphrase: ")[1].splitlines()[0]
    kept = settings.OMBUD_HOME / "demo-passphrase"
    assert (kept.read_text(encoding="utf-8"), kept.stat().st_mode & 0o777) == (passphrase, 0o600)
    adviser = User.objects.get()
    keys = keyring_of(adviser, unlock(str(adviser.pk), passphrase))
    with everywhere("a test looks at what a command wrote"):
        cases = list(CaseFile.unscoped.all())
    assert len(cases) == 4
    assert all(keys.case_seals(case.pk) for case in cases)
    sheet = (tmp_path / "noedkuvert-eksempel.pdf").read_bytes()
    assert main(arguments) == 0
    with everywhere("a test looks at what a command wrote"):
        assert CaseFile.unscoped.count() == 4
    assert (tmp_path / "noedkuvert-eksempel.pdf").read_bytes() == sheet
    assert kit_state("0165") == "confirmed"


def test_messages_are_english_where_that_is_asked_for(capsys: Said) -> None:
    arguments = ["statistics", "--municipality", "999", *YEAR, "--language", "en"]
    assert "There is no municipality with the code 999" in refused(arguments, capsys)


def test_statistics_as_text_show_every_table(capsys: Said) -> None:
    assert main(["statistics", "--municipality", "165", *YEAR]) == 0
    shown = capsys.readouterr().out
    assert "Fordeling af henvendelser i de enkelte afdelinger" in shown
    assert "Økonomi & Stab" in shown


@pytest.mark.parametrize("port", ["0", "65536", "99999", "-1", "http"])
def test_a_port_that_no_computer_has_is_refused(capsys: Said, port: str) -> None:
    assert "--port" in refused(["serve", f"--port={port}"], capsys)
