"""Sealed case files: search by word, the list, opening a case with 40 notes.

    python benchmarks/case_files.py [--notes 10000 100000]

Every case has a key of its own and ten notes of 4 kB of Danish words. The search opens every note and every title in
memory; there is no index. What is found is compared with what was written before anything is timed. Medians of 7 runs,
in milliseconds: ``passed`` by the clock on the wall, ``worked`` by the processor for this process alone.
"""

import argparse
import os
import random
import statistics
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import perf_counter, process_time
from typing import Any

NOTES = (10_000, 100_000)
NOTES_OF_A_CASE = 10
NOTES_OF_ONE = 40
LENGTH = 4_000
RUNS = 7
BATCH = 2_000
RARE, EVERYWHERE, NOWHERE = "rollator", "kommunen", "zebrastribe"
WORDS = (
    *("borgeren", "ringede", "og", "fortalte", "kommunen", "ikke", "havde", "svaret", "på", "henvendelsen", "om"),
    *("hjemmehjælp", "afgørelsen", "blev", "truffet", "uden", "partshøring", "sagsbehandleren", "lovede", "at"),
    *("vende", "tilbage", "inden", "udgangen", "af", "ugen", "aktindsigt", "klage", "frist", "skriftligt", "møde"),
    *("forvaltningen", "økonomi", "bolig", "børn", "ældre", "støtte", "bevilling", "ansøgning", "måned", "år"),
)


