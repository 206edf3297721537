"""What the log is asked for."""

from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.audit.queries.lines import LogFilter, actions_in, people_in
from ombud.desk.days import DayField, parse_day
from ombud.desk.log.sentences import SENTENCES
from ombud.desk.log.sentences.office import NOUNS, VERBS
from ombud.identity.models import User

SOMEBODY = {"who": "…", "whom": "…"}


def asked(query: QueryDict) -> LogFilter:
    """The filter in the address. A date or an id that is none is passed over."""
    return LogFilter(
        first=parse_day(query.get("first", "")),
        last=parse_day(query.get("last", "")),
        by=query.get("by", "")[:254],
        action=query.get("action", "")[:60],
        case=_uuid(query.get("case", "")),
    )


class FilterForm(forms.Form):
    """Every field may be left empty. Only who and what stands in this municipality's log can be chosen."""

    first = DayField(label=gettext_lazy("From"), required=False)
    last = DayField(label=gettext_lazy("until and including"), required=False)
    by = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    action = forms.ChoiceField(label=gettext_lazy("What"), required=False)

    def __init__(self, data: QueryDict, *, municipality: str) -> None:
        super().__init__(data)
        there = people_in(municipality)
        names = User.objects.filter(pk__in=[key for key in there if key.isdigit()]).order_by("name")
        actions = [(action, _short(action)) for action in actions_in(municipality)]
        self._offer("by", [(str(pk), name) for pk, name in names.values_list("pk", "name")])
        self._offer("action", sorted(actions, key=lambda one: one[1].casefold()))

    def _offer(self, name: str, options: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", _("All")), *options]  # type: ignore[attr-defined]


def _short(action: str) -> str:
    """The sentence of an action without anybody in it."""
    if action in SENTENCES:
        return str(SENTENCES[action] % SOMEBODY)
    noun, _dot, verb = action.partition(".")
    return str(VERBS[verb] % (SOMEBODY | {"noun": NOUNS[noun]})) if verb in VERBS and noun in NOUNS else action


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
