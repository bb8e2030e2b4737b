"""An item's file merged with what its source says now: three ways, span by span.

`said` holds the rules for a single value. Here highlights are matched, new ones find their place,
and the file is edited. Themes, teaser, via, audience, speakers, `checked`, commentary, unknown keys
and the person's lines are never touched.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from letterbook.item import Highlight, Item
from letterbook.library.items.highlight_edits import HighlightEdits
from letterbook.library.items.item_file import TEXT_KEYS, ItemFile
from letterbook.library.items.storable import with_unique_anchor
from letterbook.library.reimport.highlight_matching import match_highlights
from letterbook.library.reimport.said import (
    Decision,
    decide,
    file_said,
    highlight_said,
    item_said,
    preamble_said,
)
from letterbook.markup.front_matter_edit import replace_values
from letterbook.record import record


@record
class KeptYours:
    """A value that differs from what the source says now and was kept, for a person wrote it.

    `path` is the item's file; `anchor` names the highlight, or is empty for a field of the item.
    """

    path: str
    field: str
    anchor: str
    yours: str
    theirs: str


@record
class Merge:
    """The file's text after the merge and what is worth saying about it.

    Anchors: `added` of new highlights, `gone` of those that the source no longer has, `away` of
    those that the person deleted and that were therefore not added.
    """

    text: str
    kept_yours: tuple[KeptYours, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    away: tuple[str, ...] = ()


@dataclass(slots=True)
class _Merging:
    """One merge under way."""

    mine: ItemFile
    edits: HighlightEdits
    kept: list[KeptYours] = field(default_factory=list)

    def note(self, decision: Decision, anchor: str = "") -> Decision:
        """Remember what was kept."""
        path = self.mine.item.path
        self.kept += [KeptYours(path, each.key, anchor, each.yours, each.theirs) for each in decision.kept]
        return decision


def merge_item(mine: ItemFile, base: Item | None, theirs: Item, *, restore: bool = False) -> Merge:
    """`mine` merged with a storable `theirs`; `restore` brings back highlights the person deleted.

    Raises BadInput when the front matter cannot be changed in place.
    """
    merging = _Merging(mine, HighlightEdits(mine.text, mine.layout))
    preamble = decide(preamble_said(mine.item), preamble_said(base) if base else None, preamble_said(theirs))
    merging.edits.change_preamble(merging.note(preamble).texts)
    known = base.highlights if base else ()
    pairs = match_highlights(mine.item.highlights, theirs.highlights)
    bases = match_highlights(known, theirs.highlights)
    _merge_pairs(merging, theirs.highlights, pairs, {their: known[index] for their, index in bases.items()})
    new = [index for index in range(len(theirs.highlights)) if index not in pairs]
    added = _add_new(
        merging, theirs.highlights, pairs, [each for each in new if restore or each not in bases]
    )
    front = decide(
        file_said(mine.front.values, mine.item), item_said(base) if base else None, item_said(theirs)
    )
    return Merge(
        _with_front_matter(merging.edits.apply(), mine.item.path, merging.note(front)),
        tuple(merging.kept),
        added,
        _gone(mine.item.highlights, set(pairs.values()), known, set(bases.values())),
        () if restore else tuple(theirs.highlights[each].anchor for each in new if each in bases),
    )


def merge_moved(mine: ItemFile, base: Sequence[Highlight], theirs: Sequence[Highlight]) -> Merge:
    """`mine` merged with highlights that its person moved here from another item.

    Only highlights that `mine` holds are merged; none is added.
    """
    merging = _Merging(mine, HighlightEdits(mine.text, mine.layout))
    bases = match_highlights(base, theirs)
    pairs = match_highlights(mine.item.highlights, theirs)
    _merge_pairs(merging, theirs, pairs, {their: base[index] for their, index in bases.items()})
    return Merge(merging.edits.apply(), tuple(merging.kept))


def _merge_pairs(
    merging: _Merging,
    theirs: Sequence[Highlight],
    pairs: Mapping[int, int],
    bases: Mapping[int, Highlight],
) -> None:
    for their, index in pairs.items():
        highlight = merging.mine.item.highlights[index]
        base = highlight_said(bases[their]) if their in bases else None
        decision = decide(highlight_said(highlight), base, highlight_said(theirs[their]))
        merging.edits.change(index, merging.note(decision, highlight.anchor).as_written())


def _add_new(
    merging: _Merging, theirs: Sequence[Highlight], pairs: Mapping[int, int], new: Collection[int]
) -> tuple[str, ...]:
    """Add highlights, each behind the nearest one before it that the file has."""
    taken = {highlight.anchor for highlight in merging.mine.item.highlights}
    added = []
    after: int | None = None
    for index, highlight in enumerate(theirs):
        if index in pairs:
            after = pairs[index]
        elif index in new:
            new_one = with_unique_anchor(highlight, taken)
            merging.edits.add(new_one, after)
            added.append(new_one.anchor)
    return tuple(added)


def _gone(
    mine: Sequence[Highlight],
    confirmed: Collection[int],
    known: Sequence[Highlight],
    still_said: Collection[int],
) -> tuple[str, ...]:
    """The anchors of what the source has dropped and the file still has."""
    dropped = [highlight for index, highlight in enumerate(known) if index not in still_said]
    left = [highlight for index, highlight in enumerate(mine) if index not in confirmed]
    return tuple(left[index].anchor for index in match_highlights(left, dropped).values())


def _with_front_matter(text: str, path: str, decision: Decision) -> str:
    changes = {**decision.texts, **decision.sets}
    return replace_values(text, path, changes, TEXT_KEYS) if changes else text
