"""The pattern of the names of copies, such as `{draft} - {name}`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import Formatter

from letterbook.errors import WrongUse
from letterbook.file_names import safe_name
from letterbook.files import name_key
from letterbook.fund.recipients import column_key
from letterbook.record import record
from letterbook.suggestion import did_you_mean

DRAFT = "draft"
DEFAULT = "{draft} - {name}"
_EXAMPLE = f'Write it like --name "{DEFAULT}"; in the braces stands a column of the recipients.'


@record
class NamePattern:
    """A pattern as pairs of literal text and the key of a column behind it, which may be empty."""

    parts: tuple[tuple[str, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns that the pattern needs."""
        return tuple(dict.fromkeys(key for _, key in self.parts if key and key != DRAFT))

    def filled(self, draft: str, values: Mapping[str, str]) -> str:
        """The name of one copy of `draft`, not yet made safe."""
        known = {**values, DRAFT: draft}
        return "".join(f"{literal}{known[key].strip() if key else ''}" for literal, key in self.parts)

    def recipient(self, values: Mapping[str, str]) -> str:
        """What the pattern says of the recipient alone."""
        return " ".join(" ".join(values[key].split()) for key in self.columns)


def parse_pattern(pattern: str) -> NamePattern:
    """Read a pattern; raises WrongUse for one that names no column or has stray braces."""
    try:
        parts = [(literal, name, more, turned) for literal, name, more, turned in Formatter().parse(pattern)]
    except ValueError as error:
        raise WrongUse(
            f'The pattern "{pattern}" has a brace without its other half.', hint=_EXAMPLE
        ) from error
    if any(name == "" or more or turned for _, name, more, turned in parts):
        raise WrongUse(f'The pattern "{pattern}" has braces that name no column.', hint=_EXAMPLE)
    read = NamePattern(tuple((literal, column_key(name or "")) for literal, name, _, _ in parts))
    if not read.columns:
        raise WrongUse(f'The pattern "{pattern}" gives every copy the same name.', hint=_EXAMPLE)
    return read


def check_columns(pattern: NamePattern, columns: Collection[str], *, written: str) -> None:
    """Raise WrongUse when the pattern `written` needs a column that the recipients do not have."""
    known = {column_key(column): column for column in columns}
    for key in pattern.columns:
        if key not in known:
            meant = did_you_mean(key, columns)
            choose = f'Choose another one of {", ".join(columns)} with --name "{{draft}} - {{…}}".'
            message = f'The names of the copies ("{written}") need a column "{key}", which there is not.'
            raise WrongUse(message, hint=meant or choose)


class Names:
    """Gives copies safe names, of which no two are alike on any system."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def safe(self, wanted: str) -> str:
        """`wanted` made safe, with a number where another copy has it already."""
        name = safe_name(wanted, self._taken)
        self._taken.add(name_key(name))
        return name
