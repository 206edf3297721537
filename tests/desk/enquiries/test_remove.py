"""Removing a registration: refused while something hangs on it."""

from datetime import date

from django.test import Client

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.unlocked import set_up_keys


def test_a_registration_with_a_case_is_kept_and_the_page_says_so(cast: Cast, client: Client) -> None:
    with scope(cast.albertslund):
        enquiry = register(by=cast.asta, received_on=date(2024, 4, 10), matters=[MatterInput(None, None)])
        open_case(enquiry=enquiry, keys=set_up_keys(cast.albertslund, cast.asta), by=cast.asta)
    client.force_login(cast.asta)
    answer = client.post(f"/0165/enquiries/{enquiry.pk}/remove/")
    assert answer.status_code == 422
    assert answer.context["reason"]
    with scope(cast.albertslund):
        assert Enquiry.objects.filter(pk=enquiry.pk).exists()
