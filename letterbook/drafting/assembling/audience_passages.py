"""Passages of an edition that only some readers see: `::: {.only audience=investors}`."""

from __future__ import annotations

from itertools import islice

from letterbook.draft import Block, Division
from letterbook.drafting.assembling.empty_headings import NothingPrinted
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience
from letterbook.markup.recipient_fields import field_of, written_test
from letterbook.markup.tree import inlines_of, iter_blocks, map_blocks
from letterbook.suggestion import did_you_mean

ONLY = "only"


def passages_for(blocks: tuple[Block, ...], audience: Audience) -> tuple[Block, ...]:
    """The tree without the passages that `audience` may not read, the others without their fence.

    Where one stood, a mark stays, so that a heading goes with it that has nothing else for these readers.
    A passage whose audience is misspelt is left out: nothing is printed for people it may not be for.
    """

    def keep(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Division) or ONLY not in block.classes:
            return (block,)
        material = _audience(block)
        if material and audience.admits(material):
            return block.blocks
        return (NothingPrinted(place=block.place),)

    return map_blocks(blocks, keep, {Division})


def misspelt_audiences(blocks: tuple[Block, ...]) -> tuple[Finding, ...]:
    """A finding for each passage that does not say for whom it is."""
    return tuple(
        _misspelt(block)
        for block in iter_blocks(blocks)
        if isinstance(block, Division) and ONLY in block.classes and _audience(block) is None
    )


def fields_in_wider_draft(
    blocks: tuple[Block, ...], own: Audience, addressed: Audience
) -> tuple[Finding, ...]:
    """A finding where a draft for more readers than the edition's `own` has what is for single recipients."""
    if addressed.admits(own):
        return ()
    found = (
        block
        for block in iter_blocks(blocks)
        if written_test(block) is not None or any(map(field_of, inlines_of(block)))
    )
    return tuple(
        Finding(
            "recipient-in-public",
            Severity.ERROR,
            "What is for single recipients stands in a draft that none of them gets.",
            f"Put it into a passage `::: {{.only audience={own}}}`.",
            first.place,
        )
        for first in islice(found, 1)
    )


def _written(block: Division) -> str:
    return dict(block.attributes).get("audience", "")


def _audience(block: Division) -> Audience | None:
    written = _written(block)
    return Audience(written) if written in set(Audience) else None


def _misspelt(block: Division) -> Finding:
    known = [audience.value for audience in Audience]
    written = _written(block)
    return Finding(
        "audience-unknown",
        Severity.ERROR,
        f'There is no audience "{written}"; the passage is left out.'
        if written
        else "The passage names no audience.",
        did_you_mean(written, known) or f"It may be for {', '.join(known)}.",
        block.place or Place(""),
    )
