"""A hidden count that a text tells in words stops publication, however few words it takes (R138, R256)."""

from ombud.core.prose.statement import Verdict
from ombud.core.report.outline import OutlineSection
from ombud.reporting.queries.outlines import starting_outline
from ombud.reporting.releases.making import release_of_draft
from ombud.reporting.releases.problems import release_problems
from ombud.reporting.statistics import Statistics
from tests.reporting.conftest import WORDS

TOLD = [
    "Der var én sag hos Børn & Familie.",
    "Et par sager angik Dagtilbud & Skole.",
    "10 af de 11 sager angik andre end Børn & Familie.",
]
UNTOLD = "En sag hos Børn & Familie kan tage tid, og Miljø & Teknik har flest sager."


def test_a_text_that_tells_a_hidden_count_in_words_stops_publication(counted: Statistics) -> None:
    outline = starting_outline("da", WORDS)
    text = "\n\n".join([*TOLD, UNTOLD])
    found = release_of_draft(counted, [*outline, OutlineSection("text", "Tekst", 1, True, text)], WORDS)
    hidden = {one.sentence for one in found.claims if one.verdict is Verdict.HIDDEN_NUMBER}

    assert hidden == set(TOLD)
    stopping = {one.line for one in release_problems(found, WORDS) if one.section == "text" and one.stops_publication}
    assert stopping == {1, 3, 5}
