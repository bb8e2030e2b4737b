"""What is gathered while the tree is written: notes, pictures, lists, links, findings.

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
from letterbook.writers.word.images import Media
from letterbook.writers.word.lists import NumberingPart
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.stylesheet import MILLIMETRE, Stylesheet
from letterbook.writers.writer import Resources

_EMU_PER_TWENTIETH = 635
_TALLEST_SHARE = 0.8


@dataclass(slots=True)
class Gathered:
    """What all stories of a document share.

    `anchors` maps identifiers of headings to names of bookmarks; `notes` are the contents of the
    footnotes in order, each with the place of the block that refers to it; `bookmarked` are the
    bookmarks written so far.
    """

    resources: Resources
    sheet: Stylesheet
    anchors: Mapping[str, str]
    heading_shift: int
    numbering: NumberingPart = field(default_factory=NumberingPart)
    media: Media = field(default_factory=Media)
    notes: list[tuple[tuple[Block, ...], Place | None]] = field(default_factory=list)
    bookmarked: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """One flow of text while it is written; `place` is that of the block being written."""

    gathered: Gathered
    relationships: Relationships
    is_footnotes: bool = False
    place: Place | None = None

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

    def text_width(self) -> int:
        """The width of the text on the page, in English Metric Units."""
        return self.gathered.sheet.text_width() * _EMU_PER_TWENTIETH

    def picture_height(self) -> int:
        """The greatest height of a picture that leaves room for its caption, in the same units."""
        page = self.gathered.sheet.look.page
        height = (page.height - page.top - page.bottom) * MILLIMETRE * _EMU_PER_TWENTIETH
        return round(height * _TALLEST_SHARE)
