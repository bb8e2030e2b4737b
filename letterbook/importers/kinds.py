"""The kind of an item, from what a source calls it and from where its address leads."""

from __future__ import annotations

from letterbook.addresses import is_private_link, site
from letterbook.site_kind import kind_by_site

_KINDS = {
    "article": (
        "article",
        "articles",
        "email",
        "emails",
        "rss",
        "newsletter",
        "newsletters",
        "webpage",
        "blog",
    ),
    "book": ("book", "books", "supplemental", "supplementals", "epub", "epubs"),
    "podcast": ("podcast", "podcasts", "episode", "podcast episode"),
    "post": ("tweet", "tweets", "post", "posts", "thread"),
    "video": ("video", "videos", "youtube"),
    "paper": ("paper", "papers", "pdf", "pdfs", "preprint", "journal article"),
    "company": ("company", "company update"),
}
_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in names}


def kind_named(word: str) -> str:
    """The kind that a source's word stands for (`#Readwise/category/tweets` is a post); empty if none."""
    return _BY_NAME.get(word.strip().strip("#[] ").rpartition("/")[2].replace("-", " ").lower(), "")


def kind_of(url: str, named: str = "") -> str:
    """The kind by name, made more precise or supplied by the address: videos are exported as articles."""
    if named in {"", "article"} and (by_site := kind_by_site(url)):
        return by_site
    return named or ("article" if site(url) and not is_private_link(url) else "")
