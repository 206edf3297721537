"""Who is named in a report, as problems at their places: in its texts, and in the files as they were written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ombud.core.identities import combinations, document
from ombud.core.identities.document import TEXT, Place, passages
from ombud.core.identities.find import find_each
from ombud.core.identities.found import Found, Passage, sentence
from ombud.core.identities.known import KnownIdentities
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Area, Problem
from ombud.core.report.tree import Document
from ombud.core.words import Words
from ombud.offices.queries.small_counts import policy_for
from ombud.readers.produced import pieces
from ombud.reporting.identities.allowed import allowed_now, department_names
from ombud.reporting.identities.pointing import count_between

AROUND = 30
"""Signs shown before and after what was found."""
FILES = {"html": "HTML", "pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


@dataclass(frozen=True)
class Named(Problem):
    """``before``, ``shown`` and ``after`` are the words in question with what stands around them. They are for the page
    of an unlocked session alone, and in no message: a refusal may end in a log.
    """

    before: str = field(default="", repr=False)
    shown: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


def named_in_texts(
    report: Document,
    outline: Sequence[OutlineSection],
    known: KnownIdentities,
    words: Words,
    notes: Mapping[str, str] | None = None,
) -> tuple[Named, ...]:
    """Who is named in prose, headings, captions, labels, notes and on the title page, and what points at few persons.

    Those in the texts of sections come with their line.
    """
    found = find_each(passages(report, outline, notes), known, allowed_now(report.author))
    named = (_named(passage, one, words) for passage, one in found)
    return tuple(dict.fromkeys((*named, *_pointing(report, outline, words))))


def named_in_files(files: Mapping[str, bytes], known: KnownIdentities, author: str, words: Words) -> tuple[Named, ...]:
    """Who is still named in the four files by their kind ("html", "pdf", "docx", "xlsx"), their properties included.
    What is only asked about was asked where it was written, and is not repeated.
    """
    allowed = allowed_now(author)
    return tuple(
        dict.fromkeys(
            _problem("", 0, _in_file(kind, passage, one, words), passage.text, one)
            for kind, content in files.items()
            for passage, one in find_each(
                (Passage(one.where, one.text) for one in pieces(kind, content)), known, allowed
            )
            if one.stops
        )
    )


def _named(passage: Passage, found: Found, words: Words) -> Named:
    place = passage.place
    assert isinstance(place, Place)
    message = sentence(found, words)
    if place.section:
        line = 1 + passage.text.count("\n", 0, found.start) if place.what == TEXT else 0
        return _problem(place.section, line, message, passage.text, found)
    return _problem("", 0, f"{_where(place, words)}: {message}", passage.text, found)


def _problem(section: str, line: int, message: str, text: str, found: Found) -> Named:
    start, end = found.start, found.end
    before, shown, after = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    return Named(section, line, message, found.stops, Area.IDENTITY, before, shown, after)


def _where(place: Place, words: Words) -> str:
    """Told by the table's own name, since its caption may be what names somebody."""
    match place.what:
        case document.TABLE:
            return words.gettext("Table “%(name)s”") % {"name": place.name}
        case document.FIGURE:
            return words.gettext("Figure “%(name)s”") % {"name": place.name}
        case document.NOTE:
            return words.gettext("A note that explains a difference")
    return words.gettext("The title page")


def _in_file(kind: str, passage: Passage, found: Found, words: Words) -> str:
    said = {"file": FILES[kind], "where": passage.place, "message": sentence(found, words)}
    if passage.place:
        return words.gettext("The %(file)s file, in what is not printed (%(where)s): %(message)s") % said
    return words.gettext("The %(file)s file: %(message)s") % said


def _pointing(report: Document, outline: Iterable[OutlineSection], words: Words) -> Iterator[Named]:
    names, rule = department_names(), policy_for()
    count = count_between(report.period_from, report.period_to)
    for section in outline:
        for one in combinations.combinations(section.key, section.text, names, count, rule.policy.threshold):
            stops = one.stops and rule.protects
            yield Named(one.section, one.line, combinations.sentence(one, words), stops, Area.IDENTITY)
