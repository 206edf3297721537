"""The sheets to print: shown by the browser, made in memory, kept nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ombud.desk.files import TYPES
from ombud.desk.keys import pending
from ombud.identity.models import User
from ombud.writers import kit

ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def show(request: HttpRequest, kind: str) -> HttpResponse:
    """404 when nothing waits to be confirmed."""
    what: pending.Kind = "kit" if kind == "kit" else "code"
    waiting = pending.get(request, what, request.keys)  # type: ignore[attr-defined]
    if waiting is None or kind not in ("kit", "code"):
        raise Http404
    pages = _pages(waiting, request.user)  # type: ignore[arg-type]
    name = f"{slugify(pages[0].title.translate(ASCII))}.pdf"
    return HttpResponse(
        kit.write(pages, words=translation),
        content_type=TYPES["pdf"],
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _pages(waiting: pending.Pending, user: User) -> list[kit.Page]:
    if waiting.kind == "code":
        return [kit.person_page(waiting.codes[0], kit.Holder("", waiting.day, user.name), translation)]
    holder = kit.Holder(_("Municipality of %(name)s") % {"name": waiting.municipality}, waiting.day)
    if len(waiting.codes) == 1:
        return [kit.envelope_page(waiting.codes[0], holder, translation)]
    return [kit.share_page(code, number, holder, translation) for number, code in enumerate(waiting.codes, 1)]
