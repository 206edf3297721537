"""What an edition keeps: cubes, definitions, live numbers and caveats as plain JSON, and the tables made from it again.

Every table keeps cubes of the dimensions it needs and no others. Registrations are not in it, so nothing that is
corrected or removed later can change an edition, and nobody can be found in one.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from typing import Any

from ombud.core.statistics.breaks import Break
from ombud.core.statistics.cube import Cube
from ombud.core.statistics.definitions import Definitions
from ombud.core.statistics.frozen_cube import from_json as cube_from_json
from ombud.core.statistics.frozen_cube import to_json as cube_to_json
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import Origin
from ombud.core.words import Words
from ombud.reporting.counting.gathered import Gathered, Prepared
from ombud.reporting.counting.live_numbers import Count
from ombud.reporting.digests import canonical, digest
from ombud.reporting.frozen_definitions import figure_from_json, figure_to_json, table_from_json, table_to_json
from ombud.reporting.statistics import Statistics, assemble

FORMAT = 1


def to_json(found: Gathered) -> dict[str, Any]:
    """What the tables of a period are made of, as it is now."""
    cubes = _CubeStore()
    tables = [_prepared_to_json(one, cubes) for one in found.prepared() if not one.is_faulty]
    return {
        "format": FORMAT,
        "code": found.code,
        "municipality": found.municipality,
        "period": _period_to_json(found.period),
        "enquiries": found.enquiries,
        "matters": found.matters,
        "tables": tables,
        "figures": [figure_to_json(one) for one in found.definitions.figures],
        "cubes": cubes.as_json,
        "numbers": {name: one.text for name, one in found.numbers.items()},
        "told": {name: [_count_to_json(count) for count in one.told] for name, one in found.numbers.items()},
        "caveats": list(found.caveats),
    }


def from_json(data: Mapping[str, Any], words: Words) -> Statistics:
    """The tables and figures made again from frozen cubes alone. ``ValueError`` when the content is damaged."""
    if data.get("format") != FORMAT:
        raise ValueError(f"An edition of format {data.get('format')!r} cannot be read")
    cubes = {key: cube_from_json(one) for key, one in data["cubes"].items()}
    prepared = [_prepared_from_json(one, cubes) for one in data["tables"]]
    figures = tuple(figure_from_json(one) for one in data["figures"])
    return assemble(
        prepared,
        Definitions(tuple(one.definition for one in prepared), figures),
        words,
        municipality=data["code"],
        name=data["municipality"],
        period=_period_from_json(data["period"]),
        enquiries=data["enquiries"],
        matters=data["matters"],
        numbers=data["numbers"],
        told={name: tuple(_count_from_json(one) for one in told) for name, told in data.get("told", {}).items()},
        caveats=tuple(data["caveats"]),
    )


class _CubeStore:
    """Cubes by their content, so that tables with the same cube share it."""

    def __init__(self) -> None:
        self.as_json: dict[str, Any] = {}

    def put(self, cube: Cube) -> str:
        data = cube_to_json(cube)
        key = digest(canonical(data))[:16]
        self.as_json[key] = data
        return key


def _prepared_to_json(one: Prepared, cubes: _CubeStore) -> dict[str, Any]:
    return {
        "definition": table_to_json(one.definition),
        "now": _data_to_json(one.inputs.now, cubes),
        "earlier": [_data_to_json(data, cubes) for data in one.inputs.earlier],
        "aggregates": [_aggregate_to_json(figure) for figure in one.inputs.aggregates],
        "unit_names": {unit: list(names) for unit, names in one.inputs.unit_names.items()},
        "periods": [_period_to_json(period) for period in one.inputs.periods],
        "breaks": [_break_to_json(cut) for cut in one.inputs.breaks],
        "notes": list(one.notes),
        "missing": one.missing,
    }


def _prepared_from_json(data: Mapping[str, Any], cubes: Mapping[str, Cube]) -> Prepared:
    inputs = Inputs(
        _data_from_json(data["now"], cubes),
        tuple(_data_from_json(one, cubes) for one in data["earlier"]),
        tuple(_aggregate_from_json(one) for one in data["aggregates"]),
        {unit: (names[0], names[1]) for unit, names in data["unit_names"].items()},
        tuple(_period_from_json(one) for one in data["periods"]),
        tuple(_break_from_json(one) for one in data.get("breaks", ())),
        concludes="breaks" in data,
    )
    return Prepared(table_from_json(data["definition"]), inputs, tuple(data["notes"]), data["missing"])


def _data_to_json(data: PeriodData, cubes: _CubeStore) -> dict[str, Any]:
    return {
        "period": _period_to_json(data.period),
        "cubes": {kind: cubes.put(cube) for kind, cube in data.cubes.items()},
        "principle": data.principle,
        "origin": data.origin.value,
        "source": data.source,
        "caveat": data.caveat,
    }


def _data_from_json(data: Mapping[str, Any], cubes: Mapping[str, Cube]) -> PeriodData:
    own = {kind: cubes[key] for kind, key in data["cubes"].items()}
    period, origin = _period_from_json(data["period"]), Origin(data["origin"])
    return PeriodData(period, own, data["principle"], origin, data["source"], data["caveat"])


def _period_to_json(period: Period) -> dict[str, str]:
    return {
        "name": period.name,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "months_closed": str(period.months_closed),
    }


def _period_from_json(data: Mapping[str, str]) -> Period:
    first, last = date.fromisoformat(data["first"]), date.fromisoformat(data["last"])
    return Period(data["name"], first, last, Fraction(data["months_closed"]))


def _count_to_json(count: Count) -> dict[str, Any]:
    return {
        "kind": count.kind,
        "where": {name: list(keys) for name, keys in count.where.items()},
        "number": count.number,
        "period": _period_to_json(count.period) if count.period else None,
    }


def _count_from_json(data: Mapping[str, Any]) -> Count:
    period = _period_from_json(data["period"]) if data.get("period") else None
    return Count(data["kind"], {name: tuple(keys) for name, keys in data["where"].items()}, data["number"], period)


def _break_to_json(cut: Break) -> dict[str, Any]:
    return {"day": cut.day.isoformat(), "reason": cut.reason, "dimensions": list(cut.dimensions)}


def _break_from_json(data: Mapping[str, Any]) -> Break:
    return Break(date.fromisoformat(data["day"]), data["reason"], tuple(data["dimensions"]))


def _aggregate_to_json(figure: Aggregate) -> dict[str, Any]:
    return asdict(figure) | {"first": figure.first.isoformat(), "last": figure.last.isoformat()}


def _aggregate_from_json(data: Mapping[str, Any]) -> Aggregate:
    first, last = date.fromisoformat(data["first"]), date.fromisoformat(data["last"])
    return Aggregate(**{**data, "first": first, "last": last})
