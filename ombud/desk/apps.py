from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "ombud.desk"

    def ready(self) -> None:
        from ombud.desk.account import log

        log.connect()
