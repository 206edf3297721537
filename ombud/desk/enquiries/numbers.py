"""Enquiry numbers as people write them."""

import re

_NUMBER = re.compile(r"^\s*(\d{1,9})\s*/\s*(\d{4})\s*$")


def parse_number(text: str) -> tuple[int, int] | None:
    """41/2024 as number and year; None for anything else."""
    found = _NUMBER.match(text)
    return (int(found[1]), int(found[2])) if found else None
