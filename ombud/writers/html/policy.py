"""The policy a report is served under: nothing but its own style sheet, named by its hash."""

import base64
import hashlib
import re

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def style_hash(html: bytes) -> str:
    """ "sha256-…" of the report's only style element. ``ValueError`` where there is not exactly one."""
    styles = _STYLE.findall(html)
    if len(styles) != 1:
        raise ValueError(f"a report has one style element, not {len(styles)}")
    return "sha256-" + base64.b64encode(hashlib.sha256(styles[0]).digest()).decode("ascii")


def content_security_policy(html: bytes) -> str:
    """The header's value: no script, no network, no framing, no form."""
    return (
        f"default-src 'none'; style-src '{style_hash(html)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
