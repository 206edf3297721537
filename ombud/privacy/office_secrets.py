"""What the office key opens besides cases, and how it outlives a rotation.

Per version there is a text key (report drafts, details of the log) and a private key (the inbox). A rotation adds new
ones in front and seals the whole row under the new office key: what was written before still opens for those who
hold the new key, and what is written after does not open with the old one. The trace key stays the same for ever.
"""

from dataclasses import dataclass, field

from ombud.privacy.sealing.derivation import KEY, new_key
from ombud.privacy.sealing.errors import Damaged
from ombud.privacy.sealing.letters import new_pair, public_of


@dataclass(frozen=True, slots=True)
class OfficeSecrets:
    """The trace key, and the text keys and inbox keys of every version, newest first."""

    trace: bytes = field(repr=False)
    texts: tuple[bytes, ...] = field(repr=False)
    inbox: tuple[bytes, ...] = field(repr=False)

    def renewed(self) -> "OfficeSecrets":
        """With a new text key and a new inbox pair in front."""
        return OfficeSecrets(self.trace, (new_key(), *self.texts), (new_pair()[0], *self.inbox))

    @property
    def public(self) -> bytes:
        """The key to which the inbox is sealed now."""
        return public_of(self.inbox[0])

    def packed(self) -> bytes:
        pairs = zip(self.texts, self.inbox, strict=True)
        return self.trace + b"".join(text + inbox for text, inbox in pairs)


def new_secrets() -> OfficeSecrets:
    """Those of an office's first version."""
    return OfficeSecrets(new_key(), (new_key(),), (new_pair()[0],))


def unpacked(packed: bytes) -> OfficeSecrets:
    """The secrets again. Raises Damaged when their number does not fit."""
    if len(packed) < 3 * KEY or len(packed) % (2 * KEY) != KEY:
        raise Damaged
    keys = split(packed)
    return OfficeSecrets(keys[0], keys[1::2], keys[2::2])


def split(packed: bytes) -> tuple[bytes, ...]:
    """Keys that were written one after another. Raises Damaged when none or a part of one is left."""
    if not packed or len(packed) % KEY:
        raise Damaged
    return tuple(packed[start : start + KEY] for start in range(0, len(packed), KEY))
