"""Changes below `## Highlights`, each replacing or adding one part and touching nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.item import Highlight
from letterbook.library.items.highlights_layout import (
    CALLOUTS,
    FIELDS,
    PREAMBLE_CALLOUTS,
    Field,
    HighlightLayout,
    Layout,
)
from letterbook.library.items.item_rendering import (
    REGION_HEADING,
    render_callout,
    render_field,
    render_heading,
    render_highlight,
    render_quoted,
)
from letterbook.library.items.text_edits import TextEdits

_BEFORE_THE_ANCHOR = ("quote", "transcript")


class HighlightEdits:
    """Collects changes to the region of one file; `apply` gives the file's new text.

    A part is named by its key: `title`, a callout's kind or a field's key.
    """

    def __init__(self, text: str, layout: Layout) -> None:
        self._edits = TextEdits(text)
        self._layout = layout
        self._end = len(text)
        self._has_region = layout.preamble is not None

    def change_preamble(self, changes: Mapping[str, str]) -> None:
        """Give callouts before the first highlight another text."""
        if self._layout.preamble:
            self._change_callouts(self._layout.preamble, PREAMBLE_CALLOUTS, changes)
            return
        for kind in PREAMBLE_CALLOUTS:
            if changes.get(kind):
                self._add_at_the_end(render_callout(kind, changes[kind]))

    def change(self, index: int, changes: Mapping[str, str]) -> None:
        """Give parts of the highlight with that index another text; a field without one goes."""
        laid_out = self._layout.highlights[index]
        if "title" in changes:
            heading = laid_out.heading
            self._edits.replace(heading.start, heading.end, render_heading(changes["title"]))
        self._change_callouts(laid_out, CALLOUTS, changes)
        self._change_fields(laid_out, changes)

    def add(self, highlight: Highlight, after: int | None) -> None:
        """Add a highlight behind the one with the index `after`, or before all others."""
        rendered = render_highlight(highlight)
        if not self._layout.preamble:
            self._add_at_the_end(rendered)
            return
        laid_out = self._layout.preamble if after is None else self._layout.highlights[after]
        self._edits.insert_block(laid_out.content_end, rendered)

    def apply(self) -> str:
        """The file's text with all changes."""
        return self._edits.apply()

    def _add_at_the_end(self, block: str) -> None:
        if not self._has_region:
            self._edits.insert_block(self._end, f"{REGION_HEADING}\n")
            self._has_region = True
        self._edits.insert_block(self._end, block)

    def _change_callouts(
        self, laid_out: HighlightLayout, kinds: tuple[str, ...], changes: Mapping[str, str]
    ) -> None:
        offset = laid_out.heading.end
        for kind in kinds:
            callout = laid_out.callouts.get(kind)
            if kind in changes and callout:
                self._edits.replace(callout.body, callout.end, render_quoted(changes[kind]))
            elif changes.get(kind):
                self._edits.insert_block(offset, render_callout(kind, changes[kind]))
            offset = max(offset, callout.end if callout else 0)
            if kind not in _BEFORE_THE_ANCHOR or kind == _BEFORE_THE_ANCHOR[-1]:
                offset = max(offset, laid_out.anchor_end)

    def _change_fields(self, laid_out: HighlightLayout, changes: Mapping[str, str]) -> None:
        new = []
        behind = min((field.start for field in laid_out.fields.values()), default=0)
        for key in FIELDS:
            field = laid_out.fields.get(key)
            behind = field.end if field else behind
            if key not in changes:
                continue
            if field:
                self._change_field(field, changes[key])
            elif changes[key] and laid_out.fields:
                self._edits.insert_line(behind, render_field(key, changes[key]))
            elif changes[key]:
                new.append(render_field(key, changes[key]))
        if new:
            parts = (callout.end for callout in laid_out.callouts.values())
            self._edits.insert_block(max(laid_out.heading.end, laid_out.anchor_end, *parts), "".join(new))

    def _change_field(self, field: Field, value: str) -> None:
        if value:
            gap = " " * (field.value_start == field.value_end)
            self._edits.replace(field.value_start, field.value_end, gap + value)
        else:
            self._edits.replace(field.start, field.end, "")
