"""Mandates with provisions, tasks and scale of criticism."""

from typing import Any

from ombud.core.profile.fields import as_day
from ombud.offices.models import CriticismDegree, Mandate, Provision, Task

WORDS = {"matter": "matter_word", "department": "department_word"}


def make_mandates(data: dict[str, Any]) -> None:
    for entry in data.get("mandates", []):
        _make(entry)


def _make(entry: dict[str, Any]) -> None:
    principle = entry["principle"]
    mandate = Mandate.objects.create(
        name=entry["name"],
        starts_on=as_day(entry.get("starts_on")),
        ends_on=as_day(entry.get("ends_on")),
        supervision=entry["supervision"],
        own_initiative=entry.get("own_initiative", False),
        age_limit_months=entry.get("age_limit_months"),
        appeal_rule=entry.get("appeal_rule", Mandate.AppealRule.NONE),
        lay_representative=entry.get("lay_representative", False),
        complaint_points=entry.get("complaint_points", False),
        principle=principle["key"],
        principle_version=principle.get("version", ""),
        principle_text=principle.get("text", ""),
        principle_text_en=principle.get("text_en", ""),
        legal_basis=entry.get("legal_basis", ""),
        **_words(entry.get("words", {})),
    )
    for order, provision in enumerate(entry.get("provisions", []), 1):
        Provision.objects.create(
            mandate=mandate, number=provision["number"], text=provision.get("text", ""), order=order
        )
    for order, task in enumerate(entry.get("tasks", []), 1):
        Task.objects.create(mandate=mandate, name=task, order=order)
    for degree in entry.get("criticism_scale", []):
        CriticismDegree.objects.create(
            mandate=mandate,
            order=degree["order"],
            name=degree["name"],
            name_en=degree.get("name_en", ""),
            description=degree.get("description", ""),
        )


def _words(given: dict[str, list[str]]) -> dict[str, str]:
    """``{"matter_en": [one, several]}`` as the four fields of each word."""
    found: dict[str, str] = {}
    for word, field in WORDS.items():
        for language in ("", "_en"):
            one, several = given.get(word + language, (None, None))
            if one is not None and several is not None:
                found |= {field + language: one, f"{field}_plural{language}": several}
    return found
