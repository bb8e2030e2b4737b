"""Link targets: made safe and valid, or refused."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from letterbook.writers.forbidden_characters import without_forbidden

_SCHEMES = frozenset({"http", "https", "mailto"})
_BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_ORDINARY = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/._~-]*)?")
"""An address in which there is nothing to change, as most are."""
_SAFE = "!$&'()*+,;=:@/?%-._~"


def safe_url(target: str) -> str:
    """`target` as a valid URI (RFC 3986), or empty when it may not or cannot be a live link.

    Only http, https and mailto are live. Blanks, quotation marks and characters outside ASCII are
    percent-encoded, a host name outside ASCII becomes its ASCII form.
    """
    if _ORDINARY.fullmatch(target):
        return target
    target = without_forbidden(target).strip()
    try:
        parts = urlsplit(target)
        if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or parts.scheme.lower() == "mailto"):
            return ""
        return urlunsplit(
            (
                parts.scheme.lower(),
                _host(parts.netloc),
                _encoded(parts.path),
                _encoded(parts.query),
                _encoded(parts.fragment),
            )
        )
    except ValueError:
        return ""


def _host(host: str) -> str:
    ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    if quote(ascii_host, safe=_SAFE + "[]") != ascii_host:
        message = f"{host!r} is no host name"
        raise ValueError(message)
    return ascii_host


def _encoded(part: str) -> str:
    return quote(_BROKEN_ESCAPE.sub("%25", part), safe=_SAFE)
