"""The set-up written back as a profile, for another municipality to copy or for safe keeping.

What rooms above keep (appeal boards, remark themes, the outline of the report) is not in it, and neither are contacts:
they are persons.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from ombud.core.profile.shapes import OPEN_ADVICE
from ombud.offices.models import (
    Channel,
    Closure,
    Department,
    DepartmentGroup,
    EnquiryType,
    Mandate,
    ReportingPeriod,
    SmallCountRule,
    Staffing,
    Tag,
    Taxonomy,
    Theme,
    ThemeGroup,
)
from ombud.offices.queries.municipalities import current_municipality


def as_profile() -> dict[str, Any]:
    """The municipality in scope in the form that ``load_profile`` reads."""
    row = current_municipality()
    return {
        "code": row.code,
        "name": row.name,
        "office": row.office,
        "function_starts_on": _day(row.function_starts_on),
        "takes_enquiries_from": _day(row.takes_enquiries_from),
        "disclosure": {
            "policy": row.disclosure,
            "decided_by": row.disclosure_decided_by,
            "decided_on": _day(row.disclosure_decided_on),
            "note": row.disclosure_note,
            "rules": [_small_counts(each) for each in SmallCountRule.objects.all()],
        },
        "legal_basis": row.legal_basis,
        "departments": [_department(each) for each in Department.objects.prefetch_related("aliases", "origins")],
        "department_groups": [
            {**_named(group), "departments": [_key(member) for member in group.departments.all()]}
            for group in DepartmentGroup.objects.prefetch_related("departments")
        ],
        "mandates": [_mandate(each) for each in Mandate.objects.all()],
        "types": [_type(each) for each in EnquiryType.objects.prefetch_related("definitions")],
        "channels": [_channel(each) for each in Channel.objects.all()],
        "taxonomies": [_taxonomy(each) for each in Taxonomy.objects.all()],
        "theme_groups": [_theme_group(each) for each in ThemeGroup.objects.all()],
        "tags": [_named(each) for each in Tag.objects.all()],
        "periods": [_period(each) for each in ReportingPeriod.objects.select_related("compared_with")],
        "closures": [{**_dates(each), "kind": each.kind, "note": each.note} for each in Closure.objects.all()],
        "staffing": [{**_dates(each), "fte": str(each.fte), "shares": each.shares} for each in Staffing.objects.all()],
        "outside_bodies_directory": row.outside_bodies,
        "reservations": row.reservations,
        "duration_bands": row.duration_bands,
        "duration_ends_with": row.duration_ends_with,
        "report": {"author": row.author, "place": row.place, "sections": []},
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dates(row: Any) -> dict[str, Any]:
    return {"starts_on": _day(row.starts_on), "ends_on": _day(row.ends_on)}


def _named(row: Any) -> dict[str, Any]:
    return {"name": row.name, "name_en": row.name_en}


def _key(row: Any) -> str:
    return f"{row._meta.model_name}-{row.pk}"


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _small_counts(row: SmallCountRule) -> dict[str, Any]:
    return {
        "audience": row.audience,
        "kind": row.kind,
        "rule": row.rule,
        "threshold": row.threshold,
        "zeros_shown": row.zeros_shown,
        "protection": row.protection,
        "treatment": row.treatment,
        "forced": row.forced,
        "annex": row.annex,
        "note": row.note,
        "decided_by": row.decided_by,
        "decided_on": _day(row.decided_on),
    }


def _department(row: Department) -> dict[str, Any]:
    return {
        "key": _key(row),
        **_named(row),
        **_dates(row),
        "aliases": sorted(alias.name for alias in row.aliases.all()),
        "outside": row.outside,
        "note": row.note,
        "note_en": row.note_en,
        "parent": _key(row.parent) if row.parent else None,
        "predecessors": [f"department-{origin.predecessor_id}" for origin in row.origins.all()],
        "appeal_copies": row.appeal_copies,
        "order": row.order,
    }


def _mandate(row: Mandate) -> dict[str, Any]:
    words = {
        word + language: [getattr(row, f"{word}_word{language}"), getattr(row, f"{word}_word_plural{language}")]
        for word in ("matter", "department")
        for language in ("", "_en")
    }
    return {
        "name": row.name,
        **_dates(row),
        "supervision": row.supervision,
        "own_initiative": row.own_initiative,
        "age_limit_months": row.age_limit_months,
        "appeal_rule": row.appeal_rule,
        "lay_representative": row.lay_representative,
        "principle": {
            "key": row.principle,
            "version": row.principle_version,
            "text": row.principle_text,
            "text_en": row.principle_text_en,
        },
        "complaint_points": row.complaint_points,
        "words": words,
        "provisions": [{"number": each.number, "text": each.text} for each in row.provisions.all()],
        "tasks": [each.name for each in row.tasks.all()],
        "criticism_scale": [
            {"order": each.order, "name": each.name, "name_en": each.name_en, "description": each.description}
            for each in row.criticism_scale.all()
        ],
        "legal_basis": row.legal_basis,
    }


def _type(row: EnquiryType) -> dict[str, Any]:
    definitions = [
        {"starts_on": _day(each.starts_on), "text": each.text, "text_en": each.text_en}
        for each in row.definitions.all()
    ]
    return {
        **_named(row),
        **_dates(row),
        "group": row.group,
        "aliases": row.aliases,
        "order": row.order,
        "definitions": definitions,
    }


def _channel(row: Channel) -> dict[str, Any]:
    key = OPEN_ADVICE if row.is_open_advice else _key(row)
    return {"key": key, **_named(row), **_dates(row), "aliases": row.aliases, "order": row.order}


def _taxonomy(row: Taxonomy) -> dict[str, Any]:
    themes = list(Theme.objects.filter(taxonomy=row).prefetch_related("related", "mapped_to__target"))
    subthemes = [theme for theme in themes if theme.parent_id and not theme.parent.parent_id]
    related = {tuple(sorted((theme.name, other.name))) for theme in subthemes for other in theme.related.all()}
    mapping = [
        {"from": theme.name, "to": [each.target.name for each in theme.mapped_to.all()]}
        for theme in subthemes
        if theme.mapped_to.all()
    ]
    content = {
        **_named(row),
        "version": row.version,
        "descent": row.descent,
        "descent_en": row.descent_en,
        "themes": _level(themes, None, ("subthemes", "details")),
        "related": [list(pair) for pair in sorted(related)],
        "mapping": mapping,
    }
    return {"name": row.name, **_dates(row), "content": content}


def _level(themes: list[Theme], parent: int | None, below: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {
            **_named(theme),
            **_dates(theme),
            "scope_note": theme.scope_note,
            "scope_note_en": theme.scope_note_en,
            "aliases": theme.aliases,
            **({below[0]: _level(themes, theme.pk, below[1:])} if below else {}),
        }
        for theme in themes
        if theme.parent_id == parent
    ]


def _theme_group(row: ThemeGroup) -> dict[str, Any]:
    members = sorted({theme.name for theme in row.themes.all()})
    return {**_named(row), "theme": row.base.name if row.base else None, "members": members}


def _period(row: ReportingPeriod) -> dict[str, Any]:
    return {
        "name": row.name,
        **_dates(row),
        "months_closed": _number(row.months_closed),
        "caveat": row.caveat,
        "compared_with": row.compared_with.name if row.compared_with else None,
    }
