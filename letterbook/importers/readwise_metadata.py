"""The item that a Readwise note is about, from its title, its pairs and its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from letterbook.addresses import is_private_link, without_tracking
from letterbook.importers.authors import credit
from letterbook.importers.dates import iso_date
from letterbook.importers.identity import item_ids
from letterbook.importers.kinds import kind_named, kind_of
from letterbook.importers.lines import Line
from letterbook.importers.marks import plain_value, tags_in
from letterbook.importers.readwise_keys import KNOWN_KEYS, Field
from letterbook.importers.readwise_note import Pair
from letterbook.item import Audience, Item

_ENDING = re.compile(r"\s*(?:\(highlights\)|[-–]\s*Highlights)\s*$", re.IGNORECASE)
_DONE = re.compile(r"^\(Done\)\s*", re.IGNORECASE)
_FIRST_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"\]]+")
# Where Readwise got it from is no credit: these are programs, not publishers.
_APPLICATIONS = frozenset(
    [
        *("reader", "readwise", "kindle", "instapaper", "pocket", "twitter", "snipd", "airr", "hypothesis"),
        *("ibooks", "apple books", "apple_books", "web_clipper", "web clipper", "manual", "supplemental"),
        *("supplementals", "matter", "feedly", "omnivore", "raindrop", "csv", "pdf", "api", "goodreads"),
    ]
)


@dataclass(slots=True)
class Metadata:
    """What has been gathered about an item; the first value of a field stands."""

    values: dict[Field, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    publisher: str = ""
    tags: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    audience: Audience | None = None
    ids: list[str] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)

    def add(self, pairs: Iterable[Pair]) -> None:
        """What `pairs` say; one with an unknown key or a value that says nothing to us is unread."""
        for pair in pairs:
            known = KNOWN_KEYS.get(pair.key)
            value = plain_value(pair.value)
            if not value:
                continue
            if known is None or not self._take(known, pair, value):
                self.unread += pair.lines

    def _take(self, known: Field, pair: Pair, value: str) -> bool:
        """Take one value; False when it is not understood."""
        if known is Field.AUTHOR:
            self._credit(pair.value)
        elif known is Field.KIND:
            self._take_kinds(pair.value)
        elif known is Field.TAGS:
            self.tags += tags_in(" ".join(pair.value.split()))
        elif known is Field.THEMES:
            self.themes += tags_in(" ".join(pair.value.split()))
        elif known is Field.AUDIENCE:
            return self._take_audience(value)
        elif known in {Field.URL, Field.LINK, Field.SOURCE}:
            self._take_source(known, value)
        elif known in {Field.PUBLISHED, Field.ADDED, Field.LAST_HIGHLIGHTED}:
            return self._take_date(known, value)
        elif known is Field.BOOK_ID:
            self.ids.append(f"readwise:{value}")
        elif known in {Field.SUMMARY, Field.NOTE}:
            self.values.setdefault(known, pair.value.strip())
        else:
            self.values.setdefault(known, value)
        return True

    def _credit(self, text: str) -> None:
        found = credit(text)
        self.authors += [name for name in found.authors if name not in self.authors]
        self.publisher = self.publisher or found.source

    def _take_kinds(self, text: str) -> None:
        for word in tags_in(text):
            if Field.KIND not in self.values and (kind_named(word) or "#" not in text):
                self.values[Field.KIND] = kind_named(word) or word.lower()
            elif kind_named(word) != self.values.get(Field.KIND):
                self.tags.append(word)

    def _take_source(self, known: Field, value: str) -> None:
        """An address wherever it stands; a name is the publisher, unless it is a program's."""
        url = _FIRST_URL.search(value)
        if url:
            address = url[0].rstrip(")") if value.count("(") < value.count(")") or "](" in value else url[0]
            self.ids += item_ids(address)
            if known is Field.URL or not is_private_link(address):
                self.values.setdefault(Field.URL, without_tracking(address))
        elif known is Field.SOURCE and value.casefold().lstrip("#") not in _APPLICATIONS:
            self.values.setdefault(Field.SOURCE, value)
        elif known is not Field.SOURCE:
            self.values.setdefault(Field.URL, value)

    def _take_audience(self, value: str) -> bool:
        """An audience that we do not know is the narrowest, so that nothing leaks."""
        is_known = value.lower() in set(Audience)
        self.audience = Audience(value.lower()) if is_known else Audience.FIRM
        return is_known

    def _take_date(self, known: Field, value: str) -> bool:
        found = iso_date(value)
        if found:
            self.values.setdefault(known, found)
        return bool(found)

    def item(self, *, heading: str, file_name: str, synced: str) -> Item:
        """The item without its highlights. `heading` and `file_name` stand in for a title."""
        url = self.values.get(Field.URL, "")
        kind = kind_of(url, self.values.get(Field.KIND, "") or self._kind_among_tags())
        source = self.values.get(Field.SOURCE, "") or self.publisher
        authors = tuple(self.authors)
        if kind == "podcast" and authors and not source:
            source, authors = self._show(), ()
        return Item(
            title=self._title(heading, file_name),
            source=source,
            authors=authors,
            url=url,
            kind=kind,
            tags=tuple(dict.fromkeys(self.tags)),
            themes=tuple(dict.fromkeys(self.themes)),
            teaser=self.values.get(Field.TEASER, ""),
            via=self.values.get(Field.VIA, ""),
            audience=self.audience or (Audience.FIRM if kind == "company" else Audience.PUBLIC),
            published=self.values.get(Field.PUBLISHED, ""),
            added=synced or self.values.get(Field.ADDED, "") or self.values.get(Field.LAST_HIGHLIGHTED, ""),
            ids=tuple(dict.fromkeys([*self.ids, *item_ids(url)])),
            summary=self.values.get(Field.SUMMARY, ""),
            note=self.values.get(Field.NOTE, ""),
        )

    def _title(self, heading: str, file_name: str) -> str:
        given = (self.values.get(Field.FULL_TITLE), plain_value(heading), self.values.get(Field.TITLE))
        title = next((title for title in given if title), "") or _DONE.sub("", file_name)
        return _ENDING.sub("", title) or title

    def _show(self) -> str:
        return ", ".join(self.authors)

    def _kind_among_tags(self) -> str:
        return next((kind_named(tag) for tag in self.tags if kind_named(tag)), "")
