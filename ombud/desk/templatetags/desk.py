"""What the templates need beyond Django: icons, form controls in the look of the design system, found errors."""

from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

SPRITE = "vendor/dkfds/img/all-svg-icons.svg"


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """An icon of the sprite, hidden from screen readers: the text beside it says the same."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        classes,
        static(SPRITE),
        name,
    )


@register.filter
def kind(field: BoundField) -> str:
    """Which markup a field needs: "hidden", "checkbox", "options" or "plain"."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "options"
    return "checkbox" if isinstance(widget, forms.CheckboxInput) else "plain"


@register.simple_tag
def control(field: BoundField, classes: str = "", **attributes: Any) -> SafeString:
    """The field's control with the design system's class for its kind. The label stays in sight, so no placeholder."""
    widget = field.field.widget
    widget.attrs.pop("placeholder", None)
    if isinstance(widget, forms.Select):
        look = "form-select"
    elif isinstance(widget, forms.CheckboxInput):
        look = "form-checkbox"
    elif isinstance(widget, forms.FileInput):
        look = "file-input"
    else:
        look = "form-input"
    own = widget.attrs.get("class", "")
    attrs = {name.replace("_", "-"): value for name, value in attributes.items()}
    return field.as_widget(attrs={**attrs, "class": " ".join(filter(None, [look, own, classes]))})


@dataclass(frozen=True)
class Problem:
    """One error of a form, with the place on the page where it can be put right."""

    anchor: str
    label: str
    message: str


@register.filter
def problems(form: object) -> list[Problem]:
    """Every error of a form or of the forms of a formset, in reading order; of anything else none."""
    if not isinstance(form, BaseForm | BaseFormSet) or not form.is_bound:
        return []
    if isinstance(form, BaseFormSet):
        found = [Problem("", "", str(message)) for message in form.non_form_errors()]
        return found + [problem for part in form.forms for problem in problems(part)]
    found = [Problem("", "", str(message)) for message in form.non_field_errors()]
    for field in form:
        anchor = field.auto_id if kind(field) == "options" else field.id_for_label
        found += [Problem(anchor, str(field.label), str(message)) for message in field.errors]
    return found


@register.simple_tag(takes_context=True)
def text_of_block(context: template.Context, name: str) -> SafeString:
    """What a block prints, as plain text: the page's heading is its title too."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    # What the block printed is escaped already; tags are taken out and the white space is made single.
    return mark_safe(" ".join(strip_tags(block.render(context)).split())) if block else SafeString("")
