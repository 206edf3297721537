"""The parts of the set-up that are lists: what each is called, which fields it has and what a list of it shows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombud.appeals.models import AppealBoard, RemarkTheme
from ombud.desk.office import columns
from ombud.offices.actions.mandates import COPIED
from ombud.offices.models import (
    Channel,
    Closure,
    Contact,
    CriticismDegree,
    Department,
    DepartmentGroup,
    EnquiryType,
    Mandate,
    Provision,
    ReferencePopulation,
    ReportingPeriod,
    Staffing,
    Tag,
    Task,
    Taxonomy,
    Theme,
    ThemeGroup,
)

Text = str | Promise
Column = tuple[Text, Callable[[Any], str]]


@dataclass(frozen=True)
class Noun:
    """``under`` is the field that says what a row is part of; ``by_pages`` has ways to change it beside the form: label
    and URL name with the row's key. ``made_at`` is the URL name where a new one is made, when not with the form.
    """

    key: str
    model: type[models.Model]
    title: Text
    lead: Text
    new: Text
    fields: tuple[str, ...]
    columns: tuple[Column, ...]
    under: str = ""
    only_new: tuple[str, ...] = ()
    by_pages: tuple[tuple[Text, str], ...] = ()
    made_at: str = ""
    hints: dict[str, Text] = field(default_factory=dict)


ALSO_CALLED = _("One a line. Registers that use these names are understood.")
OPEN_DATES: dict[str, Text] = {
    "starts_on": _("Empty: always."),
    "ends_on": _("Empty: until further notice."),
}
NAMED = ("name", "name_en")
DATES = ("starts_on", "ends_on")
MANDATE_FIELDS = ("name", *DATES, *COPIED)

_ALL = (
    Noun(
        "departments",
        Department,
        _("Departments"),
        _("Departments with their units, and bodies outside the municipality. One that closes gets a last day; old "
          "registrations stay where they are."),
        _("New department"),
        (*NAMED, "aliases", "parent", "outside", "note", "note_en", "appeal_copies", "order", *DATES),
        ((_("Also called"), columns.aliases), (_("In use"), columns.dates), (_("Notes"), columns.department_notes)),
        by_pages=((_("Split from a day on"), "office-split"), (_("Move from a day on"), "office-move")),
        hints={
            "aliases": ALSO_CALLED,
            "parent": _("Only for a unit of a department. Its matters count in the department."),
            "note": _("Printed under tables that show the department."),
            **OPEN_DATES,
        },
    ),
    Noun(
        "department-groups",
        DepartmentGroup,
        _("Groups of departments"),
        _("Departments counted together in a figure, such as the social areas."),
        _("New group"),
        (*NAMED, "departments", "order"),
        ((_("Departments"), columns.members("departments")),),
    ),
    Noun(
        "contacts",
        Contact,
        _("Contacts in the departments"),
        _("Whom to meet and hear in a department."),
        _("New contact"),
        ("department", "function", "name"),
        ((_("Department"), columns.of("department")),),
    ),
    Noun(
        "populations",
        ReferencePopulation,
        _("Citizens served"),
        _("How many citizens a department served in a year, to compare with its share of the enquiries."),
        _("New number"),
        ("department", "year", "citizens", "source"),
        ((_("Year"), columns.plain("year")), (_("Citizens"), columns.citizens), (_("Source"), columns.plain("source"))),
    ),
    Noun(
        "mandates",
        Mandate,
        _("Mandates"),
        _("What the adviser may do and how enquiries are counted, from one day to another. Make a new mandate when the "
          "council changes it; correct one only when it was written down wrongly."),
        _("New mandate from a day on"),
        MANDATE_FIELDS,
        (
            (_("In force"), columns.dates),
            (_("Supervision"), columns.yes("supervision")),
            (_("Registration principle"), columns.chosen("principle")),
        ),
        made_at="office-mandate",
        hints={"principle_text": _("Printed in the report and shown under tables."), **OPEN_DATES},
    ),
    Noun(
        "provisions",
        Provision,
        _("Provisions of the charter"),
        _("Numbered provisions that actions can refer to."),
        _("New provision"),
        ("mandate", "number", "text", "order"),
        ((_("Mandate"), columns.of("mandate")), (_("Text"), columns.plain("text"))),
        under="mandate",
    ),
    Noun(
        "tasks",
        Task,
        _("Tasks of the charter"),
        _("The tasks that the charter gives the adviser."),
        _("New task"),
        ("mandate", "name", "order"),
        ((_("Mandate"), columns.of("mandate")),),
        under="mandate",
    ),
    Noun(
        "scale",
        CriticismDegree,
        _("Scale of criticism"),
        _("The municipality's own words for criticism, from the mildest to the most severe. Only with a supervisory "
          "task."),
        _("New degree"),
        ("mandate", "order", *NAMED, "description"),
        (
            (_("Degree"), columns.plain("order")),
            (_("Meaning"), columns.plain("description")),
            (_("Mandate"), columns.of("mandate")),
        ),
        under="mandate",
    ),
    Noun(
        "types",
        EnquiryType,
        _("Types of enquiry"),
        _("The types and what they mean. A meaning that changes gets a day; enquiries before it keep the old one."),
        _("New type"),
        (*NAMED, "group", "aliases", "order", *DATES),
        (
            (_("Counted among"), columns.chosen("group")),
            (_("Meaning now"), columns.definition),
            (_("In use"), columns.dates),
        ),
        by_pages=((_("New meaning from a day on"), "office-define"),),
        hints={"aliases": ALSO_CALLED, **OPEN_DATES},
    ),
    Noun(
        "channels",
        Channel,
        _("Channels"),
        _("How enquiries reach the office."),
        _("New channel"),
        (*NAMED, "aliases", "is_open_advice", "order", *DATES),
        ((_("Also called"), columns.aliases), (_("In use"), columns.dates)),
        hints={"aliases": ALSO_CALLED, **OPEN_DATES},
    ),
    Noun(
        "appeal-boards",
        AppealBoard,
        _("Appeal boards"),
        _("The boards whose decisions are kept in the register of appeal decisions."),
        _("New appeal board"),
        (*NAMED, "aliases", "stated_when_none", "order"),
        ((_("Also called"), columns.aliases),),
        hints={"aliases": ALSO_CALLED},
    ),
    Noun(
        "appeal-remarks",
        RemarkTheme,
        _("Themes of appeal remarks"),
        _("What a board's remarks on case processing can be about."),
        _("New theme of remarks"),
        (*NAMED, "aliases", "note", "order"),
        ((_("Also called"), columns.aliases),),
        hints={"aliases": ALSO_CALLED, "note": _("Printed under the table of remarks.")},
    ),
    Noun(
        "tags",
        Tag,
        _("Tags"),
        _("Marks across the legal themes, such as access to files."),
        _("New tag"),
        (*NAMED, "order"),
        ((_("Name in English"), columns.plain("name_en")),),
    ),
    Noun(
        "taxonomies",
        Taxonomy,
        _("Versions of the themes"),
        _("One version is in force on a day. A new version is mapped to the one before, so that old figures stay."),
        _("New version from a day on"),
        (*NAMED, "version", "descent", "descent_en", *DATES),
        ((_("In force"), columns.dates), (_("Version"), columns.plain("version"))),
        made_at="office-taxonomy",
        by_pages=((_("Themes of this version"), "office-themes"),),
        hints=OPEN_DATES,
    ),
    Noun(
        "themes",
        Theme,
        _("Themes and subthemes"),
        _("Matters are placed on subthemes, or on details below them. One that goes out of use gets a last day."),
        _("New theme or subtheme"),
        ("taxonomy", "parent", *NAMED, "scope_note", "scope_note_en", "aliases", "related", "order", *DATES),
        (
            (_("What it includes"), columns.plain("local_scope_note")),
            (_("In use"), columns.dates),
            (_("Answers to"), columns.mapped),
        ),
        under="taxonomy",
        by_pages=((_("Retire"), "office-retire"), (_("Answers to"), "office-map")),
        hints={
            "parent": _("Empty for a theme; a theme for a subtheme; a subtheme for a detail."),
            "aliases": ALSO_CALLED,
            **OPEN_DATES,
        },
    ),
    Noun(
        "theme-groups",
        ThemeGroup,
        _("Groups of subthemes"),
        _("Subthemes counted together, with their share of a theme."),
        _("New group"),
        (*NAMED, "base", "themes", "order"),
        ((_("Share of"), columns.of("base")), (_("Subthemes"), columns.members("themes"))),
    ),
    Noun(
        "periods",
        ReportingPeriod,
        _("Reporting periods"),
        _("Any two dates with a name: a year, a broken year, a quarter or the part of a first year."),
        _("New period"),
        ("name", *DATES, "months_closed", "compared_with", "caveat"),
        (
            (_("Dates"), columns.dates),
            (_("Months closed"), columns.decimal("months_closed")),
            (_("Compared with"), columns.of("compared_with")),
        ),
        hints={
            "months_closed": _("Months in which the function was closed or vacant. Used for numbers per open month."),
            "caveat": _("Printed wherever the period is compared with another."),
        },
    ),
    Noun(
        "closures",
        Closure,
        _("Closures"),
        _("Days on which the function took no enquiries: vacancy, illness or closed."),
        _("New closure"),
        (*DATES, "kind", "note"),
        ((_("Reason"), columns.chosen("kind")), (_("Note"), columns.plain("note"))),
    ),
    Noun(
        "staffing",
        Staffing,
        _("Staffing"),
        _("Full-time equivalents, and how they are shared between municipalities."),
        _("New staffing"),
        (*DATES, "fte", "shares"),
        ((_("Full-time equivalents"), columns.decimal("fte")), (_("Shared between"), columns.shares)),
        hints={"shares": _("A municipality and its per cent on each line, such as “Hvidovre 60”.")},
    ),
)  # fmt: skip
NOUNS = {noun.key: noun for noun in _ALL}
