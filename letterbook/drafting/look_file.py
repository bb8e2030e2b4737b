"""The YAML file of a look, read and checked."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.look import (
    Align,
    Font,
    FontKind,
    Line,
    Look,
    Page,
    Running,
    RunningField,
    RunningLine,
    Side,
    Style,
    TableLook,
)
from letterbook.markup.validation import TextList, validate
from letterbook.markup.yaml_text import YamlMapping, YamlValue, read_yaml
from letterbook.suggestion import did_you_mean

_HEX = re.compile("[0-9A-Fa-f]{6}")
_BRACES = re.compile(r"\{([^{}]*)\}")


class PaperSize(StrEnum):
    """The papers a look may name."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"
    LEGAL = "Legal"


_MILLIMETRES = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A5: (148.0, 210.0),
    PaperSize.LETTER: (215.9, 279.4),
    PaperSize.LEGAL: (215.9, 355.6),
}


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


def load_look(search_path: SearchPath, name: str) -> Look:
    """The look of this name, the user's own before a built-in one.

    Raises WrongUse for an unknown name, with a suggestion, and BadInput for a file that is not right.
    """
    source = search_path.read(Kind.LOOK, name)
    return read_look(source.text, source.file, name)


def read_look(text: str, file: str, name: str) -> Look:
    """The look that `text`, the content of `file`, describes. Raises BadInput with all its faults."""
    values = read_yaml(text, file)
    details = validate(LookDetails, values, file)
    return _Builder(details, values).look(name)


class _Builder:
    """Builds a look from checked details, resolving the names of fonts and colours."""

    def __init__(self, details: LookDetails, values: YamlMapping) -> None:
        self._details = details
        self._values = values
        self._findings: list[Finding] = []

    def look(self, name: str) -> Look:
        details = self._details
        page, margins = details.page, details.page.margins
        width, height = _MILLIMETRES[page.size]
        look = Look(
            name=name,
            about=details.about,
            body_font=self._font("body", "fonts"),
            code_font=self._font("code", "fonts"),
            size=details.size,
            text_colour=self._colour(details.text, "text"),
            list_indent=details.list_indent,
            page=Page(width=width, height=height, **margins.model_dump()),
            styles=tuple(self._style(name, style) for name, style in details.styles.items()),
            table=self._table(details.table),
            header=_running(details.header),
            footer=_running(details.footer),
        )
        if self._findings:
            raise BadInput.from_findings(tuple(self._findings))
        return look

    def _style(self, name: str, style: StyleDetails) -> Style:
        path = ("styles", name)
        lines = tuple(
            Line(line.side, self._colour(line.colour, *path, "lines"), line.width, line.distance)
            for line in style.lines
        )
        plain = style.model_dump(exclude={"font", "colour", "shade", "lines"})
        return Style(
            name=name,
            font=self._font(style.font, *path, "font") if style.font else None,
            colour=self._colour(style.colour, *path, "colour") if style.colour else None,
            shade=self._colour(style.shade, *path, "shade") if style.shade else None,
            lines=lines,
            **plain,
        )

    def _table(self, table: TableDetails) -> TableLook:
        shade = table.heading_shade
        return TableLook(
            heading_shade=self._colour(shade, "table", "heading-shade") if shade else None,
            heading_line=self._colour(table.heading_line, "table", "heading-line"),
            row_line=self._colour(table.row_line, "table", "row-line"),
            padding=table.padding,
        )

    def _font(self, name: str, *path: str) -> Font:
        font = self._details.fonts.get(name)
        if font is None:
            self._unknown("font", name, tuple(self._details.fonts), path)
            return Font(name)
        return Font(font.name, font.kind, font.fallbacks)

    def _colour(self, name: str, *path: str) -> str:
        digits = self._details.colours.get(name, name)
        if _HEX.fullmatch(digits) is None:
            self._unknown("colour", name, tuple(self._details.colours), path)
        return digits.upper()

    def _unknown(self, what: str, name: str, known: tuple[str, ...], path: tuple[str, ...]) -> None:
        hint = did_you_mean(name, known) or f"The file names: {', '.join(known) or 'none'}."
        message = f'There is no {what} "{name}".'
        self._findings.append(Finding(f"unknown-{what}", Severity.ERROR, message, hint, self._place(path)))

    def _place(self, path: tuple[str, ...]) -> Place:
        """Where the value at `path` stands in the file, or the nearest that there is."""
        value: YamlValue = self._values
        for key in path:
            inner = value.get(key) if isinstance(value, YamlMapping) else None
            if inner is None:
                break
            value = inner
        return value.place


def _running(details: RunningDetails) -> Running:
    return Running(first=_running_line(details.first), others=_running_line(details.others))


def _running_line(details: RunningLineDetails) -> RunningLine:
    return RunningLine(details.left, details.centre, details.right)
