"""The places of everything the key store holds, so that no row opens in another's stead."""

from uuid import UUID

from ombud.privacy.sealing.place import Place

# An identifier is put before the opaque name: it has a fixed length, so the two cannot run into one another.


def slot(kind: str, slot_id: UUID, person: str) -> Place:
    return Place("", "", f"slot {kind}", "user key", f"{slot_id} {person}")


def private_key(person: str) -> Place:
    return Place("", "", "person", "private key", person)


def office_secrets(office: str, version: int) -> Place:
    return Place(office, "", "office key", "secrets", str(version))


def office_wrap(office: str, version: int, person: str) -> Place:
    return Place(office, "", "office wrap", str(version), person)


def kit(office: str, version: int, kit_id: UUID) -> Place:
    return Place(office, "", "recovery kit", str(version), str(kit_id))


def kit_pad(office: str, kit_id: UUID, pair: str) -> Place:
    return Place(office, "", "recovery kit pad", pair, str(kit_id))


def case_key(office: str, version: int, case: UUID) -> Place:
    return Place(office, str(case), "case key", str(version), "")


def case_seal(office: str, case: UUID, person: str) -> Place:
    return Place(office, str(case), "case seal", "", person)


def session(session_key: str, person: str, fingerprint: str, since: str) -> Place:
    return Place("", fingerprint, f"session {session_key}", since, person)


def inbox(office: str, item: str) -> Place:
    return Place(office, "", "inbox", "", item)


def letterbox(person: str, item: str) -> Place:
    return Place("", "", "letterbox", person, item)
