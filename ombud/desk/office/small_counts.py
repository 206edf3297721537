"""How the office keeps small counts from pointing at a citizen (R138)."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.desk.days import DayField
from ombud.desk.office.fields import Lines
from ombud.desk.office.forms import attempt
from ombud.offices.actions.small_counts import decide, drop, why_not_drop
from ombud.offices.models import SmallCountRule
from ombud.offices.queries.small_counts import SmallCounts, policy_for

Audience, Kind = SmallCountRule.Audience, SmallCountRule.Kind


class ChoiceForm(forms.Form):
    """For whom and for which tables a rule is looked at."""

    audience = forms.ChoiceField(label=gettext_lazy("Who reads"), choices=Audience.choices)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of table"), choices=Kind.choices, required=False)


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """One rule; the explanation stands at each choice."""

    forced = Lines(
        label=gettext_lazy("Numbers that are always printed"),
        help_text=gettext_lazy(
            "One a line: a word for a kind of total, such as department or theme, or one of them: "
            "“department: Roads”. Other numbers are hidden to make room for these."
        ),
    )
    decided_on = DayField(
        label=gettext_lazy("Decided on"),
        required=False,
        help_text=gettext_lazy("Must be stated where small numbers are printed as they are."),
    )

    class Meta:
        model = SmallCountRule
        fields = (
            "rule",
            "threshold",
            "zeros_shown",
            "protection",
            "treatment",
            "forced",
            "annex",
            "note",
            "decided_by",
            "decided_on",
        )
        widgets = {
            "rule": forms.RadioSelect,
            "protection": forms.RadioSelect,
            "treatment": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "threshold": gettext_lazy("3 is usual: one is too few, and so are two, since you may be one of the two."),
            "zeros_shown": gettext_lazy(
                "A nought points to nobody, but then everybody knows that a hidden number is at least 1. "
                "That is taken into account."
            ),
            "protection": gettext_lazy(
                "The first is the safer one. With the second it can be plain that a hidden number is 1 or 2."
            ),
            "treatment": gettext_lazy(
                "Can be chosen otherwise for each report, where it is shown what each choice costs."
            ),
            "note": gettext_lazy("Why it was decided so. Shown where a report is published."),
        }


@dataclass(frozen=True)
class Listed:
    """A rule as the page lists it. ``is_own`` False: none is written, and the usual one holds."""

    audience: str
    kind: str
    found: SmallCounts
    is_own: bool
    query: str


def small_counts(request: HttpRequest) -> HttpResponse:
    """GET shows the rules and the one chosen in the address; POST writes it, or takes it away."""
    audience, kind = request.GET.get("audience", Audience.PUBLIC), request.GET.get("kind", "")
    if audience not in Audience.values or kind not in Kind.values:
        raise Http404
    row = SmallCountRule.objects.filter(audience=audience, kind=kind).first()
    form = RuleForm(request.POST or None, instance=row, initial=_usual(audience, kind) if row is None else None)
    if audience != Audience.PUBLIC:
        del form.fields["annex"]
    done = request.method == "POST" and (_drop(request, row) if "drop" in request.POST else _decide(request, form))
    if done:
        return redirect("office-small-counts", request.municipality.code)  # type: ignore[attr-defined]
    found = policy_for(audience, kind)
    page = {
        "form": form,
        "rules": _listed(),
        "chosen": Listed(audience, kind, found, row is not None, _query(audience, kind)),
        "names": (dict(Audience.choices)[audience], dict(Kind.choices)[kind]),
        "choose": ChoiceForm(initial={"audience": audience, "kind": kind}),
        "can_drop": row is not None and not why_not_drop(row),
    }
    return render(request, "office/small_counts.html", page)


def _decide(request: HttpRequest, form: RuleForm) -> bool:
    if not form.is_valid():
        return False
    audience, kind = request.GET.get("audience", Audience.PUBLIC), request.GET.get("kind", "")
    values, by = form.cleaned_data, request.user
    if attempt(form, lambda: decide(audience=audience, kind=kind, values=values, by=by)) is None:  # type: ignore[arg-type]
        return False
    messages.success(request, _("The rule on small counts is written down."))
    return True


def _drop(request: HttpRequest, row: SmallCountRule | None) -> bool:
    """A rule that is gone already, or that cannot go, is left as it is."""
    if row is not None and not why_not_drop(row):
        drop(rule=row, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("The rule is taken away. The one for every table holds again."))
    return True


def _usual(audience: str, kind: str) -> dict[str, Any]:
    """What holds now, as the beginning of a rule of its own; nothing chosen where nobody has decided."""
    found = policy_for(audience, kind)
    rule = SmallCountRule.Rule.PROTECT if found.protects else SmallCountRule.Rule.AS_PUBLISHED
    return {
        "rule": rule if found.is_decided else None,
        "threshold": found.policy.threshold,
        "zeros_shown": found.policy.zeros_shown,
        "protection": found.policy.protection.value,
        "treatment": found.treatment,
        "note": found.note,
        "decided_by": found.decided_by,
        "decided_on": found.decided_on,
    }


def _listed() -> list[Listed]:
    own = {(row.audience, row.kind) for row in SmallCountRule.objects.all()}
    audiences, kinds = dict(Audience.choices), dict(Kind.choices)
    places = [(audience, kind) for audience in Audience.values for kind in Kind.values]
    return [
        Listed(str(audiences[one]), str(kinds[kind]), policy_for(one, kind), (one, kind) in own, _query(one, kind))
        for one, kind in places
        if kind == "" or (one, kind) in own
    ]


def _query(audience: str, kind: str) -> str:
    return urlencode({"audience": audience, "kind": kind})
