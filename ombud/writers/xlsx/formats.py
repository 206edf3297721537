"""The few cell formats of the workbook, made once each. Excel shows the separators of the reader's own language."""

from typing import Any

FONT = "Calibri"
COUNT, RATE, SHARE, SHARE_ONE_DECIMAL = "#,##0", "#,##0.0", '0" %"', '0.0" %"'


class Formats:
    """Formats by their properties."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": 11, "font_color": "#1A1A1A", "valign": "top"}
            self._made[key] = self._workbook.add_format({**base, **properties})
        return self._made[key]

    @property
    def title(self) -> Any:
        return self.of(bold=True, font_size=16)

    @property
    def heading(self) -> Any:
        return self.of(bold=True, text_wrap=True, bottom=2, bg_color="#EEF2F7", valign="bottom")

    @property
    def number_heading(self) -> Any:
        return self.of(bold=True, text_wrap=True, bottom=2, bg_color="#EEF2F7", valign="bottom", align="right")

    @property
    def note(self) -> Any:
        return self.of(font_color="#4D4D4D", font_size=10, text_wrap=True)

    @property
    def link(self) -> Any:
        return self.of(font_color="#0059B3", underline=1)

    @property
    def warning(self) -> Any:
        return self.of(bold=True, font_color="#8A1F11")
