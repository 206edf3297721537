"""The styles a report needs: the program's own look, or what a municipality's template lacks of them."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

FONT = "Calibri"
BLUE = "0059B3"
NOTE = "Table note"
_PARAGRAPHS: dict[str, tuple[float, bool, str, float, float]] = {
    # name: size in points, bold, colour, space before, space after
    "Normal": (11, False, "1A1A1A", 0, 8),
    "Title": (30, True, "1A1A1A", 90, 6),
    "Subtitle": (15, False, "4D4D4D", 0, 18),
    "Heading 1": (20, True, "1A1A1A", 24, 8),
    "Heading 2": (15, True, "1A1A1A", 18, 6),
    "Heading 3": (12.5, True, "1A1A1A", 14, 4),
    "Heading 4": (11.5, True, "1A1A1A", 12, 4),
    "Heading 5": (11, True, "1A1A1A", 12, 4),
    "Heading 6": (11, True, "4D4D4D", 12, 4),
    "Caption": (10.5, True, "1A1A1A", 10, 6),
    "List Bullet": (11, False, "1A1A1A", 0, 4),
    "List Number": (11, False, "1A1A1A", 0, 4),
    "Quote": (11, False, "333333", 4, 8),
    "TOC Heading": (16, True, "1A1A1A", 12, 8),
    "toc 1": (11, False, "1A1A1A", 0, 3),
    "toc 2": (11, False, "1A1A1A", 0, 3),
    "toc 3": (11, False, "1A1A1A", 0, 3),
    "footnote text": (9, False, "1A1A1A", 0, 2),
    NOTE: (9, False, "4D4D4D", 3, 3),
}
_CUSTOM = {NOTE}


def prepare_styles(document: Any, *, own_look: bool, language: str) -> None:
    """Give the document every style of the report. Without ``own_look`` only those that are missing are made."""
    names = {style.name.lower() for style in document.styles}
    for name, look in _PARAGRAPHS.items():
        is_missing = name.lower() not in names
        if is_missing:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name not in _CUSTOM)
        if is_missing or own_look:
            _dress(document.styles[name], look)
    _outline_levels(document)
    _characters(document, names)
    if own_look or "table grid" not in names:
        _table_grid(document)
    _set_language(document, language)


def _dress(style: Any, look: tuple[float, bool, str, float, float]) -> None:
    size, bold, colour, before, after = look
    _forget_theme(style)
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.12
    form.keep_with_next = style.name.startswith(("Heading", "Caption", "TOC Heading"))
    if style.name == "Quote":
        form.left_indent = Pt(18)
    if style.name.lower() in ("toc 2", "toc 3"):
        form.left_indent = Pt(14 if style.name.endswith("2") else 28)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _forget_theme(style: Any) -> None:
    """A theme font or colour would win over the plain one set beside it."""
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)


def _outline_levels(document: Any) -> None:
    """Word's navigation pane and contents field read the level from the style."""
    for level in range(1, 7):
        properties = document.styles[f"Heading {level}"].element.get_or_add_pPr()
        if properties.find(qn("w:outlineLvl")) is None:
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(level - 1))
            properties.append(outline)


def _characters(document: Any, names: set[str]) -> None:
    if "footnote reference" not in names:
        style = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        style.font.superscript = True
    if "hyperlink" not in names:
        style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
        style.font.color.rgb = RGBColor.from_string(BLUE)
        style.font.underline = True


def _table_grid(document: Any) -> None:
    for style in list(document.styles):
        if style.name == "Table Grid":
            style.element.getparent().remove(style.element)
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
            '<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
            '<w:top w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/>'
            '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/>'
            '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D0D0D0"/></w:tblBorders></w:tblPr></w:style>'
        )
    )


def _set_language(document: Any, language: str) -> None:
    properties = document.styles["Normal"].element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}" w:eastAsia="{language}"/>'))
