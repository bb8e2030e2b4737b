"""The item that a note is about, from its title, its pairs and its front matter."""

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
from letterbook.importers.note_keys import KNOWN_KEYS, Field
from letterbook.importers.note_pairs import Pair
from letterbook.item import Audience, Item

_ENDING = re.compile(r"\s*(?:\(highlights\)|[-–]\s*Highlights)\s*$", re.IGNORECASE)
_DONE = re.compile(r"^\(Done\)\s*", re.IGNORECASE)
_LINK = re.compile(r"\[[^\[\]]*\]\(\S+\)")
_FIRST_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"\]]+")
# Where Readwise got it from is no credit: these are programs, not publishers.
_APPLICATIONS = frozenset(
    [
        *("reader", "readwise", "kindle", "instapaper", "pocket", "twitter", "snipd", "airr", "hypothesis"),
        *("ibooks", "apple books", "apple_books", "web_clipper", "web clipper", "manual", "supplemental"),
        *("supplementals", "matter", "feedly", "omnivore", "raindrop", "csv", "pdf", "api", "goodreads"),
    ]
)


_NO_WORDS_OF_A_TITLE = {"by", "highlights", "and", "www"}
_TITLES = (Field.FULL_TITLE, Field.HEADING, Field.TITLE)
_DATES = (Field.PUBLISHED, Field.ADDED, Field.LAST_HIGHLIGHTED)


@dataclass(slots=True)
class NoteMetadata:
    """What has been gathered about an item; the first value of a field stands."""

    values: dict[Field, str] = field(default_factory=dict)
    titles: dict[Field, Pair] = field(default_factory=dict)
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
            value = plain_value(pair.value) if known else pair.value.strip()
            if value and (known is None or not self._take(known, pair, value)):
                self.unread += pair.lines

    def _take(self, known: Field, pair: Pair, value: str) -> bool:
        """Take one value; False when it is not understood or its place is taken."""
        if known in _TITLES:
            return self.titles.setdefault(known, pair) is pair
        if known in _DATES:
            return bool(iso_date(value)) and self._keep(known, iso_date(value))
        if known in {Field.URL, Field.LINK, Field.SOURCE}:
            return self._take_source(known, value)
        if known in {Field.SUMMARY, Field.NOTE}:
            return self._keep(known, pair.value.strip())
        if known is Field.AUDIENCE:
            return self._take_audience(value)
        return self._take_list(known, pair.value) or self._keep(known, value)

    def _take_list(self, known: Field, text: str) -> bool:
        """Take a value that may be several; False when the key has but one."""
        if known is Field.AUTHOR:
            self._credit(text)
        elif known is Field.KIND:
            self._take_kinds(text)
        elif known is Field.TAGS:
            self.tags += tags_in(" ".join(text.split()))
        elif known is Field.THEMES:
            self.themes += tags_in(" ".join(text.split()))
        elif known is Field.BOOK_ID:
            self.ids.append(f"readwise:{plain_value(text)}")
        else:
            return known is Field.APPLICATION
        return True

    def _keep(self, known: Field, value: str) -> bool:
        return self.values.setdefault(known, value) == value

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

    def _take_source(self, known: Field, value: str) -> bool:
        """An address wherever it stands; a name is the publisher, unless it is a program's."""
        found = _FIRST_URL.search(value)
        if found is None:
            is_program = known is Field.SOURCE and value.casefold().lstrip("#") in _APPLICATIONS
            return is_program or self._keep(Field.SOURCE if known is Field.SOURCE else Field.URL, value)
        address = found[0].removesuffix(")") if "](" in value else found[0]
        is_alone = found[0] == value.strip("<>") or bool(_LINK.fullmatch(value))
        ids = item_ids(address)
        self.ids += ids
        if known is not Field.URL and is_private_link(address):
            return bool(ids) and is_alone
        return self._keep(Field.URL, without_tracking(address)) and is_alone

    def _take_audience(self, value: str) -> bool:
        """An audience that we do not know is the narrowest, so that nothing leaks."""
        is_known = value.lower() in set(Audience)
        self.audience = Audience(value.lower()) if is_known else Audience.FIRM
        return is_known

    def item(self, *, file_name: str, synced: str = "") -> Item:
        """The item without its highlights; without any title, the file's name is one.

        Of several titles the fullest stands; one that says more than it is unread.
        """
        url = self.values.get(Field.URL, "")
        kind = kind_of(url, self.values.get(Field.KIND, "") or self._kind_among_tags())
        source = self.values.get(Field.SOURCE, "") or self.publisher
        authors = tuple(self.authors)
        if kind == "podcast" and not source:
            source, authors = ", ".join(authors), ()
        title = self._title() or _without_ending(_DONE.sub("", file_name))
        self._report_other_titles(f"{title} {source} {' '.join(authors)}")
        return Item(
            title=title,
            source=source,
            authors=authors,
            url=url,
            kind=kind,
            tags=tuple(dict.fromkeys(self.tags)),
            themes=tuple(dict.fromkeys(self.themes)),
            teaser=self.values.get(Field.TEASER, ""),
            via=self.values.get(Field.VIA, ""),
            audience=self.audience or Audience.usual_for(kind),
            published=self.values.get(Field.PUBLISHED, ""),
            added=next((date for date in (synced, *map(self.values.get, _DATES[1:])) if date), ""),
            ids=tuple(dict.fromkeys([*self.ids, *item_ids(url)])),
            summary=self.values.get(Field.SUMMARY, ""),
            note=self.values.get(Field.NOTE, ""),
        )

    def _title(self) -> str:
        given = (plain_value(self.titles[known].value) for known in _TITLES if known in self.titles)
        return _without_ending(next(given, ""))

    def _report_other_titles(self, said: str) -> None:
        words = _words(said) | _NO_WORDS_OF_A_TITLE
        for pair in self.titles.values():
            if not _words(pair.value) <= words:
                self.unread += pair.lines

    def _kind_among_tags(self) -> str:
        return next((kind_named(tag) for tag in self.tags if kind_named(tag)), "")


def _without_ending(title: str) -> str:
    return _ENDING.sub("", title) or title


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
