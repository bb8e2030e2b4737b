"""What figures printed, as a tree has it: a span that names the call of the figure."""

from __future__ import annotations

from letterbook.draft import Inline, Span

FIGURE = "figure"
"""The attribute of a span that holds what a figure printed: `[2.1x]{figure="Fund I net TVPI"}`."""


def figure_of(inline: Inline) -> str:
    """The call that printed `inline`, or an empty string where it is none of a figure's."""
    return dict(inline.attributes).get(FIGURE, "") if isinstance(inline, Span) else ""
