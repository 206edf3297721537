"""Which numbers of enquiries were given out (R37)."""

from django.db.models import Max

from ombud.casework.models import Enquiry, LastNumber


def highest_numbers() -> dict[int, int]:
    """The highest number of each year, those that were dropped since counted in."""
    rows = Enquiry.objects.order_by().values("year").annotate(highest=Max("number")).values_list("year", "highest")
    found = {year: highest or 0 for year, highest in rows}
    for year, number in LastNumber.objects.values_list("year", "number"):
        found[year] = max(found.get(year, 0), number)
    return found


def highest_number(year: int) -> int:
    """The highest number of one year; 0 where there is none."""
    highest: int | None = Enquiry.objects.filter(year=year).aggregate(highest=Max("number"))["highest"]
    dropped = LastNumber.objects.filter(year=year).values_list("number", flat=True).first()
    return max(highest or 0, dropped or 0)
