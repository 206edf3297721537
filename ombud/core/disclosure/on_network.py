"""Protection where the sums are a network: paths and clean-up, then the proof."""

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate, certify
from ombud.core.disclosure.cleanup import clean_up
from ombud.core.disclosure.found import Found
from ombud.core.disclosure.network import Network
from ombud.core.disclosure.paths import pattern_by_paths
from ombud.core.disclosure.pattern import Pattern


def pattern_on_network(attack: Attack, network: Network, until: float | None) -> Found:
    """The best pattern by the time ``until`` (of ``perf_counter``; None: proven). ``Unguarded`` when there is none."""
    pattern = Pattern(network, attack.slack, sorted(attack.unknown))
    certificates = pattern_by_paths(pattern, attack)
    clean_up(pattern, attack, certificates)
    return _found(attack, pattern, certificates, 0.0)


def _found(attack: Attack, pattern: Pattern, certificates: dict[Demand, Certificate], bound: float) -> Found:
    return Found(
        secondary=frozenset(pattern.unknown - attack.unknown),
        shown={demand: made.whole(demand.cell) for demand, made in certificates.items()},
        bound=bound,
        opened=tuple(demand for demand in attack.watched if _half_open(pattern, demand, certificates)),
    )


def _half_open(pattern: Pattern, demand: Demand, certificates: dict[Demand, Certificate]) -> bool:
    if demand in certificates:
        return False
    made = certify(pattern, demand)
    return made.more > 0 and not made.meets(demand)
