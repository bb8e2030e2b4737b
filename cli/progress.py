"""A counter for what takes longer than a second, in a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

import click

PATIENCE = 1.0
_BETWEEN_UPDATES = 0.1
_CLEAR_LINE = "\r\x1b[K"

T = TypeVar("T")


def counted(things: Iterable[T], doing: str) -> Iterator[T]:
    """Pass `things` on; after a second show on stderr how many there were, such as `Reading 120`."""
    shown_until = monotonic() + PATIENCE
    shown = False
    for number, thing in enumerate(things, 1):
        if sys.stderr.isatty() and monotonic() > shown_until:
            click.echo(f"{_CLEAR_LINE}{doing} {number:,} …", err=True, nl=False)
            shown, shown_until = True, monotonic() + _BETWEEN_UPDATES
        yield thing
    if shown:
        click.echo(_CLEAR_LINE, err=True, nl=False)
