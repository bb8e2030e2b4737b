"""What the YAML file of a look may say: the models that it is checked against."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from letterbook.look import Align, FontKind, RunningField, Side
from letterbook.markup.validation import TextList
from letterbook.suggestion import did_you_mean

_BRACES = re.compile(r"\{([^{}]*)\}")


class PaperSize(StrEnum):
    """The papers a look may name."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"
    LEGAL = "Legal"


def _with_known_fields(text: str) -> str:
    known = [str(name) for name in RunningField]
    for name in _BRACES.findall(text):
        if name not in known:
            message = (
                f"there is no {{{name}}}. {did_you_mean(name, known) or 'There are: ' + ', '.join(known)}"
            )
            raise ValueError(message)
    return text


Points = Annotated[float, Field(ge=0, le=500)]
Millimetres = Annotated[float, Field(ge=0, le=500)]
Colour = Annotated[str, Field(description="A name from `colours`, or six hexadecimal digits.")]
RunningText = Annotated[str, AfterValidator(_with_known_fields)]
LineList = Annotated[
    tuple["LineDetails", ...], BeforeValidator(lambda value: (value,) if isinstance(value, dict) else value)
]


class _Details(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FontDetails(_Details):
    """A font under `fonts`."""

    name: str = Field(min_length=1)
    kind: FontKind = FontKind.SERIF
    fallbacks: TextList = ()


class LineDetails(_Details):
    """A line along a side of a paragraph."""

    side: Side
    colour: Colour
    width: Points = 0.5
    distance: Points = 4.0


class StyleDetails(_Details):
    """One style under `styles`; what is not said is as in the style it is based on."""

    based_on: str = Field("", alias="based-on")
    font: str = ""
    size: Annotated[float, Field(ge=4, le=200)] | None = None
    colour: Colour | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool | None = None
    tracking: Annotated[float, Field(ge=-20, le=20)] | None = None
    align: Align | None = None
    before: Points | None = None
    after: Points | None = None
    line: Annotated[float, Field(ge=0.5, le=5)] | None = None
    left: Points | None = None
    right: Points | None = None
    hanging: Points | None = None
    shade: Colour | None = None
    lines: LineList = ()
    close_together: bool | None = Field(None, alias="close-together")
    keep_with_next: bool | None = Field(None, alias="keep-with-next")
    keep_together: bool | None = Field(None, alias="keep-together")


class MarginDetails(_Details):
    """The margins, and how far from the page's edge the header and footer stand."""

    top: Millimetres = 25.0
    bottom: Millimetres = 25.0
    left: Millimetres = 25.0
    right: Millimetres = 25.0
    header: Millimetres = 12.5
    footer: Millimetres = 12.5


class PageDetails(_Details):
    """The page."""

    size: PaperSize = PaperSize.A4
    margins: MarginDetails = MarginDetails()


class TableDetails(_Details):
    """How tables look."""

    heading_shade: Colour | None = Field(None, alias="heading-shade")
    heading_line: Colour = Field("000000", alias="heading-line")
    row_line: Colour = Field("D0D0D0", alias="row-line")
    padding: Points = 4.0


class RunningLineDetails(_Details):
    """A header or footer of one kind of page."""

    left: RunningText = ""
    centre: RunningText = ""
    right: RunningText = ""


class RunningDetails(_Details):
    """A header or footer: on the first page, and on the others."""

    first: RunningLineDetails = RunningLineDetails()
    others: RunningLineDetails = RunningLineDetails()


class LookDetails(_Details):
    """The whole file of a look."""

    about: str = ""
    fonts: dict[str, FontDetails]
    colours: dict[str, str] = {}
    page: PageDetails = PageDetails()
    size: Annotated[float, Field(ge=6, le=30)] = 11.0
    list_indent: Points = Field(18.0, alias="list-indent")
    text: Colour = "000000"
    styles: dict[str, StyleDetails] = {}
    table: TableDetails = Field(default_factory=dict, validate_default=True)
    header: RunningDetails = RunningDetails()
    footer: RunningDetails = RunningDetails()
