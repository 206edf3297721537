"""One settings file for every installation; what differs comes from the environment (docs/installation.md)."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from ombud.config import databases, environment, single_sign_on

PACKAGE = Path(__file__).resolve().parent.parent
OMBUD_HOME = environment.home()

DEBUG = False
SECRET_KEY = environment.secret_key()
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
BEHIND_HTTPS = environment.boolean("BEHIND_HTTPS")

INSTALLED_APPS = [
    "ombud.identity",
    "ombud.tenancy",
    "ombud.audit",
    "ombud.privacy",
    "ombud.jobs",
    "ombud.offices",
    "ombud.intake",
    "ombud.casework",
    "ombud.appeals",
    "ombud.reporting",
    "ombud.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "ombud.config.headers.AnswerHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ombud.desk.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ombud.identity.sessions.SessionEnds",
    "ombud.desk.unlocking.KeepsWhatWasTyped",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ombud.desk.sizes.RequestSizes",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ombud.identity.second_factor.SecondFactorFirst",
    "ombud.desk.methods.RefusedMethods",
    "ombud.desk.scope.MunicipalityScope",
    "ombud.desk.unlocking.Unlocking",
    "ombud.desk.once.EachFormOnce",
]

ROOT_URLCONF = "ombud.config.urls"
WSGI_APPLICATION = "ombud.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "desk" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ombud.desk.context.desk",
                "ombud.desk.unlocking.lock",
            ],
            # Also the log-in library's forms are done once.
            "builtins": ["ombud.desk.templatetags.forms_once"],
        },
    },
]

DATABASES = databases.content_and_keys(OMBUD_HOME)
MIGRATE_DATABASES = databases.owners()
# An age public key: backups are readable only with the secret key to it, kept elsewhere.
BACKUP_RECIPIENT = os.environ.get("BACKUP_RECIPIENT", "").strip()
DATABASE_ROUTERS = ["ombud.privacy.router.KeyStoreRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "ombud.identity.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
# Tries are counted by ombud.identity.limits, in the database; the library's own count knows one process only.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - a class
# A link for a new password works once, and for a day: it may be handed over on paper.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_FORMS = {
    "login": "ombud.identity.forms.Login",
    "change_password": "ombud.identity.forms.ChangePassword",
    "set_password": "ombud.identity.forms.SetPassword",
    "reset_password": "ombud.identity.forms.ForgottenPassword",
    "reset_password_from_key": "ombud.identity.forms.NewPassword",
}

MFA_ADAPTER = "ombud.desk.account.secrets.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Addresses are the office's word, not confirmed by a mail.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Ombud"
# A clock half a minute wrong is forgiven; a code still works once only.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "ombud.identity.forms.Authenticate",
    "reauthenticate": "ombud.identity.forms.Reauthenticate",
    "activate_totp": "ombud.identity.forms.ActivateApp",
    "login_webauthn": "ombud.identity.forms.LogInByPasskey",
    "authenticate_webauthn": "ombud.identity.forms.AuthenticateByPasskey",
    "reauthenticate_webauthn": "ombud.identity.forms.ReauthenticateByPasskey",
    "add_webauthn": "ombud.identity.forms.AddPasskey",
    "edit_webauthn": "ombud.identity.forms.RenamePasskey",
}
REQUIRE_SECOND_FACTOR = environment.boolean("REQUIRE_SECOND_FACTOR")

SOCIALACCOUNT_ADAPTER = "ombud.identity.single_sign_on.accounts.SingleSignOnAdapter"
SOCIALACCOUNT_PROVIDERS = single_sign_on.providers()
# A link, not a form: the browser would hold the way to the provider against form-action 'self'.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_STORE_TOKENS = False
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if environment.boolean("MAIL_BY_SMTP")
    else "django.core.mail.backends.console.EmailBackend"
)

DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", "ombud@localhost")
# Where the heads of the log go once a day: a mail address, or a file that lies on another machine.
LOG_HEAD_TO = os.environ.get("LOG_HEAD_TO", "").strip()

# What a page says after a button was pressed stays on the server: it may hold a name.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
# The prefix binds a cookie to this very host: no neighbour under the same domain can set it.
SESSION_COOKIE_NAME = f"{environment.cookie_prefix()}sessionid"
CSRF_COOKIE_NAME = f"{environment.cookie_prefix()}csrftoken"
UNLOCK_COOKIE_NAME = f"{environment.cookie_prefix()}ombud_unlock"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if BEHIND_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "ombud.desk.errors.form_expired"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "ombud.config.formats"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Every file of every page is sealed while it arrives; there is no other way in, and none past it to the disk.
FILE_UPLOAD_HANDLERS = ["ombud.privacy.uploads.SealingUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 25

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
