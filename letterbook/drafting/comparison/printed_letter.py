"""A letter as it was printed: what its readers saw, passage by passage, wherever that is known from."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeAlias

from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.finding import Place
from letterbook.record import named_record, record


class Kind(StrEnum):
    """What a passage is."""

    HEADING = "heading"
    TEXT = "text"
    QUOTE = "quote"
    CAPTION = "caption"
    NOTE = "footnote"
    MARGIN = "header or footer"


@record
class PrintedPassage:
    """A paragraph in plain words, with single blanks; `figures` are the parts of it that figures printed.

    `heading` is the one that it stands below. One that `is_own` is in the author's words, not those of a
    section, a template, a disclosure or a quotation. `place` is where it came from, if that is known.
    """

    text: str
    kind: Kind = Kind.TEXT
    heading: str = ""
    place: Place | None = None
    figures: tuple[tuple[int, int], ...] = ()
    is_own: bool = False


@record
class PrintedCell:
    """A cell that begins in `column`, counted from 1; one that `is_figure` holds what a figure printed."""

    column: int
    text: str
    is_figure: bool = False


@record
class PrintedTable:
    """A table: the rows of its header and those below, each without cells that are empty."""

    header: tuple[tuple[PrintedCell, ...], ...]
    rows: tuple[tuple[PrintedCell, ...], ...]
    heading: str = ""
    place: Place | None = None
    is_own: bool = False


Part: TypeAlias = PrintedPassage | PrintedTable


@named_record
class PrintedLetter:
    """A letter that is compared: its `name`, its `date` as ISO text or empty, and its parts in order.

    `told` says where its words are known from, and `remarks` what is not known of it, in sentences.
    `as_of` is the day of its figures, `begins` the first day of the time that it is about. `edition` is the
    path of its edition or empty. `figures` are what figures printed in it. `has_notes` is false where its
    footnotes are not known, `is_traced` where its parts do not say which file of the workspace they are of.
    """

    name: str
    date: str = ""
    as_of: dt.date | None = None
    begins: dt.date | None = None
    language: str = "en"
    edition: str = ""
    told: str = ""
    remarks: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    figures: tuple[PrintedFigure, ...] = ()
    has_notes: bool = True
    is_traced: bool = True


def plain(text: str) -> str:
    """A text with single blanks for whatever divides its words."""
    return " ".join(text.split())


def place_of(part: Part) -> Place | None:
    """Where a part came from, if it is a place in a file; what a layout printed has none."""
    return part.place if part.place and part.place.line else None
