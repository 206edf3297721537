"""Unlocking, keys and the recovery kit, and accounts."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "account.made": _("%(who)s made an account for %(whom)s"),
    "account.reset": _("%(who)s gave %(whom)s a new log-in"),
    "account.logged_in": _("%(who)s logged in"),
    "account.logged_in_by_service": _("%(who)s logged in with the log-in service"),
    "account.password_changed": _("%(who)s chose a new password"),
    "account.second_factor_added": _("%(who)s set up a second factor"),
    "account.second_factor_removed": _("%(who)s removed a second factor"),
    "keys.made": _("%(who)s chose a passphrase for the first time"),
    "keys.passphrase_changed": _("%(who)s changed the passphrase"),
    "keys.code_made": _("%(who)s got a new recovery code"),
    "keys.code_confirmed": _("%(who)s typed back a part of the recovery code"),
    "keys.unlocked": _("%(who)s unlocked the cases"),
    "keys.unlock_failed": _("%(who)s tried to unlock in vain"),
    "keys.locked": _("%(who)s locked the cases"),
    "keys.recovered": _("%(who)s chose a new passphrase with the recovery code"),
    "keys.recovery_failed": _("%(who)s tried a recovery code in vain"),
    "keys.office_made": _("%(who)s made the key of the office"),
    "keys.first_holder_appointed": _("%(who)s, who has the role from %(whom)s, made the key of the office"),
    "keys.granted": _("%(who)s gave %(whom)s access to the cases"),
    "keys.handed_over": _("%(who)s left %(whom)s a note at the handover"),
    "keys.note_put_away": _("%(who)s read the note of the handover and took it away"),
    "keys.forgotten": _("The lost keys of %(whom)s were taken away by %(who)s"),
    "keys.withdrawn": _("%(who)s took the access to the cases from %(whom)s"),
    "keys.rotated": _("%(who)s changed the key of the office"),
    "keys.kit_printed": _("%(who)s printed the recovery kit of the office"),
    "keys.kit_confirmed": _("%(who)s typed back a part of the recovery kit"),
    "keys.kit_used": _("%(who)s opened the office with the recovery kit"),
    "keys.kit_failed": _("%(who)s tried the recovery kit in vain"),
}
