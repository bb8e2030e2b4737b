"""What charts are drawn with: a style, and the knowledge of how wide its letters are."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.charts.shapes import Measure, Side, Words, wrapped
from letterbook.charts.style import ChartStyle
from letterbook.record import record

LEADING = 1.25
"""The distance of two lines of a text, as a multiple of its size."""
_HALF_A_LETTER = 0.35


@record
class Pen:
    """A style and the measure of its fonts."""

    style: ChartStyle
    measure: Measure

    @property
    def size(self) -> float:
        """The size of ordinary letters."""
        return self.style.size

    def width(self, text: str, *, bold: bool = False) -> float:
        """How wide a text of ordinary size is."""
        return self.measure(text, self.size, bold=bold) if text else 0.0

    def wrapped(self, text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """A text of ordinary size in lines of at most `width`."""
        return wrapped(text, width, self.size, self.measure, bold=bold)

    def height(self, lines: Sequence[str]) -> float:
        """How high lines of ordinary size are."""
        return len(lines) * self.size * LEADING

    def words(  # noqa: PLR0913 - each says one thing of a text
        self,
        x: float,
        middle: float,
        text: str,
        *,
        colour: str = "",
        side: Side = Side.LEFT,
        bold: bool = False,
    ) -> Words:
        """A line of ordinary size whose letters have their middle at the y `middle`."""
        return Words(
            x=x,
            y=middle + self.size * _HALF_A_LETTER,
            text=text,
            size=self.size,
            colour=colour or self.style.ink,
            side=side,
            bold=bold,
        )
