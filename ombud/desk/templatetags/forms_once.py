"""``{% csrf_token %}`` of every template: the proof of origin, the token that lets a form be done once, and for whom
the page was made, so that what is sent after the session ended can be sealed to that person.
"""

import uuid

from django import template
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ombud.desk.keeping import MAKER, sign
from ombud.identity.submissions import FIELD

register = template.Library()


class FormTokens(CsrfTokenNode):
    """The hidden fields. The browser may not fill in an old token: what is changed after going back is new."""

    def render(self, context: template.Context) -> SafeString:
        once = format_html(
            '<input type="hidden" name="{}" value="{}" autocomplete="off" data-fresh>', FIELD, uuid.uuid4().hex
        )
        return format_html("{}{}{}", super().render(context), once, _maker(context))


def _maker(context: template.Context) -> SafeString:
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return SafeString("")
    mark = '<input type="hidden" name="{}" value="{}" autocomplete="off" data-fresh>'
    return format_html(mark, MAKER, sign(str(user.pk)))


@register.tag
def csrf_token(parser: template.base.Parser, token: template.base.Token) -> FormTokens:
    """Takes the place of Django's own tag (settings: builtins), so that no form can be without."""
    return FormTokens()
