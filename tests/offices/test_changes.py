"""Mandates, types, themes and facts change; the figures of an earlier period stay."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.casework.models import Enquiry
from ombud.offices.actions import entries
from ombud.offices.actions.mandates import new_mandate
from ombud.offices.actions.municipalities import change_facts, set_duration_bands
from ombud.offices.actions.taxonomies import map_theme, new_taxonomy, retire_theme
from ombud.offices.actions.types import define
from ombud.offices.models import (
    Channel,
    Closure,
    EnquiryType,
    Mandate,
    Municipality,
    ReportingPeriod,
    Taxonomy,
    Theme,
    ThemeMapping,
)
from ombud.offices.queries.mandates import mandate_on, words_on
from ombud.offices.queries.periods import months_closed_suggested, previous_of
from ombud.offices.queries.profiles import theme_file
from ombud.offices.queries.taxonomies import subtheme_choices, subthemes_on, taxonomy_on
from ombud.tenancy.scope import scope
from tests.offices.conftest import Figures

JULY = date(2024, 7, 1)


def subtheme(name: str) -> Theme:
    return Theme.objects.get(name=name, parent__isnull=False)


def test_a_new_mandate_copies_the_old_and_ends_it_the_day_before(figures: Callable[[], Figures]) -> None:
    before = figures()
    old = mandate_on(date(2024, 5, 1))
    assert old is not None
    made = new_mandate(starts_on=JULY, name="Vedtægt 2024", by=None, values={"age_limit_months": 12})
    assert figures() == before
    assert Mandate.objects.get(pk=old.pk).ends_on == date(2024, 6, 30)
    assert mandate_on(date(2024, 6, 30)) == old
    assert mandate_on(JULY) == made
    assert made.age_limit_months == 12
    assert made.matter_word == old.matter_word
    assert made.tasks.count() == old.tasks.count() > 0


def test_a_mandate_keeps_its_scale_unless_supervision_ends(ishoej: Municipality) -> None:
    with scope(ishoej):
        kept = new_mandate(starts_on=date(2026, 1, 1), name="A", by=None)
        assert kept.criticism_scale.count() == 6
        assert new_mandate(
            starts_on=date(2027, 1, 1), name="B", by=None, values={"supervision": False}
        ).criticism_scale.count() == 0  # fmt: skip


@pytest.mark.parametrize("day", [date(2024, 6, 20), date(2024, 4, 1)])
def test_a_mandate_that_would_cover_old_registrations_is_refused(registered: list[Enquiry], day: date) -> None:
    with pytest.raises(ValidationError, match="starts_on"):
        new_mandate(starts_on=day, name="Ny", by=None)
    assert Mandate.objects.count() == 1


def test_the_principle_of_a_used_mandate_is_not_changed(registered: list[Enquiry]) -> None:
    mandate = Mandate.objects.get()
    with pytest.raises(ValidationError, match="principle"):
        entries.change(row=mandate, values={"principle": Mandate.Principle.UNIQUE_CITIZEN_MATTER}, by=None)
    entries.change(row=mandate, values={"matter_word": "problemstilling"}, by=None)
    assert words_on(JULY).matter == "problemstilling"


def test_two_mandates_are_never_in_force_on_one_day(ishoej: Municipality) -> None:
    with scope(ishoej):
        first = Mandate.objects.first()
        with pytest.raises(ValidationError, match="ends_on"):
            entries.change(row=first, values={"ends_on": date(2023, 1, 1)}, by=None)


def test_a_type_means_something_new_from_a_day_on(figures: Callable[[], Figures]) -> None:
    before = figures()
    kind = EnquiryType.objects.get(name="Klage")
    define(type=kind, starts_on=JULY, text="Borgeren har en aktiv sag.", by=None)
    assert figures() == before
    old, new = kind.definition_on(date(2024, 6, 30)), kind.definition_on(JULY)
    assert old is not None
    assert new is not None
    assert old.text != new.text == "Borgeren har en aktiv sag."


def test_a_used_type_is_not_counted_among_something_else(figures: Callable[[], Figures]) -> None:
    before = figures()
    with pytest.raises(ValidationError, match="group"):
        entries.change(row=EnquiryType.objects.get(name="Vejledning"), values={"group": "complaint"}, by=None)
    assert figures() == before


def test_a_retired_theme_stays_in_old_figures_and_leaves_the_form(figures: Callable[[], Figures]) -> None:
    before = figures()
    retire_theme(theme=subtheme("Notatpligt"), last_day=date(2024, 6, 30), by=None)
    assert figures() == before
    later = {row.name for _, below in subthemes_on(JULY) for row in below}
    assert "Notatpligt" not in later
    assert "Notatpligt" in {row.name for _, below in subthemes_on(date(2024, 6, 30)) for row in below}


def test_a_theme_is_not_retired_before_its_last_registration(registered: list[Enquiry]) -> None:
    with pytest.raises(ValidationError, match="ends_on"):
        retire_theme(theme=subtheme("Notatpligt"), last_day=date(2024, 6, 1), by=None)


def test_a_used_theme_is_neither_moved_nor_removed(figures: Callable[[], Figures]) -> None:
    before = figures()
    other = Theme.objects.get(name="GDPR", parent=None)
    with pytest.raises(ValidationError, match="parent"):
        entries.change(row=subtheme("Notatpligt"), values={"parent": other}, by=None)
    with pytest.raises(ValidationError):
        entries.remove(row=subtheme("Notatpligt"), by=None)
    assert figures() == before


def test_a_theme_renamed_is_still_found_by_its_old_name(in_albertslund: Municipality) -> None:
    entries.change(row=subtheme("Notatpligt"), values={"name": "Pligt til at notere"}, by=None)
    assert "Notatpligt" in subtheme("Pligt til at notere").aliases


def test_a_new_version_of_the_taxonomy_is_mapped_to_the_old(figures: Callable[[], Figures]) -> None:
    before = figures()
    old = taxonomy_on(date(2024, 5, 1))
    made = new_taxonomy(starts_on=JULY, name="Temaer 2024", by=None)
    assert figures() == before
    assert taxonomy_on(date(2024, 6, 30)) == old
    assert taxonomy_on(JULY) == made
    assert sum(len(below) for _, below in subthemes_on(JULY)) == sum(
        len(below) for _, below in subthemes_on(date(2024, 6, 30))
    )
    assert ThemeMapping.objects.filter(source__taxonomy=made, target__taxonomy=old).exists()


def test_the_short_taxonomy_can_take_over_and_is_mapped_to_the_long_one(figures: Callable[[], Figures]) -> None:
    before = figures()
    new_taxonomy(starts_on=JULY, name="Korte temaer", by=None, content=theme_file("taxonomy-short.json"))
    assert figures() == before
    assert [len(options) for _, options in subtheme_choices(JULY)] == [3]
    assert ThemeMapping.objects.count() == 6


def test_a_new_taxonomy_before_the_last_registration_is_refused(registered: list[Enquiry]) -> None:
    with pytest.raises(ValidationError, match="starts_on"):
        new_taxonomy(starts_on=date(2024, 6, 1), name="Ny", by=None)
    assert Taxonomy.objects.count() == 1


def test_themes_of_one_version_are_not_mapped_to_each_other(in_albertslund: Municipality) -> None:
    with pytest.raises(ValidationError, match="target"):
        map_theme(source=subtheme("Notatpligt"), target=subtheme("Begrundelse"), by=None)


def test_facts_change_and_are_logged(in_albertslund: Municipality) -> None:
    change_facts(municipality=in_albertslund, values={"office": "Borgervejlederen", "place": "Albertslund"}, by=None)
    assert Event.objects.get(action="municipality.changed").changes == {
        "office": ["Borgerrådgiveren", "Borgervejlederen"]
    }


def test_enquiries_are_not_taken_before_the_function_begins(in_albertslund: Municipality) -> None:
    values = {"function_starts_on": date(2024, 5, 1), "takes_enquiries_from": date(2024, 4, 1)}
    with pytest.raises(ValidationError, match="takes_enquiries_from"):
        change_facts(municipality=in_albertslund, values=values, by=None)


def test_duration_bands_have_a_label_in_both_languages(in_albertslund: Municipality) -> None:
    made = set_duration_bands(municipality=in_albertslund, limits=[0, 14], by=None)
    assert [band["most_days"] for band in made.duration_bands] == [0, 14, None]
    assert [band["label_en"] for band in made.duration_bands] == ["Same day", "Within 14 days", "More than 14 days"]
    assert set_duration_bands(municipality=in_albertslund, limits=[], by=None).duration_bands == []


@pytest.mark.parametrize("limits", [[7, 7], [30, 7], [-1, 3]])
def test_duration_bands_must_rise(in_albertslund: Municipality, limits: list[int]) -> None:
    with pytest.raises(ValidationError):
        set_duration_bands(municipality=in_albertslund, limits=limits, by=None)


def test_a_change_that_changes_nothing_is_not_logged(in_albertslund: Municipality) -> None:
    before = Event.objects.count()
    entries.change(row=Channel.objects.get(name="Telefon"), values={"name": "Telefon"}, by=None)
    assert Event.objects.count() == before


def test_the_previous_period_is_the_chosen_one_or_the_one_before(ishoej: Municipality) -> None:
    with scope(ishoej):
        period = ReportingPeriod.objects.get(name="2023")
        chosen = period.compared_with
        assert chosen is not None
        assert previous_of(period) == chosen
        entries.change(row=period, values={"compared_with": None}, by=None)
        assert previous_of(ReportingPeriod.objects.get(name="2023")) == chosen
        assert previous_of(chosen) is None


def test_closures_suggest_the_months_closed(in_albertslund: Municipality) -> None:
    for first, last in ((date(2024, 6, 1), date(2024, 6, 15)), (date(2024, 6, 10), date(2024, 7, 31))):
        entries.add(model=Closure, values={"starts_on": first, "ends_on": last}, by=None)
    assert months_closed_suggested(date(2024, 1, 1), date(2024, 12, 31)) == Decimal("2.0")
    assert months_closed_suggested(date(2024, 1, 1), date(2024, 6, 15)) == Decimal("0.5")
    assert months_closed_suggested(date(2025, 1, 1), date(2025, 12, 31)) == 0
