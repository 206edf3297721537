"""The one error a writer raises: a sentence the user can act on."""


class WriteError(Exception):
    """Nothing was written; the message says why in the user's language."""
