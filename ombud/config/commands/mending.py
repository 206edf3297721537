"""What is done before the first page is served: what a crash left half-done is brought to its end."""

import sys

from django.utils import timezone
from django.utils.translation import gettext as _


def mend() -> None:
    """Let content and key store agree again, and throw away files that nothing refers to. Tells what needs a person."""
    from ombud.casework.actions.case_files.reconciling import reconcile_cases
    from ombud.casework.storing.cleaning import delete_unreferenced

    mended = reconcile_cases(timezone.now())
    delete_unreferenced()
    if mended.without_key:
        print(
            _("%(count)d cases have no key: nobody can open them. Was an old copy of the key store restored?")
            % {"count": len(mended.without_key)},
            file=sys.stderr,
        )
    if mended.orphans_left:
        print(
            _("%(count)d keys belong to no case. Was an old copy of the content restored?")
            % {"count": mended.orphans_left},
            file=sys.stderr,
        )
