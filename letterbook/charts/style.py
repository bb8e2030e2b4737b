"""How charts look in a draft of a certain look: its fonts, its sizes, and tones made from its colours.

The tones of areas are steps of luminance, so that they stay apart in grey and for those who see colours
otherwise. WCAG 2.1, success criterion 1.4.11, asks for a contrast of 3 to 1 between what must be seen and
its ground: the lightest tone, which has less, is drawn with an outline.
"""

from __future__ import annotations

from letterbook.look import Align, Font, Look, Style
from letterbook.record import named_record

_POINTS_PER_MILLIMETRE = 72 / 25.4
_WIDEST = 165 * _POINTS_PER_MILLIMETRE
_NARROWEST = 70 * _POINTS_PER_MILLIMETRE
_SMALLEST, _LARGEST = 8.0, 10.0
_DARK, _MIDDLE, _LIGHT = 0.07, 0.29, 0.7
"""Relative luminances: 5 to 1 and 3 to 1 on white; each step at least 2 to 1."""
_BLACKEST = 1e-6
_TABLE_TEXT = "Table Text"
_ACCENTS = ("Table Heading", "Heading 2", "Heading 1", "Title")


@named_record
class ChartStyle:
    """Fonts by name in the order in which they are tried, lengths in points, colours as hexadecimal digits.

    `ink` is for text and outlines, `hairline` for what only guides the eye. `dark`, `middle` and `light`
    are the tones of areas.
    """

    fonts: tuple[Font, ...]
    size: float
    width: float
    ink: str
    faint: str
    hairline: str
    dark: str
    middle: str
    light: str

    @property
    def title_size(self) -> float:
        """The size of a chart's title."""
        return self.size + 1.5


def chart_style(look: Look) -> ChartStyle:
    """The style of charts in a look: they are set like its tables, as wide as its text."""
    size = _inherited(look, _TABLE_TEXT, "size") or look.size
    page = look.page
    width = (page.width - page.left - page.right) * _POINTS_PER_MILLIMETRE
    accent = _accent(look)
    font = _inherited(look, _TABLE_TEXT, "font")
    fonts = (font if isinstance(font, Font) else look.body_font, look.body_font)
    faint = _inherited(look, "Caption", "colour") or look.text_colour
    return ChartStyle(
        fonts=tuple(dict.fromkeys(fonts)),
        size=min(max(float(str(size)) - 1, _SMALLEST), _LARGEST),
        width=min(max(width, _NARROWEST), _WIDEST),
        ink=look.text_colour,
        faint=str(faint),
        hairline=look.table.row_line,
        dark=_darkened(accent),
        middle=_mixed(accent, _MIDDLE),
        light=_mixed(accent, _LIGHT),
    )


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.1), 0 for black and 1 for white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _accent(look: Look) -> str:
    """The first colour of a heading that is not that of the text, else that of the text."""
    named = (_inherited(look, name, "colour") for name in _ACCENTS)
    return next((str(colour) for colour in named if colour and colour != look.text_colour), look.text_colour)


def _inherited(look: Look, name: str, what: str) -> Font | Align | float | str | None:
    """What a style says, or one that it is based on; None where the look leaves it open."""
    styles: dict[str, Style] = {style.name: style for style in look.styles}
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        said: Font | Align | float | str | None = getattr(styles[name], what)
        if said is not None:
            return said
        name = styles[name].based_on
    return None


def _linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _colour(linear: tuple[float, ...]) -> str:
    parts = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in linear)
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)


def _darkened(colour: str) -> str:
    """The colour, not lighter than the dark tone."""
    light = luminance(colour)
    if light <= _DARK:
        return colour
    return _colour(tuple(part * _DARK / light for part in _linear(colour)))


def _mixed(colour: str, wanted: float) -> str:
    """A tone of the colour with the luminance that is wanted, neither as vivid as light nor as dull as ashes.

    It lies halfway between the colour made brighter and the colour with white in it.
    """
    light, linear = luminance(colour), _linear(colour)
    if light > wanted:
        return _colour(tuple(part * wanted / light for part in linear))
    brightest = max(*linear, _BLACKEST)
    bright = tuple(part / brightest * min(1.0, wanted * brightest / max(light, _BLACKEST)) for part in linear)
    vivid, pale = _whitened(bright, wanted), _whitened(linear, wanted)
    return _colour(tuple((one + other) / 2 for one, other in zip(vivid, pale, strict=True)))


def _whitened(linear: tuple[float, ...], wanted: float) -> tuple[float, ...]:
    red, green, blue = linear
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    share = max(wanted - light, 0) / (1 - light)
    return tuple(part + share * (1 - part) for part in linear)
