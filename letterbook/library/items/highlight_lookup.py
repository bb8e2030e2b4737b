"""Highlights by the `^id` that a person names."""

from __future__ import annotations

from letterbook.errors import WrongUse
from letterbook.item import Item
from letterbook.suggestion import did_you_mean


def highlight_index(item: Item, anchor: str) -> int:
    """Which of the highlights of `item` has the id `^anchor`: the first, should there be several.

    Raises WrongUse, with a suggestion, when there is none.
    """
    anchors = [highlight.anchor for highlight in item.highlights]
    if anchor in anchors:
        return anchors.index(anchor)
    hint = did_you_mean(anchor, anchors) or f'"letterbook show" lists the highlights of "{item.name}".'
    raise WrongUse(f'"{item.name}" has no highlight ^{anchor}.', hint=hint)
