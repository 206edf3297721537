"""The municipality's own Word template: kept once a writer has proved that it can be used."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.models import WordTemplate
from ombud.writers.docx.template import open_template
from ombud.writers.error import WriteError

LARGEST = 10_000_000


@transaction.atomic
def put_template(*, name: str, content: bytes, by: User | None) -> WordTemplate:
    """Use this .docx for Word files from now on, instead of the one before. ValidationError says why it cannot be."""
    if len(content) > LARGEST:
        raise ValidationError(_("The template is larger than 10 MB."))
    try:
        open_template(content, translation)
    except WriteError as problem:
        raise ValidationError(str(problem)) from None
    template: WordTemplate
    template, _made = WordTemplate.objects.update_or_create(defaults={"name": name[:200], "content": content})
    record("word_template.put", template, by=by, municipality=current_municipality().code, label=template.name)
    return template


@transaction.atomic
def remove_template(*, by: User | None) -> None:
    """Go back to the program's own look; nothing happens when there is no template."""
    for template in WordTemplate.objects.all():
        record("word_template.removed", template, by=by, municipality=current_municipality().code, label=template.name)
        template.delete()
