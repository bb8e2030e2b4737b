"""Web addresses: one form to compare them by, and which of them open for their owner only."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

_TRACKING_PREFIXES = ("utm_", "mc_", "_hs", "oly_")
_TRACKING_NAMES = {
    *("ck_subscriber_id", "dclid", "fbclid", "gbraid", "gclid", "igshid", "mkt_tok"),
    *("msclkid", "ttclid", "twclid", "vero_id", "wbraid", "yclid"),
}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # a single letter is a drive of Windows
_PLAIN_IN_A_PATH = "/:@!$&'()*+,;=~"
_WEB = ("http", "https")
_DEFAULT_PORTS = (None, 80, 443)

# Reading services hand out addresses that show a page to the person who saved it and to nobody else.
_PRIVATE_PLACES = (
    ("read.readwise.io", "/"),
    ("readwise.io", "/open"),
    ("readwise.io", "/to_kindle"),
    ("readwise.io", "/bookreview"),
    ("readwise.io", "/reader/document_raw_content"),
    ("instapaper.com", "/read"),
)
# Addresses of programs open on the machine of the person who has that program and that file; the
# last is where Reader files a newsletter that came by mail.
_PRIVATE_BEGINNINGS = (
    "calibre:",
    "evernote:",
    "file:",
    "ibooks:",
    "kindle:",
    "logseq:",
    "message:",
    "mid:",
    "notion:",
    "obsidian:",
    "things:",
    "zotero:",
    "mailto:reader-forwarded-email",
)


def without_tracking(url: str) -> str:
    """`url` without the parameters that only say who clicked where; all else stays as it is written.

    Text that is no web address is returned stripped.
    """
    url = url.strip()
    parts = _split(url) if "?" in url else None
    if parts is None:
        return url
    kept = [pair for pair in parts.query.split("&") if not _is_tracking(pair)]
    query = "&".join(kept)
    return url if query == parts.query else urlunsplit(parts._replace(query=query))


@lru_cache(maxsize=1024)
def canonical_url(url: str) -> str:
    """The form in which two addresses of one page are equal; to compare by, not to print.

    Without tracking, fragment, `www.`, default port and final slash; https for http; parameters in
    order; characters escaped in one way. Anything that is no web address is returned stripped.
    """
    plain = without_tracking(url)
    parts = _split(plain)
    if parts is None:
        return plain
    try:
        path = quote(unquote_to_bytes(parts.path), safe=_PLAIN_IN_A_PATH).rstrip("/")
        query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
        return urlunsplit(("https", _host_and_port(parts), path, query, _route(parts)))
    except ValueError:
        return plain


def is_private_link(url: str) -> bool:
    """Whether `url` opens only for the person who saved it: a reading service's, a program's, a file's."""
    url = url.strip()
    parts = _split(url)
    if parts is None:
        return url.lower().startswith(_PRIVATE_BEGINNINGS)
    host = _plain_host(parts)
    path = "/" + parts.path.lower().lstrip("/")
    return any(host == private and _starts_with(path, start) for private, start in _PRIVATE_PLACES)


def is_remote(source: str) -> bool:
    """Whether a picture's `source` is a URL, which is never fetched, and no path of a file."""
    return _SCHEME.match(source) is not None


def site(url: str) -> str:
    """The host of a web address in small letters without `www.`; empty when it is none."""
    parts = _split(url.strip())
    return _plain_host(parts) if parts else ""


def _split(url: str) -> SplitResult | None:
    """The parts of a web address, or None for anything else."""
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in _WEB and bool(parts.hostname)
    except ValueError:
        return None
    return parts if is_web else None


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_PREFIXES)


def _plain_host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".").removeprefix("www.")


def _host_and_port(parts: SplitResult) -> str:
    host = _plain_host(parts)
    return host if parts.port in _DEFAULT_PORTS else f"{host}:{parts.port}"


def _route(parts: SplitResult) -> str:
    """The fragment where it names the page itself (`#!/about`), as some applications write it."""
    return parts.fragment if parts.fragment.startswith(("!", "/")) else ""


def _starts_with(path: str, start: str) -> bool:
    return start in ("/", path) or path.startswith(f"{start}/")
