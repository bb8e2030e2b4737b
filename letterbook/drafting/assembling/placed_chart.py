"""Charts in their places: which picture of a draft is drawn from which figures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from letterbook.draft import Block, Picture
from letterbook.finding import Place
from letterbook.markup.tree import iter_blocks
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.charts.chart import Chart


@record
class PlacedChart:
    """A chart of the kind `name` that a section called at `place` puts there.

    `source` is the path of its SVG from the workspace; its PNG lies beside it.
    """

    name: str
    source: str
    chart: Chart
    place: Place

    @property
    def png(self) -> str:
        """The path of its PNG."""
        return str(PurePosixPath(self.source).with_suffix(".png"))


def charts_in(blocks: Iterable[Block], placed: Iterable[PlacedChart]) -> tuple[PlacedChart, ...]:
    """Those of the charts whose pictures stand in `blocks`."""
    sources = {block.image.source for block in iter_blocks(blocks) if isinstance(block, Picture)}
    return tuple(each for each in placed if each.source in sources)
