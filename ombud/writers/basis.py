"""What is printed under every table and figure: what can be concluded, notes, differences, and what the numbers are."""

from ombud.core.numbers import hidden_text, number_text
from ombud.core.statistics.concluded import concluded
from ombud.core.statistics.table import Basis, Difference, Hidden, Origin, Table
from ombud.core.words import Words


def lines_below(table: Table, language: str, words: Words, *, has_caveats: bool = False) -> tuple[str, ...]:
    """The lines in the order they are printed (R85, R190, R241, R278, R281)."""
    notes = [*table.notes]
    notes += [f"{row.label}: {row.note}" for row in table.rows if row.note and not _is_said(row.note, table.notes)]
    differences = [difference_text(difference, language, words) for difference in table.differences]
    said = concluded(table, words)
    lines = [*hidden_note(table, language, words), *said, *notes, *differences]
    lines.append(basis_text(table.basis, language, words))
    if has_caveats:
        lines.append(words.gettext("The reservations on the front page apply to these numbers."))
    return tuple(lines)


def hidden_note(table: Table, language: str, words: Words) -> tuple[str, ...]:
    """What the word in the place of a number means (R138); nothing where every number stands."""
    if not table.has_hidden:
        return ()
    if table.zeros_shown:
        text = words.gettext(
            "Where it says “%(hidden)s”, a number is left out so that nobody can be recognised. It is never 0."
        )
    else:
        text = words.gettext(
            "Where it says “%(hidden)s”, a number is left out so that nobody can be recognised. It may be 0."
        )
    return (text % {"hidden": hidden_text(language)},)


def basis_text(basis: Basis, language: str, words: Words) -> str:
    """One paragraph of short sentences."""
    parts = [
        (words.gettext("Unit"), basis.unit),
        (words.gettext("Base"), _base(basis, language)),
        (words.gettext("Period"), basis.period),
        (words.gettext("Registration principle"), basis.principle),
        (words.gettext("Origin"), origin_text(basis.origin, words)),
        (words.gettext("Source"), basis.source),
    ]
    return " ".join(f"{label}: {value.rstrip('.')}." for label, value in parts if value)


def _base(basis: Basis, language: str) -> str:
    """Nothing where the numbers are not known at all."""
    if isinstance(basis.base_count, Hidden):
        return hidden_text(language)
    number = number_text(basis.base_count, language)
    if basis.base:
        return basis.base if number in basis.base else f"{basis.base} ({number})"
    return number if basis.base_count else ""


def origin_text(origin: Origin, words: Words) -> str:
    """Whether the program counted the numbers itself."""
    match origin:
        case Origin.COUNTED:
            return words.gettext("counted from the register")
        case Origin.IMPORTED:
            return words.gettext("imported, not counted from the register")
        case Origin.MIXED:
            return words.gettext("partly counted from the register, partly imported")


def difference_text(difference: Difference, language: str, words: Words) -> str:
    message = words.gettext("Difference in %(where)s: the parts add up to %(parts)s, the total is %(total)s.")
    return message % {
        "where": difference.where,
        "parts": number_text(difference.parts, language),
        "total": number_text(difference.total, language),
    }


def _is_said(note: str, notes: tuple[str, ...]) -> bool:
    return any(note in other for other in notes)
