"""Streets with their number, however the street is shortened."""

import re
from collections.abc import Iterator, Sequence

from ombud.core.identities.spelling import Token, plain, sound, tokens_of

_LINE = re.compile(r"[\n,;]+")
_WHOLE = {
    "nr": "norre", "ndr": "norre", "sdr": "sonder", "vstr": "vester", "vestr": "vester", "gl": "gammel",
    "gml": "gammel", "skt": "st", "sankt": "st", "store": "st", "ll": "lille", "chr": "christian", "kgs": "kongens",
    "dr": "dronning", "fr": "frederik", "pl": "plads", "all": "alle", "str": "straede", "bvd": "boulevard",
    "blvd": "boulevard", "gd": "gade",
}  # fmt: skip
_ENDS = (("gd", "gade"), ("all", "alle"), ("str", "straede"), ("pl", "plads"), ("v", "vej"), ("g", "gade"))
_SHORT = 2
_STREETS = re.compile(
    r"\b[A-ZÆØÅ][\w.' -]{0,40}?(?i:vej|vejen|gade|gaden|all[ée]|stræde|plads|pladsen|torv|torvet|boulevard|vænget|"
    r"vænge|parken|stien|haven|bakken|krogen|toften|v\.|g\.)\s+(?:nr\.\s*)?\d{1,3}\s?[A-Z]?(?![\d.])\b"
)
_SUCH_WORDS = re.compile(r"^(?:Bilag|Tabel|Figur|Side|Sag|Nr|I|På|Ad|Den|De|Det|En|Et)\b", re.IGNORECASE)
MOST_WORDS = 5
LONGEST_NUMBER = 3


def street_of(said: str) -> tuple[str, str, str] | None:
    """Street, number and letter of an address as somebody typed it; None where it has no number."""
    for line in _LINE.split(said):
        tokens = tokens_of(line)
        for at, token in enumerate(tokens):
            if at and token.is_number and len(token.text) <= LONGEST_NUMBER:
                return _street(line, tokens[:at]), token.text.lstrip("0"), _letter(line, tokens, at)
    return None


def streets_in(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, tuple[str, str, str]]]:
    """Every sequence of words before a number that may be an address: first token, token after the last, address."""
    for at, token in enumerate(tokens):
        if not token.is_number or len(token.text) > LONGEST_NUMBER:
            continue
        letter = _letter(text, tokens, at)
        for first in range(at - 1, max(-1, at - MOST_WORDS - 1), -1):
            if tokens[first].is_number or not _joins(text, tokens, first):
                break
            street = _street(text, tokens[first:at])
            for ending in {letter, ""}:
                yield first, at + 1 + bool(ending), (street, token.text.lstrip("0"), ending)


def has_form_of_address(text: str) -> Iterator[tuple[int, int]]:
    """A capital, a word that ends like a street, and a number."""
    for found in _STREETS.finditer(text):
        if not _SUCH_WORDS.match(found[0]):
            yield found.start(), found.end()


def _letter(text: str, tokens: Sequence[Token], at: int) -> str:
    """The letter of a house right after its number."""
    if at + 1 < len(tokens) and len(tokens[at + 1].text) == 1 and not tokens[at + 1].is_number:
        gap = text[tokens[at].end : tokens[at + 1].start]
        return plain(tokens[at + 1].text) if gap in ("", " ", "\u00a0") else ""
    return ""


def _street(text: str, tokens: Sequence[Token]) -> str:
    """The words of a street as one, by their sound, with the usual short forms written out."""
    if len(tokens) > 1 and plain(tokens[-1].text) == "nr":
        tokens = tokens[:-1]
    return sound("".join(_written_out(plain(token.text), text[token.end : token.end + 1] == ".") for token in tokens))


def _written_out(word: str, is_shortened: bool) -> str:
    if word in _WHOLE:
        return _WHOLE[word]
    if is_shortened and len(word) > 3:
        for end, whole in _ENDS:
            if word.endswith(end):
                return word[: -len(end)] + whole
    return word


def _joins(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands after a word lets it belong to the street and number that follow."""
    gap, word = text[tokens[at].end : tokens[at + 1].start], plain(tokens[at].text)
    if "." in gap and len(word) > _SHORT and word not in _WHOLE and _written_out(word, True) == word:
        return False
    return len(gap) <= 3 and not set(gap) - set(" .,-\u00a0*_\n'’") and "\n\n" not in gap
