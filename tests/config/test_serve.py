"""How the server receives requests."""

import pytest
from django.conf import LazySettings
from waitress.adjustments import Adjustments

from ombud.config.commands.serve import server_options
from ombud.readers import Limits


def test_a_request_larger_than_any_file_is_refused_before_it_is_received() -> None:
    largest = Adjustments(**server_options()).max_request_body_size
    assert Limits().file_bytes < largest < 2 * Limits().file_bytes


@pytest.mark.parametrize("https", [False, True])
def test_a_proxy_is_believed_only_where_there_is_one(settings: LazySettings, https: bool) -> None:
    settings.BEHIND_HTTPS = https
    adjusted = Adjustments(**server_options())
    assert adjusted.trusted_proxy == ("*" if https else None)
    assert adjusted.trusted_proxy_headers == ({"x-forwarded-for", "x-forwarded-proto"} if https else set())
    assert adjusted.clear_untrusted_proxy_headers
