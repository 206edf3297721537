"""A definition as a form: the choices an adviser understands, written back into the data they stand for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.reporting.models import Definition

GROUPINGS = [
    ("department", _("Department")),
    ("theme", _("Theme")),
    ("theme,subtheme", _("Theme and subtheme")),
    ("subtheme", _("Subtheme")),
    ("type", _("Type")),
    ("channel", _("Channel")),
    ("month", _("Month")),
    ("duration", _("Duration")),
    ("role", _("Main and follow-on matters")),
    ("anonymous", _("Anonymous or not")),
    ("within_mandate", _("Within the mandate or not")),
    ("open_advice", _("Drop-in advice or not")),
    ("period", _("Period")),
    ("outcome", _("Outcome of appeal decisions")),
    ("remark", _("Themes of appeal remarks")),
    ("board", _("Appeal board")),
]
MEASURES = [
    ("count", _("Count")),
    ("count,share", _("Count and share")),
    ("share", _("Share")),
    ("previous,count,change", _("Before, now and change")),
]
UNITS = [
    ("matters:matters", _("Matters")),
    ("matters:enquiries", _("Enquiries")),
    ("appeal_decisions:decisions", _("Appeal decisions")),
    ("appeal_remarks:remarks", _("Appeal remarks")),
]
CHARTS = [
    ("bar", _("Bars")),
    ("grouped", _("Bars side by side")),
    ("stacked", _("Stacked bars")),
    ("line", _("Lines")),
    ("pie", _("Pie")),
]


def _with_present(choices: list[tuple[str, Any]], present: str) -> list[tuple[str, Any]]:
    """The choices, and what the data say where that is none of them."""
    known = {value for value, _label in choices}
    return choices if present in known or not present else [*choices, (present, _("As it is now"))]


class DefinitionForm(forms.Form):
    """What tables and figures have in common."""

    name = forms.SlugField(
        label=_("Name in the text"),
        max_length=60,
        help_text=_("Small letters and hyphens, such as themes-by-type. The report's text refers to it."),
    )
    caption = forms.CharField(label=_("Caption"), max_length=200)
    caption_en = forms.CharField(label=_("Caption in English"), max_length=200, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, spec: Mapping[str, Any] | None = None) -> None:
        self.spec: dict[str, Any] = dict(spec or {})
        super().__init__(data, initial=self.read())
        if spec:
            del self.fields["name"]

    def read(self) -> dict[str, Any]:
        """The data as the form shows them."""
        caption = self.spec.get("caption", {})
        return {"caption": caption.get("da", ""), "caption_en": caption.get("en", "")}

    def write(self) -> dict[str, Any]:
        """The data with what the form changed; what it does not show stays."""
        given = self.cleaned_data
        caption = {"da": given["caption"]} | ({"en": given["caption_en"]} if given["caption_en"] else {})
        return {**self.spec, "name": given.get("name") or self.spec["name"], "caption": caption}


class TableForm(DefinitionForm):
    counted = forms.ChoiceField(label=_("What is counted"), choices=UNITS)
    rows = forms.ChoiceField(label=_("Rows"))
    columns = forms.ChoiceField(label=_("Columns"))
    order = forms.ChoiceField(label=_("Order of the rows"))
    zero_rows = forms.ChoiceField(
        label=_("Rows without anything"), choices=[("all", _("Shown")), ("counted only", _("Left out"))]
    )
    top = forms.IntegerField(
        label=_("At most so many rows (0: all)"), min_value=0, max_value=1000, required=False, initial=0
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orders = [("as listed", _("As in the set-up")), ("count descending", _("Largest first"))]
        for name, choices in (("rows", GROUPINGS), ("columns", [*MEASURES, *GROUPINGS]), ("order", orders)):
            present = str(self.initial.get(name, ""))
            self.fields[name].choices = _with_present(choices, present)  # type: ignore[attr-defined]

    def read(self) -> dict[str, Any]:
        columns = self.spec.get("columns", ["count"])
        order = self.spec.get("order", "as listed")
        return super().read() | {
            "counted": f"{self.spec.get('kind', 'matters')}:{self.spec.get('unit', 'matters')}",
            "rows": ",".join(self.spec.get("rows", [])),
            "columns": columns if isinstance(columns, str) else ",".join(columns),
            "order": order if isinstance(order, str) else "own",
            "zero_rows": self.spec.get("zero_rows", "all"),
            "top": self.spec.get("top", 0),
        }

    def write(self) -> dict[str, Any]:
        given = self.cleaned_data
        kind, _colon, unit = given["counted"].partition(":")
        measures = {value for value, _label in MEASURES}
        as_list = given["columns"] in measures or "," in given["columns"]
        changed = {
            "kind": kind,
            "unit": unit,
            "rows": given["rows"].split(","),
            "columns": given["columns"].split(",") if as_list else given["columns"],
            "zero_rows": given["zero_rows"],
            "top": given["top"] or 0,
        }
        if unit == "enquiries" and self.initial.get("counted") != given["counted"]:
            changed["where"] = {**self.spec.get("where", {}), "role": ["main"]}
        if given["order"] != "own":
            changed["order"] = given["order"]
        return super().write() | changed


class FigureForm(DefinitionForm):
    table = forms.ChoiceField(label=_("Drawn from the table"))
    chart = forms.ChoiceField(label=_("Kind of drawing"), choices=CHARTS)
    as_percent = forms.BooleanField(label=_("In per cent"), required=False)
    hidden = forms.BooleanField(label=_("Computed, yet left out of the report"), required=False)
    many_part_pie = forms.BooleanField(label=_("A pie may have more than two parts"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Definition.objects.filter(kind=Definition.Kind.TABLE)
        choices = [(row.name, row.spec.get("caption", {}).get("da", row.name)) for row in rows]
        self.fields["table"].choices = choices  # type: ignore[attr-defined]

    def read(self) -> dict[str, Any]:
        flags = {name: self.spec.get(name, False) for name in ("as_percent", "hidden", "many_part_pie")}
        return super().read() | {"table": self.spec.get("table"), "chart": self.spec.get("chart", "bar"), **flags}

    def write(self) -> dict[str, Any]:
        names = ("table", "chart", "as_percent", "hidden", "many_part_pie")
        return super().write() | {name: self.cleaned_data[name] for name in names}


FORMS: dict[str, type[DefinitionForm]] = {"table": TableForm, "figure": FigureForm}
