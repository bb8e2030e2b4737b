from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.item import Highlight
from letterbook.library.items.highlight_edits import HighlightEdits
from letterbook.library.items.item_file import read_item

NAME = "The garden of forking clocks.md"
EXAMPLE = (Path(__file__).parents[2] / "data" / "library" / NAME).read_text("utf-8")
PATH = f"items/{NAME}"


def with_highlight(text: str, highlight: Highlight, after: int | None) -> str:
    edits = HighlightEdits(text, read_item(text, PATH).layout)
    edits.add(highlight, after)
    return edits.apply()


def anchors(text: str) -> list[str]:
    return [highlight.anchor for highlight in read_item(text, PATH).item.highlights]


@pytest.mark.parametrize("after", [None, 0, 1])
def test_a_highlight_is_added_where_it_is_asked_for(after: int | None) -> None:
    changed = with_highlight(EXAMPLE, Highlight(anchor="h5", title="New", text="Said now."), after)
    expected = anchors(EXAMPLE)
    expected.insert(0 if after is None else after + 1, "h5")
    assert anchors(changed) == expected


def test_nothing_goes_when_a_highlight_is_added() -> None:
    changed = with_highlight(EXAMPLE, Highlight(anchor="h5", text="Said now."), 0)
    lines = changed.split("\n")
    assert [line for line in EXAMPLE.split("\n") if line not in lines] == []


def test_the_first_highlight_makes_the_region() -> None:
    changed = with_highlight("---\ntitle: x\n---\nMine.", Highlight(anchor="h1", text="A\n## B"), None)
    assert (
        changed == "---\ntitle: x\n---\nMine.\n\n## Highlights\n\n### —\n\n> [!quote]\n> A\n> ## B\n\n^h1\n"
    )
