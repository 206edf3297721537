from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "ombud.casework"

    def ready(self) -> None:
        """Tell the set-up where registrations are, so that it can refuse what would move an old figure."""
        from ombud.casework.models import ContactLog, Enquiry, Matter
        from ombud.offices.queries.use import look_in

        look_in(Enquiry, "received_on")
        look_in(Matter, "enquiry__received_on")
        look_in(ContactLog, "on")
