"""How many different citizens stand behind the enquiries, without knowing any of them (R44)."""

from datetime import date

from ombud.casework.models import Enquiry


def unique_citizens(first: date, last: date) -> int:
    """Enquiries received in the period and part of the total, those linked as the same citizen's counted once.

    A link may pass through an enquiry of another period.
    """
    links = dict(Enquiry.objects.exclude(same_citizen_as=None).values_list("pk", "same_citizen_as"))
    rows = Enquiry.objects.filter(received_on__range=(first, last), counted=True).values_list("pk", flat=True)
    return len({_first_of(links, key) for key in rows})


def _first_of(links: dict[int, int], key: int) -> int:
    seen = {key}
    while key in links and links[key] not in seen:
        key = links[key]
        seen.add(key)
    return key
