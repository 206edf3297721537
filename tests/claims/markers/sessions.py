"""Prints every session as what it holds: in its table it may be packed."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
import django

django.setup()

from django.contrib.sessions.models import Session  # noqa: E402

if __name__ == "__main__":
    for session in Session.objects.all():
        print(session.get_decoded())
