"""Forms of the set-up, made from the models when a page is asked for: their choices are those of one municipality."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ombud.desk.days import DayField
from ombud.desk.office.fields import Limits, Lines, Shares
from ombud.desk.office.nouns import Noun
from ombud.offices.models import Department, Municipality, Staffing, Theme

Made = TypeVar("Made")
BEFORE_ALL = Value(-1)
OPEN_FIRST_TAXONOMY = F("taxonomy__starts_on").asc(nulls_first=True)


def form_for(noun: Noun, *, row: Any = None, data: Any = None, initial: dict[str, Any] | None = None) -> Any:
    """The form of one row, filled from ``row``, from what was typed or with ``initial``."""
    made = forms.modelform_factory(
        noun.model,
        form=SetupForm,
        fields=[name for name in noun.fields if name != "aliases" or noun.model is not Department],
        formfield_callback=formfield,
        help_texts={name: str(text) for name, text in noun.hints.items() if name in noun.fields},
    )
    form: Any = made(data=data, instance=row, initial=initial)
    if noun.model is Department:
        _add_aliases(form, noun, row)
    _narrow(form, row)
    return form


class SetupForm(forms.ModelForm):  # type: ignore[type-arg]
    """Reads and checks what was typed; an action writes it. Constraints are the action's, which knows the scope."""

    def validate_unique(self) -> None:
        """Left to the action."""

    def validate_constraints(self) -> None:
        """Left to the action."""


def formfield(field: Any, **options: Any) -> Any:
    """A form field in the way the desk writes days, numbers, lists and several choices."""
    if isinstance(field, models.DateField):
        return DayField(label=field.verbose_name, required=not field.blank, help_text=options.get("help_text", ""))
    if isinstance(field, models.JSONField):
        kind = Shares if field.model is Staffing else Lines
        return kind(label=field.verbose_name, help_text=options.get("help_text", ""))
    if isinstance(field, models.DecimalField):
        return field.formfield(localize=True, **options)
    if isinstance(field, models.ManyToManyField):
        return field.formfield(widget=forms.CheckboxSelectMultiple, **options)
    if isinstance(field, models.TextField):
        return field.formfield(widget=forms.Textarea(attrs={"rows": 3}), **options)
    return field.formfield(**options)


def _add_aliases(form: forms.BaseForm, noun: Noun, row: Any) -> None:
    names = sorted(alias.name for alias in row.aliases.all()) if row else []
    field = Lines(label=_("Also called"), help_text=noun.hints["aliases"], initial=names)
    form.fields = {name: form.fields.get(name, field) for name in noun.fields}
    form.initial["aliases"] = names


def _narrow(form: forms.BaseForm, row: Any) -> None:
    """Offer only what can be chosen: no row as its own parent, no entry of another version."""
    for name in ("parent", "compared_with"):
        if name in form.fields and row:
            choices: Any = form.fields[name]
            choices.queryset = choices.queryset.exclude(pk=row.pk)
    for field in form.fields.values():
        offered: Any = field
        if isinstance(field, forms.ModelChoiceField) and offered.queryset.model is Theme:
            offered.queryset = in_reading_order(offered.queryset.select_related("taxonomy", "parent__parent"))
            offered.label_from_instance = theme_label
    for name, offered_level in (("base", {"parent": None}), ("themes", {"parent__isnull": False})):
        if name in form.fields:
            level: Any = form.fields[name]
            level.queryset = level.queryset.filter(**offered_level)
    if isinstance(row, Theme) and row.taxonomy_id:
        same: Any = form.fields["parent"]
        same.queryset = same.queryset.filter(taxonomy=row.taxonomy)
        related: Any = form.fields["related"]
        related.queryset = related.queryset.filter(taxonomy=row.taxonomy).exclude(parent=None).exclude(pk=row.pk)


def in_reading_order(themes: Any) -> Any:
    """Themes in their order, each followed by its subthemes and their details."""
    return themes.order_by(
        OPEN_FIRST_TAXONOMY,
        Coalesce("parent__parent__order", "parent__order", "order"),
        Coalesce("parent__parent__pk", "parent__pk", "pk"),
        Case(
            When(parent=None, then=BEFORE_ALL),
            When(parent__parent=None, then="order"),
            default="parent__order",
            output_field=models.IntegerField(),
        ),
        Case(When(parent__parent=None, then=BEFORE_ALL), default="order", output_field=models.IntegerField()),
        "pk",
    )


