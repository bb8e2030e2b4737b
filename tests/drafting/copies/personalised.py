"""A draft as one recipient reads it: the fields are text, the passages of others are gone.

Made from the tree, it is what copies cut from the Word file are compared with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from letterbook.draft import Block, Division, Draft, Inline, Link, Span, Text
from letterbook.markup.labels import Label, labels
from letterbook.markup.recipient_fields import field_of, written_test
from letterbook.markup.recipient_tests import parse_recipient_test
from letterbook.markup.text import plain_text
from letterbook.markup.tree import map_blocks, map_inlines


def personalised(draft: Draft, values: Mapping[str, str]) -> Draft:
    """The draft for the recipient whose fields are `values`, by their names in the draft.

    Figures, tables and sections behind a passage that is gone have the numbers they then have, and
    references to what is gone are plain words. Raises BadInput for a test that cannot be read or decided,
    KeyError for a field that is not among the values.
    """

    def fill(inline: Inline) -> tuple[Inline, ...]:
        field = field_of(inline)
        if not field:
            return (inline,)
        return (Text(values[field]),) if values[field] else ()

    def choose(block: Block) -> tuple[Block, ...]:
        written = written_test(block)
        if written is None or not isinstance(block, Division):
            return (block,)
        test = parse_recipient_test(written, block.place)
        return block.blocks if test.holds(values[test.field], block.place) else ()

    blocks = map_blocks(map_inlines(draft.blocks, fill, {Span}), choose, {Division})
    known = replace(draft, blocks=blocks)
    return replace(known, blocks=_renumbered(known, _labels(draft)))


def _labels(draft: Draft) -> Mapping[str, Label]:
    metadata = draft.metadata
    return labels(draft.blocks, metadata.language, heading_numbers=metadata.heading_numbers)


def _renumbered(draft: Draft, before: Mapping[str, Label]) -> tuple[Block, ...]:
    after = _labels(draft)
    if before == after:
        return draft.blocks

    def refer(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Link) or not inline.target.startswith("#"):
            return (inline,)
        old, new = before.get(inline.target[1:]), after.get(inline.target[1:])
        if old is None:
            return (inline,)
        if new is None:
            return inline.children
        if plain_text(inline.children) != old.words:
            return (inline,)
        return (replace(inline, children=(Text(new.words),)),)

    return map_inlines(draft.blocks, refer, {Link})
