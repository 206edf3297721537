"""How much of what the five reports claim is recognised, how much is wrongly flagged, and how long it takes.

    python -m benchmarks.prose [--sources FOLDER] [--show]

The claims are in tests/data/prose/statements.json, each with the clause quoted, what it claims and whether the
report's own figures bear it out. With the reports at hand (--sources, plain text) they are read in full as well.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from ombud.core.prose.check import check
from ombud.core.prose.explaining import explanation
from ombud.core.prose.knowledge import Knowledge, Name, Place, Quantity, Span, Unit
from ombud.core.prose.passages import ProseSection
from ombud.core.prose.statement import Statement, Verdict
from ombud.core.words import PlainWords

DATA = Path(__file__).parent.parent / "tests" / "data" / "prose"
REPORTS = ("albertslund-2024-25", "ishoej-2023", "ishoej-2024-q4", "hjoerring-2022", "ishoej-rammer")
PAGES = 60
LETTERS_ON_A_PAGE = 2_800
RUNS = 5


class DanishWords(PlainWords):
    """Sentences stay English; the text is read as Danish."""

    def get_language(self) -> str:
        return "da"


DANISH = DanishWords()


@dataclass(frozen=True)
class Claim:
    """One statement of a report. ``truth``: "true", "false", "with" (true when something is left out or said), "open"
    (the report gives no figures for it) or "none" (it is no claim about counts). ``fault`` is the number of the
    inconsistency it is.
    """

    report: str
    text: str
    title: str
    clause: str
    truth: str
    kind: str
    fault: str = ""


def claims() -> tuple[Claim, ...]:
    read = json.loads((DATA / "statements.json").read_text("utf-8"))
    return tuple(Claim(**one) for one in read)


def known(report: str) -> Knowledge:
    """What the report's own tables and text count."""
    return knowledge_from(json.loads((DATA / f"{report}.json").read_text("utf-8")))


def knowledge_from(read: dict[str, Any], **more: Any) -> Knowledge:
    """A knowledge from its JSON; members go by their label."""
    names = tuple(
        Name(
            one["dimension"],
            one["label"],
            one["label"],
            tuple(one["aliases"]),
            tuple(one["parent"]) if "parent" in one else None,
            one.get("residual", False),
        )
        for one in read["names"]
    )
    quantities = []
    for unit, members, value, *period in read["counts"]:
        places: frozenset[Place] = frozenset(members.items())
        key = "/".join([unit, *(f"{dimension}:{label}" for dimension, label in members.items()), *period])
        quantities.append(Quantity(key, value, unit, places, period[0] if period else "now"))
    spans = tuple(
        Span(key, tuple(read["years"].get(key, ())), Fraction(read["months"][key]) if key in read["months"] else None)
        for key in ("now", "before")
    )
    return Knowledge(
        quantities=tuple(quantities),
        names=names,
        units=tuple(Unit(**{**one, "others": tuple(one["others"])}) for one in read["units"]),
        spans=spans,
        municipality=read["municipality"],
        partners=tuple(read["partners"]),
        numbered={kind: frozenset(numbers) for kind, numbers in read["numbered"].items()}
        if "numbered" in read
        else None,
        **more,
    )


def found_in(claim: Claim, knowledge: Knowledge) -> tuple[Statement, ...]:
    """What the checker says of one claim, read in its sentence under its heading."""
    return check([ProseSection("s", claim.title, claim.text)], knowledge, DANISH)


def on_the_clause(claim: Claim, statements: Sequence[Statement]) -> list[Statement]:
    """Those that touch the words of the claim."""
    start = claim.text.index(claim.clause)
    end = start + len(claim.clause)
    return [
        one for one in statements if one.start < end and start < one.end and one.verdict is not Verdict.NOT_ABOUT_DATA
    ]


def outcome(claim: Claim, statements: Sequence[Statement]) -> str:
    """ "recognised", "asked" (a question where the figures had an answer), "missed" or "wrong"."""
    verdicts = {one.verdict for one in on_the_clause(claim, statements)}
    right = {
        "true": {Verdict.TRUE, Verdict.SMALL, Verdict.TRUE_WITH},
        "with": {Verdict.TRUE_WITH},
        "false": {Verdict.FALSE, Verdict.UNKNOWN},
        "open": {Verdict.UNKNOWN},
        "none": set(),
    }[claim.truth]
    if claim.truth == "none":
        return "wrong" if verdicts else "recognised"
    if Verdict.FALSE in verdicts and claim.truth != "false":
        return "wrong"
    if verdicts & right:
        return "recognised"
    return "asked" if Verdict.UNKNOWN in verdicts else ("wrong" if verdicts else "missed")


