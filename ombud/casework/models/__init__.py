from ombud.casework.models.column_mapping import ColumnMapping
from ombud.casework.models.contact_log import ContactLog
from ombud.casework.models.enquiry import Enquiry
from ombud.casework.models.import_run import ImportRun
from ombud.casework.models.matter import Matter
from ombud.casework.models.source import Source
from ombud.casework.models.tally import Tally

__all__ = ["ColumnMapping", "ContactLog", "Enquiry", "ImportRun", "Matter", "Source", "Tally"]
