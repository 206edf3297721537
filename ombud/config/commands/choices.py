"""Options that several commands have."""

import argparse

from django.utils.translation import gettext as _


def add_municipality(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--municipality",
        required=True,
        metavar=_("CODE"),
        help=_("official code; 165 and 0165 are the same"),
    )


def add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", required=True, dest="first", metavar=_("DATE"), help=_("first day, such as 2024-04-01 or 1-4-2024")
    )
    parser.add_argument("--to", required=True, dest="last", metavar=_("DATE"), help=_("last day, which is included"))
