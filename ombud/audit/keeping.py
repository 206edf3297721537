"""Once a day the heads of all chains leave the machine: by mail, or into a file that lies elsewhere (LOG_HEAD_TO)."""

import logging
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ombud.audit.heads import Head, heads, read_heads
from ombud.audit.models import Event
from ombud.audit.record import record_many

ACTION = "log.head_sent"
_logger = logging.getLogger(__name__)


def keep_heads(now: datetime | None = None) -> bool:
    """Send the heads of today unless that was done; whether it was done now.

    Nothing is sent while LOG_HEAD_TO is empty. When mail or file fail it is tried again at the next call.
    """
    moment = now or timezone.now()
    found = heads()
    if not settings.LOG_HEAD_TO or not found or _was_done_on(moment):
        return False
    try:
        _send(settings.LOG_HEAD_TO, found, moment)
    except OSError as problem:  # An SMTP error is one too.
        _logger.warning("The heads of the log could not be sent: %s", type(problem).__name__)
        return False
    record_many([Event(action=ACTION, noun="log", at=moment, changes={"heads": [None, len(found)]})])
    return True


def kept_heads() -> list[Head]:
    """The heads that lie in the file LOG_HEAD_TO; none where they are mailed or nothing was kept yet."""
    if not settings.LOG_HEAD_TO or _is_mail(settings.LOG_HEAD_TO):
        return []
    path = Path(settings.LOG_HEAD_TO)
    return read_heads(path.read_text(encoding="utf-8")) if path.exists() else []


def last_kept_at() -> datetime | None:
    """When the heads last left the machine."""
    lines = Event.objects.filter(municipality="", action=ACTION).order_by("-position")
    return lines.values_list("at", flat=True).first()


def _was_done_on(moment: datetime) -> bool:
    last = last_kept_at()
    return last is not None and timezone.localdate(last) >= timezone.localdate(moment)


def _send(to: str, found: list[Head], moment: datetime) -> None:
    stamp = moment.isoformat(timespec="seconds")
    text = "".join(f"{stamp} {head}\n" for head in found)
    if not _is_mail(to):
        with open(to, "a", encoding="utf-8") as file:
            file.write(text)
        return
    with override(settings.LANGUAGE_CODE):
        about = _(
            "Keep this mail. With it `ombud log check --against FILE` finds out whether lines of the log were cut off "
            "or written anew. It holds no personal data: municipality code, number of the last line and its hash."
        )
        subject = _("Ombud: the head of the log")
    send_mail(subject, f"{about}\n\n{text}", None, [to])


def _is_mail(to: str) -> bool:
    return "@" in to and "/" not in to
