"""The keys of notes: what they say about an item, and what stands below a highlight."""

from __future__ import annotations

import re
from enum import StrEnum


class Field(StrEnum):
    """What a key says about an item."""

    HEADING = "# heading"
    TITLE = "title"
    FULL_TITLE = "full title"
    AUTHOR = "author"
    KIND = "kind"
    URL = "url"
    LINK = "link"
    SOURCE = "source"
    APPLICATION = "application"
    SUMMARY = "summary"
    NOTE = "note"
    TAGS = "tags"
    PUBLISHED = "published"
    ADDED = "added"
    LAST_HIGHLIGHTED = "last highlighted"
    BOOK_ID = "book id"
    COVER = "cover"
    THEMES = "themes"
    TEASER = "teaser"
    VIA = "via"
    AUDIENCE = "audience"


_KEYS: dict[Field, tuple[str, ...]] = {
    Field.HEADING: ("# heading",),
    Field.TITLE: ("title", "episode title"),
    Field.FULL_TITLE: ("full title", "fulltitle"),
    Field.AUTHOR: ("author", "authors", "by", "creator"),
    Field.KIND: ("category", "type", "kind"),
    Field.URL: ("url", "source url", "sourceurl", "original url", "episode url", "website"),
    Field.LINK: ("link", "readwise link", "readwise url"),
    Field.SOURCE: ("source", "from", "publisher", "publication", "site", "site name", "show", "podcast"),
    Field.APPLICATION: ("readwise source",),
    Field.SUMMARY: ("summary", "description"),
    Field.NOTE: ("document note", "document notes", "note", "notes"),
    Field.TAGS: ("document tags", "documenttags", "tags", "tag"),
    Field.PUBLISHED: ("published", "published date", "publish date", "publication date", "date published"),
    Field.ADDED: ("added", "date added", "saved", "date saved", "created", "imported", "date", "synced"),
    Field.LAST_HIGHLIGHTED: ("last highlighted", "last highlighted date", "last highlighted on"),
    Field.BOOK_ID: ("book id", "bookid", "readwise id"),
    Field.THEMES: ("themes", "theme"),
    Field.TEASER: ("teaser",),
    Field.VIA: ("via",),
    Field.AUDIENCE: ("audience",),
    Field.COVER: ("cover", "image", "image url", "imageurl", "cover image url", "thumbnail"),
}
KNOWN_KEYS: dict[str, Field] = {name: field for field, names in _KEYS.items() for name in names}

CHILD = re.compile(
    r"\s*(?:[-*+]\s+)?(?:>\s*)?(?:\*\*)?"
    r"(?P<key>Notes?|Tags?|Tagged|Dates?|Colou?r|Favou?rite|Highlighted(?: at| on)?|Updated|See also)"
    r"(?:\*\*)?::?(?:\*\*)?(?:\s+(?P<value>.*))?",
    re.IGNORECASE,
)


def key_name(key: str) -> str:
    """A key as it is looked up: `Last-Highlighted-Date`, `last_highlighted_date` alike."""
    return " ".join(re.sub(r"[-_\s]+", " ", key).split()).lower()
