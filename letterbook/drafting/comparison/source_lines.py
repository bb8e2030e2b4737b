"""The line on which a sentence stands in the file that its paragraph came from."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.comparison.rewording import words_in
from letterbook.errors import LetterbookError
from letterbook.files import read_text
from letterbook.finding import Place

_ENOUGH = 3
_MOST_LINES = 200


class SourceLines:
    """Finds lines in the files of a workspace, each of which is read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, tuple[str, ...]] = {}

    def place(self, sentence: str, paragraph: Place | None) -> Place | None:
        """Where a sentence of a paragraph begins, as far as its words are those of the file.

        `paragraph` is where that begins; its own place where the words are not found below it.
        """
        if paragraph is None or not paragraph.line:
            return paragraph
        numbered = [
            (word, line)
            for line, text in enumerate(self._below(paragraph), start=paragraph.line)
            for word in words_in(text)
        ]
        said = words_in(sentence)
        words = [word for word, _ in numbered]
        for first in range(max(1, len(said) - _ENOUGH + 1)):
            wanted = list(said[first : first + _ENOUGH])
            for at in range(len(words) - len(wanted) + 1):
                if words[at : at + len(wanted)] == wanted:
                    line = numbered[at][1]
                    return paragraph if line == paragraph.line else Place(paragraph.file, line)
        return paragraph

    def _below(self, paragraph: Place) -> tuple[str, ...]:
        """The lines of a paragraph that begins in a place."""
        lines = self._lines(paragraph.file)[paragraph.line - 1 : paragraph.line - 1 + _MOST_LINES]
        ends = (at for at, line in enumerate(lines) if not line.strip())
        return lines[: next(ends, len(lines))]

    def _lines(self, file: str) -> tuple[str, ...]:
        if file not in self._files:
            try:
                self._files[file] = tuple(read_text(self._root / file).splitlines())
            except (LetterbookError, OSError, ValueError):
                self._files[file] = ()
        return self._files[file]
