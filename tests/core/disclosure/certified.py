"""Whether the two tables of every guarded count are what they should be."""

from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.protect import Protected
from ombud.core.disclosure.system import Standing, System


def check_certificates(one: System, found: Protected, policy: Policy, floor: int) -> None:
    """Both tables of every guarded cell fit what is printed, and lie far enough apart."""
    unknown = found.hidden | {key for key, cell in one.cells.items() if cell.standing is Standing.IMPLIED}
    assert {*found.primaries, *found.implied} == found.certificates.keys()
    for key, tables in found.certificates.items():
        for table in tables:
            assert table.keys() <= unknown
            values = {**{other: cell.value for other, cell in one.cells.items()}, **table}
            for relation in one.relations:
                assert values[relation.total] == sum(values[part] for part in relation.parts)
            for other, value in table.items():
                least = 0 if one.cells[other].standing is Standing.IMPLIED else min(floor, one.cells[other].value)
                assert value >= least
        low, high = (table[key] for table in tables)
        if policy.protection is Protection.P1:
            assert high - low >= 1
        else:
            assert high - low >= 2
            assert high > one.cells[key].value
            assert high >= policy.threshold or floor != policy.lower_bound
