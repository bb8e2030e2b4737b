"""What is told of a quotation: the item and the place in it that its words come from."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from letterbook.addresses import is_private_link
from letterbook.checks.checked_edition import Agreement, Trace
from letterbook.drafting.sources.source_words import SourceWords
from letterbook.finding import Place
from letterbook.item import Highlight, Item

_WIDTH = 90


def shortened(words: str) -> str:
    """The beginning of a quotation, in one line."""
    return shorten(words, _WIDTH, placeholder=" …")


def item_words(item: Item, words: SourceWords) -> str:
    """What a quotation is from: the title of an item, its authors, its source."""
    named = (item.title or item.name, ", ".join(item.authors), item.source)
    return words.quotation.format(item=", ".join(filter(None, named)))


def highlight_origins(
    item: Item, highlight: Highlight | None, words: SourceWords, *, heard: bool
) -> Iterator[str]:
    """Where a quotation stands in its source, the link to it, and its line in the library.

    Links that open for their owner only are none. Words that a machine `heard` were checked by nobody.
    """
    if highlight and highlight.place:
        yield words.quoted_at.format(place=highlight.place)
    links = (highlight.url if highlight else "", item.url)
    yield from [link for link in links if link and not is_private_link(link)][:1]
    yield str(Place(item.path, highlight.line)) if highlight else item.path
    if heard:
        yield words.heard


def disagreement(trace: Trace, words: SourceWords) -> Iterator[str]:
    """How a quotation departs from its source, if it does."""
    if trace.agreement is Agreement.ALTERED:
        here, there = trace.difference
        yield words.altered.format(here=here, there=there)
    if trace.agreement is Agreement.MACHINE_WRITTEN:
        yield words.machine_written
