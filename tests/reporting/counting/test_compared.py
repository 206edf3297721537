"""Periods and places set side by side, from the register and from published figures."""

from datetime import date
from fractions import Fraction

from ombud.core.statistics.concluded import concluded
from ombud.offices.models import Department, Municipality, ReportingPeriod, Theme, ThemeGroup
from ombud.reporting import frozen
from ombud.reporting.counting.gather import gather
from ombud.reporting.models import Aggregate
from ombud.reporting.statistics import statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering

YEAR_BEFORE = (date(2023, 4, 1), date(2024, 3, 31))


def publish(unit: str, dimension: str, counts: dict[str, int], days: tuple[date, date] = YEAR_BEFORE) -> None:
    for value, count in counts.items():
        fields = {"unit": unit, "dimension": dimension, "value": value, "count": count, "source": "Register"}
        Aggregate.objects.create(starts_on=days[0], ends_on=days[1], **fields)


def test_departments_are_set_against_their_clients_once_these_are_entered(
    office: Municipality, enquiry: Registering
) -> None:
    enquiry()
    empty = statistics_for(FIRST, LAST, WORDS)
    assert empty.faults == ()
    assert (empty.tables["departments-by-size"].rows, empty.figures["departments-by-size"].sentence) != ((), "")
    names = list(Department.objects.filter(parent=None).values_list("name", flat=True))
    publish("brugere", "afdeling", dict.fromkeys(names, 400))
    table = statistics_for(FIRST, LAST, WORDS).tables["departments-by-size"]
    assert {row.cells[1] for row in table.rows if row.key and row.cells[1]} == {400}


def test_municipalities_stand_by_their_inhabitants_and_are_not_ranked(office: Municipality) -> None:
    publish("henvendelser", "kommune", {"Albertslund": 162, "Ishøj": 58, "Hjørring": 60, "Hvidovre": 84})
    publish("indbyggere", "kommune", {"Albertslund": 27900, "Ishøj": 23900, "Hjørring": 64500, "Hvidovre": 53500})
    found = statistics_for(FIRST, LAST, WORDS)
    table = found.tables["municipalities-by-size"]
    assert [row.label for row in table.rows] == ["Albertslund", "Hjørring", "Hvidovre", "Ishøj"]
    assert table.rows[3].cells == (58, 23900, Fraction(58 * 10_000, 23900))
    assert (found.figures["municipalities-by-size"].chart, found.figures["municipalities-by-size"].sentence) == (
        "funnel",
        "",
    )
    assert len(concluded(table, WORDS)) >= 2


def test_the_trend_is_said_of_the_enquiries_and_asks_for_nothing_more(
    office: Municipality, enquiry: Registering
) -> None:
    for day in range(1, 29):
        enquiry(date(2024, 5, day))
    assert "udvikling" not in statistics_for(FIRST, LAST, WORDS).numbers
    publish("henvendelser", "", {"": 30})
    text = statistics_for(FIRST, LAST, WORDS).numbers["udvikling"]
    assert "28" in text
    assert "30" in text


def test_a_group_is_held_against_its_counts_before_and_never_against_a_rounded_share(
    office: Municipality, enquiry: Registering
) -> None:
    first, *others = Theme.objects.filter(parent__name="Forvaltningsskik").order_by("order")
    group = ThemeGroup.objects.create(name="Tre temaer", base=first.parent)
    group.themes.add(first)
    for day in range(1, 25):
        name = first.name if day % 3 == 0 else others[0].name
        enquiry(date(2024, 5, day), matters=(("Børn & Familie", name),))
    numbers = statistics_for(FIRST, LAST, WORDS).numbers
    assert "8 of 24" in numbers["udvikling:gruppe:Tre temaer"] or "8 af 24" in numbers["udvikling:gruppe:Tre temaer"]
    ReportingPeriod.objects.create(name="2023/24", starts_on=YEAR_BEFORE[0], ends_on=YEAR_BEFORE[1])
    for day in range(1, 21):
        name = first.name if day % 2 == 0 else others[0].name
        enquiry(date(2023, 5, day), matters=(("Børn & Familie", name),))
    text = statistics_for(FIRST, LAST, WORDS).numbers["udvikling:gruppe:Tre temaer"]
    assert "8" in text
    assert "10" in text
    assert "20" in text


def test_an_edition_of_before_concludes_nothing_and_one_of_now_the_same_again(
    office: Municipality, enquiry: Registering
) -> None:
    for day in range(1, 29):
        enquiry(date(2024, 5, day))
    kept = frozen.to_json(gather(FIRST, LAST, WORDS))
    again = frozen.from_json(kept, WORDS).tables["months"]
    assert concluded(again, WORDS) == concluded(statistics_for(FIRST, LAST, WORDS).tables["months"], WORDS) != ()
    for one in kept["tables"]:
        del one["breaks"]
    assert concluded(frozen.from_json(kept, WORDS).tables["months"], WORDS) == ()
