"""What is delivered to an office, as data: a text with its sender, and files. None of it shows itself in a log."""

import json
from dataclasses import dataclass

HEAD = 4
"""Bytes in front that say how long the name and type of a file are."""


@dataclass(frozen=True, repr=False)
class Enclosure:
    """A file that came with a letter; ``media_type`` as the sender called it."""

    name: str
    media_type: str
    content: bytes

    def packed(self) -> bytes:
        """Name, type and content as one, so that they are sealed together."""
        head = json.dumps([self.name, self.media_type]).encode()
        return len(head).to_bytes(HEAD, "big") + head + self.content


def unpacked(packed: bytes) -> Enclosure:
    """What ``packed`` made."""
    end = HEAD + int.from_bytes(packed[:HEAD], "big")
    name, media_type = json.loads(packed[HEAD:end])
    return Enclosure(name, media_type, packed[end:])


@dataclass(frozen=True, repr=False)
class Listed:
    """A file as the list names it, without its content."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True, repr=False)
class Letter:
    """Who wrote, about what, the text, and which files came with it."""

    text: str
    subject: str = ""
    sender: str = ""
    files: tuple[Listed, ...] = ()

    def packed(self) -> bytes:
        files = [[file.name, file.media_type, file.size] for file in self.files]
        said = {"text": self.text, "subject": self.subject, "sender": self.sender, "files": files}
        return json.dumps(said, ensure_ascii=False).encode()


def read_letter(packed: bytes) -> Letter:
    """What ``packed`` made."""
    said = json.loads(packed)
    files = tuple(Listed(*file) for file in said["files"])
    return Letter(text=said["text"], subject=said["subject"], sender=said["sender"], files=files)