def sections_of(text: str, labels: Sequence[str] = ()) -> list[ProseSection]:
    """A report's plain text as sections: lines joined over hyphens; a short line alone and without a full stop is a
    heading, and so is a line that is a label.
    """
    text = re.sub(r"(?<=[a-zæøå])-[ ]?\n[ ]?(?=[a-zæøå])", "", text)
    found, title, body = [], "", list[str]()
    for paragraph in re.split(r"\n[ \t]*\n|\n (?=[A-ZÆØÅ0-9])", text):
        lines = [line.strip() for line in paragraph.strip().split("\n") if line.strip()]
        if lines and (lines[0].replace("&", "og") in labels or (len(lines) == 1 and is_heading(lines[0]))):
            found.append(ProseSection(f"s{len(found)}", title, "\n\n".join(body)))
            title, body, lines = lines[0], [], lines[1:]
        body.append("\n".join(lines))
    return [*found, ProseSection(f"s{len(found)}", title, "\n\n".join(body))]


def is_heading(line: str) -> bool:
    return (
        not line.endswith((".", ",", ";", ":"))
        and not line.startswith(("•", "*", "-", "Figur", "Tabel"))
        and len(line.split()) < 10
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, help="folder with the five reports as plain text")
    parser.add_argument(
        "--show", action="store_true", help="print every claim that is not recognised, and every question"
    )
    options = parser.parse_args()
    print_claims(options.show)
    if options.sources:
        print_reports(options.sources, options.show)
    print_speed(options.sources)


def print_claims(show: bool) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for claim in claims():
        statements = found_in(claim, known(claim.report))
        result = outcome(claim, statements)
        counted[claim.truth, result] += 1
        if show and result != "recognised":
            print(f"{result:10} {claim.truth:5} {claim.report}: {claim.clause}")
            for one in on_the_clause(claim, statements):
                print(f"{'':17}{one.verdict} {one.kind}: {explanation(one, DANISH)}")
    print(f"{'truth':8}{'claims':>8}{'recognised':>12}{'asked':>8}{'missed':>8}{'wrong':>8}")
    for truth in ("true", "with", "false", "open", "none"):
        numbers = {result: counted[truth, result] for result in ("recognised", "asked", "missed", "wrong")}
        print(
            f"{truth:8}{sum(numbers.values()):8}{numbers['recognised']:12}"
            + "".join(f"{numbers[one]:8}" for one in ("asked", "missed", "wrong"))
        )


def print_reports(folder: Path, show: bool) -> None:
    print(f"\n{'report':24}{'words':>8}{'checked':>9}{'true':>6}{'with':>6}{'asked':>7}{'false':>7}")
    for report in REPORTS:
        text = (folder / f"{report}.txt").read_text("utf-8")
        knowledge = known(report)
        statements = check(sections_of(text, [name.label for name in knowledge.names]), knowledge, DANISH)
        counted = Counter(one.verdict for one in statements)
        told = [one for one in statements if one.verdict is not Verdict.NOT_ABOUT_DATA]
        numbers = [counted[one] for one in (Verdict.TRUE, Verdict.TRUE_WITH, Verdict.UNKNOWN, Verdict.FALSE)]
        print(f"{report:24}{len(text.split()):8}{len(told):9}{numbers[0]:6}{numbers[1]:6}{numbers[2]:7}{numbers[3]:7}")
        for one in told if show else ():
            print(f"    {one.verdict:10} {one.kind:10} {explanation(one, DANISH)}")


def print_speed(folder: Path | None) -> None:
    """A report of 60 pages, made of the claims (or of the longest report) over and over."""
    whole = (folder / f"{REPORTS[0]}.txt").read_text("utf-8") if folder else "\n\n".join(one.text for one in claims())
    long = "\n\n".join([whole] * (PAGES * LETTERS_ON_A_PAGE // len(whole) + 1))[: PAGES * LETTERS_ON_A_PAGE]
    knowledge = known(REPORTS[0])
    times = []
    for _ in range(RUNS):
        begun, worked = perf_counter(), process_time()
        check(sections_of(long), knowledge, DANISH)
        times.append((perf_counter() - begun, process_time() - worked))
    wall, processor = (sorted(column)[RUNS // 2] for column in zip(*times, strict=True))
    print(f"\n{PAGES} pages ({len(long)} letters): {wall:.2f} s, {processor:.2f} s of one processor; medians of {RUNS}")


if __name__ == "__main__":
    main()
