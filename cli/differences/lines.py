"""What `letterbook diff` prints: figures, passages, and what was carried over, line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from letterbook.cli.differences.carried_over import carried_lines
from letterbook.cli.differences.figures import figure_lines
from letterbook.cli.differences.passages import passage_lines
from letterbook.cli.differences.pieces import Line, plain_line
from letterbook.drafting.comparison.comparison import Comparison
from letterbook.drafting.comparison.printed_letter import PrintedLetter
from letterbook.drafting.partials.periods import date_words


def comparison_lines(compared: Comparison) -> Iterator[Line]:
    """All that is to be said of two letters, in three parts."""
    yield plain_line(f"Older: {_letter(compared.before)}")
    yield plain_line(f"Newer: {_letter(compared.after)}")
    yield ()
    yield from figure_lines(compared.figures)
    yield ()
    yield from passage_lines(compared.parts)
    yield ()
    yield from carried_lines(compared.carried_over, compared.after)


def _letter(letter: PrintedLetter) -> str:
    day = f" of {date_words(dt.date.fromisoformat(letter.date))}" if letter.date else ", without a date"
    return f"{letter.name}{day}{f', {letter.told}' if letter.told else ''}"
