"""What counts with a department or a theme: everything placed under it."""

from django.db import models


def family(model: type[models.Model], key: int) -> list[int]:
    """The row and all that stands under it, at any depth."""
    found, level = [key], [key]
    while level:
        level = list(model.objects.filter(parent__in=level).values_list("pk", flat=True))  # type: ignore[attr-defined]
        found += level
    return found
