"""`ombud example`: the reconstructed example register of a municipality that ships one."""

from argparse import Namespace
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality
from ombud.config.commands.office import office
from ombud.config.commands.refusals import Refused


def add(commands: Any) -> None:
    parser = commands.add("example", run, _("load the reconstructed example register"))
    add_municipality(parser)


def run(options: Namespace) -> None:
    with office(options.municipality) as municipality:
        from ombud.reporting.actions.examples import has_example, load_example

        if not has_example(municipality):
            raise Refused(_("No example register ships for %(municipality)s.") % {"municipality": municipality.name})
        load_example(municipality=municipality, by=None)
        print(_("The example register of %(municipality)s is loaded.") % {"municipality": municipality.name})
        print(_caveat())


def _caveat() -> str:
    from ombud.casework.models import Source

    source = Source.objects.filter(kind=Source.Kind.EXAMPLE).exclude(caveat="").first()
    return source.local_caveat if source else ""
