"""From the register, the appeal register and published figures to what the tables of a period are made of."""

from dataclasses import replace
from datetime import date

from ombud.core.release.treatment import PLAIN, Treatment
from ombud.core.statistics.cube import count, select, total
from ombud.core.statistics.facts import APPEAL_DECISIONS, APPEAL_REMARKS, MATTERS
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import each_sentence_once
from ombud.core.statistics.table import Origin
from ombud.core.words import Words
from ombud.offices.models import Mandate, ThemeGroup
from ombud.offices.queries.mandates import mandate_on, words_on
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.counting.breaks import breaks
from ombud.reporting.counting.caveats import caveats
from ombud.reporting.counting.gathered import Gathered
from ombud.reporting.counting.live_numbers import ENQUIRIES, Count, LiveNumber, ThemeSet, live_numbers
from ombud.reporting.counting.office_numbers import citizens_number, staffing_number
from ombud.reporting.counting.periods import Timeline, timeline
from ombud.reporting.counting.published import published_figures
from ombud.reporting.counting.published_cubes import Published, outside_of, published_of
from ombud.reporting.facts.appeals import AppealFacts, appeal_facts
from ombud.reporting.facts.matters import MatterFacts, matter_facts
from ombud.reporting.facts.naming import in_language
from ombud.reporting.facts.setup import Setup, read_setup
from ombud.reporting.queries.definitions import definitions

UNITS = ("enquiries", "matters")


def gather(first: date, last: date, words: Words, treatment: Treatment = PLAIN) -> Gathered:
    """All that is known of the period from ``first`` to ``last``, both days included, of the municipality in scope."""
    return replace(_Gathering(first, last, words).gathered(), treatment=treatment)


class _Gathering:
    def __init__(self, first: date, last: date, words: Words) -> None:
        self.words = words
        self.municipality = current_municipality()
        self.mandate: Mandate = words_on(last)
        self.times: Timeline = timeline(first, last)
        self.period = self.times.now
        department_word = in_language(self.mandate, "department_word", words)
        self.setup: Setup = read_setup(self.period, self.municipality, department_word, words)
        self.figures: tuple[Aggregate, ...] = published_figures()
        self.matters: MatterFacts = matter_facts(self.period, self.setup, words)
        self.appeals: AppealFacts = appeal_facts(self.period, self.setup.organisation, words)

    def gathered(self) -> Gathered:
        published = self._published()
        now = self._now(published)
        cuts = breaks(self.municipality, self.words)
        inputs = Inputs(now, self._earlier(), self.figures, self._unit_names(), self.times.named, cuts)
        numbers = live_numbers(inputs, self._groups(), self.words)
        numbers |= dict.fromkeys(("municipality", "kommune"), LiveNumber(self.municipality.name))
        numbers |= staffing_number(self.period, self.words)
        if published is None:
            numbers |= citizens_number(self.period, self.words)
        enquiries, matters = self._totals(published)
        if published is not None and enquiries is not None:
            count = Count(MATTERS, ENQUIRIES, enquiries)
            numbers |= dict.fromkeys(("enquiries", "henvendelser"), LiveNumber(str(enquiries), (count,)))
        return Gathered(
            code=self.municipality.code,
            municipality=self.municipality.name,
            inputs=inputs,
            definitions=definitions(self.words),
            numbers=numbers,
            enquiries=enquiries,
            matters=matters,
            notes=self._notes(),
            caveats=caveats(now, self.matters.sources | self.appeals.sources, self.words),
            published=published,
            compared_with=self.times.compared_with,
            theme_rule=self._theme_rule(),
            unpublished=self.words.gettext("The imported figures of the period do not tell this."),
            outside=outside_of(self.period, self.figures, self.setup, self.words),
            unsized=self.words.gettext(
                "What the numbers are set against has not been entered among the figures taken over."
            ),
        )

    def _published(self) -> Published | None:
        """Published figures stand for the period only where nothing of it is registered here."""
        if self.matters.facts.size or self.matters.left_out:
            return None
        return published_of(self.period, self.figures, self.setup, self.words)

    def _now(self, published: Published | None) -> PeriodData:
        cubes = {APPEAL_DECISIONS: count(self.appeals.decisions), APPEAL_REMARKS: count(self.appeals.remarks)}
        principle = self._principle(self.period)
        if published is None:
            return PeriodData(self.period, {MATTERS: count(self.matters.facts), **cubes}, principle)
        source = "; ".join(dict.fromkeys(one.source for one in published.figures if one.source))
        totals = [one for one in published.figures if one.unit in UNITS and not one.dimension]
        caveat = each_sentence_once(one.caveat for one in totals)
        return PeriodData(self.period, cubes, principle, Origin.IMPORTED, source, caveat or self.times.caveat)

    def _earlier(self) -> tuple[PeriodData, ...]:
        """Earlier periods that have anything registered; the others are known from published figures or not at all."""
        found = []
        for period, caveat in self.times.earlier:
            matters = matter_facts(period, self.setup, self.words)
            if not matters.facts.size:
                continue
            cubes = {MATTERS: count(matters.facts)}
            notes = [*caveats(PeriodData(period, {}), matters.sources, self.words), caveat]
            text = " ".join(note for note in notes if note)
            found.append(PeriodData(period, cubes, self._principle(period), caveat=text))
        return tuple(found)

    def _principle(self, period: Period) -> str:
        mandate = mandate_on(period.last)
        if mandate is None:
            return ""
        name = str(mandate.get_principle_display())
        return f"{name} ({mandate.principle_version})" if mandate.principle_version else name

    def _unit_names(self) -> dict[str, tuple[str, str]]:
        words = (in_language(self.mandate, field, self.words) for field in ("matter_word", "matter_word_plural"))
        singular, plural = words
        return {"matters": (singular, plural)}

    def _totals(self, published: Published | None) -> tuple[int | None, int | None]:
        if published is not None:
            return published.total("enquiries"), published.total("matters")
        by_role = count(self.matters.facts, ["role"])
        return total(select(by_role, {"role": ["main"]})), total(by_role)

    def _groups(self) -> list[ThemeSet]:
        groups = ThemeGroup.objects.prefetch_related("themes")
        return [ThemeSet(one.local_name, tuple(str(theme.pk) for theme in one.themes.all())) for one in groups]

    def _notes(self) -> dict[str, tuple[str, ...]]:
        notes: dict[str, tuple[str, ...]] = {}
        if self.matters.left_out:
            text = self.words.ngettext(
                "%(number)d enquiry is registered but is not part of the total.",
                "%(number)d enquiries are registered but are not part of the total.",
                self.matters.left_out,
            )
            notes[MATTERS] = (text % {"number": self.matters.left_out},)
        silent = self.words.gettext("There were no decisions of %(board)s in the period.")
        notes[APPEAL_DECISIONS] = tuple(silent % {"board": name} for name in self.appeals.silent_boards)
        return notes

    def _theme_rule(self) -> dict[str, str]:
        rule = self.words.gettext(
            "Help with a complaint about a decision is part of the total but not of the tables by theme."
        )
        return {self.words.get_language(): rule}
