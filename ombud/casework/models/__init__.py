from ombud.casework.models.case_file import CaseFile
from ombud.casework.models.column_mapping import ColumnMapping
from ombud.casework.models.consent import Consent, Disclosure
from ombud.casework.models.contact_log import ContactLog
from ombud.casework.models.document import Document
from ombud.casework.models.editing import Editing
from ombud.casework.models.enquiry import Enquiry
from ombud.casework.models.import_run import ImportRun
from ombud.casework.models.last_number import LastNumber
from ombud.casework.models.matter import Matter
from ombud.casework.models.note import EarlierNote, Note
from ombud.casework.models.party import Party, Trace
from ombud.casework.models.rectification import Rectification
from ombud.casework.models.source import Source
from ombud.casework.models.tally import Tally

__all__ = [
    "CaseFile",
    "ColumnMapping",
    "Consent",
    "ContactLog",
    "Disclosure",
    "Document",
    "EarlierNote",
    "Editing",
    "Enquiry",
    "ImportRun",
    "LastNumber",
    "Matter",
    "Note",
    "Party",
    "Rectification",
    "Source",
    "Tally",
    "Trace",
]
