"""Why something does not open. No message ever holds a key, a passphrase or a text."""


class CannotOpen(Exception):
    """It stays closed; a subclass says why."""


class WrongKey(CannotOpen):
    """It was sealed under another key."""


class Damaged(CannotOpen):
    """Changed, cut, of an unknown format, or moved from its place to another."""


class NoAccess(CannotOpen):
    """This person holds no key to it: not of the office, shut out of the case, or never let in."""


class NoKeys(NoAccess):
    """The person has made no passphrase yet, so that nothing can be sealed to them or opened by them."""


class CaseDestroyed(CannotOpen):
    """The key of the case was destroyed; nobody can read it any more."""


class Locked(CannotOpen):
    """No passphrase was given in this session, or it is locked again."""


class NeedsRecovery(CannotOpen):
    """After an administrator's reset only the recovery code opens, whatever passphrase is typed."""


class WrongSecret(CannotOpen):
    """The passphrase or the code is not the right one."""


class Mistyped(WrongSecret):
    """A code with a slip of the pen: its own check does not fit. ``group`` is the group to look at, from 1, or 0."""

    def __init__(self, group: int = 0) -> None:
        super().__init__()
        self.group = group


class WrongCode(WrongSecret):
    """A well-formed code of another kit or person, or the same share twice."""


class TooManyTries(CannotOpen):
    """Too many wrong passphrases in a few minutes; whatever is typed now is not looked at."""
