"""What argparse says by itself, listed so that the catalogue has it. Never called."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def _said_by_argparse() -> tuple[str, ...]:
    return (
        _("usage: "),
        _("options"),
        _("positional arguments"),
        _("%(prog)s: error: %(message)s\n"),
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("unrecognized arguments: %s"),
        _("expected one argument"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("invalid %(type)s value: %(value)r"),
        _("not allowed with argument %s"),
        _("ignored explicit argument %r"),
        _("one of the arguments %s is required"),
        ngettext("expected %s argument", "expected %s arguments", 1),
    )
