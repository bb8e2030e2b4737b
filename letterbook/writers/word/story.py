"""What is gathered while the tree is written: notes, pictures, lists, links, bookmarks, findings.

Word calls each separate flow of text a story: the body is one, the footnotes are another. Stories
have their own relationships and share the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from letterbook.draft import Block
from letterbook.finding import Finding, Place, Severity
from letterbook.writers.forbidden_characters import (
    DROPPED_HINT,
    dropped,
    forbidden_characters,
    without_forbidden,
)
from letterbook.writers.word.bookmarks import Bookmarks
from letterbook.writers.word.headings import PrintedHeading
from letterbook.writers.word.lists import NumberingPart
from letterbook.writers.word.pictures.images import Media
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.sections import UPRIGHT, Arrangement
from letterbook.writers.word.stylesheet import Stylesheet
from letterbook.writers.word.targets import Target
from letterbook.writers.writer import Anchor, FigureMark, Resources

_EMU_PER_TWENTIETH = 635
_TALLEST_SHARE = 0.8


@dataclass(slots=True)
class Gathered:
    """What all stories of a document share.

    `targets` are what links may refer to, by identifier; `headings` what a table of contents lists;
    `notes` the contents of the footnotes in order, each with the place of the block that refers to
    it; `placed` the names of the bookmarks of targets written so far; `comments` the texts of the comments,
    whose ids count from `first_comment`. `language` is that of all text, where the package itself is in
    another one.
    """

    resources: Resources
    sheet: Stylesheet
    heading_shift: int
    targets: Mapping[str, Target]
    headings: tuple[PrintedHeading, ...]
    numbers_headings: bool
    bookmarks: Bookmarks
    numbering: NumberingPart
    media: Media
    first_note: int = 1
    first_comment: int = 0
    language: str = ""
    notes: list[tuple[tuple[Block, ...], Place | None]] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
    anchors: list[Anchor] = field(default_factory=list)
    said_in_notes: list[Anchor] = field(default_factory=list)
    figures: list[FigureMark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """One flow of text while it is written.

    `place` is that of the block being written, `arrangement` how the text lies on the page there.
    """

    gathered: Gathered
    relationships: Relationships
    is_footnotes: bool = False
    place: Place | None = None
    arrangement: Arrangement = UPRIGHT

    def report(self, identifier: str, message: str, hint: str = "") -> None:
        """Note a finding at the block being written, once for the same words and place."""
        finding = Finding(identifier, Severity.WARNING, message, hint, self.place)
        if finding not in self.gathered.findings[-8:]:
            self.gathered.findings.append(finding)

    def clean(self, text: str) -> str:
        """`text` without characters that XML forbids, which are reported."""
        cleaned = without_forbidden(text)
        if cleaned != text and (forbidden := forbidden_characters(text)):
            self.report("character-dropped", dropped(forbidden), DROPPED_HINT)
        return cleaned

    def column_width(self) -> int:
        """The width of the text, in twentieths of a point."""
        return self.gathered.sheet.page.column_width(self.arrangement)

    def picture_width(self) -> int:
        """The greatest width of a picture, in English Metric Units."""
        return self.column_width() * _EMU_PER_TWENTIETH

    def picture_height(self) -> int:
        """The greatest height of a picture that leaves room for its caption, in the same units."""
        height = self.gathered.sheet.page.text_height(self.arrangement)
        return round(height * _EMU_PER_TWENTIETH * _TALLEST_SHARE)
