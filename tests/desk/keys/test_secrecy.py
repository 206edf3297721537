"""The page with the promise."""

from django.test import Client
from django.urls import reverse

from ombud.desk.keys.secrecy import READERS
from ombud.identity.models import User


def test_it_is_open_to_whoever_is_logged_in(client: Client, stranger: User) -> None:
    assert client.get(reverse("secrecy")).status_code == 302
    client.force_login(stranger)
    page = client.get(reverse("secrecy")).content.decode()
    assert page.count('<th scope="row">') == len(READERS)


def test_it_says_what_no_program_can_prevent() -> None:
    assert [reader for reader in READERS if reader.warned and "root" in str(reader.who)]
