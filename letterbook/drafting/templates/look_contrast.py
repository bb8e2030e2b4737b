"""Whether text can be read: the contrast of a look's colours with the grounds they stand on.

The ratio is that of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio): 1 for a colour on
itself, 21 for black on white. Success criterion 1.4.3 asks for at least 4.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from letterbook.drafting.templates.look_styles import chain, is_character_style
from letterbook.look import Look
from letterbook.record import record
from letterbook.writers.word.standard_styles import STANDARD_STYLES

LEAST_CONTRAST = 4.5
PAPER = "FFFFFF"
_HEADING_CELL = "Table Heading"


@record
class Pairing:
    """A style's text on a ground: two colours as six hexadecimal digits, and their ratio.

    `on` says what the ground is: the style whose shade it is, or empty for the paper.
    """

    style: str
    colour: str
    ground: str
    on: str = ""

    @property
    def ratio(self) -> float:
        """The contrast of the two, from 1 to 21."""
        return contrast(self.colour, self.ground)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours given as six hexadecimal digits; their order is no matter."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.1), 0 for black and 1 for white."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairings(look: Look) -> tuple[Pairing, ...]:
    """Every text colour of the look with each ground that it may stand on; inherited ones count.

    A style for words that has no colour of its own takes that of the paragraph, one without a ground
    stands on the paragraph's.
    """
    names = tuple(dict.fromkeys((*(s.name for s in STANDARD_STYLES), *(s.name for s in look.styles))))
    paragraphs = tuple(_paragraph(look, name) for name in names if not is_character_style(name))
    words = (pair for name in names if is_character_style(name) for pair in _words(look, name, paragraphs))
    return tuple(dict.fromkeys((*paragraphs, *words)))


def too_faint(look: Look) -> tuple[Pairing, ...]:
    """The pairings whose contrast is below what can be read by all, one for each style and ground."""
    faint = (pair for pair in pairings(look) if pair.ratio < LEAST_CONTRAST)
    return tuple({(pair.style, pair.colour, pair.ground): pair for pair in faint}.values())


def _paragraph(look: Look, name: str) -> Pairing:
    shade, shaded_by = _shade(look, name)
    if not shade and name == _HEADING_CELL:
        shade, shaded_by = look.table.heading_shade or "", "table"
    return Pairing(name, _colour(look, name) or look.text_colour, shade or PAPER, shaded_by)


def _words(look: Look, name: str, paragraphs: tuple[Pairing, ...]) -> Iterator[Pairing]:
    colour, (shade, _) = _colour(look, name), _shade(look, name)
    if not (colour or shade):
        return
    for paragraph in paragraphs:
        if shade:
            yield Pairing(name, colour or paragraph.colour, shade, name)
        else:
            yield Pairing(name, colour, paragraph.ground, paragraph.on)


def _colour(look: Look, name: str) -> str:
    """The colour that a style or one that it is based on names, or empty."""
    return next((style.colour for style in chain(look, name) if style.colour), "")


def _shade(look: Look, name: str) -> tuple[str, str]:
    """The shade that a style or one that it is based on names, and which of them does."""
    return next(((style.shade, style.name) for style in chain(look, name) if style.shade), ("", ""))
