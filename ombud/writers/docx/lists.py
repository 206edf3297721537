"""Bulleted and numbered lists of our own, so that every numbered list begins at 1 in any template."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from ombud.writers.docx.elements import element

_LEVELS = 5


class Lists:
    """The numbering part of one document, made or extended at the first list."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._shapes: dict[bool, str] = {}

    def start(self, *, ordered: bool) -> str:
        """The number id of a new list."""
        numbering = self._numbering()
        if ordered not in self._shapes:
            self._shapes[ordered] = self._add_shape(numbering, ordered)
        number = str(1 + max((int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))), default=0))
        made = element("w:num", numId=number)
        made.append(element("w:abstractNumId", val=self._shapes[ordered]))
        if ordered:
            for level in range(_LEVELS):
                override = element("w:lvlOverride", ilvl=str(level))
                override.append(element("w:startOverride", val="1"))
                made.append(override)
        numbering.append(made)
        return number

    def _numbering(self) -> Any:
        part = self._document.part
        for relation in part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                return relation.target_part.element
        xml = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        made = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, xml, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element

    def _add_shape(self, numbering: Any, ordered: bool) -> str:
        """An abstract list must stand before all concrete ones."""
        shapes = numbering.findall(qn("w:abstractNum"))
        number = str(1 + max((int(one.get(qn("w:abstractNumId"))) for one in shapes), default=0))
        levels = "".join(_level(level, ordered) for level in range(_LEVELS))
        xml = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        numbering.insert(len(shapes), parse_xml(xml))
        return number


def _level(level: int, ordered: bool) -> str:
    text, form = (f"%{level + 1}.", "decimal") if ordered else ("•", "bullet")
    left = 360 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>'
    )
