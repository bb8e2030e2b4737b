from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience, Highlight, Item, Passage, Turn
from letterbook.library.index import (
    INDEX_FILE,
    Entry,
    Stamp,
    decode,
    delete_index,
    encode,
    load_index,
    update_index,
)

ITEM = Item(
    title="Offshore “wind”",
    name="Offshore",
    path="items/Offshore.md",
    authors=("Ada", "Bo"),
    audience=Audience.FIRM,
    commentary=(Passage("Words.", 9),),
    highlights=(
        Highlight(anchor="a", transcript=(Turn("Ada", "Hm."),), favourite=True, ids=("snipd:1",), line=12),
    ),
)
NOTE = Finding("title-rescued", Severity.NOTE, "Taken whole.", "Quote it.", Place("items/Offshore.md", 2, 8))
ENTRY = Entry(ITEM, (NOTE, Finding("no-place", Severity.ERROR, "Somewhere.")))
STAMP = Stamp(1_700_000_000_123_456_789, 321)


def indexed_in(folder: Path) -> dict[str, Entry | None]:
    return {path: indexed.entry() for path, indexed in load_index(folder, "1").items()}


def test_entries_come_back_as_they_were(tmp_path: Path) -> None:
    update_index(tmp_path, "1", {"a.md": (STAMP, ENTRY), "b.md": (STAMP, Entry(ITEM, (NOTE,)))}, ())
    assert indexed_in(tmp_path) == {"a.md": ENTRY, "b.md": Entry(ITEM, (NOTE,))}
    assert load_index(tmp_path, "1")["a.md"].stamp == STAMP


def test_entries_are_replaced_and_forgotten(tmp_path: Path) -> None:
    update_index(tmp_path, "1", {"a.md": (STAMP, ENTRY), "b.md": (STAMP, ENTRY)}, ())
    update_index(tmp_path, "1", {"a.md": (STAMP, Entry(ITEM))}, ["b.md"])
    assert indexed_in(tmp_path) == {"a.md": Entry(ITEM)}


def test_another_reader_starts_anew(tmp_path: Path) -> None:
    update_index(tmp_path, "0", {"a.md": (STAMP, ENTRY)}, ())
    assert load_index(tmp_path, "1") == {}
    update_index(tmp_path, "1", {"b.md": (STAMP, ENTRY)}, ())
    assert indexed_in(tmp_path) == {"b.md": ENTRY}


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / INDEX_FILE).write_bytes(damage)
    assert load_index(tmp_path, "1") == {}
    update_index(tmp_path, "1", {"a.md": (STAMP, ENTRY)}, ())
    assert indexed_in(tmp_path) == {"a.md": ENTRY}


def test_a_damaged_entry_is_none(tmp_path: Path) -> None:
    update_index(tmp_path, "1", {"a.md": (STAMP, ENTRY)}, ())
    indexed = load_index(tmp_path, "1")["a.md"]
    for encoded in ("", "[]", "[[1], []]", '[{"title": 1}, []]', "[null, []]"):
        assert type(indexed)(STAMP, encoded).entry() is None


def test_a_deleted_index_is_empty(tmp_path: Path) -> None:
    update_index(tmp_path, "1", {"a.md": (STAMP, ENTRY)}, ())
    delete_index(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert load_index(tmp_path, "1") == {}


def test_a_folder_that_cannot_be_made_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    update_index(tmp_path / "file", "1", {"a.md": (STAMP, ENTRY)}, ())
    assert load_index(tmp_path / "file", "1") == {}


ITEMS = st.builds(
    Item,
    title=st.text(),
    authors=st.lists(st.text(), max_size=3).map(tuple),
    commentary=st.lists(st.builds(Passage, st.text(), st.integers(0, 99)), max_size=2).map(tuple),
    highlights=st.lists(
        st.builds(
            Highlight, anchor=st.text(), transcript=st.lists(st.builds(Turn, st.text(), st.text())).map(tuple)
        ),
        max_size=2,
    ).map(tuple),
)


@given(ITEMS)
@settings(max_examples=60, deadline=None)
def test_any_item_survives_encoding(item: Item) -> None:
    assert decode(encode(Entry(item))) == Entry(item)
