"""The municipality's own Word template."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class WordTemplate(ScopedModel):
    """At most one a municipality; its styles are used by the Word writer."""

    name = models.CharField(_("File"), max_length=200)
    content = models.BinaryField()
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality"], name="one_word_template")]
