"""Comparing the names of columns."""


def fold_name(name: str) -> str:
    """The name without case, spaces and closing marks: ``Sags nr.`` and ``sagsnr`` fold to the same."""
    return "".join(name.casefold().split()).rstrip(".:*").replace("\u00ad", "")
