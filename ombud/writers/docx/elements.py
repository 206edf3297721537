"""The pieces of WordprocessingML that python-docx has no method for."""

import hashlib
import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ombud.writers.plain import plain


def element(tag: str, **attributes: str) -> Any:
    """``element("w:shd", fill="F4F7FB")``: every attribute in the w namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def bookmark_name(anchor: str) -> str:
    """Word allows 40 letters, digits and underscores, beginning with a letter."""
    name = "o_" + re.sub(r"\W", "_", anchor, flags=re.ASCII)
    if len(name) <= 40:
        return name
    return name[:31] + "_" + hashlib.sha256(anchor.encode()).hexdigest()[:8]


def text_run(
    text: str, language: str, *, bold: bool = False, italic: bool = False, style: str = "", superscript: bool = False
) -> Any:
    """A run with its language; line breaks in the text become line breaks."""
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if style:
        properties.append(element("w:rStyle", val=style))
    if bold:
        properties.append(OxmlElement("w:b"))
    if italic:
        properties.append(OxmlElement("w:i"))
    if superscript:
        properties.append(element("w:vertAlign", val="superscript"))
    properties.append(element("w:lang", val=language))
    run.append(properties)
    for place, line in enumerate(plain(text).split("\n")):
        if place:
            run.append(OxmlElement("w:br"))
        holder = OxmlElement("w:t")
        holder.text = line
        holder.set(qn("xml:space"), "preserve")
        run.append(holder)
    return run


def field(instruction: str, cached: list[Any], *, is_dirty: bool = False) -> list[Any]:
    """A complex field as runs: what Word prints until it counts itself stands in ``cached``."""
    begin = element("w:fldChar", fldCharType="begin")
    if is_dirty:
        begin.set(qn("w:dirty"), "true")
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    parts = [begin, code, element("w:fldChar", fldCharType="separate")]
    return [*map(_in_run, parts), *cached, _in_run(element("w:fldChar", fldCharType="end"))]


def inside_link(anchor: str, runs: list[Any]) -> Any:
    """A link to a bookmark of the same document."""
    link = element("w:hyperlink", anchor=bookmark_name(anchor), history="1")
    link.extend(runs)
    return link


def outside_link(part: Any, address: str, runs: list[Any]) -> Any:
    """A link out of the document; the relationship belongs to the part the link stands in."""
    link = element("w:hyperlink", history="1")
    link.set(qn("r:id"), part.relate_to(plain(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.extend(runs)
    return link


class Bookmarks:
    """Numbers the bookmarks of one document."""

    def __init__(self) -> None:
        self._last = 1000

    def around(self, anchor: str, nodes: list[Any]) -> list[Any]:
        self._last += 1
        start = element("w:bookmarkStart", id=str(self._last), name=bookmark_name(anchor))
        return [start, *nodes, element("w:bookmarkEnd", id=str(self._last))]


def _in_run(node: Any) -> Any:
    run = OxmlElement("w:r")
    run.append(node)
    return run
