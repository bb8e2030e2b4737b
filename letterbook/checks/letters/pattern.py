"""Regular expressions that are compiled when they are first used: a command needs few of all these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any


class Pattern:
    """A regular expression with the methods of `re.Pattern` that rules use; `pattern` is its text."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """The first match in `text`, or between two offsets."""
        return self._compiled.search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """The match at the beginning of `text`, or at an offset."""
        return self._compiled.match(text, *span)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole `text`."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """All matches in `text`, or between two offsets."""
        return self._compiled.finditer(text, *span)

    def findall(self, text: str) -> list[Any]:
        """What matches in `text`."""
        return self._compiled.findall(text)
