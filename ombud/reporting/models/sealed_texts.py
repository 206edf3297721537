"""Texts of a draft: in the clear as long as the office has no key, sealed from then on."""

from django.db import models

from ombud.tenancy.models import ScopedModel


class SealedTexts(ScopedModel):
    """``sealed`` holds what people wrote, as JSON, and the columns of those texts are empty then. ``sealed_id`` is the
    row's own name in the seal. Standing texts, which every municipality's outline has, stay in their columns.
    """

    sealed_id = models.UUIDField(null=True, unique=True, editable=False)
    sealed = models.BinaryField(default=b"", editable=False)

    class Meta:
        abstract = True
        base_manager_name = "unscoped"
