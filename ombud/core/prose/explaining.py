"""Why a claim was judged as it was, in a sentence for the one who wrote it."""

from fractions import Fraction

from ombud.core.numbers import number_text, share_text
from ombud.core.prose.statement import Kind, Number, Reason, Statement, Verdict
from ombud.core.words import Words

Texts = dict[str, str]


def explanation(statement: Statement, words: Words) -> str:
    """One sentence, or two: what the text says, what the counts say."""
    texts = _texts(statement, words)
    match statement.kind:
        case Kind.REFERENCE:
            message = _reference(statement, words)
        case Kind.NAME:
            message = words.gettext("“%(text)s” is called “%(names)s” in the tables. Use one name for one department.")
        case Kind.MUNICIPALITY:
            message = words.gettext("“%(text)s” is another municipality. Is it meant?")
        case Kind.DESCRIPTION:
            message = words.gettext(
                "What is told here is about %(names)s, which has so few that someone may be recognised. Replace it by "
                "a sentence that says so."
            )
        case Kind.RANKING:
            message = _ranking(statement, words)
        case Kind.DIRECTION:
            message = _direction(statement, words)
        case Kind.SHARE:
            message = _share(statement, words)
        case _:
            message = _count(statement, words)
    return message % texts


def _texts(statement: Statement, words: Words) -> Texts:
    language = words.get_language()
    return {
        "text": statement.text,
        "found": _number(statement.found, statement.kind, language),
        "expected": _number(statement.expected, statement.kind, language),
        "names": ", ".join(statement.names),
        "unit": statement.unit,
    }


def _number(number: Number | None, kind: Kind, language: str) -> str:
    if number is None:
        return ""
    if kind is Kind.SHARE:
        return share_text(Fraction(number), language, 1)
    return number_text(number, language, 0 if Fraction(number).denominator == 1 else 1)


def _reference(statement: Statement, words: Words) -> str:
    if statement.reason is Reason.UNFILLED:
        return words.gettext("“%(text)s” is a reference that was never filled in.")
    return words.gettext("“%(text)s” does not exist in this report.")


def _count(statement: Statement, words: Words) -> str:
    match statement.reason:
        case Reason.OTHER_NUMBER if statement.names:
            return words.gettext("“%(text)s”: the counts give %(expected)s for %(names)s.")
        case Reason.OTHER_NUMBER:
            return words.gettext("“%(text)s”: the counts give %(expected)s.")
        case Reason.WRONG_UNIT:
            return words.gettext("“%(text)s”: %(expected)s is the number of %(unit)s, which is another unit.")
        case Reason.OTHER_UNIT:
            return words.gettext("“%(text)s” agrees with what is counted as %(unit)s.")
        case Reason.SAME_AS_UNIT:
            return words.gettext(
                "“%(text)s”: there are exactly as many of these as of what they are registered on, although one may "
                "have several. Are they counted each on their own?"
            )
    return _any(statement, words)


def _share(statement: Statement, words: Words) -> str:
    match statement.reason:
        case Reason.OWN_NUMBERS:
            return words.gettext("“%(text)s” does not fit the two numbers given with it: they make %(expected)s.")
        case Reason.OTHER_SHARE:
            return words.gettext("“%(text)s”: the counts give %(expected)s.")
        case Reason.LEFT_OUT:
            return words.gettext("“%(text)s” holds only without %(names)s (%(expected)s). Say what is left out.")
    return _any(statement, words)


def _ranking(statement: Statement, words: Words) -> str:
    match statement.reason:
        case Reason.TOO_FEW:
            return words.gettext("“%(text)s” ranks by counts that are hidden in the tables, and so tells of them.")
        case Reason.LARGER:
            return words.gettext("“%(text)s”: %(names)s has more, %(expected)s against %(found)s.")
        case Reason.SMALLER:
            return words.gettext("“%(text)s”: %(names)s has fewer, %(expected)s against %(found)s.")
        case Reason.LEFT_OUT:
            return words.gettext(
                "“%(text)s” holds only without %(names)s (%(expected)s against %(found)s). Say what is left out."
            )
    return _any(statement, words)


def _direction(statement: Statement, words: Words) -> str:
    match statement.reason, statement.verdict:
        case Reason.PER_MONTH, Verdict.TRUE_WITH:
            return words.gettext(
                "“%(text)s” holds per month only: %(expected)s a month now, %(found)s before. The periods are not "
                "equally long; say so."
            )
        case Reason.PER_MONTH, _:
            return words.gettext(
                "“%(text)s” does not hold per month: %(expected)s a month now, %(found)s before. The periods are not "
                "equally long."
            )
        case Reason.OWN_NUMBERS, _:
            return words.gettext("“%(text)s”: the two numbers go the other way.")
        case Reason.OTHER_WAY, _:
            return words.gettext("“%(text)s”: the counts give %(expected)s now, %(found)s before.")
        case Reason.TOO_FEW, _:
            return words.gettext(
                "“%(text)s” claims more than such small numbers can carry. Tell the numbers without saying that the "
                "change is clear."
            )
    return _any(statement, words)


def _any(statement: Statement, words: Words) -> str:
    match statement.reason:
        case Reason.AGREES:
            return words.gettext("“%(text)s” agrees with the counts.")
        case Reason.HIDDEN:
            return words.gettext("“%(text)s” tells a count that is hidden in the tables, or lets it be worked out.")
        case Reason.SMALL:
            return words.gettext("“%(text)s” is about so few that someone may be recognised.")
        case Reason.NO_EARLIER:
            return words.gettext("“%(text)s” compares with a time that no counts are known for. Where is it from?")
        case Reason.SOMETHING_ELSE:
            return words.gettext("“%(text)s” is about something else than the counts.")
    return words.gettext("“%(text)s” cannot be found in the counts. Where is it from?")
