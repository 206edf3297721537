"""The columns of a register of appeal decisions, with the names that registers give them."""

from django.utils.translation import gettext_lazy as _

from ombud.appeals.models import AppealDecision
from ombud.casework.importing.fields import Field

Result = AppealDecision.Result

FIELDS = (
    Field(
        "board",
        _("Appeal board"),
        ("Nævn", "Klageinstans", "Ankeinstans", "Klagemyndighed", "Ankemyndighed", "Board", "Appeal board", "Body"),
        has_names=True,
    ),
    Field(
        "received_on",
        _("Received"),
        ("Modtaget", "Modtagelsesdato", "Modtaget dato", "Dato modtaget", "Dato", "Received", "Received on", "Date"),
        required=True,
    ),
    Field(
        "decided_on",
        _("The municipality decided on"),
        ("Kommunens afgørelse", "Kommunens afgørelsesdato", "Afgørelsesdato", "Decided on", "Date of decision"),
    ),
    Field(
        "department",
        _("Department"),
        ("Afdeling", "Center", "Fagcenter", "Forvaltning", "Område", "Enhed", "Department", "Centre", "Unit"),
        has_names=True,
    ),
    Field("rejected", _("Rejected or processed"), ("Behandling", "Afvist", "Klage afvist", "Rejected", "Processing")),
    Field("result", _("Result"), ("Udfald", "Resultat", "Afgørelse", "Result", "Outcome")),
    Field(
        "remarks",
        _("Remarks"),
        ("Bemærkninger", "Bemærkning", "Kritikpunkter", "Kritikpunkt", "Temaer", "Tema", "Remarks", "Remark"),
        has_names=True,
    ),
)

REJECTED = dict.fromkeys(
    ("afvist", "klage afvist", "afvisning", "ja", "j", "x", "1", "true", "sand", "yes", "rejected"), True
) | dict.fromkeys(
    ("realitetsbehandlet", "behandlet", "uden bemærkninger", "med bemærkninger", "nej", "n", "0", "no", "processed"),
    False,
)
RESULTS: dict[str, str] = (
    dict.fromkeys(("stadfæstet", "stadfæstelse", "confirmed", "upheld"), Result.CONFIRMED.value)
    | dict.fromkeys(
        ("ændret", "ændring", "ophævet", "ophævelse", "omgjort", "changed", "set aside"), Result.CHANGED.value
    )
    | dict.fromkeys(("hjemvist", "hjemvisning", "remitted"), Result.REMITTED.value)
)
