"""Settings for the tests: a home of its own, long work done at once, a quick password hasher."""

import os
import tempfile

os.environ["OMBUD_HOME"] = tempfile.mkdtemp(prefix="ombud-tests-")
os.environ["SECRET_KEY"] = "only-for-tests"

from ombud.config.settings import *  # noqa: F403

if DATABASES["keys"]["ENGINE"].endswith("postgresql"):  # noqa: F405
    # The test runner makes a database of its own for each alias, not a schema.
    DATABASES["keys"]["TEST"] = {"NAME": "test_ombud_keys"}  # noqa: F405
    DATABASES["keys"]["OPTIONS"] = {}  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
OMBUD_ARGON2 = {"memory": 64, "iterations": 1, "lanes": 1}
