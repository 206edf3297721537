"""The one error of this room."""

from ombud.core.words import Words
from ombud.readers.place import Place


class ReadError(Exception):
    """A file or a cell that cannot be read: ``message`` is for the user, already translated; ``place`` says where."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def said(self, words: Words) -> str:
        """Place and message in one line; only the message where the whole file is meant."""
        where = self.place.said(words) if self.place else ""
        if not where:
            return self.message
        return words.gettext("%(place)s: %(message)s") % {"place": where, "message": self.message}
