"""The kind of an item, as far as the site tells that it lies on."""

from __future__ import annotations

from letterbook.addresses import site

_KINDS = {
    "article": ("medium.com", "substack.com"),
    "paper": ("arxiv.org", "biorxiv.org", "doi.org", "openreview.net", "papers.ssrn.com", "ssrn.com"),
    "podcast": (
        *("airr.io", "castbox.fm", "castro.fm", "overcast.fm", "pca.st", "pocketcasts.com"),
        *("podcasts.apple.com", "podcasts.google.com", "share.snipd.com", "snipd.com"),
    ),
    "post": ("bsky.app", "linkedin.com", "mastodon.social", "threads.net", "twitter.com", "x.com"),
    "video": ("m.youtube.com", "ted.com", "vimeo.com", "youtu.be", "youtube.com"),
    "book": ("goodreads.com",),
}
_BY_SITE = {name: kind for kind, names in _KINDS.items() for name in names}


def kind_by_site(url: str) -> str:
    """`video` for an address on YouTube and so on; empty where the site says nothing."""
    host = site(url)
    _, _, domain = host.partition(".")
    return _BY_SITE.get(host) or _BY_SITE.get(domain, "")
