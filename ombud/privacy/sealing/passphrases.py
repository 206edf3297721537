"""A passphrase becomes a key: Argon2id, then HKDF-SHA256. The cost is stored beside what the key opens."""

import threading
import unicodedata
from dataclasses import asdict, dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from ombud.privacy.sealing.derivation import KEY, derive
from ombud.privacy.sealing.errors import Damaged

SALT = 16
AT_ONCE = 3
"""How many derivations run at the same time in one process: each takes the memory of its cost."""
MOST_MEMORY = 1024 * 1024
MOST_ITERATIONS = 20
MOST_LANES = 4
_turns = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Cost:
    """Memory in KiB, rounds and lanes of Argon2id."""

    memory: int = 128 * 1024
    iterations: int = 3
    lanes: int = 1

    def stored(self) -> dict[str, int]:
        return asdict(self)


LEAST = Cost(memory=64 * 1024, iterations=2)
"""A stored cost below this is refused, unless the installation itself is set to a lower one."""


def stored_cost(stored: object, least: Cost) -> Cost:
    """The cost as it was stored. Raises Damaged outside the bounds: neither a weak key nor an exhausted server."""
    if not isinstance(stored, dict) or not all(type(stored.get(name)) is int for name in Cost().stored()):
        raise Damaged
    cost = Cost(stored["memory"], stored["iterations"], stored["lanes"])
    strong = cost.memory >= least.memory and cost.iterations >= least.iterations and cost.lanes >= 1
    bearable = cost.memory <= MOST_MEMORY and cost.iterations <= MOST_ITERATIONS and cost.lanes <= MOST_LANES
    if not (strong and bearable):
        raise Damaged
    return cost


def key_from(passphrase: str, salt: bytes, cost: Cost, *context: str) -> bytes:
    """The key of a passphrase for one purpose. Takes its turn: at most three at once in a process."""
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    with _turns:
        slow = Argon2id(
            salt=salt, length=KEY, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory
        ).derive(typed)
    return derive(slow, "passphrase", *context)
