"""What a document looks like, without opening it with the program it was made for.

Text is decoded and shown as text. Pictures and PDF pages are drawn again by a child process that may do nothing but
calculate, so that only pixels reach a page; whatever it cannot do in time is not shown. Everything else is a download.
"""

from ombud.readers.previews.kinds import HEAD, Kind, kind_of
from ombud.readers.previews.limited import Look, NoPreview, draw, look
from ombud.readers.previews.text import LONGEST_TEXT, Shown, shown_text

__all__ = ["HEAD", "LONGEST_TEXT", "Kind", "Look", "NoPreview", "Shown", "draw", "kind_of", "look", "shown_text"]
