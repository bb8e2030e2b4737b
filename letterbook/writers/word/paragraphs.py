"""The paragraphs of a story: written one after the other, each in its style and at its edge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from letterbook.draft import Inline
from letterbook.writers.word.formats import ParagraphFormat, RunFormat, paragraph_properties
from letterbook.writers.word.inlines import runs
from letterbook.writers.word.printed_text import words
from letterbook.writers.word.scripts import begins_right_to_left
from letterbook.writers.word.story import Story

_UNADORNED = ParagraphFormat()
_SPACE_BELOW_TABLE = 200
_WIDEST_INDENT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a block stands.

    `style` is the style of its paragraphs, `left` the edge of its text in twentieths of a point,
    `level` the number of lists around it, `numbered` that of the numbered ones, `tight` whether it
    stands in a tight list, `language` that of the division around it or empty.
    """

    style: str = "Body Text"
    left: int = 0
    level: int = 0
    numbered: int = 0
    tight: bool = False
    language: str = ""


class StoryWriter:
    """Writes the paragraphs and tables of one story; what they need elsewhere is gathered in the story."""

    def __init__(self, story: Story, opening: str = "") -> None:
        """`opening` is a run that begins the first paragraph, as the mark does in a footnote."""
        self.story = story
        self.sheet = story.gathered.sheet
        self._parts: list[str] = []
        self._opening = opening
        self._page_break = False
        self._below_table = False

    def xml(self) -> str:
        """All that was written, ending with a paragraph as Word demands after a table."""
        if self._opening or self._page_break or self._below_table:
            self._separate()
        return "".join(self._parts)

    def paragraph(self, style: str, content: str, look: ParagraphFormat) -> None:
        """Write a paragraph with finished runs, after whatever waits for the next paragraph."""
        look = replace(look, style=self.sheet.identifier(style))
        if self._page_break:
            look = replace(look, page_break_before=True)
        if self._below_table and not style.startswith("Heading"):
            look = replace(look, space_before=_SPACE_BELOW_TABLE)
        self._parts.append(f"<w:p>{paragraph_properties(look)}{self._opening}{content}</w:p>")
        self._opening, self._page_break, self._below_table = "", False, False

    def text(
        self,
        style: str,
        children: tuple[Inline, ...],
        around: Surroundings,
        look: ParagraphFormat = _UNADORNED,
    ) -> None:
        """Write inlines as a paragraph of a style at the left edge of its surroundings."""
        content = runs(children, self.story, RunFormat(language=around.language))
        look = replace(
            look,
            # Letters outside ASCII stand in the runs as they are, so that most text needs no second look.
            right_to_left=not content.isascii() and begins_right_to_left("".join(words(children))),
            indent=look.indent if look.numbering else self.indent(style, around.left),
        )
        self.paragraph(style, content, look)

    def indent(self, style: str, left: int) -> int | None:
        """The direct indent for text at `left`, or None where the style's own does."""
        left = min(left, self.widest_indent())
        return None if left <= self.sheet.left_indent(style) else left

    def widest_indent(self) -> int:
        """How far to the right anything may begin, so that deep nesting stays on the page."""
        return round(self.sheet.text_width() * _WIDEST_INDENT_SHARE)

    def _separate(self) -> None:
        self.paragraph("Body Text", "", ParagraphFormat())

    def break_page(self) -> None:
        """Begin a new page with the next paragraph."""
        if self._page_break:
            self._separate()
        self._page_break = True

    def table(self, xml: str) -> None:
        """Write a finished table; a paragraph separates it from a table before it."""
        if self._below_table or self._page_break or self._opening:
            self._separate()
        self._parts.append(xml)
        self._below_table = True
