"""``python -m ombud.jobs``: the worker alone, for an installation that starts its processes itself."""

import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombud.config.settings")
    django.setup()
    from ombud.jobs.worker import work

    work()
