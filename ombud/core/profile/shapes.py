"""The fields of a profile file and of a taxonomy file."""

from ombud.core.profile.fields import (
    Absent,
    Choice,
    Day,
    Definition,
    Flag,
    Kind,
    Many,
    Number,
    Record,
    Reference,
    Text,
    Whole,
)

OPEN_ADVICE = "open_advice"
"""The key of the channel that stands for drop-in advice."""

NAME = Text(120, empty=False)
LABEL = Text(120)
NOTE = Text(300)
PROSE = Text(50_000)
KEY = Text(60, empty=False, pattern=r"[a-z0-9_-]+")
NAMES = Many(NAME)
OPEN: dict[str, Kind] = {"starts_on": Day(), "ends_on": Day()}
CLOSED: dict[str, Kind] = {"starts_on": Day(open=False), "ends_on": Day(open=False)}
NAMED: dict[str, Kind] = {"name": NAME, "name_en": LABEL}
NOTED: dict[str, Kind] = {"scope_note": PROSE, "scope_note_en": PROSE, "aliases": NAMES}
PAIR = Many(Text(40, empty=False), exactly=2)


def record(*required: str, **fields: Kind) -> Record:
    return Record(fields, frozenset(required))


SMALL_COUNTS = record(
    "audience",
    "rule",
    audience=Choice(("public", "council", "desk")),
    kind=Choice(("", "matters", "appeal_decisions", "appeal_remarks", "matter_tags")),
    rule=Choice(("protect", "as_published")),
    threshold=Whole(2, 50),
    zeros_shown=Flag(),
    protection=Choice(("P1", "P2")),
    treatment=Choice(("hide", "round3", "round5")),
    forced=NAMES,
    annex=Flag(),
    note=PROSE,
    decided_by=Absent(LABEL),
    decided_on=Day(),
)
DISCLOSURE = record(
    "policy",
    policy=Choice(("protect", "as_published", "undecided")),
    rules=Many(SMALL_COUNTS),
    decided_by=Absent(LABEL),
    decided_on=Day(),
    note=PROSE,
)
DEPARTMENT = record(
    "key",
    "name",
    **OPEN,
    **NAMED,
    key=KEY,
    aliases=NAMES,
    outside=Flag(),
    note=NOTE,
    note_en=NOTE,
    parent=Reference(),
    predecessors=Many(KEY),
    appeal_copies=Flag(),
    order=Whole(),
)
DEGREE = record("order", "name", order=Whole(1, 99), name=Text(60, empty=False), name_en=Text(60), description=PROSE)
PRINCIPLE = record(
    "key",
    key=Choice(("main_and_follow_on", "unique_citizen_matter", "request_in_specific_case", "citizen_subject_centre")),
    version=Text(40),
    text=PROSE,
    text_en=PROSE,
)
MANDATE = record(
    "name",
    "supervision",
    "principle",
    **OPEN,
    name=NAME,
    supervision=Flag(),
    own_initiative=Flag(),
    age_limit_months=Whole(1, 1200, empty=True),
    appeal_rule=Choice(("none", "has_been", "can_be")),
    lay_representative=Flag(),
    principle=PRINCIPLE,
    complaint_points=Flag(),
    words=record(matter=PAIR, matter_en=PAIR, department=PAIR, department_en=PAIR),
    provisions=Many(record("number", number=Text(20, empty=False), text=PROSE)),
    tasks=Many(Text(200, empty=False)),
    criticism_scale=Many(DEGREE),
    legal_basis=PROSE,
)
TYPE = record(
    "name",
    **OPEN,
    **NAMED,
    key=KEY,
    group=Choice(("complaint", "other", "")),
    aliases=NAMES,
    order=Whole(),
    definitions=Many(record("text", starts_on=Day(), text=PROSE, text_en=PROSE)),
)
CHANNEL = record("name", **OPEN, **NAMED, key=KEY, aliases=NAMES, order=Whole())
DETAIL = record("name", **OPEN, **NAMED, **NOTED)
SUBTHEME = record("name", **OPEN, **NAMED, **NOTED, details=Many(DETAIL))
THEME = record("name", **OPEN, **NAMED, **NOTED, subthemes=Many(SUBTHEME))
TAXONOMY = record(
    "name",
    "themes",
    **NAMED,
    version=Text(40),
    descent=PROSE,
    descent_en=PROSE,
    themes=Many(THEME),
    related=Many(Many(NAME, exactly=2)),
    mapping=Many(Record({"from": NAME, "to": NAMES}, frozenset({"from", "to"}))),
)
TAXONOMY_IN_FORCE = record("name", **OPEN, name=NAME, descent=PROSE, descent_en=PROSE, file=Text(120), content=TAXONOMY)
PERIOD = record(
    "name",
    "starts_on",
    "ends_on",
    **CLOSED,
    name=Text(60, empty=False),
    months_closed=Number(1000, 1),
    caveat=PROSE,
    compared_with=Reference(),
)
CLOSURE = record("starts_on", "ends_on", **CLOSED, kind=Choice(("vacancy", "illness", "closed")), note=Text(200))
STAFFING = record(
    "starts_on",
    "fte",
    starts_on=Day(open=False),
    ends_on=Day(),
    fte=Number(100, 2),
    shares=Many(record("municipality", "percent", municipality=NAME, percent=Number(101, 1))),
)
APPEAL_BODY = record("name", **NAMED, short=LABEL, shown_when_none=Flag(), aliases=NAMES)
REMARK = record("name", **NAMED, key=KEY, note=NOTE, aliases=NAMES)
SECTION = record(
    "key",
    "title",
    key=Text(60, empty=False, pattern=r"[A-Za-z0-9_-]+"),
    title=Text(200, empty=False),
    title_en=Text(200),
    level=Whole(1, 2),
    numbered=Flag(),
    included=Flag(),
    text=PROSE,
    text_en=PROSE,
)
BAND = record("most_days", most_days=Whole(0, 36_500, empty=True), label=LABEL, label_en=LABEL, key=KEY)
PROFILE = record(
    "code",
    "name",
    code=Text(4, empty=False, pattern=r"\d{4}"),
    name=Text(80, empty=False),
    office=Text(80, empty=False),
    function_starts_on=Day(),
    takes_enquiries_from=Day(),
    language=Choice(("da", "en")),
    disclosure=DISCLOSURE,
    legal_basis=PROSE,
    departments=Many(DEPARTMENT),
    department_groups=Many(record("name", "departments", **NAMED, departments=Many(KEY))),
    mandates=Many(MANDATE),
    types=Many(TYPE),
    channels=Many(CHANNEL),
    taxonomies=Many(TAXONOMY_IN_FORCE),
    theme_groups=Many(record("name", "members", **NAMED, theme=Reference(), members=NAMES)),
    tags=Many(record("name", **NAMED)),
    periods=Many(PERIOD),
    closures=Many(CLOSURE),
    staffing=Many(STAFFING),
    outside_bodies_directory=NAMES,
    appeal_bodies=Many(APPEAL_BODY),
    appeal_remarks=Many(REMARK),
    reservations=Many(PROSE),
    duration_bands=Many(BAND),
    duration_ends_with=Choice(("closed", "finished")),
    definitions=record(tables=Many(Definition()), figures=Many(Definition())),
    report=record(author=LABEL, place=Text(80), sections=Many(SECTION)),
)
