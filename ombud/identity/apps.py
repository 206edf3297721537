from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "ombud.identity"
