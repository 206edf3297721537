"""What the office has decided about small counts, by kind of facts (R138)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ombud.core.disclosure.forced import Forced
from ombud.core.disclosure.policy import Policy, Protection, Weight


@dataclass(frozen=True)
class Rule:
    """``is_protected`` False: the office prints its small counts as they are, and the verdict is shown to it only.
    ``rounding`` is the base that every count is rounded to instead of hiding any (0: none). ``forced`` are numbers that
    are printed whatever happens, ``annex``: the verdict is printed with the report.
    """

    policy: Policy
    is_protected: bool
    rounding: int = 0
    forced: tuple[Forced, ...] = ()
    annex: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self.policy) | {
            "is_protected": self.is_protected,
            "rounding": self.rounding,
            "forced": [asdict(one) for one in self.forced],
            "annex": self.annex,
        }


def rule_from_json(data: Mapping[str, Any]) -> Rule:
    """The rule that an edition was made by."""
    policy = Policy(data["threshold"], data["zeros_shown"], Protection(data["protection"]), Weight(data["weight"]))
    forced = tuple(Forced(**one) for one in data.get("forced", ()))
    return Rule(policy, data["is_protected"], data.get("rounding", 0), forced, data.get("annex", False))


Rules = Mapping[str, Rule]


def as_printed(kinds: Iterable[str]) -> dict[str, Rule]:
    """No protection at all: how editions were made before the office could decide."""
    return {kind: Rule(Policy(), False) for kind in kinds}
