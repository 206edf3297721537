"""Which addresses of a log-in service are safe to send secrets to."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_safe(address: str) -> bool:
    """An address with https and nothing behind its path; plain http on this machine only."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.query or parts.fragment or parts.username:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))


def is_loopback(host: str) -> bool:
    """This machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
