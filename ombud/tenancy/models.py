"""What every row of a municipality has in common."""

from django.db import models

from ombud.tenancy.scope import ScopedManager, UnscopedManager, current_id


class ScopedModel(models.Model):
    """A row that belongs to one municipality. ``objects`` sees only the scope; new rows get it by themselves.

    ``unscoped`` follows references and, under ``everywhere``, crosses municipalities.
    """

    # No index of its own: what is asked for often begins with the municipality in a compound one.
    municipality = models.ForeignKey(
        "offices.Municipality",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        default=current_id,
        db_index=False,
    )

    objects = ScopedManager()
    unscoped = UnscopedManager()

    class Meta:
        abstract = True
        base_manager_name = "unscoped"
