"""Sentences made from random counts: what is so is never called false, what is not so is never called true."""

import re
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.prose import DANISH
from ombud.core.numbers import number_text, share_text
from ombud.core.prose.check import check
from ombud.core.prose.explaining import explanation
from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Quantity, Span
from ombud.core.prose.passages import ProseSection, mask
from ombud.core.prose.statement import Statement, Verdict
from ombud.core.words import PLAIN
from tests.core.prose.eksempelby import EKSEMPELBY, NAMES, UNITS

LABELS = {name.place: name.label for name in NAMES if name.dimension == "department"}
PLACES = list(LABELS)
COUNTS = st.lists(st.integers(1, 3000), min_size=3, max_size=3, unique=True)
IN_WORDS = {7: "syv", 12: "tolv", 21: "enogtyve", 50: "halvtreds", 66: "seksogtres", 95: "femoghalvfems"}


def known(counts: list[int], before: list[int], hidden: int | None = None) -> Knowledge:
    found = [
        Quantity(f"{place[1]}/{period}", value, "enquiries", frozenset([place]), period, period == NOW and at == hidden)
        for period, values in ((NOW, counts), (BEFORE, before))
        for at, (place, value) in enumerate(zip(PLACES, values, strict=True))
    ]
    found += [
        Quantity(f"total/{period}", sum(values), "enquiries", frozenset(), period)
        for period, values in ((NOW, counts), (BEFORE, before))
    ]
    spans = (Span(NOW, ("2024",), Fraction(12)), Span(BEFORE, ("2023",), Fraction(12)))
    return Knowledge(tuple(found), NAMES[:3], UNITS, spans)


def judged(text: str, knowledge: Knowledge) -> list[Statement]:
    found = check([ProseSection("s", "", text)], knowledge, DANISH)
    return [one for one in found if one.verdict is not Verdict.NOT_ABOUT_DATA]


@given(COUNTS, COUNTS)
def test_true_sentences_are_true(counts: list[int], before: list[int]) -> None:
    total = sum(counts)
    said = [IN_WORDS.get(one, number_text(one, "da")) for one in counts]
    order = sorted(range(3), key=lambda at: -counts[at])
    most, second = (LABELS[PLACES[at]] for at in order[:2])
    course = "steget" if total > sum(before) else "faldet"
    sentences = [
        f"Der har været {number_text(total, 'da')} henvendelser i perioden.",
        *(f"{LABELS[place]} har haft {one} henvendelser." for place, one in zip(PLACES, said, strict=True)),
        f"{most} har flest henvendelser.",
        f"{second} er den næststørste afdeling.",
        f"{share_text(Fraction(counts[0], total), 'da', 1)} af henvendelserne angår {LABELS[PLACES[0]]}.",
        f"{number_text(counts[1], 'da')} af {number_text(total, 'da')} henvendelser angår {LABELS[PLACES[1]]}.",
        f"Sidste år var der {number_text(sum(before), 'da')} henvendelser.",
        f"Vi fik {number_text(total, 'da')} henvendelser mod {number_text(sum(before), 'da')} i perioden før.",
    ]
    if total != sum(before):
        sentences.append(f"Antallet af henvendelser er {course}.")

    for sentence in sentences:
        verdicts = {one.verdict for one in judged(sentence, known(counts, before))}
        assert verdicts == {Verdict.TRUE}, sentence


@given(COUNTS, COUNTS, st.integers(1, 3))
def test_false_sentences_are_false(counts: list[int], before: list[int], wrong_by: int) -> None:
    total, first = sum(counts), counts[0] + wrong_by
    assume(first not in (*counts, *before, total))
    least = LABELS[PLACES[min(range(3), key=lambda at: counts[at])]]
    sentences = [
        f"Der har været {number_text(total + wrong_by, 'da')} henvendelser i perioden.",
        f"{LABELS[PLACES[0]]} har haft {number_text(first, 'da')} henvendelser.",
        f"{least} har flest henvendelser.",
    ]
    if total != sum(before):
        sentences.append(f"Antallet af henvendelser er {'faldet' if total > sum(before) else 'steget'}.")

    for sentence in sentences:
        verdicts = {one.verdict for one in judged(sentence, known(counts, before))}
        assert verdicts == {Verdict.FALSE}, sentence


@given(COUNTS, COUNTS, st.integers(0, 2))
def test_no_sentence_about_a_hidden_count_passes_or_repeats_it(counts: list[int], before: list[int], at: int) -> None:
    knowledge, label = known(counts, before, at), LABELS[PLACES[at]]
    assume(counts[at] not in (*before, sum(counts)))
    told = judged(f"{label} har haft {number_text(counts[at], 'da')} henvendelser.", knowledge)
    wrong = judged(f"{label} har haft {number_text(counts[at] + 1, 'da')} henvendelser.", knowledge)

    assert [one.verdict for one in told] == [Verdict.HIDDEN_NUMBER]
    assert Verdict.TRUE not in {one.verdict for one in wrong}
    for one in wrong:
        numbers = re.findall(r"\d+", explanation(one, PLAIN).replace(",", ""))
        assert str(counts[at]) not in numbers


PIECES = """henvendelser sager Børn & Familie Andet halvdelen hver fjerde 12 41,9 % flest steget fra til mod i alt og ,
. ( ) næsten sidste år to hundrede - 7/2024 § {tal: x} ** [a](b) ::: # 1. Kommune Randers"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n"])


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_text_is_read_to_the_end(text: str) -> None:
    knowledge = replace(EKSEMPELBY, threshold=3, numbered={})
    for one in check([ProseSection("s", "Veje & Parker", text)], knowledge, DANISH):
        assert 0 <= one.start <= one.end <= len(text)
        assert 1 <= one.line <= text.count("\n") + 1
        assert explanation(one, DANISH)
    assert len(mask(text)) == len(text)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_letters_are_read_to_the_end(text: str) -> None:
    check([ProseSection("s", text[:20], text)], EKSEMPELBY, DANISH)
