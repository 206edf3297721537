from ombud.intake.models.inbox_item import InboxItem, InboxPart

__all__ = ["InboxItem", "InboxPart"]
