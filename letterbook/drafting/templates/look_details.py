"""What the YAML file of a look may say: the models that it is checked against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from letterbook.look import Align, FontKind, RunningField, Side
from letterbook.markup.model import ONE_OR_MORE, Name, Range, Rule, TextList, key
from letterbook.suggestion import did_you_mean

_BRACES = re.compile(r"\{([^{}]*)\}")


class PaperSize(StrEnum):
    """The papers a look may name."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"
    LEGAL = "Legal"


def _have_known_fields(text: str) -> None:
    known = [str(name) for name in RunningField]
    for name in _BRACES.findall(text):
        if name not in known:
            message = (
                f"there is no {{{name}}}. {did_you_mean(name, known) or 'There are: ' + ', '.join(known)}"
            )
            raise ValueError(message)


Points = Annotated[float, Range(0, 500)]
Millimetres = Annotated[float, Range(0, 500)]
Colour = Annotated[str, "A name from `colours`, or six hexadecimal digits."]
RunningText = Annotated[str, Rule(_have_known_fields)]
LineList = Annotated[tuple["LineDetails", ...], ONE_OR_MORE]


@dataclass(frozen=True, slots=True, kw_only=True)
class FontDetails:
    """A font under `fonts`."""

    name: Name
    kind: FontKind = FontKind.SERIF
    fallbacks: TextList = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDetails:
    """A line along a side of a paragraph."""

    side: Side
    colour: Colour
    width: Points = 0.5
    distance: Points = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleDetails:
    """One style under `styles`; what is not said is as in the style it is based on."""

    based_on: str = field(default="", metadata=key(name="based-on"))
    font: str = ""
    size: Annotated[float, Range(4, 200)] | None = None
    colour: Colour | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool | None = None
    tracking: Annotated[float, Range(-20, 20)] | None = None
    align: Align | None = None
    before: Points | None = None
    after: Points | None = None
    line: Annotated[float, Range(0.5, 5)] | None = None
    left: Points | None = None
    right: Points | None = None
    hanging: Points | None = None
    shade: Colour | None = None
    lines: LineList = ()
    close_together: bool | None = field(default=None, metadata=key(name="close-together"))
    keep_with_next: bool | None = field(default=None, metadata=key(name="keep-with-next"))
    keep_together: bool | None = field(default=None, metadata=key(name="keep-together"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginDetails:
    """The margins, and how far from the page's edge the header and footer stand."""

    top: Millimetres = 25.0
    bottom: Millimetres = 25.0
    left: Millimetres = 25.0
    right: Millimetres = 25.0
    header: Millimetres = 12.5
    footer: Millimetres = 12.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDetails:
    """The page."""

    size: PaperSize = PaperSize.A4
    margins: MarginDetails = MarginDetails()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDetails:
    """How tables look."""

    heading_shade: Colour | None = field(default=None, metadata=key(name="heading-shade"))
    heading_line: Colour = field(default="000000", metadata=key(name="heading-line"))
    row_line: Colour = field(default="D0D0D0", metadata=key(name="row-line"))
    padding: Points = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningLineDetails:
    """A header or footer of one kind of page."""

    left: RunningText = ""
    centre: RunningText = ""
    right: RunningText = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningDetails:
    """A header or footer: on the first page, and on the others."""

    first: RunningLineDetails = RunningLineDetails()
    others: RunningLineDetails = RunningLineDetails()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookDetails:
    """The whole file of a look."""

    about: str = ""
    fonts: dict[str, FontDetails]
    colours: dict[str, str] = field(default_factory=dict)
    page: PageDetails = PageDetails()
    size: Annotated[float, Range(6, 30)] = 11.0
    list_indent: Points = field(default=18.0, metadata=key(name="list-indent"))
    text: Colour = "000000"
    styles: dict[str, StyleDetails] = field(default_factory=dict)
    table: TableDetails = TableDetails()
    header: RunningDetails = RunningDetails()
    footer: RunningDetails = RunningDetails()
