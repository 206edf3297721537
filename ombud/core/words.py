"""How the core says something in the reader's language without knowing a framework.

Whoever calls the core passes an object with the methods of a gettext translation. The strings are English; the
catalogue of the program translates them. ``django.utils.translation`` itself fits the protocol, and so does
``PLAIN``, which leaves the English as it is.
"""

from typing import Protocol


class Words(Protocol):
    """The part of a gettext translation that the core and the writers use."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, singular: str, plural: str, number: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...

    def get_language(self) -> str: ...


class PlainWords:
    """English as it stands in the source."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return singular if number == 1 else plural

    def pgettext(self, context: str, message: str) -> str:
        return message

    def get_language(self) -> str:
        return "en"


PLAIN: Words = PlainWords()
