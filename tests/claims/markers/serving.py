"""``ombud`` with every logger at its most talkative, a line for each request as a proxy writes it, and a fault.

Searching for a word with FAULT in it breaks the program in the middle of opened texts.
"""

import logging
import sys
from typing import Any

FAULT = "break-it"


def main() -> int:
    from django.conf import settings

    from ombud.config import command

    command._start_django()
    # Django reads it again each time it is started.
    settings.LOGGING["root"]["level"] = "DEBUG"
    _log_every_request()
    _plant_the_fault()
    return command.main(sys.argv[1:])


def _log_every_request() -> None:
    from ombud.config import server

    start = server.PagesServer.__init__

    def logged(self: Any, host: str, port: int, application: Any) -> None:
        def pages(environment: dict[str, str], answer: Any) -> Any:
            said = ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "HTTP_REFERER", "HTTP_USER_AGENT")
            logging.getLogger("proxy").info("%s", [environment.get(name) for name in said])
            return application(environment, answer)

        start(self, host, port, pages)

    server.PagesServer.__init__ = logged  # type: ignore[method-assign]


def _plant_the_fault() -> None:
    from ombud.desk.cases import list as listing

    search = listing.search_cases

    def search_or_break(words: str, **options: Any) -> Any:
        found = search(words, **options)
        if FAULT in words:
            raise RuntimeError
        return found

    listing.search_cases = search_or_break


if __name__ == "__main__":
    sys.exit(main())
