from ombud.intake.models.handover_note import HandoverNote
from ombud.intake.models.inbox_item import InboxItem, InboxPart
from ombud.intake.models.kept_form import KeptForm

__all__ = ["HandoverNote", "InboxItem", "InboxPart", "KeptForm"]
