from __future__ import annotations

from dataclasses import replace

import pytest

from letterbook.item import Highlight, Item
from letterbook.library.reimport.known_items import KnownItems

ONE = Highlight(anchor="h1", text="x", ids=("readwise:1",))
SLOW = Item(
    title="Slow hours",
    path="items/slow.md",
    source="Weekly",
    url="https://example.org/slow",
    ids=("readwise:9",),
    highlights=(ONE,),
)
NOTE = Item(title="Note", path="items/note.md", highlights=(Highlight(anchor="h2", text="y"),))
KNOWN = KnownItems([SLOW, NOTE])


@pytest.mark.parametrize(
    ("item", "path"),
    [
        (Item(title="Other", ids=("snipd:1", "readwise:9")), "items/slow.md"),
        (Item(title="Other", url="http://www.example.org/slow/?utm_source=mail"), "items/slow.md"),
        (Item(title="SLOW HOURS", source="weekly"), "items/slow.md"),
        (Item(title="Slow hours"), ""),
        (Item(title="Slow hours", source="Weekly", url="https://example.org/other"), ""),
        (Item(title="Slow hours", source="Weekly", ids=("readwise:10",)), ""),
        (Item(title="Slow hours", source="Weekly", ids=("snipd:10",)), "items/slow.md"),
        (Item(title="New"), ""),
    ],
)
def test_an_item_is_found_by_id_then_address_then_source_and_title(item: Item, path: str) -> None:
    assert KNOWN.find(item) == path


def test_a_private_link_identifies_nothing() -> None:
    private = "https://readwise.io/open/1"
    known = KnownItems([replace(SLOW, url=private)])
    assert known.find(Item(title="Other", url=private)) == ""


def test_a_highlight_is_at_home_where_its_id_is() -> None:
    assert KNOWN.home(replace(ONE, text="other")) == "items/slow.md"
    assert KNOWN.home(NOTE.highlights[0]) == ""


def test_an_item_may_be_known_by_half_of_its_highlights() -> None:
    new = Highlight(anchor="h3", text="z")
    assert KNOWN.find_by_highlights(replace(NOTE, highlights=(*NOTE.highlights, new))) == "items/note.md"
    assert KNOWN.find_by_highlights(Item(title="x", highlights=(new, *NOTE.highlights, new))) == ""
    assert KNOWN.find_by_highlights(Item(title="x")) == ""
