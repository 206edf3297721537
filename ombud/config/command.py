"""The command `ombud`. Exit status 0, or 2 for bad input with the message on standard error and nothing written."""

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. The language of what it says is Danish; see ``language``."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _start_django()
    from django.utils import translation

    from ombud.config.commands.language import language_of

    with translation.override(language_of(given)):
        return _run(given)


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombud.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, ValueError, OSError) as problem:
        print(f"ombud: {problem}", file=sys.stderr)
        raise SystemExit(2) from None


def _run(arguments: list[str]) -> int:
    from ombud.config.commands.parser import parse
    from ombud.config.commands.refusals import refusal

    try:
        options = parse(arguments)
        options.run(options)
        sys.stdout.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        message = refusal(problem)
        if message is None:
            raise
        print(f"ombud: {message}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
