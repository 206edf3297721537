"""The report as one self-contained HTML file, and the content security policy it works under."""

from ombud.writers.html.policy import content_security_policy, style_hash
from ombud.writers.html.write import write

__all__ = ["content_security_policy", "style_hash", "write"]
