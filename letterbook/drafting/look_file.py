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
from letterbook.markup.yaml_text import YamlMapping, read_yaml
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
    return _Builder(details, values, file).look(name)


class _Builder:
    """Builds a look from checked details, resolving the names of fonts and colours."""

    def __init__(self, details: LookDetails, values: YamlMapping, file: str) -> None:
        self._details = details
        self._values = values
        self._file = file
        self._findings: list[Finding] = []

    def look(self, name: str) -> Look:
        details = self._details
        body, code = self._font("body"), self._font("code")
        page, margins = details.page, details.page.margins
        width, height = _MILLIMETRES[page.size]
        look = Look(
            name=name,
            about=details.about,
            body_font=body,
            code_font=code,
            size=details.size,
            text_colour=self._colour(details.text) or "000000",
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
        lines = tuple(
            Line(line.side, self._colour(line.colour) or "000000", line.width, line.distance)
            for line in style.lines
        )
        plain = style.model_dump(exclude={"font", "colour", "shade", "lines"})
        return Style(
            name=name,
            font=self._font(style.font) if style.font else None,
            colour=self._colour(style.colour),
            shade=self._colour(style.shade),
            lines=lines,
            **plain,
        )

    def _table(self, table: TableDetails) -> TableLook:
        return TableLook(
            heading_shade=self._colour(table.heading_shade),
            heading_line=self._colour(table.heading_line) or "000000",
            row_line=self._colour(table.row_line) or "000000",
            padding=table.padding,
        )

    def _font(self, name: str) -> Font:
        font = self._details.fonts.get(name)
        if font is None:
            self._unknown("font", name, tuple(self._details.fonts))
            return Font(name)
        return Font(font.name, font.kind, font.fallbacks)

    def _colour(self, name: str | None) -> str | None:
        if name is None:
            return None
        digits = self._details.colours.get(name, name)
        if _HEX.fullmatch(digits) is None:
            self._unknown("colour", name, tuple(self._details.colours))
        return digits.upper()

    def _unknown(self, what: str, name: str, known: tuple[str, ...]) -> None:
        hint = did_you_mean(name, known) or f"The file names: {', '.join(known) or 'none'}."
        value = self._values.get("styles") or self._values
        place = Place(self._file, value.place.line) if value is not self._values else Place(self._file, 1)
        finding = Finding(f"unknown-{what}", Severity.ERROR, f'There is no {what} "{name}".', hint, place)
        if finding not in self._findings:
            self._findings.append(finding)


def _running(details: RunningDetails) -> Running:
    return Running(first=_running_line(details.first), others=_running_line(details.others))


def _running_line(details: RunningLineDetails) -> RunningLine:
    return RunningLine(details.left, details.centre, details.right)
