"""The YAML file of a look, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.look_details import (
    LookDetails,
    PaperSize,
    RunningDetails,
    RunningLineDetails,
    StyleDetails,
    TableDetails,
)
from letterbook.drafting.templates.look_styles import wrong_base, wrong_names
from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.look import Font, Line, Logo, Look, Page, Running, RunningField, RunningLine, Style, TableLook
from letterbook.markup.validation import validate
from letterbook.markup.yaml_text import YamlMapping, YamlValue, read_yaml
from letterbook.suggestion import did_you_mean

_HEX = re.compile("[0-9A-Fa-f]{6}")
_MILLIMETRES = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A5: (148.0, 210.0),
    PaperSize.LETTER: (215.9, 279.4),
    PaperSize.LEGAL: (215.9, 355.6),
}


def load_look(search_path: SearchPath, name: str) -> Look:
    """The look of this name, the user's own before a built-in one; its logo is yet to be found.

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
            logo=self._logo(),
        )
        self._check_styles(look)
        self._check_logo(look)
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

    def _logo(self) -> Logo | None:
        logo = self._details.logo
        place = place_in(self._values, ("logo", "file"))
        return Logo(logo.file, logo.width, logo.alt, place) if logo else None

    def _check_styles(self, look: Look) -> None:
        styles = {style.name: style for style in look.styles}
        for name, message in wrong_names(styles):
            place = place_in(self._values, ("styles", name))
            self._findings.append(Finding("style-name", Severity.ERROR, message, place=place))
        for name in styles:
            message, hint = wrong_base(name, styles)
            if message:
                place = place_in(self._values, ("styles", name, "based-on"))
                self._findings.append(Finding("style-base", Severity.ERROR, message, hint, place))

    def _check_logo(self, look: Look) -> None:
        for path, text in running_texts(look):
            if f"{{{RunningField.LOGO}}}" in text and look.logo is None:
                message, hint = "There is no logo for {logo}.", "Add `logo: {file: …, alt: …}`."
                place = place_in(self._values, path)
                self._findings.append(Finding("logo-missing", Severity.ERROR, message, hint, place))

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
        self._findings.append(
            Finding(f"unknown-{what}", Severity.ERROR, message, hint, place_in(self._values, path))
        )


def place_in(values: YamlMapping, path: tuple[str, ...]) -> Place:
    """Where the value at `path` stands in a file, or the nearest that there is."""
    value: YamlValue = values
    for key in path:
        inner = value.get(key) if isinstance(value, YamlMapping) else None
        if inner is None:
            break
        value = inner
    return value.place


def running_texts(look: Look) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts of headers and footers, in any of which the logo may stand, and where the file has each."""
    for kind, running in (("header", look.header), ("footer", look.footer)):
        for pages, line in (("first", running.first), ("others", running.others)):
            for side in ("left", "centre", "right"):
                yield (kind, pages, side), getattr(line, side)


def _running(details: RunningDetails) -> Running:
    return Running(first=_running_line(details.first), others=_running_line(details.others))


def _running_line(details: RunningLineDetails) -> RunningLine:
    return RunningLine(details.left, details.centre, details.right)
