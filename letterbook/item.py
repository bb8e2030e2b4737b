"""An item and its highlights: what importers make, the library keeps and editions place."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from letterbook.record import named_record, record

COMPANY = "company"
"""The kind of an item that is an update of a company the firm has invested in."""


class Audience(StrEnum):
    """Who may read an item or an edition, from the widest circle to the narrowest."""

    PUBLIC = "public"
    INVESTORS = "investors"
    FIRM = "firm"

    def admits(self, material: Audience) -> bool:
        """Whether an edition for this audience may print `material`."""
        order = list(Audience)
        return order.index(material) <= order.index(self)

    @classmethod
    def usual_for(cls, kind: str) -> Audience:
        """Who may read an item of this kind that does not say: news of a company stays in the firm."""
        return cls.FIRM if kind.strip().casefold() == COMPANY else cls.PUBLIC


class HighlightKind(StrEnum):
    """What a highlight's words are; takeaways are a machine's and never quoted."""

    QUOTE = "quote"
    TRANSCRIPT = "transcript"
    TAKEAWAYS = "takeaways"


@record
class Turn:
    """What one speaker says in a transcript; `speaker` is a label or empty."""

    speaker: str
    text: str


@named_record
class Highlight:
    """One passage kept from an item.

    `anchor` is the `^id` without its caret, unique within the item. `text` is a quotation in
    Markdown, `transcript` what a machine heard, `takeaways` what a machine wrote about it, `note`
    the reader's private margin note. `place` is a time, page or location as the source writes it.
    `checked` says that a person has compared the transcript with the recording.
    """

    anchor: str
    title: str = ""
    text: str = ""
    transcript: tuple[Turn, ...] = ()
    takeaways: tuple[str, ...] = ()
    note: str = ""
    place: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    favourite: bool = False
    colour: str = ""
    highlighted: str = ""
    checked: bool = False
    ids: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def kind(self) -> HighlightKind:
        """Transcript before quote before takeaways, by what there is."""
        if self.transcript:
            return HighlightKind.TRANSCRIPT
        return HighlightKind.TAKEAWAYS if self.takeaways and not self.text else HighlightKind.QUOTE


@record
class Passage:
    """The author's own Markdown and the line of the file on which it begins."""

    text: str
    line: int = field(default=0, compare=False)


@named_record
class Item:
    """One curated thing with a source.

    `name` is the file's stem and `path` the file from the workspace, with `/`; both are empty for
    an item that an importer has just made. Dates are ISO text, possibly partial (`2024`,
    `2024-01`, `2024-01-11`). `ids` are `source:identifier` pairs that survive renaming. `summary`
    and `note` come from the source, `unread` is what its importer did not understand. `signoff` says
    whether a company has cleared the news about it: `yes`, `no`, `asked`, or empty.
    """

    title: str
    name: str = ""
    path: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    kind: str = ""
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: str = ""
    added: str = ""
    via: str = ""
    teaser: str = ""
    audience: Audience = Audience.PUBLIC
    speakers: tuple[str, ...] = ()
    signoff: str = ""
    ids: tuple[str, ...] = ()
    summary: str = ""
    note: str = ""
    unread: str = ""
    commentary: tuple[Passage, ...] = ()
    highlights: tuple[Highlight, ...] = ()
