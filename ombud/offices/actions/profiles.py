"""Making a municipality from a profile: all of it or nothing."""

from typing import Any

from django.db import transaction
from django.utils import translation

from ombud.audit.record import record
from ombud.core.profile.check import profile_problems
from ombud.core.profile.problem import Problem
from ombud.core.words import Words
from ombud.identity.models import User
from ombud.offices.actions.loading.choices import make_choices
from ombud.offices.actions.loading.departments import make_departments
from ombud.offices.actions.loading.mandates import make_mandates
from ombud.offices.actions.loading.municipality import make_municipality_row
from ombud.offices.actions.loading.periods import make_openings, make_periods
from ombud.offices.actions.loading.small_counts import make_small_counts
from ombud.offices.actions.loading.taxonomies import make_taxonomies
from ombud.offices.models import Municipality
from ombud.offices.queries.profiles import four_digits, profile_data, shipped_codes, with_themes
from ombud.tenancy.scope import scope

__all__ = ["ProfileRefused", "load_profile", "load_shipped", "shipped_codes"]

WORDS: Words = translation


class ProfileRefused(ValueError):
    """The profile has errors and nothing was written. ``problems`` has them all; the message has one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@transaction.atomic
def load_profile(*, data: Any, by: User | None) -> Municipality:
    """Make the municipality that the profile describes. Raises ProfileRefused.

    A municipality that is already there is returned as it is: what its people have changed since is never undone.
    """
    whole = with_themes(data)
    problems = profile_problems(whole, WORDS)
    if problems:
        raise ProfileRefused(problems)
    there = Municipality.objects.filter(code=whole["code"]).first()
    if there is not None:
        return there
    municipality = make_municipality_row(whole)
    with scope(municipality):
        make_small_counts(whole)
        make_departments(whole)
        make_mandates(whole)
        make_choices(whole)
        make_taxonomies(whole)
        make_periods(whole)
        make_openings(whole)
    record("municipality.made", municipality, by=by, municipality=municipality.code, label=municipality.name)
    return municipality


def load_shipped(*, code: str, by: User | None) -> Municipality:
    """Make a municipality that ships with the program; 165 and 0165 are the same. Raises UnknownMunicipality."""
    there = Municipality.objects.filter(code=four_digits(code)).first()
    return there or load_profile(data=profile_data(code), by=by)
