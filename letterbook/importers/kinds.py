"""The kind of an item, from what a source calls it and from where its address leads."""

from __future__ import annotations

from letterbook.addresses import site

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
}
_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in names}
_BY_SITE = {
    "share.snipd.com": "podcast",
    "airr.io": "podcast",
    "podcasts.apple.com": "podcast",
    "youtube.com": "video",
    "m.youtube.com": "video",
    "youtu.be": "video",
    "vimeo.com": "video",
    "twitter.com": "post",
    "x.com": "post",
    "arxiv.org": "paper",
}


def kind_named(word: str) -> str:
    """The kind that a source's word stands for (`#Readwise/category/tweets` is a post); empty if none."""
    return _BY_NAME.get(word.strip().strip("#[] ").rpartition("/")[2].replace("-", " ").lower(), "")


def kind_of(url: str, named: str = "") -> str:
    """The kind by name, made more precise or supplied by the address: videos are exported as articles."""
    by_site = _BY_SITE.get(site(url), "")
    if named in {"", "article"} and by_site:
        return by_site
    return named
