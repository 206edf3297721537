"""The whole page of an enquiry: its form and a form for each matter, from the register or from what was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from ombud.casework.models import Enquiry
from ombud.desk.days import parse_day
from ombud.desk.differences import texts
from ombud.desk.enquiries.choices import Choices
from ombud.desk.enquiries.forms import EnquiryForm, MatterForm
from ombud.desk.enquiries.starting import enquiry_initial, matter_initial
from ombud.desk.templatetags.desk import Problem, problems

COUNT = "matters-count"
UNDER_MORE = [
    "finished_on",
    "primary_channel",
    "enquirer",
    "number",
    "same_citizen_as",
    "anonymous",
    "open_advice",
    "counted",
    "without_case",
]
MOST_MATTERS = 30
"""More than any enquiry has; a tampered count stops here."""


@dataclass
class Sheet:
    """Forms that are filled in together. ``choices`` belong to the day the enquiry was received."""

    choices: Choices
    form: EnquiryForm
    matters: list[MatterForm]

    @property
    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(matter.is_valid() for matter in self.matters)])

    def texts(self) -> dict[str, str]:
        """Everything on the page by its label, as a person reads it."""
        said = texts(self.form)
        for place, matter in enumerate(self.matters, start=1):
            said |= texts(matter, f"{self.choices.words.matter.capitalize()} {place}: ")
        return said

    @property
    def next_row(self) -> MatterForm:
        """An empty row for the page's script to copy; ``__index__`` stands for its place."""
        return MatterForm(prefix="matters-__index__", choices=self.choices)

    @property
    def problems_of_matters(self) -> list[Problem]:
        """What must be put right in the matters, each with its place on the page."""
        return [problem for matter in self.matters for problem in problems(matter)]

    @property
    def more_is_used(self) -> bool:
        """Whether something under "More" has another value than a new enquiry's, or must be put right."""
        form = self.form
        if any(form[name].errors for name in UNDER_MORE):
            return True
        usual = {"counted": True, "enquirer": Enquiry.Enquirer.PERSON.value}
        return any((form[name].value() or "") != usual.get(name, "") for name in UNDER_MORE if name != "number")

    def refuse(self, error: ValidationError, places: Sequence[int]) -> None:
        """Put what an action refused at its fields; ``places`` says which form each matter came from."""
        if not hasattr(error, "error_dict"):
            self.form.add_error(None, error)
            return
        for field, errors in error.error_dict.items():
            parts = field.split("-")
            if len(parts) == 3 and parts[0] == "matters" and int(parts[1]) < len(places):
                self.matters[places[int(parts[1])]].add_error(parts[2], errors)
            else:
                self.form.add_error(field if field in self.form.fields else None, errors)

    def with_matter(self) -> "Sheet":
        """One more row at the end; what was typed stays and is not judged yet."""
        return self._again([_sent(matter) for matter in self.matters] + [{}])

    def without_matter(self, index: int) -> "Sheet":
        """The row taken out; the first is the main matter, so the next one moves up."""
        rows = [_sent(matter) for place, matter in enumerate(self.matters) if place != index]
        return self._again(rows or [{}])

    def _again(self, rows: list[dict[str, Any]]) -> "Sheet":
        form = EnquiryForm(initial=_sent(self.form), choices=self.choices, next_number=self.form.next_number)
        return Sheet(self.choices, form, _rows(rows[:MOST_MATTERS], self.choices))


def blank(choices: Choices, next_number: str) -> Sheet:
    """A page for a new enquiry: received today, within the mandate, part of the total."""
    start = {"received_on": choices.on, "within_mandate": "yes", "counted": True, "enquirer": Enquiry.Enquirer.PERSON}
    return Sheet(choices, EnquiryForm(initial=start, choices=choices, next_number=next_number), _rows([{}], choices))


def of(enquiry: Enquiry, choices: Choices) -> Sheet:
    """The page of an enquiry as it stands in the register."""
    matters = list(enquiry.matters.select_related("department__parent", "theme").prefetch_related("tags"))
    form = EnquiryForm(initial=enquiry_initial(enquiry, matters), choices=choices)
    return Sheet(choices, form, _rows([matter_initial(matter, matters) for matter in matters] or [{}], choices))


def sent(data: QueryDict, choices: Choices, next_number: str = "") -> Sheet:
    """The page as it was sent."""
    count = data.get(COUNT, "1")
    rows = min(int(count), MOST_MATTERS) if count.isascii() and count.isdigit() and len(count) < 4 else 1
    return Sheet(
        choices,
        EnquiryForm(data, choices=choices, next_number=next_number),
        [MatterForm(data, prefix=f"matters-{index}", choices=choices) for index in range(max(rows, 1))],
    )


def row_to_remove(wish: str) -> int | None:
    """The row that a button such as "remove-3" takes out; None for another wish."""
    start, _hyphen, number = wish.partition("-")
    return int(number) if start == "remove" and number.isascii() and number.isdigit() and len(number) < 4 else None


def day_sent(data: Mapping[str, Any], otherwise: date) -> date:
    """The day of arrival that was typed: what can be chosen depends on it."""
    return parse_day(str(data.get("received_on", ""))) or otherwise


def _rows(rows: Sequence[dict[str, Any]], choices: Choices) -> list[MatterForm]:
    return [MatterForm(initial=row, prefix=f"matters-{index}", choices=choices) for index, row in enumerate(rows)]


def _sent(form: EnquiryForm | MatterForm) -> dict[str, Any]:
    """What was typed, unjudged."""
    return {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
    }
