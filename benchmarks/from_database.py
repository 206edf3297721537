"""One municipality's year out of a large database: the way from the rows to the cube, and to all tables of a report.

    python benchmarks/from_database.py [--matters 100000 1000000]

The database has 98 municipalities and ten years. What is timed ends with the same numbers every time, which are
compared with a count by the database before anything is timed. Medians of 21 runs.
"""

import argparse
import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import perf_counter
from typing import Any

MATTERS = (100_000, 1_000_000)
MUNICIPALITIES = 98
FIRST_DAY, DAYS = date(2015, 4, 1), 3652
RUNS = 21
FIRST, LAST = date(2024, 4, 1), date(2025, 3, 31)


def prepare() -> None:
    """Django on an empty database of its own."""
    os.environ["OMBUD_HOME"] = tempfile.mkdtemp(prefix="ombud-benchmark-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def fill(matters: int) -> None:
    """``matters`` matters on four fifths as many enquiries, by plain SQL; the set-up of one municipality serves all."""
    from django.db import connection, transaction

    from ombud.casework.models import Enquiry, Matter
    from ombud.offices.models import Municipality

    have = Matter.unscoped.count()
    offices = list(Municipality.objects.order_by("pk").values_list("pk", flat=True))
    choose = random.Random(have)
    at = (Enquiry.unscoped.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    rows = list(_rows(matters - have, at, offices, choose))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    with transaction.atomic(), connection.cursor() as cursor:
        for model, kept in ((Enquiry, [one for one, _ in rows if one]), (Matter, [one for _, one in rows])):
            names = list(kept[0])
            columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join(["%s"] * len(names))
            sql = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks})"
            cursor.executemany(sql, [tuple(one.values()) for one in kept])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _rows(matters: int, first: int, offices: list[int], choose: random.Random) -> Iterator[tuple[Any, Any]]:
    from ombud.offices.models import Channel, Department, EnquiryType, Theme
    from ombud.tenancy.scope import scope

    with scope(_office()):
        departments = list(Department.objects.filter(parent=None).values_list("pk", flat=True))
        themes = list(Theme.objects.exclude(parent=None).values_list("pk", flat=True))
        kinds = list(EnquiryType.objects.values_list("pk", flat=True))
        ways = list(Channel.objects.values_list("pk", flat=True))
    key, position, office = first - 1, 0, offices[0]
    for _ in range(matters):
        enquiry = None
        if position == 0 or choose.random() < 0.8:
            key, position, office = key + 1, 0, choose.choice(offices)
            received = FIRST_DAY + timedelta(days=choose.randrange(DAYS))
            enquiry = {
                "id": key, "municipality_id": office, "number": key, "year": received.year,
                "received_on": received.isoformat(), "type_id": choose.choice(kinds),
                "closed_on": (received + timedelta(days=choose.randrange(120))).isoformat(),
                "first_channel_id": choose.choice(ways), "primary_channel_id": choose.choice(ways),
                "enquirer": "person", "anonymous": choose.random() < 0.1, "within_mandate": True, "counted": True,
                "open_advice": False, "without_case": False, "import_key": "", "version": 1,
            }  # fmt: skip
        position += 1
        yield enquiry, {
            "enquiry_id": key, "municipality_id": office, "position": position,
            "role": "main" if position == 1 else "follow_on", "department_id": choose.choice(departments),
            "theme_id": choose.choice(themes), "outside_themes": False, "coordination": False, "reminder": False,
        }  # fmt: skip


def _office() -> Any:
    from ombud.offices.models import Municipality

    return Municipality.objects.get(code="0165")


def make_offices() -> None:
    from ombud.offices.models import Municipality
    from ombud.reporting.actions.municipalities import make_municipality

    make_municipality(code="0165", by=None)
    others = [f"9{number:03d}" for number in range(MUNICIPALITIES - 1)]
    Municipality.objects.bulk_create([Municipality(code=code, name=code) for code in others])


def median(run: Callable[[], Any]) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return statistics.median(taken) * 1000


def measure(matters: int) -> None:
    from django.utils import translation

    from ombud.casework.models import Matter
    from ombud.core.statistics.cube import count, total
    from ombud.core.statistics.periods import Period
    from ombud.reporting.facts.matters import matter_facts
    from ombud.reporting.facts.setup import read_setup
    from ombud.reporting.statistics import statistics_for
    from ombud.tenancy.scope import scope

    office, period = _office(), Period("2024/25", FIRST, LAST)
    with scope(office), translation.override("da"):

        def to_cube() -> int:
            setup = read_setup(period, office, "afdeling", translation)
            return total(count(matter_facts(period, setup, translation).facts))

        expected = Matter.objects.filter(enquiry__received_on__range=(FIRST, LAST)).count()
        assert to_cube() == expected
        setup = read_setup(period, office, "afdeling", translation)
        facts = matter_facts(period, setup, translation).facts
        steps = (
            ("rows to facts", lambda: matter_facts(period, setup, translation)),
            ("facts to cube", lambda: count(facts)),
            ("set-up, rows, facts, cube", to_cube),
            ("all tables and figures", lambda: statistics_for(FIRST, LAST, translation)),
        )
        for name, run in steps:
            print(f"{matters:>12,}  {expected:>6,}  {name:<26} {median(run):>8.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matters", type=int, nargs="+", default=MATTERS)
    options = parser.parse_args()
    prepare()
    make_offices()
    print(f"{'in database':>12}  {'in year':>6}  {'step':<26} {'ms':>8}")
    for matters in sorted(options.matters):
        fill(matters)
        measure(matters)


if __name__ == "__main__":
    main()
