"""Documents of a case, of any type (R136)."""

from django.db import models

from ombud.casework.models.case_file import SealedRow


class Document(SealedRow):
    """A file in pieces under a key of its own, which is sealed under the case's.

    ``file`` is a random name under OMBUD_HOME/files. ``sealed`` holds the file's own name, media type, size,
    description, and from whom and when it was received.
    """

    file = models.CharField(max_length=64, unique=True)
    sealed_key = models.BinaryField()

    class Meta(SealedRow.Meta):
        default_related_name = "documents"
