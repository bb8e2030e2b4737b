"""What a chart prints, as a sheet: its titles, and the numbers beside its columns and lines."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.record import record
from letterbook.writers.word.namespaces import DRAWING
from letterbook.writers.word.opened.xml_part import Element

_PARAGRAPH, _TEXT, _BREAK = f"{DRAWING} p", f"{DRAWING} t", f"{DRAWING} br"


@record
class ChartSeries:
    """A series of a chart: its name, and by category what is printed there, empty where nothing is."""

    name: str
    shown: tuple[str, ...]


@record
class ChartSheet:
    """The words and numbers of a chart; `unlabelled` are the values that it draws without printing them."""

    titles: tuple[str, ...]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unlabelled: int = 0


def drawn_paragraphs(*elements: Element) -> Iterator[str]:
    """The text of each paragraph of a drawing in some elements, those without text left out."""
    for element in elements:
        for paragraph in element.all(_PARAGRAPH):
            said = "".join(
                "\n" if each.name == _BREAK else each.text for each in paragraph.all(_TEXT, _BREAK)
            )
            if said.strip():
                yield said


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a full name, its first child of the next, and so on."""
    for name in names:
        element = next((each for each in element.children if each.name == name), None) if element else None
    return element
