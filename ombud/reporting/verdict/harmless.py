"""What protection did to a release, in words: how much is hidden, by which limit, and what is printed all the same."""

from ombud.core.release.applying import hidden_cells
from ombud.core.words import Words
from ombud.reporting.releases.released import Released
from ombud.reporting.releases.rules import Rule


def harmless(released: Released, words: Words) -> tuple[str, tuple[str, ...]]:
    """The answer, and sentences that may be printed for everybody."""
    protected = [kind for kind in released.release.kinds if released.rules[kind].is_protected]
    if not protected:
        return _as_printed(released, words)
    said: list[str] = []
    for kind in protected:
        said.extend(_of_rule(released.rules[kind], words))
    said.extend(_of_tables(released, words))
    answer = words.gettext("Yes: no number under the limit can be read or worked out from the report.")
    return answer, tuple(dict.fromkeys(said))


def _as_printed(released: Released, words: Words) -> tuple[str, tuple[str, ...]]:
    small = len(released.small_shown)
    answer = words.gettext("Small numbers are printed as they are. The office has decided so.")
    text = words.ngettext(
        "%(number)d number under the limit is printed.", "%(number)d numbers under the limit are printed.", small
    )
    return answer, (text % {"number": small},) if small else ()


def _of_rule(rule: Rule, words: Words) -> tuple[str, ...]:
    if rule.rounding:
        text = words.gettext("Every number is rounded to %(base)d, and all sums still hold.")
        return (text % {"base": rule.rounding},)
    limit = words.gettext("Numbers from 1 to %(most)d are hidden: so few can be recognised.")
    if not rule.policy.zeros_shown:
        limit = words.gettext("Numbers from 0 to %(most)d are hidden: so few can be recognised.")
    others = words.gettext(
        "Some larger numbers are hidden too, since a small one would follow from them by taking them from a total."
    )
    return limit % {"most": rule.policy.threshold - 1}, others


def _of_tables(released: Released, words: Words) -> list[str]:
    said = []
    for table in released.statistics.tables.values():
        number = hidden_cells(table)
        if number:
            text = words.ngettext(
                "%(caption)s: %(number)d number is hidden.", "%(caption)s: %(number)d numbers are hidden.", number
            )
            said.append(text % {"caption": table.caption, "number": number})
    return said
