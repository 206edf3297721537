"""An invented municipality with round numbers, and how its texts are judged."""

from dataclasses import replace
from fractions import Fraction

from benchmarks.prose import DANISH
from ombud.core.prose.check import check
from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Name, Place, Quantity, Span, Unit
from ombud.core.prose.passages import ProseSection
from ombud.core.prose.statement import Statement, Verdict
from ombud.core.words import PLAIN, Words

CHILDREN, JOBS, ROADS = ("department", "bf"), ("department", "job"), ("department", "vej")
TIME, TONE, OTHER = ("theme", "tid"), ("theme", "tone"), ("theme", "andet")
COMPLAINT = ("type", "klage")

NAMES = (
    Name("department", "bf", "Børn & Familie", ("Børneafdelingen",)),
    Name("department", "job", "Job & Ydelse"),
    Name("department", "vej", "Veje & Parker"),
    Name("theme", "tid", "Sagsbehandlingstid"),
    Name("theme", "tone", "Venlig tone"),
    Name("theme", "andet", "Andet", is_residual=True),
    Name("type", "klage", "Klage"),
)
UNITS = (
    Unit("enquiries", "henvendelse", "henvendelser"),
    Unit("matters", "sag", "sager", (), "enquiries"),
    Unit("points", "klagepunkt", "klagepunkter", ("klageforhold",), "enquiries"),
)
COUNTS: tuple[tuple[str, int, tuple[Place, ...], str], ...] = (
    ("enquiries", 100, (), NOW),
    ("enquiries", 60, (CHILDREN,), NOW),
    ("enquiries", 38, (JOBS,), NOW),
    ("enquiries", 2, (ROADS,), NOW),
    ("enquiries", 40, (COMPLAINT,), NOW),
    ("enquiries", 30, (COMPLAINT, CHILDREN), NOW),
    ("enquiries", 50, (), BEFORE),
    ("enquiries", 40, (CHILDREN,), BEFORE),
    ("matters", 120, (), NOW),
    ("matters", 50, (OTHER,), NOW),
    ("matters", 40, (TIME,), NOW),
    ("matters", 30, (TONE,), NOW),
    ("matters", 25, (TIME, CHILDREN), NOW),
)
YEARS = (Span(NOW, ("2024",), Fraction(12)), Span(BEFORE, ("2023",), Fraction(12)))


def quantities(hidden: tuple[tuple[Place, ...], ...] = ()) -> tuple[Quantity, ...]:
    hidden_ones = {frozenset(places) for places in hidden}
    return tuple(
        Quantity(
            f"{unit}/{'+'.join(key for _, key in places)}/{period}",
            value,
            unit,
            members,
            period,
            members in hidden_ones,
        )
        for unit, value, places, period in COUNTS
        for members in [frozenset(places)]
    )


EKSEMPELBY = Knowledge(quantities(), NAMES, UNITS, YEARS, "Ishøj", ("Hvidovre",))
HALF_A_YEAR_BEFORE = replace(EKSEMPELBY, spans=(YEARS[0], replace(YEARS[1], months=Fraction(3))))


def claims(
    text: str, title: str = "", knowledge: Knowledge = EKSEMPELBY, words: Words = DANISH
) -> tuple[Statement, ...]:
    """The claims of a text, without what is about something else."""
    found = check([ProseSection("s", title, text)], knowledge, words)
    return tuple(one for one in found if one.verdict is not Verdict.NOT_ABOUT_DATA)


def verdicts(text: str, title: str = "", knowledge: Knowledge = EKSEMPELBY, words: Words = DANISH) -> list[Verdict]:
    return [one.verdict for one in claims(text, title, knowledge, words)]


def in_english(text: str) -> list[Verdict]:
    names = tuple(replace(one, label=_ENGLISH[one.key], aliases=()) for one in NAMES if one.key in _ENGLISH)
    units = (Unit("enquiries", "enquiry", "enquiries"), Unit("matters", "matter", "matters", (), "enquiries"))
    return verdicts(text, "", replace(EKSEMPELBY, names=names, units=units), PLAIN)


_ENGLISH = {"bf": "Children & Families", "job": "Jobs & Benefits", "vej": "Roads & Parks", "tid": "Processing time"}
