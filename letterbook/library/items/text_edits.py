"""Edits of single spans of a text; everything else stays byte for byte."""

from __future__ import annotations

from collections import defaultdict

from letterbook.files import line_end_of


class TextEdits:
    """Collects edits of one text and applies them at once; offsets are those of the original text.

    What is inserted takes on the text's line ends.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = line_end_of(text)
        self._spans: list[tuple[int, int, str]] = []
        self._blocks: dict[int, list[str]] = defaultdict(list)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of a span; a line end at the end of `new` follows the span's."""
        old = self._text[start:end]
        if new.endswith("\n") and old and not old.endswith("\n"):
            new = new.removesuffix("\n")
        self._spans.append((start, end, new))

    def insert_line(self, offset: int, line: str) -> None:
        """Put a line, which ends with a line feed, behind the line that ends at `offset`."""
        self._spans.append((offset, offset, line))

    def insert_block(self, offset: int, block: str) -> None:
        """Put lines behind the line that ends at `offset`, with blank lines around them."""
        self._blocks[offset].append(block)

    def apply(self) -> str:
        """The edited text."""
        blocks = [(offset, offset, self._spaced(offset, each)) for offset, each in self._blocks.items()]
        parts, position = [], 0
        line_is_open = bool(self._text) and not self._text.endswith("\n")
        for start, end, new in sorted([*self._spans, *blocks], key=lambda edit: edit[:2]):
            parts.append(self._text[position:start])
            if line_is_open and start == len(self._text):
                parts.append(self._newline)
                line_is_open = False
            parts.append(new.replace("\n", self._newline))
            position = end
        return "".join([*parts, self._text[position:]])

    def _spaced(self, offset: int, blocks: list[str]) -> str:
        following = self._text[offset:].partition("\n")[0].strip()
        return "\n" + "\n".join(blocks) + ("\n" if following else "")
