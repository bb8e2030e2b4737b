"""What a person means by `ITEM` or `ITEM#^id`."""

from __future__ import annotations

from letterbook.item import Highlight, Item
from letterbook.library.catalogue import Catalogue
from letterbook.library.items.highlight_lookup import highlight_index


def find_item_or_highlight(catalogue: Catalogue, reference: str) -> tuple[Item, Highlight | None]:
    """The item, and the highlight if `reference` names one, in Obsidian's brackets or without.

    Raises WrongUse for an unknown item or highlight, BadInput when the item's file is broken.
    """
    words = reference.removeprefix("[[").removesuffix("]]")
    name, _, anchor = words.partition("#")
    if not anchor or catalogue.find(words):  # a title may have a "#" of its own
        return catalogue.item(words if anchor else name), None
    item = catalogue.item(name)
    return item, item.highlights[highlight_index(item, anchor.removeprefix("^"))]
