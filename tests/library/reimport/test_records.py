from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from letterbook.errors import BadInput
from letterbook.item import Highlight, Item, Passage, Turn
from letterbook.library.reimport.records import ImportRecord, read_record, record_names, render_record

ONE = Highlight(
    anchor="h1",
    title="One",
    text="Clocks “argue”.",
    transcript=(Turn("Ines", "Clocks!"),),
    takeaways=("They argue.",),
    tags=("a",),
    favourite=True,
    ids=("readwise:1",),
)
TWO = Highlight(anchor="h2", text="Oil.", ids=("readwise:2",))
ITEM = Item(title="Slow", source="Weekly", authors=("Ines",), ids=("readwise:9",), highlights=(ONE, TWO))


def stored(folder: Path, record: ImportRecord) -> ImportRecord:
    record.path.write_bytes(render_record(record))
    return read_record(record.path)


def test_a_record_is_read_back(tmp_path: Path) -> None:
    record = ImportRecord(tmp_path / "x.json", ITEM, ("h2",))
    assert stored(tmp_path, record) == record


def test_a_record_holds_nothing_of_the_person(tmp_path: Path) -> None:
    mine = replace(ITEM, themes=("t",), via="v", teaser="t", added="2031", commentary=(Passage("Mine."),))
    assert stored(tmp_path, ImportRecord(tmp_path / "x.json", mine)).item == ITEM


def test_a_record_is_one_line_a_value_in_a_fixed_order(tmp_path: Path) -> None:
    lines = render_record(ImportRecord(tmp_path / "x.json", ITEM)).decode().split("\n")
    assert ' "source": "Weekly",' in lines
    assert any("Clocks “argue”." in line for line in lines)
    assert lines[-1] == ""


@pytest.mark.parametrize(
    ("item", "names"),
    [
        (Item(title="x", ids=("readwise:9", "snipd:ab-1")), ["readwise-9", "snipd-ab-1", "title-"]),
        (Item(title="x", url="https://example.org"), ["url-", "title-"]),
        (Item(title="x", ids=("../../etc:passwd",)), ["id-", "title-"]),
        (Item(title="x", ids=("asin:B00ABC",)), ["id-", "title-"]),
    ],
)
def test_a_record_is_named_by_what_identifies_the_item(item: Item, names: list[str]) -> None:
    for name, beginning in zip(record_names(item), names, strict=True):
        assert name.startswith(beginning)
        assert "/" not in name
        assert name == name.lower()


def test_one_page_has_one_record_whatever_its_address_looks_like() -> None:
    one = record_names(Item(title="x", url="http://www.example.org/a/?utm_source=y"))
    assert one == record_names(Item(title="x", url="https://example.org/a"))


def test_what_is_not_said_any_more_stays_known(tmp_path: Path) -> None:
    record = ImportRecord(tmp_path / "x.json", ITEM)
    said = replace(ITEM, title="New", source="", authors=(), highlights=(replace(TWO, text="Oil!"),))
    after = record.updated(said, ("h1",))
    assert after.gone == ("h1",)
    assert after.item == replace(ITEM, title="New", highlights=(replace(TWO, text="Oil!"), ONE))


def test_saying_the_same_again_is_noticed(tmp_path: Path) -> None:
    record = ImportRecord(tmp_path / "x.json", ITEM)
    assert record.says(replace(ITEM, themes=("mine",)))
    assert not record.says(replace(ITEM, highlights=(ONE,)))
    assert not ImportRecord(tmp_path / "x.json").says(ITEM)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1]",
        "{",
        '{"highlights": 3}',
        '{"highlights": [{"transcript": [[1]]}]}',
        '{"ids": 4}',
        "[" * 100_000,
    ],
)
def test_a_damaged_record_is_bad_input(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, "utf-8")
    with pytest.raises(BadInput, match="damaged") as caught:
        read_record(path)
    assert str(caught.value.place) == str(path)
