from ombud.audit.models.control import Control, Drawn
from ombud.audit.models.event import Event

__all__ = ["Control", "Drawn", "Event"]
