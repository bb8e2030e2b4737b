"""The values that a partial prints: kept aside while place-holders take their place in the Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from letterbook.drafting.printable import Blocks, Inlines
from letterbook.markup.placeholders import CLOSE, OPEN, mark

Value = str | Inlines | Blocks

_VALUES: ContextVar[list[Value]] = ContextVar("_VALUES")


@contextmanager
def kept_values() -> Iterator[list[Value]]:
    """The list that keeps the values printed within this block."""
    values: list[Value] = []
    token = _VALUES.set(values)
    try:
        yield values
    finally:
        _VALUES.reset(token)


def keep(value: Value) -> str:
    """Keep `value` and return the place-holder to print instead."""
    values = _VALUES.get()
    values.append(value)
    return mark(len(values) - 1)


def without_marks(text: str) -> str:
    """`text` without the characters that place-holders are made of."""
    return text.replace(OPEN, "").replace(CLOSE, "")
