"""What a `.table` division says of its table: `{.table #nav widths="2 1 1" align="left decimal" header=2}`.

What cannot be applied (a word that is no alignment, not as many widths as columns) stays with the division,
where a check finds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from letterbook.draft import Alignment, Table
from letterbook.markup.attributes import is_identifier

IDENTIFIER = "id"
WIDTHS = "widths"
ALIGN = "align"
HEADER = "header"
WHOLE = 10_000
"""Widths are kept as shares of a ten-thousandth, so that they read back as they were written."""

_MOST_WIDTHS = 1_000
_LONGEST_NUMBER = 9
_SEPARATORS = re.compile(r"[\s,]+")
_WIDTH = re.compile(r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})(?P<unit>%?)")

Pairs = tuple[tuple[str, str], ...]


def with_attributes(table: Table, pairs: Pairs) -> tuple[Table, Pairs]:
    """The table with the attributes that fit it, and the other attributes."""
    rest: list[tuple[str, str]] = []
    for key, value in pairs:
        applied = _APPLY[key](table, value) if key in _APPLY else None
        if applied is None:
            rest.append((key, value))
        else:
            table = applied
    return table, tuple(rest)


def attributes_of(table: Table) -> Pairs:
    """The attributes by which a pipe table becomes `table`, apart from its identifier."""
    pairs: list[tuple[str, str]] = []
    if len(table.header) > 1:
        pairs.append((HEADER, str(len(table.header))))
    if table.widths:
        pairs.append((WIDTHS, " ".join(f"{round(share * WHOLE) / 100:g}%" for share in table.widths)))
    if Alignment.DECIMAL in table.alignments:
        pairs.append((ALIGN, " ".join(table.alignments)))
    return tuple(pairs)


def normal_widths(widths: Sequence[float], columns: int) -> tuple[float, ...]:
    """The shares of `columns` columns as ten-thousandths that sum to 1; none where they make no sense."""
    if (
        len(widths) != columns
        or columns > _MOST_WIDTHS
        or not all(0 < width < float("inf") for width in widths)
    ):
        return ()
    total = sum(map(Fraction, widths))
    exact = [Fraction(width) * WHOLE / total for width in widths]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(columns), key=lambda at: (parts[at] - exact[at], at))
    for at in by_remainder[: WHOLE - sum(parts)]:
        parts[at] += 1
    for at in (at for at, part in enumerate(parts) if not part):
        parts[parts.index(max(parts))] -= 1
        parts[at] = 1
    return tuple(part / WHOLE for part in parts)


def header_rows(written: str, rows: int) -> int | None:
    """How many of the `rows` of a table are header, or None for what is no such number."""
    is_number = written.isascii() and written.isdecimal() and len(written) <= _LONGEST_NUMBER
    return int(written) if is_number and int(written) <= rows else None


def read_widths(written: str, columns: int) -> tuple[float, ...]:
    """The widths in `2 1 1` or `50% 25% 25%`; none for what are not the widths of so many columns."""
    found = [_WIDTH.fullmatch(word) for word in _words(written)]
    if not all(found) or len({each["unit"] for each in found if each}) != 1:
        return ()
    return normal_widths([float(each["number"]) for each in found if each], columns)


def read_alignments(written: str, columns: int) -> tuple[Alignment, ...]:
    """The alignments in `left center right decimal default`; none unless there is one a column."""
    words = [word.lower() for word in _words(written)]
    if len(words) != columns or not set(words) <= set(Alignment):
        return ()
    return tuple(map(Alignment, words))


def _words(written: str) -> list[str]:
    return [word for word in _SEPARATORS.split(written) if word]


def _with_identifier(table: Table, written: str) -> Table | None:
    if not is_identifier(written) or table.identifier not in ("", written):
        return None
    return replace(table, identifier=written)


def _with_widths(table: Table, written: str) -> Table | None:
    widths = read_widths(written, len(table.alignments))
    return replace(table, widths=widths) if widths else None


def _with_alignments(table: Table, written: str) -> Table | None:
    alignments = read_alignments(written, len(table.alignments))
    return replace(table, alignments=alignments) if alignments else None


def _with_header(table: Table, written: str) -> Table | None:
    rows = (*table.header, *table.body)
    count = header_rows(written, len(rows))
    return None if count is None else replace(table, header=rows[:count], body=rows[count:])


_APPLY: dict[str, Callable[[Table, str], Table | None]] = {
    IDENTIFIER: _with_identifier,
    WIDTHS: _with_widths,
    ALIGN: _with_alignments,
    HEADER: _with_header,
}
