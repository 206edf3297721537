"""What the municipality's own headings and values mean, remembered from one import to the next."""

from collections.abc import Mapping

from ombud.casework.importing.names import fold
from ombud.casework.models import ColumnMapping
from ombud.readers import fold_name


def remembered(kind: str) -> ColumnMapping:
    """What is remembered for a kind of file; an unsaved empty one when nothing is."""
    return ColumnMapping.objects.filter(kind=kind).first() or ColumnMapping(kind=kind)


def remember(kind: str, columns: Mapping[str, str], values: Mapping[str, Mapping[str, str]]) -> None:
    """Add headings (heading -> field, "" for not read) and values (field -> value -> key) to what is known.

    The key "" forgets a value again.
    """
    mapping = ColumnMapping.objects.select_for_update().filter(kind=kind).first() or ColumnMapping(kind=kind)
    mapping.columns = mapping.columns | {fold_name(heading): field for heading, field in columns.items()}
    known = dict(mapping.values)
    for field, chosen in values.items():
        folded = {fold(value): str(key) for value, key in chosen.items()}
        known[field] = {value: key for value, key in (known.get(field, {}) | folded).items() if key}
    mapping.values = known
    mapping.save()
