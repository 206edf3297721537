"""What an enquiry is registered with: types, channels and tags."""

from typing import Any

from ombud.core.profile.fields import as_day
from ombud.core.profile.shapes import OPEN_ADVICE
from ombud.offices.models import Channel, EnquiryType, Tag, TypeDefinition


def make_choices(data: dict[str, Any]) -> None:
    for index, entry in enumerate(data.get("types", []), 1):
        made = EnquiryType.objects.create(group=entry.get("group", ""), **_chosen(entry, index))
        for definition in entry.get("definitions", []):
            TypeDefinition.objects.create(
                type=made,
                starts_on=as_day(definition.get("starts_on")),
                text=definition["text"],
                text_en=definition.get("text_en", ""),
            )
    for index, entry in enumerate(data.get("channels", []), 1):
        Channel.objects.create(is_open_advice=entry.get("key") == OPEN_ADVICE, **_chosen(entry, index))
    for index, entry in enumerate(data.get("tags", []), 1):
        Tag.objects.create(name=entry["name"], name_en=entry.get("name_en", ""), order=index)


def _chosen(entry: dict[str, Any], index: int) -> dict[str, Any]:
    return {
        "name": entry["name"],
        "name_en": entry.get("name_en", ""),
        "order": entry.get("order", index),
        "aliases": entry.get("aliases", []),
        "starts_on": as_day(entry.get("starts_on")),
        "ends_on": as_day(entry.get("ends_on")),
    }
