"""Sheets drawn with matplotlib, as SVG and PNG. The only module that imports it.

Every drawing has a figure of its own and the settings of matplotlib's own defaults, whatever a person has
set elsewhere; what would differ from run to run (dates, versions, random names) is left out. Letters are
drawn as paths in the SVG, because whoever opens it may not have the fonts.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle as Patch
from matplotlib.textpath import text_to_path

from letterbook.charts.shapes import Polyline, Rectangle, Shape, Sheet, Words
from letterbook.look import Font, FontKind

_INCH = 72
_PNG_DENSITY = 220
_BUNDLED = {
    FontKind.SERIF: "DejaVu Serif",
    FontKind.SANS: "DejaVu Sans",
    FontKind.MONO: "DejaVu Sans Mono",
}
_LAST = "DejaVu Sans"
_SETTINGS = {
    key: value for key, value in mpl.rcParamsDefault.items() if not key.startswith(("backend", "_internal"))
} | {"svg.hashsalt": "letterbook", "svg.fonttype": "path", "path.simplify": False, "text.usetex": False}
_NO_SVG_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_NO_PNG_METADATA = {"Software": None}
_OUTLINE = 0.7


class Letters:
    """The fonts of a drawing: the first that are installed, then those that come with matplotlib."""

    def __init__(self, fonts: Sequence[Font]) -> None:
        self._families = _installed(tuple(fonts))

    def measure(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of `text` in points."""
        with _own_settings():
            width, _, _ = text_to_path.get_text_width_height_descent(text, self.font(size, bold=bold), False)
        return float(width)

    def font(self, size: float, *, bold: bool) -> FontProperties:
        """The font of a text; for a letter that the first family lacks the next one is used."""
        return FontProperties(family=list(self._families), size=size, weight="bold" if bold else "normal")

    def missing(self, text: str) -> str:
        """The characters of `text` that none of the fonts has, each once."""
        known = {code for family in self._families for code in _characters(family)}
        return "".join(dict.fromkeys(sign for sign in text if ord(sign) not in known and not sign.isspace()))


def svg_of(sheet: Sheet, letters: Letters) -> bytes:
    """The sheet as SVG: the same bytes for the same sheet and fonts."""
    with _own_settings():
        return _written(_figure(sheet, letters), "svg", _NO_SVG_METADATA)


def png_of(sheet: Sheet, letters: Letters) -> bytes:
    """The sheet as PNG of 220 dots to the inch: the same bytes for the same sheet and fonts."""
    with _own_settings():
        return _written(_figure(sheet, letters), "png", _NO_PNG_METADATA)


@contextmanager
def _own_settings() -> Iterator[None]:
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        # A letter that no font has is drawn as a box; `Letters.missing` tells.
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        yield


def _written(figure: Figure, ending: str, metadata: Mapping[str, str | None]) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format=ending, metadata=dict(metadata))
    return stream.getvalue()


def _figure(sheet: Sheet, letters: Letters) -> Figure:
    """The sheet with one unit to the point and y downwards, as SVG has it."""
    size = sheet.width / _INCH, sheet.height / _INCH
    figure = Figure(figsize=size, dpi=_PNG_DENSITY, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    axes.set_axis_off()
    for order, shape in enumerate(sheet.shapes):
        _add(axes, shape, order, letters)
    return figure


def _add(axes: Axes, shape: Shape, order: int, letters: Letters) -> None:
    match shape:
        case Rectangle():
            _add_rectangle(axes, shape, order)
        case Polyline():
            xs, ys = zip(*shape.points, strict=True)
            line = Line2D(xs, ys, color=f"#{shape.colour}", linewidth=shape.width, zorder=order)
            line.set_solid_capstyle("butt")
            line.set_solid_joinstyle("round")
            if shape.dashes:
                line.set_dashes([length / shape.width for length in shape.dashes])
            axes.add_line(line)
        case Words():
            axes.text(
                shape.x,
                shape.y,
                shape.text,
                color=f"#{shape.colour}",
                fontproperties=letters.font(shape.size, bold=shape.bold),
                ha=shape.side.value,
                va="baseline",
                zorder=order,
                parse_math=False,
            )


def _add_rectangle(axes: Axes, shape: Rectangle, order: int) -> None:
    """An area whose outline is drawn within it, so that it is no larger than one without."""
    inset = _OUTLINE / 2 if shape.outline else 0
    patch = Patch(
        (shape.x + inset, shape.y + inset),
        max(shape.width - 2 * inset, 0),
        max(shape.height - 2 * inset, 0),
        facecolor=f"#{shape.fill}",
        edgecolor=f"#{shape.outline}" if shape.outline else "none",
        linewidth=_OUTLINE if shape.outline else 0,
        zorder=order,
    )
    axes.add_patch(patch)


@lru_cache(maxsize=16)
def _installed(fonts: tuple[Font, ...]) -> tuple[str, ...]:
    """The families that are there: of each font the first of its names, and those that always are."""
    found = []
    for font in fonts:
        found += [name for name in (font.name, *font.fallbacks) if _is_there(name)][:1]
    bundled = [_BUNDLED[font.kind] for font in fonts]
    return tuple(dict.fromkeys((*found, *bundled, _LAST)))


def _is_there(family: str) -> bool:
    try:
        findfont(FontProperties(family=[family]), fallback_to_default=False)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=16)
def _characters(family: str) -> frozenset[int]:
    return frozenset(FT2Font(findfont(FontProperties(family=[family]))).get_charmap())
