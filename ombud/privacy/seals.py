"""What a page holds to read and write one case, or the texts of one office."""

import hmac
from typing import NoReturn

from ombud.privacy.sealing.errors import WrongKey
from ombud.privacy.sealing.place import Place, Sealed
from ombud.privacy.sealing.texts import Sealer, commitment_of


class Seals:
    """Seals under the newest key, unseals under any of them; the newest comes first.

    ``table`` and ``field`` are plain names such as "note" and "text", ``row`` the row's own identifier. A sealed value
    opens only with the same four names, in the same office and case.
    """

    __slots__ = ("_keys", "_sealers", "case", "office")

    def __init__(self, office: str, case: str, keys: tuple[bytes, ...] | bytes) -> None:
        self.office = office
        self.case = str(case)
        self._keys = (keys,) if isinstance(keys, bytes) else keys
        self._sealers: list[Sealer] = []

    def __repr__(self) -> str:
        return "Seals()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("Keys are not written anywhere.")

    def seal(self, table: str, field: str, row: str, text: str) -> bytes:
        return self.seal_bytes(table, field, row, text.encode())

    def unseal(self, table: str, field: str, row: str, sealed: Sealed) -> str:
        """The text. Raises WrongKey or Damaged."""
        return self.unseal_bytes(table, field, row, sealed).decode()

    def seal_bytes(self, table: str, field: str, row: str, plain: bytes) -> bytes:
        return self._sealer(0).seal(plain, self._place(table, field, row))

    def unseal_bytes(self, table: str, field: str, row: str, sealed: Sealed) -> bytes:
        """The content. Raises WrongKey or Damaged."""
        commitment = commitment_of(sealed)
        for number in range(len(self._keys)):
            sealer = self._sealer(number)
            if hmac.compare_digest(sealer.commitment, commitment):
                return sealer.unseal(sealed, self._place(table, field, row))
        raise WrongKey

    def _place(self, table: str, field: str, row: str) -> Place:
        return Place(self.office, self.case, table, field, str(row))

    def _sealer(self, number: int) -> Sealer:
        while len(self._sealers) <= number:
            self._sealers.append(Sealer(self._keys[len(self._sealers)]))
        return self._sealers[number]
