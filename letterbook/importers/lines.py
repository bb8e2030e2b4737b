"""Lines of an export with the numbers they have there, and the report on those not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from letterbook.importers.export import UnknownLine
from letterbook.record import record

_LONGEST_RUN_IN_FULL = 6
_BULLET = re.compile(r"[-*+]\s+")


@record
class Line:
    """One line of an export; a line that was cut into several gives them all its number."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing but white space."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """The columns of white space at its start, a tab counting as four."""
        if not self.text[:1].isspace():
            return 0
        head = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(head.expandtabs(4))

    @property
    def bullet(self) -> str | None:
        """What stands behind the bullet of a list item; None for any other line."""
        text = self.text.strip()
        match = _BULLET.match(text + " ")
        return text[match.end() :] if match else None

    def with_text(self, text: str) -> Line:
        """Another text in the same place."""
        return Line(self.number, text)


def lines_of(text: str, first: int = 1) -> list[Line]:
    """The lines of `text`, numbered from `first`."""
    return [Line(number, line) for number, line in enumerate(text.split("\n"), first)]


def joined(lines: Iterable[Line]) -> str:
    """The text of `lines` without blank lines at either end and without blanks at line ends."""
    return "\n".join(line.text.rstrip() for line in lines).strip("\n")


def unknown_lines(path: Path, lines: Sequence[Line]) -> tuple[UnknownLine, ...]:
    """The report on lines not understood: each of them, but of a long run only where it begins."""
    report: list[UnknownLine] = []
    for run in _runs([line for line in lines if not line.is_blank]):
        if len(run) <= _LONGEST_RUN_IN_FULL:
            report += [UnknownLine(str(path), line.number, line.text.strip()) for line in run]
        else:
            text = f"{run[0].text.strip()} (and {len(run) - 1} more lines)"
            report.append(UnknownLine(str(path), run[0].number, text))
    return tuple(report)


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand together, blank lines between them not counting."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.number - runs[-1][-1].number <= 2:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs
