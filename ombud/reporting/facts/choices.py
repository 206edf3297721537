"""The dimensions with few members: role, type, channel, yes and no."""

from datetime import date
from typing import Any

from ombud.casework.models import Matter
from ombud.core.statistics.facts import Dimension, Member, dimension
from ombud.core.words import Words
from ombud.offices.models import Channel, EnquiryType
from ombud.reporting.facts.naming import local, overlaps

UNGROUPED = "ungrouped"
ROLES = (Matter.Role.MAIN.value, Matter.Role.FOLLOW_ON.value)
YES_AND_NO = {True: "yes", False: "no"}


def roles(words: Words) -> Dimension:
    """Main matter and follow-on matter (R81-R83)."""
    labels = (words.gettext("Main matters"), words.gettext("Follow-on matters"))
    members = [Member(key, label) for key, label in zip(ROLES, labels, strict=True)]
    return dimension("role", words.gettext("Role"), members, not_stated=words.gettext("Not stated"))


def types(first: date, last: date, words: Words) -> Dimension:
    """The types of enquiry in use, in the groups they count among: complaints and others (R45-R50, R212)."""
    language, not_stated = words.get_language(), words.gettext("Not stated")
    rows = list(EnquiryType.objects.values("pk", "name", "name_en", "starts_on", "ends_on", "group"))
    groups = [
        Member("complaint", words.gettext("Complaints"), aliases=("Klager", "Klage")),
        Member("other", words.gettext("Other enquiries"), aliases=("Andre henvendelser", "Andre")),
        Member(UNGROUPED, words.gettext("Not grouped"), is_current=False),
    ]
    group = dimension("type_group", words.gettext("Complaints and others"), groups, not_stated=not_stated)
    members = [
        Member(str(row["pk"]), local(row, language), row["group"] or UNGROUPED, "", overlaps(row, first, last))
        for row in rows
    ]
    return dimension("type", words.gettext("Type"), members, not_stated=not_stated, parent=group)


def channels(first: date, last: date, words: Words) -> Dimension:
    """The channels (R114-R118)."""
    language = words.get_language()
    rows = Channel.objects.values("pk", "name", "name_en", "starts_on", "ends_on")
    members = [Member(str(row["pk"]), local(row, language), "", "", overlaps(row, first, last)) for row in rows]
    return dimension("channel", words.gettext("Channel"), members, not_stated=words.gettext("Not stated"))


def yes_or_no(name: str, label: str, words: Words) -> Dimension:
    """A question with yes, no or no answer."""
    members = [Member("yes", words.gettext("Yes")), Member("no", words.gettext("No"))]
    return dimension(name, label, members, not_stated=words.gettext("Not stated"))


def ids(dimension: Dimension) -> dict[Any, str]:
    """Database ids to keys, for a dimension whose keys are those ids."""
    return {int(member.key): member.key for member in dimension.members[1:]}
