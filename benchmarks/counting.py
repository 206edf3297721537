"""Counting for a report, about 12 groupings of the same rows: Ombud's cubes against DuckDB, in one process.

    python -m benchmarks.counting [--rows 1000 100000 ...]

Both start from the same columns in memory. Every answer is compared before anything is timed. Medians; ratio under 1
means that Ombud is faster.
"""

import argparse
import statistics
from collections.abc import Callable
from time import perf_counter

import duckdb
import numpy as np

from ombud.core.statistics.cube import counts_by
from ombud.core.statistics.facts import Dimension, Facts, Member
from ombud.core.statistics.groupings import count_groupings

ROWS = (1_000, 100_000, 1_000_000, 10_000_000)
GROUPINGS = (
    ("department", "role"),
    ("subtheme", "department"),
    ("theme", "department"),
    ("department",),
    ("department", "year"),
    ("theme",),
    ("subtheme",),
    ("type",),
    ("department", "type"),
    ("channel",),
    ("month",),
    ("municipality",),
    ("municipality", "year"),
)


def dimension(name: str, size: int, parent: Dimension | None = None) -> Dimension:
    """A dimension of ``size`` members besides *not stated*, spread evenly over the parent's."""
    above = len(parent.members) - 1 if parent else 1
    members = [
        Member(f"{name}-{place}", name, f"{parent.name}-{place * above // size}" if parent else "")
        for place in range(size)
    ]
    return Dimension(name, name, (Member("", "not stated"), *members), parent)


def random_facts(rows: int) -> Facts:
    """Matters of 98 municipalities in ten years, with a fixed seed."""
    dimensions = (
        dimension("municipality", 98),
        dimension("month", 120, dimension("year", 10)),
        dimension("department", 10),
        dimension("subtheme", 40, dimension("theme", 8)),
        dimension("role", 2),
        dimension("type", 4),
        dimension("channel", 6),
    )
    random = np.random.default_rng(2024)
    codes = {one.name: random.integers(0, len(one.members), rows).astype(np.int16) for one in dimensions}
    return Facts("matters", dimensions, codes, rows)


def load(facts: Facts) -> duckdb.DuckDBPyConnection:
    """The same columns as a DuckDB table in memory, the parents as columns of their own."""
    columns = dict(facts.codes)
    for one in facts.dimensions:
        if one.parent:
            columns[one.parent.name] = one.parent_codes[facts.codes[one.name]].astype(np.int16)
    connection = duckdb.connect()
    connection.register("given", columns)
    connection.execute("create table matters as select * from given")
    return connection


def ask(connection: duckdb.DuckDBPyConnection) -> list[list[tuple[int, ...]]]:
    """Every grouping by a GROUP BY of its own."""
    return [
        connection.execute(f"select {', '.join(names)}, count(*) from matters group by {', '.join(names)}").fetchall()
        for names in GROUPINGS
    ]


def compare(facts: Facts, connection: duckdb.DuckDBPyConnection) -> None:
    """Stop when the two do not agree on every number."""
    cubes = count_groupings(facts, GROUPINGS)
    for names, answer in zip(GROUPINGS, ask(connection), strict=True):
        cube = cubes[names]
        members = [one.members for one in cube.dimensions]
        theirs = {tuple(members[at][code].key for at, code in enumerate(row[:-1])): row[-1] for row in answer}
        if theirs != counts_by(cube, names):
            raise SystemExit(f"Ombud and DuckDB disagree on {names}")


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """The median time of ``work`` in milliseconds, after one run that is not counted."""
    work()
    times = []
    for _ in range(repeats):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS)
    print(f"{'rows':>12} {'ombud ms':>10} {'duckdb ms':>10} {'ratio':>7}")
    for rows in parser.parse_args().rows:
        facts = random_facts(rows)
        with load(facts) as connection:
            compare(facts, connection)
            repeats = 3 if rows >= 10_000_000 else 9
            ours = median_ms(lambda facts=facts: count_groupings(facts, GROUPINGS), repeats)
            theirs = median_ms(lambda connection=connection: ask(connection), repeats)
        print(f"{rows:>12,} {ours:>10.2f} {theirs:>10.2f} {ours / theirs:>7.2f}")


if __name__ == "__main__":
    main()
