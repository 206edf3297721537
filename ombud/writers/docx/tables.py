"""A printed table as WordprocessingML, built as text in one go: cell by cell python-docx takes ten times as long."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ombud.writers.plain import plain
from ombud.writers.printed import PrintedRow, PrintedTable

_GROUP_FILL = "EEF2F7"
_SPACING = '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>'
_LEAST_WIDTH = 960
_LETTER = 132
_MOST_OF_WIDTH = 0.74


class TableMaker:
    """``style`` is the id of the table style, ``language`` goes on every run, ``width`` is the text width in twips."""

    def __init__(self, style: str, language: str, width: int) -> None:
        self._style = style
        self._language = language
        self._width = width

    def make(self, printed: PrintedTable, caption: str) -> Any:
        """The table with its header row repeated on every page and its caption as alternative text."""
        widths = self._widths(printed)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(row, printed, widths) for row in printed.rows)
        return parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblStyle w:val={quoteattr(self._style)}/>"
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
            ' w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={_attribute(caption)}/>"
            f"<w:tblDescription w:val={_attribute('; '.join((printed.row_heading, *printed.headings)))}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{self._header(printed, widths)}{rows}</w:tbl>"
        )

    def _widths(self, printed: PrintedTable) -> list[int]:
        """Each column holds the longest word of its heading, as far as the label column keeps its share."""
        words = [max(map(len, heading.split()), default=1) for heading in printed.headings]
        wanted = [max(_LEAST_WIDTH, _LETTER * word + 150) for word in words]
        room = int(self._width * _MOST_OF_WIDTH)
        if sum(wanted) > room:
            wanted = [width * room // sum(wanted) for width in wanted]
        return [self._width - sum(wanted), *wanted]

    def _header(self, printed: PrintedTable, widths: list[int]) -> str:
        labels = (printed.row_heading, *printed.headings)
        cells = "".join(
            self._cell(label, width, bold=True, right=place > 0, bottom=True)
            for place, (label, width) in enumerate(zip(labels, widths, strict=True))
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, row: PrintedRow, printed: PrintedTable, widths: list[int]) -> str:
        is_group = printed.is_grouped and row.level == 0 and not row.is_total
        bold, fill = row.is_total or is_group, _GROUP_FILL if is_group else ""
        cells = self._cell(row.label, widths[0], bold=bold, fill=fill, indent=220 * row.level, top=row.is_total)
        for text, width, is_sum in zip(row.cells, widths[1:], printed.total_columns, strict=True):
            if text == printed.hidden:
                cells += self._cell(text, width, right=True, fill=fill, top=row.is_total, muted=True)
            else:
                cells += self._cell(text, width, bold=bold or is_sum, right=True, fill=fill, top=row.is_total)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cell(
        self,
        text: str,
        width: int,
        *,
        bold: bool = False,
        right: bool = False,
        fill: str = "",
        indent: int = 0,
        top: bool = False,
        bottom: bool = False,
        muted: bool = False,
    ) -> str:
        side = "top" if top else "bottom"
        border = f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/>' if top or bottom else ""
        borders = f"<w:tcBorders>{border}</w:tcBorders>" if border else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        align = '<w:vAlign w:val="bottom"/>' if bottom or right else ""
        indented = f'<w:ind w:left="{indent}"/>' if indent else ""
        side_to = '<w:jc w:val="right"/>' if right else ""
        weight = "<w:b/>" if bold else '<w:color w:val="4D4D4D"/>' if muted else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}{shade}{align}</w:tcPr>'
            f"<w:p><w:pPr>{_SPACING}{indented}{side_to}</w:pPr>"
            f'<w:r><w:rPr>{weight}<w:sz w:val="18"/><w:lang w:val="{self._language}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(plain(text))}</w:t></w:r></w:p></w:tc>'
        )


def _attribute(text: str) -> str:
    return quoteattr(plain(text))