def theme_label(theme: Theme) -> str:
    """A theme with what it stands under, so that two of the same name can be told apart."""
    return " › ".join(step.local_name for step in theme.path)


def attempt(form: forms.BaseForm, act: Callable[[], Made]) -> Made | None:
    """Do what the form asks for; None when an action refused it, with its reasons put at the fields."""
    try:
        return act()
    except ValidationError as error:
        reasons = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for name, messages in reasons.items():
            for message in messages:
                form.add_error(name if name in form.fields else None, message)
        return None


class FactsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The municipality's own facts; its code and its duration limits stand apart."""

    function_starts_on = DayField(label=_("The function began on"), required=False)
    takes_enquiries_from = DayField(label=_("Takes enquiries from"), required=False)
    reservations = Lines(
        label=_("Reservations printed in the report"), help_text=_("One a line; each is printed as a paragraph.")
    )
    outside_bodies = Lines(label=_("Bodies that citizens are referred to"), help_text=_("One a line."))
    limits = Limits(
        label=_("Duration bands"),
        required=False,
        help_text=_(
            "Upper limits in days, parted by commas. Empty: same day, within 7, 30 and 90 days, longer. "
            "Published reports keep the bands they were made with."
        ),
    )

    class Meta:
        model = Municipality
        fields = (
            "name",
            "office",
            "author",
            "place",
            "legal_basis",
            "function_starts_on",
            "takes_enquiries_from",
            "reservations",
            "outside_bodies",
            "limits",
            "duration_ends_with",
            "retention_years",
            "retention_decided_by",
            "retention_decided_on",
        )
        widgets = {
            "legal_basis": forms.Textarea(attrs={"rows": 2}),
        }


class MergeForm(forms.Form):
    """Which departments become one, from which day, and what it is called."""

    departments: Any = forms.ModelMultipleChoiceField(
        label=_("Departments that become one"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    into: Any = forms.ModelChoiceField(
        label=_("They go into"), queryset=None, required=False, empty_label=_("A new department")
    )
    name = forms.CharField(label=_("Name of the new department"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    on = DayField(label=_("From"), help_text=_("The first day of the merged department."))

    def __init__(self, *args: Any, departments: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("departments", "into"):
            field: Any = self.fields[name]
            field.queryset = departments

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("into") and not cleaned.get("name", "").strip() and "name" not in self.errors:
            self.add_error("name", _("Write the name of the new department, or choose one that they go into."))
        return cleaned


class SplitForm(forms.Form):
    """What comes after a department, from which day."""

    names = Lines(label=_("Names of the new departments"), help_text=_("One a line."), required=True)
    on = DayField(label=_("From"), help_text=_("The first day of the new departments."))


class MoveForm(forms.Form):
    """Where a unit belongs from a day on."""

    parent: Any = forms.ModelChoiceField(
        label=_("Belongs to"), queryset=None, required=False, empty_label=_("No department: it counts by itself")
    )
    on = DayField(label=_("From"), help_text=_("The first day in the new place."))

    def __init__(self, *args: Any, departments: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["parent"]
        field.queryset = departments


class DefinitionForm(forms.Form):
    """What a type means from a day on."""

    starts_on = DayField(label=_("From"), required=False, help_text=_("Empty: from the beginning."))
    text = forms.CharField(label=_("Definition"), widget=forms.Textarea(attrs={"rows": 4}))
    text_en = forms.CharField(
        label=_("Definition in English"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )


class TaxonomyForm(forms.Form):
    """A new version of the themes from a day on."""

    name = forms.CharField(label=_("Name"), max_length=120)
    starts_on = DayField(label=_("From"), help_text=_("The first day of the new version."))
    source = forms.ChoiceField(label=_("Begin with"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, sources: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["source"]
        field.choices = sources


class RetireForm(forms.Form):
    """The last day of a theme."""

    ends_on = DayField(label=_("Last day"), help_text=_("It stays in all figures up to and including this day."))


class MapForm(forms.Form):
    """What an entry answers to in another version."""

    target: Any = forms.ModelChoiceField(label=_("Answers to"), queryset=None)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, targets: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["target"]
        field.queryset = targets
        field.label_from_instance = lambda theme: f"{theme.taxonomy}: {theme}"
