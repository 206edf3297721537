"""What an edition was frozen with. Before it is published its texts are sealed; a published edition is public."""

from collections.abc import Mapping
from typing import Any

from ombud.privacy.keyring import Keyring
from ombud.reporting.models import Edition
from ombud.reporting.own_texts import seal_into, unsealed

TEXTS = ("title_page", "outline", "explanations")
DIGEST = "digest"


def seal_content(edition: Edition, content: Mapping[str, Any], digest: str, keys: Keyring | None) -> None:
    """Set content and digest, to be saved by the caller, with the texts sealed. Raises Locked and NoAccess.

    The digest is sealed with them: somebody with a guess at an unpublished text could prove it right by it.
    """
    seal_into(edition, {DIGEST: digest} | {name: content[name] for name in TEXTS if name in content}, keys)
    edition.frozen = {name: value for name, value in content.items() if name not in TEXTS}
    edition.digest = ""


def put_content(edition: Edition, content: Mapping[str, Any], digest: str) -> None:
    """Set content and digest, to be saved by the caller, in the clear."""
    edition.frozen, edition.digest, edition.sealed = dict(content), digest, b""


def content_of(edition: Edition, keys: Keyring | None) -> dict[str, Any]:
    """The frozen content, whole. Raises Locked and NoAccess for an edition that is not published."""
    if not edition.sealed:
        return dict(edition.frozen)
    texts = unsealed(edition, keys)
    return {**edition.frozen, **{name: texts[name] for name in TEXTS if name in texts}}


def digest_of(edition: Edition, keys: Keyring | None) -> str:
    """The digest taken when it was frozen or published. Raises as ``content_of``."""
    return str(unsealed(edition, keys)[DIGEST]) if edition.sealed else str(edition.digest)
