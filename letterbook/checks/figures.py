"""Checks of what a draft has of figures."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Span
from letterbook.markup.figure_marks import figure_of
from letterbook.markup.text import plain_text


def figure_by_hand(edition: CheckedEdition) -> Iterator[Found]:
    """A number that is marked as a figure's, but was typed."""
    for span, printed in edition.of_kind(Span):
        called = figure_of(span)
        if called and span.place is None:
            message = f'"{plain_text(span.children)}" is marked as the figure "{called}", but was typed.'
            yield Found(message, f"Write {{{{ {called} }}}} in its place.", printed.block.place)
