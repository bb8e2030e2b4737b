"""A source to parse: its text, checked, and where each line of it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from letterbook.errors import BadInput
from letterbook.finding import Place

LONGEST_SOURCE = 1_000_000
LONGEST_LINE = 65_536


class Source:
    """The text of one source; line 0 of it is line `first_line` of `file`.

    Raises BadInput for a text or a line longer than anybody writes: they are what makes a parser slow.
    """

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        if len(text) > LONGEST_SOURCE:
            raise BadInput(
                "This text is longer than a million characters.",
                hint="Split it into several files.",
                place=Place(file),
            )
        self.text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self.lines = self.text.split("\n")
        for number, line in enumerate(self.lines):
            if len(line) > LONGEST_LINE:
                raise self.refusal(number, "This line is longer than 65,536 characters.", "Break it up.")

    def place(self, line: int, words: str = "", offset: int = 0) -> Place:
        """The place of the first `words` on line `line` (counted from 0), `offset` characters on."""
        text = self.lines[line] if line < len(self.lines) else ""
        column = max(text.find(words), 0) if words else len(text) - len(text.lstrip())
        return Place(self.file, self.first_line + line, column + offset + 1)

    def place_within(self, line: int, content: str, offset: int) -> Place:
        """The place of the character at `offset` of `content`, which begins on line `line`."""
        before = content[:offset]
        start = before.rfind("\n") + 1
        end = content.find("\n", offset)
        words = content[start : end if end >= 0 else len(content)]
        return self.place(line + before.count("\n"), words.strip(), offset - start)

    @contextmanager
    def refusing_depth(self) -> Iterator[None]:
        """While reading: what is nested deeper than Python follows is refused."""
        try:
            yield
        except RecursionError as error:
            hint = "Simplify its lists, quotes, notes and brackets."
            raise self.refusal(0, "This text is nested too deeply.", hint) from error

    def refusal(self, line: int, message: str, hint: str) -> BadInput:
        """The error to raise for something on line `line` (counted from 0)."""
        return BadInput(message, hint=hint, place=self.place(line))
