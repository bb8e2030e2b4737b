"""The paragraphs of a story: written one after the other, each in its style and at its edge."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache

from letterbook.draft import Inline
from letterbook.record import record
from letterbook.writers.word.formats import ParagraphFormat, RunFormat, paragraph_properties
from letterbook.writers.word.inlines import PLAIN, Line, write_line
from letterbook.writers.word.sections import UPRIGHT, Arrangement, SectionProperties
from letterbook.writers.word.story import Story
from letterbook.writers.writer import Anchor

_UNADORNED = ParagraphFormat()
_SPACE_BELOW_TABLE = 200
_WIDEST_INDENT_SHARE = 0.6
_TITLES = frozenset({"Title", "Subtitle"})


class Below(Enum):
    """What stands below a list: text, the next item of a tight list, or a list that is not to touch it."""

    TEXT = auto()
    ITEM = auto()
    LIST = auto()


@record
class Surroundings:
    """Where a block stands.

    `style` is the style of its paragraphs, `left` the edge of its text in twentieths of a point,
    `level` the number of lists around it, `numbered` that of the numbered ones, `below` what a list
    that ends here has below it, `language` that of the division around it or empty, `nested` whether
    it stands in another block.
    """

    style: str = "Body Text"
    left: int = 0
    level: int = 0
    numbered: int = 0
    below: Below = Below.TEXT
    language: str = ""
    nested: bool = False

    @property
    def run_format(self) -> RunFormat:
        """How runs look here before anything is said of them."""
        return RunFormat(language=self.language) if self.language else PLAIN


@record
class _Written:
    """The paragraph written last, so that the end of a section can still be said in it."""

    position: int
    look: ParagraphFormat
    inside: str


# Formats are few in a draft, and making one takes longer than finding one that was made before.
@lru_cache(maxsize=1024)
def _styled(
    look: ParagraphFormat, style: str, space_before: int | None, *, page_break: bool
) -> ParagraphFormat:
    return replace(look, style=style, page_break_before=page_break, space_before=space_before)


@lru_cache(maxsize=1024)
def _aligned(look: ParagraphFormat, indent: int | None, *, right_to_left: bool) -> ParagraphFormat:
    return replace(look, indent=indent, right_to_left=right_to_left)


class StoryWriter:
    """Writes the paragraphs and tables of one story; what they need elsewhere is gathered in the story."""

    def __init__(self, story: Story, opening: str = "", sections: SectionProperties | None = None) -> None:
        """`opening` is a run that begins the first paragraph, as the mark does in a footnote.

        `sections` are those of the body; no other story has any.
        """
        self.story = story
        self.sheet = story.gathered.sheet
        self._sections = sections
        self._parts: list[str] = []
        self._opening = opening
        self._page_break = False
        self._below_table = False
        self._last: _Written | None = None
        self._arrangement = UPRIGHT
        self._section_is_first = True
        self._section_is_continuous = False
        self._has_titles_only = True

    def xml(self) -> str:
        """All that was written, ending with a paragraph as Word demands after a table."""
        self.story.arrangement = self._arrangement
        if self._opening or self._page_break or self._below_table:
            self._separate()
        return "".join(self._parts)

    def paragraph(self, style: str, line: Line, look: ParagraphFormat, *, anchored: bool = True) -> None:
        """Write a finished line as a paragraph, after whatever waits for the next paragraph.

        An `anchored` one of the body can be found again by a bookmark, whose end stands behind the
        paragraph, so that it outlives that all of the text is selected and typed anew.
        """
        self._begin_section()
        self._has_titles_only = self._has_titles_only and style in _TITLES
        above = self._space_before(style, look)
        look = _styled(look, self.sheet.identifier(style), above, page_break=self._page_break)
        inside, behind = f"{self._opening}{line.xml}", ""
        if anchored and not self.story.is_footnotes:
            bookmark = self.story.gathered.bookmarks.block()
            inside, behind = f"{bookmark.start}{inside}", bookmark.end
            self.anchor(bookmark.name, style, line.text)
        elif anchored:
            self.note(style, line.text)
        self._write(look, inside)
        self._parts.append(behind)
        self._opening, self._page_break = "", False

    def _write(self, look: ParagraphFormat, inside: str) -> None:
        self._last = _Written(len(self._parts), look, inside)
        self._parts.append(f"<w:p>{paragraph_properties(look)}{inside}</w:p>")
        self._below_table = False

    def keep_last_with_next(self) -> None:
        """Keep the paragraph written last on one page with what follows; a table cannot be kept."""
        if last := self._last:
            self._last = replace(last, look=replace(last.look, keep_with_next=True))
            self._parts[last.position] = f"<w:p>{paragraph_properties(self._last.look)}{last.inside}</w:p>"

    def note(self, style: str, text: str, cell: tuple[int, int] = (0, 0)) -> None:
        """Keep what a paragraph of a footnote says."""
        self.story.gathered.said_in_notes.append(Anchor("", style, text, self.story.place, *cell))

    def anchor(self, name: str, style: str, text: str, cell: tuple[int, int] = (0, 0)) -> None:
        """Note under which name a paragraph can be found again, and so the figures in it."""
        gathered = self.story.gathered
        gathered.anchors.append(Anchor(name, style, text, self.story.place, *cell))
        for position in reversed(range(len(gathered.figures))):
            if gathered.figures[position].anchor:
                break
            gathered.figures[position] = replace(gathered.figures[position], anchor=name)

    def _space_before(self, style: str, look: ParagraphFormat) -> int | None:
        below_table = self._below_table and not style.startswith("Heading")
        return _SPACE_BELOW_TABLE if below_table else look.space_before

    def text(
        self,
        style: str,
        children: tuple[Inline, ...],
        around: Surroundings,
        look: ParagraphFormat = _UNADORNED,
    ) -> None:
        """Write inlines as a paragraph of a style at the left edge of its surroundings."""
        self.line(style, write_line(children, self.story, around.run_format), around, look)

    def line(
        self,
        style: str,
        line: Line,
        around: Surroundings,
        look: ParagraphFormat = _UNADORNED,
    ) -> None:
        """Write a finished line at the left edge of its surroundings."""
        indent = look.indent if look.numbering else self.indent(style, around.left)
        if line.right_to_left or indent != look.indent:
            look = _aligned(look, indent, right_to_left=line.right_to_left)
        self.paragraph(style, line, look)

    def indent(self, style: str, left: int) -> int | None:
        """The direct indent for text at `left`, or None where the style's own does."""
        left = min(left, self.widest_indent()) if left else left
        return None if left <= self.sheet.left_indent(style) else left

    def widest_indent(self) -> int:
        """How far to the right anything may begin, so that deep nesting stays on the page."""
        return round(self.story.column_width() * _WIDEST_INDENT_SHARE)

    def _separate(self) -> None:
        self.paragraph("Body Text", Line("", ""), ParagraphFormat(), anchored=False)

    def settle(self) -> None:
        """Write the page break that waits for the next paragraph, where that may be in another passage."""
        if self._page_break:
            self._separate()

    def break_page(self) -> None:
        """Begin a new page with the next paragraph."""
        if self._page_break:
            self._separate()
        self._page_break = True

    def table(self, xml: str) -> None:
        """Write a finished table; a paragraph separates it from a table before it."""
        self._begin_section()
        if self._below_table or self._page_break or self._opening:
            self._separate()
        self._parts.append(xml)
        self._has_titles_only = False
        self._below_table = True
        self._last = None

    def mark(self, xml: str) -> None:
        """Write the mark of a bookmark around whole paragraphs, between the last one and the next."""
        self._begin_section()
        self._parts.append(xml)

    def begin_passage(self, mark: str) -> None:
        """Write the mark at which a passage begins.

        LibreOffice loses a bookmark of several paragraphs that begins right behind a table, so an empty
        paragraph, as high as the space that stands there anyway, comes between.
        """
        self._begin_section()
        if self._below_table:
            style = self.sheet.identifier("Body Text")
            self._parts.append(
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="0" w:after="0" '
                f'w:line="{_SPACE_BELOW_TABLE}" w:lineRule="exact"/></w:pPr></w:p>'
            )
            self._below_table = False
        self._parts.append(mark)

    @property
    def position(self) -> int:
        """How much has been written; the same number means that nothing was."""
        return len(self._parts)

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay what follows on the page in this way."""
        self.story.arrangement = arrangement

    def _begin_section(self) -> None:
        """End the section before, where the text is to lie otherwise from here on."""
        after = self.story.arrangement
        if after == self._arrangement or self._sections is None:
            return
        # A title stands on the page that it is the title of, also where that lies on its side.
        turns_the_title = self._has_titles_only and after.columns == 1
        if self._parts and not turns_the_title:
            self._end_section()
            self._section_is_first = False
            self._section_is_continuous = after.landscape == self._arrangement.landscape
        self._arrangement = after

    def _end_section(self) -> None:
        """Say the section's properties in its last paragraph, or in an empty one below a table."""
        if self._last is None:
            self._write(ParagraphFormat(style=self.sheet.identifier("Body Text")), "")
        if last := self._last:
            look = replace(last.look, section=self.section())
            self._parts[last.position] = f"<w:p>{paragraph_properties(look)}{last.inside}</w:p>"
            self._last = None

    def section(self) -> str:
        """The properties of the section that is being written."""
        if self._sections is None:
            return ""
        return self._sections.xml(
            self._arrangement, first=self._section_is_first, continuous=self._section_is_continuous
        )
