"""Characters that no draft can hold, with where they come from: a field of an item, or what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.prose import PrintedBlock
from letterbook.draft import Block, Code, CodeBlock, Division, Image, Inline, Link, Picture, Span
from letterbook.finding import Place
from letterbook.item import Item
from letterbook.record import record
from letterbook.writers.forbidden_characters import DROPPED_HINT, dropped, forbidden_characters


@record
class _Field:
    """A value with forbidden characters, what it is called ("the title"), and where it stands."""

    name: str
    text: str
    place: Place


def character_forbidden(edition: CheckedEdition) -> Iterator[Found]:
    """A character that XML forbids, such as a control character: drafts leave it out."""
    affected = {id(printed): printed for printed in _affected(edition)}
    if affected:
        fields = tuple(_fields(edition))
        items = {item.path: item for item in edition.items}
        found = (each for printed in affected.values() for each in _origins(printed, fields, items))
        yield from dict.fromkeys(found)


def _affected(edition: CheckedEdition) -> Iterator[PrintedBlock]:
    """The blocks with a forbidden character, in their words or in what else a writer prints of them."""
    if forbidden_characters(edition.text):
        yield from (printed for printed in edition.printed if forbidden_characters(printed.text))
    for kind in _WITH_TEXTS:
        for node, printed in edition.of_kind(kind):
            if any(map(forbidden_characters, _texts_of(node))):
                yield printed


_WITH_TEXTS: tuple[type[Block | Inline], ...] = (Code, Image, Link, Span, CodeBlock, Picture, Division)


def _texts_of(node: Block | Inline) -> Iterable[str]:  # noqa: PLR0911 - one return a kind
    """What a writer prints of `node` beside its content: verbatim text, addresses, attributes."""
    match node:
        case Code():
            return (node.text,)
        case CodeBlock():
            return (node.text, node.language)
        case Image():
            return (node.source, node.alt, node.title, node.width)
        case Picture():
            return _texts_of(node.image)
        case Link():
            return (node.target, node.title)
        case Span() | Division():
            return (*node.classes, *(text for pair in node.attributes for text in pair))
    return ()


def _origins(printed: PrintedBlock, fields: Sequence[_Field], items: Mapping[str, Item]) -> Iterator[Found]:
    """What is to be said of the forbidden characters of one block: of each field, then of what was typed."""
    texts = (*_texts_of(printed.block), *(text for inline in printed.inlines for text in _texts_of(inline)))
    whole = "".join((printed.text, *texts))
    words, left = _key(whole), [*forbidden_characters(whole)]
    for field in fields:
        if _key(field.text) in words:
            characters = forbidden_characters(field.text)
            left = [character for character in left if character not in characters]
            yield Found(dropped(characters, field.name), _hint(field.place), field.place)
    if left:
        place = printed.block.place
        item = items.get(place.file) if place else None
        part = _part_of(item, place.line) if item and place else ""
        yield Found(dropped(left, part), DROPPED_HINT, place)


def _hint(place: Place) -> str:
    return f"Delete it in {place.file}."


def _key(text: str) -> str:
    """The text without what changes on its way into a draft: blanks, quotation marks, markup."""
    return "".join(c for c in text if c.isalnum() or forbidden_characters(c))


def _fields(edition: CheckedEdition) -> Iterator[_Field]:
    """The details of the edition, and of all items, that have a forbidden character."""
    whole = Place(edition.path)
    for name, text in (("title", edition.title), ("subtitle", edition.subtitle)):
        if forbidden_characters(text):
            yield _Field(f"the {name} of this edition", text, edition.places.get(name, whole))
    for item in edition.items:
        for name, text in _details(item):
            if forbidden_characters(text):
                yield _Field(f'the {name} of "{item.name}"', text, Place(item.path))


def _details(item: Item) -> Iterator[tuple[str, str]]:
    """The details of an item that print, each by its name."""
    yield "title", item.title
    yield "source", item.source
    yield "url", item.url
    yield "published", item.published
    yield "via", item.via
    yield "teaser", item.teaser
    yield from (("authors", author) for author in item.authors)
    yield from (("speakers", speaker) for speaker in item.speakers)


def _part_of(item: Item, line: int) -> str:
    """What of the item's file stands in that line: its commentary or one of its highlights."""
    parts = [(passage.line, "the commentary") for passage in item.commentary]
    parts += [(highlight.line, f"the highlight ^{highlight.anchor}") for highlight in item.highlights]
    _, part = max((part for part in parts if part[0] <= line), default=(0, "the text"))
    return f'{part} of "{item.name}"'