def prepare() -> Any:
    """Django on empty databases of its own, an office with keys, and the keys of its adviser."""
    os.environ["OMBUD_HOME"] = tempfile.mkdtemp(prefix="ombud-benchmark-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
    for name in ("DATABASE_URL", "KEYS_DATABASE_URL"):
        os.environ.pop(name, None)
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    for alias in ("default", "keys"):
        call_command("migrate", verbosity=0, database=alias)
        with connections[alias].cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    return _keys()


def _keys() -> Any:
    from ombud.identity.actions import make_account
    from ombud.offices.actions.memberships import appoint
    from ombud.privacy.actions.kits import confirm_kit, make_kit, typed_back
    from ombud.privacy.actions.offices import make_office_key
    from ombud.privacy.actions.people import make_user_key
    from ombud.privacy.keyring import Keyring
    from ombud.reporting.actions.municipalities import make_municipality

    office = make_municipality(code="0165", by=None)
    user = make_account(email="asta@raadgiver.example", name="Asta", password=uuid.uuid4().hex)
    appoint(user=user, municipality=office, by=None)
    key, _code = make_user_key(str(user.pk), "kun til måling, intet andet")
    keys = Keyring(str(user.pk), key, frozenset(["0165"]))
    make_office_key("0165", keys)
    confirm_kit("0165", " ".join(typed_back(code) for code in make_kit("0165", keys, "envelope")))
    return keys


def fill_cases(keys: Any, wanted: int, have: int) -> list[Any]:
    """More cases with a title, each for a registration of its own."""
    from django.db import transaction

    from ombud.casework.contents.case import CaseText
    from ombud.casework.contents.sealing import seal
    from ombud.casework.models import CaseFile, Enquiry
    from ombud.privacy.actions.cases import make_case_key

    first = date(2015, 1, 1)
    rows = [
        Enquiry(number=number, year=2015, received_on=first + timedelta(days=number % 3600))
        for number in range(have + 1, wanted + 1)
    ]
    Enquiry.objects.bulk_create(rows, batch_size=500)
    cases = []
    with transaction.atomic(using="keys"):
        names = [make_case_key("0165", keys) for _ in rows]
    seals = keys.many_case_seals(names)
    for name, enquiry in zip(names, rows, strict=True):
        case = CaseFile(pk=name, enquiry=enquiry, opened_on=enquiry.received_on)
        case.sealed = seal(seals[name], case, CaseText(title=f"Sag nummer {enquiry.number} om hjemmehjælp"))
        cases.append(case)
    CaseFile.objects.bulk_create(cases, batch_size=500)
    return cases


def fill_notes(keys: Any, cases: list[Any], wanted: int, have: int) -> None:
    """Ten notes to a case; one in a thousand has the rare word."""
    from ombud.casework.contents.sealing import seal
    from ombud.casework.models import Note

    seals = keys.many_case_seals([case.pk for case in cases])
    for start in range(have, wanted, BATCH):
        notes = []
        for number, text in _texts(start, min(start + BATCH, wanted)):
            note = Note(case=cases[number // NOTES_OF_A_CASE])
            note.sealed = seal(seals[note.case_id], note, text)
            notes.append(note)
        Note.objects.bulk_create(notes, batch_size=500)


def _texts(start: int, stop: int) -> Iterator[tuple[int, Any]]:
    from ombud.casework.contents.note import NoteText

    for number in range(start, stop):
        choose = random.Random(number)
        text = " ".join(choose.choices(WORDS, k=LENGTH // 7))[:LENGTH]
        if number % 1000 == 0:
            text = f"{text[: LENGTH // 2]} {RARE} {text[LENGTH // 2 :]}"
        yield number, NoteText(on=date(2024, 4, 10), title="Opkald", text=text)


def medians(run: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds passed and worked."""
    passed, worked = [], []
    for _ in range(RUNS):
        clock, work = perf_counter(), process_time()
        run()
        passed.append(perf_counter() - clock)
        worked.append(process_time() - work)
    return statistics.median(passed) * 1000, statistics.median(worked) * 1000


def show(what: str, run: Callable[[], Any]) -> None:
    passed, worked = medians(run)
    print(f"{what:<58} {passed:>9.1f} {worked:>9.1f}", flush=True)


def measure_search(keys: Any, notes: int) -> None:
    from ombud.casework.queries.case_files.search import search

    assert len(search(keys, RARE)) == notes // 1000
    assert search(keys, NOWHERE) == []
    for name, words in (("a rare word", RARE), ("no such word", NOWHERE), ("two words", f"{RARE} {EVERYWHERE}")):
        show(f"search {notes:,} notes of 4 kB: {name}", lambda words=words: search(keys, words))


def measure_list(keys: Any, cases: int) -> None:
    from ombud.casework.queries.case_files.listing import listed

    assert listed(keys).total == cases
    show(f"a page of 50 of the list of {cases:,} cases", lambda: listed(keys))
    show(f"the last page of the list of {cases:,} cases", lambda: listed(keys, page=cases))
    show(f"all {cases:,} cases on one page", lambda: listed(keys, size=cases))


def measure_case(keys: Any, case: Any) -> None:
    """The crypto alone, and the way from the database to everything that a page shows."""
    from ombud.casework.contents.note import NoteText
    from ombud.casework.contents.sealing import seal, unseal
    from ombud.casework.models import CaseFile, Note
    from ombud.casework.queries.case_files.opening import opened_case

    seals = keys.case_seals(case.pk)
    present = Note.objects.filter(case=case).count()
    rows = [Note(case=case) for _ in range(NOTES_OF_ONE - present)]
    for row, (_number, text) in zip(rows, _texts(0, len(rows)), strict=True):
        row.sealed = seal(seals, row, text)
    Note.objects.bulk_create(rows)
    case = CaseFile.objects.select_related("enquiry").get(pk=case.pk)
    assert len(opened_case(case, keys).notes) == NOTES_OF_ONE
    sealed = [(str(row.pk), bytes(row.sealed)) for row in Note.objects.filter(case=case)]
    kept = list(Note.objects.filter(case=case))
    show(f"crypto of {NOTES_OF_ONE} notes of 4 kB", lambda: [seals.unseal("note", "content", *one) for one in sealed])
    show("... with its dates and fields read", lambda: [unseal(seals, row, NoteText) for row in kept])
    show(f"opening the case with {NOTES_OF_ONE} notes, from the database", lambda: opened_case(case, keys))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, nargs="+", default=NOTES)
    options = parser.parse_args()
    keys = prepare()
    from ombud.offices.models import Municipality
    from ombud.tenancy.scope import scope

    with scope(Municipality.objects.get(code="0165")):
        print(f"{'':<58} {'passed':>9} {'worked':>9}")
        cases: list[Any] = []
        for notes in sorted(options.notes):
            have = len(cases)
            cases += fill_cases(keys, notes // NOTES_OF_A_CASE, have)
            fill_notes(keys, cases, notes, have * NOTES_OF_A_CASE)
            measure_search(keys, notes)
            measure_list(keys, len(cases))
        measure_case(keys, cases[1])


if __name__ == "__main__":
    main()
