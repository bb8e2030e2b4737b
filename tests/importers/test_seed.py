"""The real export: a podcast, five snips, flattened to one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.importers import read_path
from letterbook.item import HighlightKind, Item


@pytest.fixture(scope="module")
def item(seeds: Path) -> Item:
    (imported,) = read_path(seeds / "readwise-snipd-export.txt")
    assert imported.unknown == ()
    (item,) = imported.items
    return item


def test_it_is_one_podcast_with_title_show_and_link(item: Item) -> None:
    assert item.kind == "podcast"
    assert item.title.startswith("Scaling LLMs")
    assert item.title.endswith("at Cohere")
    assert item.source.startswith("Gradient Dissent")
    assert item.authors == ()
    assert item.url.startswith("https://share.snipd.com/episode/1ffdc463")
    assert item.ids == (f"snipd:{item.url.rpartition('/')[2]}",)
    assert item.unread == ""


def test_it_has_five_complete_highlights(item: Item) -> None:
    assert [highlight.place for highlight in item.highlights] == [
        *("0:08:30", "0:13:56", "0:23:40", "0:36:08", "0:42:24")
    ]
    for highlight in item.highlights:
        assert highlight.kind is HighlightKind.TRANSCRIPT
        assert highlight.title
        assert highlight.takeaways
        assert not highlight.text
        assert highlight.url.startswith("https://share.snipd.com/snip/")
        assert {turn.speaker for turn in highlight.transcript} <= {"Speaker 1", "Speaker 2"}
        assert all(turn.text for turn in highlight.transcript)


def test_takeaways_and_turns_are_counted_right(item: Item) -> None:
    assert [len(highlight.takeaways) for highlight in item.highlights] == [4, 3, 4, 3, 3]
    assert [len(highlight.transcript) for highlight in item.highlights] == [1, 3, 2, 2, 1]


def test_anchors_come_from_the_snips(item: Item) -> None:
    assert [highlight.anchor for highlight in item.highlights] == [
        *("h7744c4e1", "h9f557ef5", "h73af194c", "hff9f96d2", "hb31efd24")
    ]
