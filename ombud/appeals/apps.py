from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "ombud.appeals"

    def ready(self) -> None:
        """Tell the set-up where decisions are, so that it can refuse what would move an old figure."""
        from ombud.appeals.models import AppealDecision
        from ombud.offices.queries.use import look_in

        look_in(AppealDecision, "received_on")
