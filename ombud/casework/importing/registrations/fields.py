"""The columns of a register, with the names that registers give them."""

from django.utils.translation import gettext_lazy as _

from ombud.casework.importing.fields import Field

FIELDS = (
    Field(
        "number",
        _("Number"),
        (
            "Sagsnr", "Sagsnr.", "Sags nr", "Sagsnummer", "Sag", "Sag nr", "Nr", "Nr.", "Nummer", "Journalnr",
            "Journalnummer", "Henvendelsesnr", "Henvendelse nr", "Løbenr", "Løbenummer", "Sags-id", "Id",
            "Number", "No", "Case number", "Case no", "Enquiry number",
        ),
    ),
    Field("year", _("Year"), ("År", "Årstal", "Sagsår", "Year")),
    Field(
        "received_on",
        _("Received"),
        (
            "Modtaget", "Modtagelsesdato", "Modtaget dato", "Dato modtaget", "Modtaget den", "Dato",
            "Henvendelsesdato", "Dato for henvendelse", "Indgået", "Oprettet", "Startdato",
            "Received", "Received on", "Date received", "Date",
        ),
        required=True,
    ),
    Field(
        "finished_on",
        _("Work finished"),
        ("Færdigbehandlet", "Arbejde afsluttet", "Behandling afsluttet", "Færdig", "Work finished", "Finished",
         "Finished on"),
    ),
    Field(
        "closed_on",
        _("Closed"),
        ("Afsluttet", "Afslutning", "Afslutningsdato", "Afsluttet dato", "Dato afsluttet", "Lukket", "Lukket dato",
         "Slutdato", "Closed", "Closed on", "Date closed"),
    ),
    Field(
        "events_on",
        _("When it happened"),
        ("Hændelsesdato", "Hændelse", "Dato for hændelsen", "Forholdets dato", "Sket den", "Events", "Event date",
         "Date of events", "Happened on"),
    ),
    Field(
        "primary_channel",
        _("Primary channel"),
        ("Kanal", "Henvendelsesform", "Form", "Henvendelseskanal", "Kontaktform", "Primær kanal",
         "Primær henvendelsesform", "Channel", "Primary channel"),
        has_names=True,
    ),
    Field(
        "first_channel",
        _("First channel"),
        ("Første kanal", "Første henvendelsesform", "Første kontakt", "First channel"),
        has_names=True,
    ),
    Field(
        "type",
        _("Type"),
        ("Type", "Henvendelsestype", "Sagstype", "Art", "Kategori", "Enquiry type", "Kind"),
        has_names=True,
    ),
    Field(
        "department",
        _("Department"),
        ("Afdeling", "Afdelingsnavn", "Center", "Fagcenter", "Forvaltning", "Direktørområde", "Fagområde", "Område",
         "Enhed", "Department", "Centre", "Unit", "Administration"),
        has_names=True,
    ),
    Field("role", _("Role"), ("Rolle", "Hovedsag/følgesag", "Hoved-/følgesag", "Sagsrolle", "Hovedsag", "Role")),
    Field(
        "theme",
        _("Theme"),
        ("Tema", "Hovedtema", "Overtema", "Temagruppe", "Theme", "Main theme"),
        has_names=True,
    ),
    Field(
        "subtheme",
        _("Subtheme"),
        ("Emne", "Undertema", "Deltema", "Underemne", "Problemstilling", "Klagepunkt", "Klageforhold", "Subtheme",
         "Subject", "Topic"),
        has_names=True,
    ),
    Field("anonymous", _("Anonymous"), ("Anonym", "Anonym henvendelse", "Anonymt", "Anonymous")),
    Field(
        "within_mandate",
        _("Within the mandate"),
        ("Inden for mandat", "Inden for mandatet", "Inden for vedtægten", "Inden for vedtægtens formål",
         "Inden for formål", "Inden for kompetence", "Within mandate", "Within the mandate"),
    ),
    Field(
        "open_advice",
        _("Drop-in advice"),
        ("Åben rådgivning", "Åbenrådgivning", "Fra åben rådgivning", "Drop-in", "Drop-in advice", "Open advice"),
    ),
    Field("enquirer", _("Who enquires"), ("Henvendertype", "Hvem henvender sig", "Afsendertype", "Enquirer")),
    Field("coordination", _("Coordination across departments"),
          ("Koordination", "Koordinering", "Tværgående", "På tværs", "Coordination")),
    Field("reminder", _("Reminder after an unanswered complaint"), ("Rykker", "Rykkersag", "Reminder")),
)  # fmt: skip

ENQUIRY_FIELDS = (
    "received_on",
    "finished_on",
    "closed_on",
    "events_on",
    "primary_channel",
    "first_channel",
    "type",
    "anonymous",
    "within_mandate",
    "open_advice",
    "enquirer",
)
DAYS = ("received_on", "finished_on", "closed_on", "events_on")
NAMED = ("primary_channel", "first_channel", "type")
FLAGS = ("coordination", "reminder")

ROLES = dict.fromkeys(
    ("hovedsag", "hoved", "hovedforhold", "hovedhenvendelse", "h", "1", "main", "main matter", "ja", "primær"), "main"
) | dict.fromkeys(
    (
        "følgesag",
        "følge",
        "følgeforhold",
        "bisag",
        "f",
        "follow-on",
        "follow-on matter",
        "nej",
        "sekundær",
    ),
    "follow_on",
)
ENQUIRERS = (
    dict.fromkeys(("borger", "person", "privatperson", "citizen", "pårørende"), "person")
    | dict.fromkeys(("virksomhed", "firma", "erhverv", "company", "business"), "company")
    | dict.fromkeys(("forening", "organisation", "association"), "association")
)
WITHIN = dict.fromkeys(("ja", "j", "x", "1", "true", "sand", "yes", "y", "inden for", "indenfor", "inside"), True)
WITHIN |= dict.fromkeys(("nej", "n", "0", "false", "falsk", "no", "uden for", "udenfor", "outside"), False)
