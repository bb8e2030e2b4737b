from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from letterbook.errors import WrongUse
from letterbook.item import Item, Passage
from letterbook.library.add import add_item, item_from_text, item_from_url, known_item
from letterbook.library.catalogue import read_catalogue
from letterbook.library.workspace import open_workspace

TODAY = date(2024, 2, 3)


@pytest.mark.parametrize(
    ("url", "title", "kind"),
    [
        ("https://example.org/2024/why-grids_fail.html", "Why grids fail", "article"),
        ("https://www.youtube.com/watch?v=abc123", "youtube.com", "video"),
        ("https://arxiv.org/abs/2312.00752", "arxiv.org 2312.00752", "paper"),
        ("https://someone.substack.com/p/long-tides", "Long tides", "article"),
        ("https://example.org/", "example.org", "article"),
        ("https://example.org/caf%C3%A9", "Café", "article"),
    ],
)
def test_an_address_gives_title_and_kind(url: str, title: str, kind: str) -> None:
    assert item_from_url(url, TODAY) == Item(title=title, url=url, kind=kind, added="2024-02-03")


def test_tracking_is_left_out_and_a_given_title_stays() -> None:
    item = item_from_url("https://example.org/a?utm_source=x&id=1", TODAY, title="T", source="S")
    assert (item.url, item.title, item.source) == ("https://example.org/a?id=1", "T", "S")


@pytest.mark.parametrize("url", ["", "example", "ftp://example.org/a", "file:///etc/passwd", "https://"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(WrongUse, match="no web address"):
        item_from_url(url, TODAY)


def test_a_text_gives_title_address_and_commentary() -> None:
    text = "\n# Why grids fail\n\nhttps://example.org/grids\n\nWorth reading.\n\n> A quoted line.\n"
    assert item_from_text(text, TODAY) == Item(
        title="Why grids fail",
        url="https://example.org/grids",
        kind="article",
        added="2024-02-03",
        commentary=(Passage("Worth reading.\n\n> A quoted line."),),
    )


def test_an_address_may_stand_in_a_link_or_a_sentence() -> None:
    linked = item_from_text("[Why grids fail](https://example.org/grids)", TODAY)
    assert (linked.title, linked.url, linked.commentary) == (
        "Why grids fail",
        "https://example.org/grids",
        (),
    )
    said = item_from_text("Grids\nSee (https://example.org/grids).", TODAY)
    assert said.url == "https://example.org/grids"
    assert said.commentary == (Passage("See (https://example.org/grids)."),)


def test_an_address_on_the_first_line_is_no_title() -> None:
    item = item_from_text("https://example.org/grids\nWhy grids fail\n", TODAY)
    assert (item.title, item.url, item.commentary) == ("Why grids fail", "https://example.org/grids", ())
    assert item_from_text("https://example.org/why-grids", TODAY).title == "Why grids"


def test_a_text_without_an_address_is_an_item_too() -> None:
    assert item_from_text("A thought", TODAY) == Item(title="A thought", added="2024-02-03")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(WrongUse, match="no text"):
        item_from_text(" \n", TODAY)


def test_an_item_is_written_once(tmp_path: Path) -> None:
    (tmp_path / "letterbook.yaml").touch()
    workspace = open_workspace(tmp_path)
    first = add_item(workspace, read_catalogue(workspace), item_from_url("https://example.org/grids", TODAY))
    assert (first.known, first.item.path) == (False, "items/Grids.md")
    again = item_from_url("http://www.example.org/grids/?utm_source=x", TODAY, title="Other")
    second = add_item(workspace, read_catalogue(workspace), again)
    assert (second.known, second.item.path) == (True, "items/Grids.md")
    assert [path.name for path in workspace.items_folder.iterdir()] == ["Grids.md"]


def test_another_page_of_the_same_title_gets_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "letterbook.yaml").touch()
    workspace = open_workspace(tmp_path)
    (workspace.items_folder).mkdir()
    (workspace.items_folder / "Grids.md").write_text("---\ntitle: a\ntitle: b\n---\n")
    added = add_item(workspace, read_catalogue(workspace), item_from_url("https://example.org/grids", TODAY))
    assert added.item.name == "Grids 2"
    assert known_item(read_catalogue(workspace).items, "https://example.org/grids") is not None
