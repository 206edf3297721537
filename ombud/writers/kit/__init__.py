"""Recovery codes on paper: one tagged A4 page for each envelope, share or person."""

from ombud.writers.kit.pages import Holder, Page, envelope_page, person_page, share_page
from ombud.writers.kit.write import write

__all__ = ["Holder", "Page", "envelope_page", "person_page", "share_page", "write"]
