"""What a partial can read: plain frozen data, made of text, numbers, dates, tuples and trees.

A reader's private notes are not here, so that no partial can print them.
"""

from __future__ import annotations

from datetime import date

from letterbook.drafting.partials.periods import period_words
from letterbook.drafting.partials.printable import Blocks
from letterbook.item import Highlight, Item
from letterbook.library.themes.known_themes import Theme
from letterbook.record import named_record, record


@named_record
class HighlightView:
    """A highlight; its words are printed by `quotation(item, highlight)`."""

    anchor: str
    kind: str
    title: str = ""
    place: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    favourite: bool = False


@named_record
class ItemView:
    """An item with those of its highlights that were asked for; all text is literal."""

    name: str
    title: str
    source: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    kind: str = ""
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: str = ""
    added: str = ""
    via: str = ""
    highlights: tuple[HighlightView, ...] = ()


@named_record
class PublicationView:
    """The publication an edition belongs to."""

    name: str = ""
    title: str = ""
    author: str = ""
    language: str = "en"


@named_record
class EditionView:
    """An edition's front matter; a key that letterbook does not know is read by its own name.

    `values` holds those other keys as pairs, so that `edition.addressee` prints what the front
    matter says under `addressee`.
    """

    name: str = ""
    path: str = ""
    title: str = ""
    subtitle: str = ""
    number: str = ""
    as_of: date | None = None
    date: date | None = None
    audience: str = "public"
    authors: tuple[str, ...] = ()
    link: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def period(self) -> str:
        """The time a numbered edition covers, in words (`Half year to 30 June 2024`), else empty."""
        return period_words(self.number)

    def __getitem__(self, key: str) -> str:
        """The value of a key of the author's own; raises KeyError when there is none."""
        return dict(self.values)[key]


@record
class ThemeView:
    """A theme with the title it is printed under."""

    id: str
    title: str


@record
class ThemeGroup:
    """Items that share a theme, or that have none."""

    theme: ThemeView | None
    items: tuple[ItemView, ...]


@record
class QuestionView:
    """A reader's question that is still open."""

    text: Blocks


@named_record
class DisclosureView:
    """A passage of standing legal text: its file's name, its heading and its words."""

    name: str
    title: str
    text: Blocks


def item_view(item: Item, highlights: tuple[Highlight, ...] | None = None) -> ItemView:
    """The view of `item` with `highlights`, or with all of its own."""
    chosen = item.highlights if highlights is None else highlights
    return ItemView(
        name=item.name,
        title=item.title,
        source=item.source,
        authors=item.authors,
        url=item.url,
        kind=item.kind,
        themes=item.themes,
        tags=item.tags,
        published=item.published,
        added=item.added,
        via=item.via,
        highlights=tuple(highlight_view(highlight) for highlight in chosen),
    )


def highlight_view(highlight: Highlight) -> HighlightView:
    """The view of one highlight."""
    return HighlightView(
        anchor=highlight.anchor,
        kind=highlight.kind.value,
        title=highlight.title,
        place=highlight.place,
        url=highlight.url,
        tags=highlight.tags,
        themes=highlight.themes,
        favourite=highlight.favourite,
    )


def theme_view(theme: Theme) -> ThemeView:
    """The view of a theme; one that themes.yaml does not describe is printed as it is written."""
    return ThemeView(theme.id, theme.title or theme.id[:1].upper() + theme.id[1:])
