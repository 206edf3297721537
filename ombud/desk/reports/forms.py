"""What a report and its title page ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.offices.models import ReportingPeriod
from ombud.privacy.keyring import Keyring
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import open_report


class EarlierReport(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Reports by their titles, which may be sealed."""

    keys: Keyring | None = None

    def label_from_instance(self, report: Report) -> str:
        return f"{report.period.name} · {open_report(report, self.keys).title}"


class NewReportForm(forms.Form):
    period = forms.ModelChoiceField(
        label=_("Reporting period"), queryset=ReportingPeriod.unscoped.none(), empty_label=None
    )
    language = forms.ChoiceField(label=_("Language"), choices=[("da", _("Danish")), ("en", _("English"))])
    copy_of = EarlierReport(
        label=_("Take over the outline and texts of"),
        help_text=_("Leave it empty to begin with the municipality's own outline."),
        queryset=Report.unscoped.none(),
        required=False,
        empty_label=_("No earlier report"),
    )

    def __init__(self, *args: object, keys: Keyring | None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["copy_of"].keys = keys  # type: ignore[attr-defined]
        self.fields["period"].queryset = ReportingPeriod.objects.all()  # type: ignore[attr-defined]
        self.fields["copy_of"].queryset = Report.objects.select_related("period")  # type: ignore[attr-defined]


class TitlePageForm(forms.ModelForm):  # type: ignore[type-arg]
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Report
        fields = ["title", "subtitle", "author", "place", "dated", "language"]


class ExplainForm(forms.Form):
    """The note of one difference."""

    key = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Explain it in a printed note"),
        help_text=_(
            "The note is printed below the numbers in all four files, as long as both numbers stay as they are."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what the readers must know of the difference.")},
    )


class TemplateForm(forms.Form):
    file = forms.FileField(
        label=_("Word file"),
        help_text=_("A .docx without macros, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty.")},
    )
