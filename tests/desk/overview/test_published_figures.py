"""An office that only has earlier years is led to them."""

from django.test import Client

from ombud.identity.actions import make_account
from ombud.offices.actions.memberships import appoint
from ombud.reporting.actions.municipalities import make_municipality
from tests.cast import PASSWORD


def test_earlier_figures_are_pointed_at_while_the_register_is_empty(client: Client, db: None) -> None:
    adviser = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password=PASSWORD)
    for code in ("0165", "0183"):
        appoint(user=adviser, municipality=make_municipality(code=code, by=None), by=None)
    client.force_login(adviser)
    link = 'href="/{}/statistics/">Se statistikken'
    assert link.format("0183") in client.get("/0183/").content.decode()
    assert link.format("0165") not in client.get("/0165/").content.decode()
