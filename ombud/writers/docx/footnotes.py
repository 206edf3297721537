"""Real footnotes: python-docx has none, so the part of the package is written here."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from ombud.writers.docx.elements import element

_SEPARATORS = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


class Footnotes:
    """The footnotes part of one document, made at the first note; a template's own separators are kept."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._part: Any = None

    @property
    def part(self) -> Any:
        if self._part is None:
            self._part = self._found() or self._made()
        return self._part

    def add(self, content: list[Any], text_style: str, mark_style: str) -> Any:
        """Write one note and return the run that calls it from the text."""
        notes = self.part.element
        number = str(1 + max(int(note.get(qn("w:id"))) for note in notes))
        mark = OxmlElement("w:r")
        mark.append(_properties(mark_style))
        mark.append(OxmlElement("w:footnoteRef"))
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        properties.append(element("w:pStyle", val=text_style))
        paragraph.extend([properties, mark, _space(), *content])
        note = element("w:footnote", id=number)
        note.append(paragraph)
        notes.append(note)
        call = OxmlElement("w:r")
        call.extend([_properties(mark_style), element("w:footnoteReference", id=number)])
        return call

    def _found(self) -> Any:
        """A template's footnotes, without the notes of the text that was taken out."""
        for relation in list(self._document.part.rels.values()):
            if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                old = relation.target_part
                part = XmlPart(old.partname, old.content_type, parse_xml(old.blob), old.package)
                part.rels.update(old.rels)
                for note in list(part.element):
                    if note.get(qn("w:type")) is None:
                        part.element.remove(note)
                if not len(part.element):
                    part.element.extend(list(parse_xml(_SEPARATORS)))
                relation._target = part
                return part
        return None

    def _made(self) -> Any:
        package = self._document.part.package
        name = PackURI("/word/footnotes.xml")
        part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, parse_xml(_SEPARATORS), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        return part


def _properties(style: str) -> Any:
    properties = OxmlElement("w:rPr")
    properties.append(element("w:rStyle", val=style))
    return properties


def _space() -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = " "
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run
