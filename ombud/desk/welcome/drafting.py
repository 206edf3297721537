"""From the answers of the guided set-up to a profile."""

from typing import Any

from ombud.offices.queries.profiles import profile_data, theme_file

BEGINNING = "0165"
"""The shipped municipality whose types, channels, tags, appeal bodies and report outline a new one begins with."""
TAKEN_OVER = (
    "types",
    "channels",
    "tags",
    "outside_bodies_directory",
    "appeal_bodies",
    "appeal_remarks",
    "reservations",
)


def profile_of(answers: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The profile that the answers, by step, describe."""
    shipped = profile_data(BEGINNING)
    who, period = answers["name"], answers["period"]
    return {
        **{part: shipped[part] for part in TAKEN_OVER},
        "code": who["code"],
        "name": who["name"],
        "office": who["office"],
        "departments": _departments(answers["departments"]),
        "mandates": [_mandate(answers["mandate"], answers["departments"], who["name"])],
        "taxonomies": [{"name": _title(period["taxonomy"]), "file": period["taxonomy"]}],
        "periods": [{"name": period["name"], "starts_on": period["starts_on"], "ends_on": period["ends_on"]}],
        "report": {"author": who["office"], "place": who["name"], "sections": shipped["report"]["sections"]},
    }


def _departments(given: dict[str, Any]) -> list[dict[str, Any]]:
    found = [
        {"key": f"d{number}", "name": name, "order": number, "appeal_copies": True}
        for number, name in enumerate(given["departments"], 1)
    ]
    if given["outside"]:
        found.append({"key": "outside", "name": given["outside"], "order": len(found) + 1, "outside": True})
    return found


def _mandate(given: dict[str, Any], departments: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "name": name,
        "supervision": given["supervision"] == "yes",
        "own_initiative": given["own_initiative"],
        "age_limit_months": given["age_limit_months"],
        "appeal_rule": given["appeal_rule"],
        "complaint_points": given["principle"] == "main_and_follow_on",
        "principle": {"key": given["principle"]},
        "words": {
            "matter": [given["matter"], given["matters"]],
            "department": [departments["department"], departments["departments_word"]],
        },
    }


def _title(file: str) -> str:
    return str(theme_file(file)["name"])
