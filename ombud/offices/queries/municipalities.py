"""The municipality in scope."""

from ombud.offices.models import Municipality
from ombud.tenancy.scope import current_id


def current_municipality() -> Municipality:
    """The municipality whose scope is open. Raises NoScope outside one."""
    return Municipality.objects.get(pk=current_id())
