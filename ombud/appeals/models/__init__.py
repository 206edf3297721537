from ombud.appeals.models.board import AppealBoard, RemarkTheme
from ombud.appeals.models.decision import AppealDecision, AppealRemark

__all__ = ["AppealBoard", "AppealDecision", "AppealRemark", "RemarkTheme"]
