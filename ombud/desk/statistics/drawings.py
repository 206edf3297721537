"""A figure ready for the page: its drawing, or the sentence that stands for it."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from ombud.core.statistics.concluded import concluded
from ombud.core.statistics.table import Figure
from ombud.writers.charts.drawing import draw as draw_chart
from ombud.writers.charts.points import as_table


@dataclass(frozen=True)
class Drawing:
    """``concluded``: what the numbers of the drawing can carry."""

    figure: Figure
    svg: SafeString
    concluded: tuple[str, ...] = ()


def draw(figure: Figure) -> Drawing:
    """The drawing is made by our own writer, which escapes every label; it carries no style and no link."""
    if figure.sentence:
        return Drawing(figure, mark_safe(""))
    svg = mark_safe(draw_chart(figure, translation.get_language() or "da"))
    return Drawing(figure, svg, concluded(as_table(figure), translation))
