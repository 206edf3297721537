from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "ombud.identity"

    def ready(self) -> None:
        from ombud.identity import sessions

        sessions.connect()
