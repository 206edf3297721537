"""What the pages of keys ask for. A passphrase is never put back into a page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.privacy.actions.people import why_not_passphrase
from ombud.privacy.sealing.codes import bare

LONGEST = 1000


def secret(label: Any, autocomplete: str, help_text: Any = "") -> forms.CharField:
    """A field for a passphrase, kept exactly as it is typed."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete, "spellcheck": "false", "autocapitalize": "none"})
    return forms.CharField(label=label, widget=widget, strip=False, max_length=LONGEST, help_text=help_text)


def code_field(label: Any, help_text: Any = "", required: bool = True) -> forms.CharField:
    """A field for a code from paper."""
    plain = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters", "class": "code-input"}
    return forms.CharField(
        label=label, widget=forms.TextInput(attrs=plain), max_length=200, help_text=help_text, required=required
    )


class UnlockForm(forms.Form):
    passphrase = secret(gettext_lazy("Your passphrase"), "current-password")


class ChooseForm(forms.Form):
    """A new passphrase, typed twice. ``suggestion`` is what the page offered, so that it offers the same again."""

    suggestion = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)
    passphrase = secret(
        gettext_lazy("Passphrase"),
        "new-password",
        gettext_lazy("At least 15 characters. Spaces and capitals count."),
    )
    again = secret(gettext_lazy("The same once more"), "new-password")

    def clean_passphrase(self) -> str:
        chosen = str(self.cleaned_data["passphrase"])
        reason = why_not_passphrase(chosen)
        if reason:
            raise ValidationError(reason)
        return chosen

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("passphrase"), cleaned.get("again")
        if first and second and first != second:
            self.add_error("again", _("The two are not the same. Type both once more."))
        return cleaned


class ChangeForm(ChooseForm):
    old = secret(gettext_lazy("The passphrase you have now"), "current-password")
    field_order = ["suggestion", "old", "passphrase", "again"]


class RecoverForm(ChooseForm):
    code = code_field(
        gettext_lazy("The code on your sheet"),
        gettext_lazy("16 groups of four. Spaces and small letters do not matter."),
    )
    field_order = ["suggestion", "code", "passphrase", "again"]


class PassphraseForm(forms.Form):
    """Who makes a new code shows that it is them."""

    passphrase = secret(gettext_lazy("Your passphrase"), "current-password")


class KindForm(forms.Form):
    """Envelope or shares."""

    kind = forms.ChoiceField(
        label=gettext_lazy("How the recovery kit is kept"),
        widget=forms.RadioSelect,
        initial="envelope",
        choices=[
            ("envelope", gettext_lazy("One envelope: whoever holds it can help you on their own")),
            ("shares", gettext_lazy("Three shares: any two holders together can help you, none alone")),
        ],
    )


class TypedBackForm(forms.Form):
    """The last two groups of every code that was printed. ``typed`` puts them together, in the order of the sheets."""

    def __init__(self, *args: Any, codes: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._codes = codes
        for number in range(1, len(codes) + 1):
            one_of_three = _("Share %(number)d: groups 15 and 16") % {"number": number}
            self.fields[f"part_{number}"] = code_field(one_of_three if len(codes) > 1 else _("Groups 15 and 16"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for number, code in enumerate(self._codes, 1):
            typed = cleaned.get(f"part_{number}")
            if typed and bare(typed) != bare(code)[-8:]:
                self.add_error(f"part_{number}", _("That is not what stands on the sheet. Look once more."))
        return cleaned

    @property
    def typed(self) -> str:
        return " ".join(self.cleaned_data[f"part_{number}"] for number in range(1, len(self._codes) + 1))


class RescueForm(forms.Form):
    """The code of an envelope, or two shares."""

    first = code_field(gettext_lazy("The code of the envelope, or the first share"))
    second = code_field(
        gettext_lazy("The second share"), gettext_lazy("Only when the kit was divided into shares."), required=False
    )


class AnewForm(ChooseForm):
    """Everything is lost but the office's kit."""

    first = code_field(gettext_lazy("The code of the envelope, or the first share"))
    second = code_field(
        gettext_lazy("The second share"), gettext_lazy("Only when the kit was divided into shares."), required=False
    )
    field_order = ["suggestion", "first", "second", "passphrase", "again"]


class HandoverForm(forms.Form):
    """What the next adviser needs to know; sealed to them, nobody else can read it."""

    note = forms.CharField(
        label=gettext_lazy("Note to the one who takes over"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20_000,
        required=False,
        help_text=gettext_lazy("Sealed so that only they can read it. They see it the next time they unlock."),
    )
