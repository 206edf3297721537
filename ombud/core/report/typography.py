"""Danish printing habits that a writer of prose should not have to think of."""

import re

NO_BREAK_SPACE = "\u00a0"
_BEFORE_PERCENT = re.compile(r"(?<=\d) (?=%)")
_AFTER_PARAGRAPH_SIGN = re.compile(r"(?<=§) (?=\d)")
_AFTER_DAY = re.compile(
    r"(?<=\d\.) (?=(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b)"
)


def typeset(text: str) -> str:
    """Keep a number and what belongs to it on one line: "41,9 %", "§ 5", "12. november".

    Quotation marks, dashes and everything else are left as they were written.
    """
    for place in (_BEFORE_PERCENT, _AFTER_PARAGRAPH_SIGN, _AFTER_DAY):
        text = place.sub(NO_BREAK_SPACE, text)
    return text
