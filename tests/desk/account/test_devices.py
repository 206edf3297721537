import pytest
from django.utils import translation

from ombud.desk.account.devices import device

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (CHROME, "Chrome on Linux"),
        (f"{CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0')} Edg/150.0", "Edge on Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18.0 Safari/605.1.15", "Safari on Mac"),
        ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox on Android"),
        ("curl/8", "Unknown device"),
        ("Something on Windows", "Windows"),
    ],
)
def test_a_device_is_named_as_a_person_would(agent: str, said: str) -> None:
    with translation.override("en"):
        assert device(agent) == said
