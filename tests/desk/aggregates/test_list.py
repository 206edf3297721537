"""Published figures of earlier years on their pages."""

from django.test import Client

from ombud.identity.actions import make_account
from ombud.offices.actions.memberships import appoint
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.models import Aggregate
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD


def test_figures_are_listed_corrected_and_removed(client: Client, db: None) -> None:
    ishoej = make_municipality(code="0183", by=None)
    adviser = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password=PASSWORD)
    appoint(user=adviser, municipality=ishoej, by=None)
    client.force_login(adviser)
    assert "58" in client.get("/0183/aggregates/").content.decode()
    with scope(ishoej):
        figure = Aggregate.objects.filter(count=58).first()
        before = Aggregate.objects.count()
    page = f"/0183/aggregates/{figure.pk}/"
    data = {"starts_on": "1-1-2023", "ends_on": "31-12-2022", "unit": figure.unit, "count": 58, "source": "Beretning"}
    assert client.post(page, data).status_code == 422
    good = {**data, "ends_on": "31-12-2023", "count": 59, "dimension": figure.dimension, "value": figure.value}
    assert client.post(page, good).status_code == 302
    client.post(page, {"step": "remove"})
    with scope(ishoej):
        assert Aggregate.objects.count() == before - 1
