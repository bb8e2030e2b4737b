"""Imports into a workspace: what is written, what is left alone, and what a crash may cost (nothing)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from letterbook.errors import LetterbookError
from letterbook.item import Audience, Highlight, Item
from letterbook.library.items.item_file import read_item
from letterbook.library.reimport.import_report import ImportReport, Status
from letterbook.library.reimport.receive import receive
from letterbook.library.workspace import Workspace, open_workspace

TODAY = date(2031, 5, 1)
ONE = Highlight(anchor="h1", title="One", text="Clocks are arguments.", ids=("readwise:1",))
TWO = Highlight(anchor="h2", text="Oil first, then regret.", ids=("readwise:2",))
SLOW = Item(
    title="Slow hours?",
    source="Marlow Weekly",
    url="https://example.org/slow?utm_source=x",
    ids=("readwise:9",),
    highlights=(ONE, TWO),
)
PLAIN = Item(title="Plain", highlights=(Highlight(anchor="h9", text="No id, no address."),))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "letterbook.yaml").write_text("author: Odile\n", "utf-8")
    return open_workspace(tmp_path)


def bring(workspace: Workspace, *items: Item, restore: bool = False) -> ImportReport:
    return receive(workspace, items, restore=restore, today=TODAY)


def statuses(report: ImportReport) -> list[tuple[str, str]]:
    return [(item.name, item.status.value) for item in report.items]


def tree(workspace: Workspace) -> dict[str, bytes]:
    files = (path for path in workspace.root.rglob("*") if path.is_file())
    return {
        name: path.read_bytes()
        for path in files
        if not (name := path.relative_to(workspace.root).as_posix()).startswith(".letterbook/")
    }


def edit(workspace: Workspace, name: str, old: str, new: str) -> None:
    path = workspace.items_folder / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def item(workspace: Workspace, name: str) -> Item:
    path = workspace.items_folder / name
    return read_item(path.read_text("utf-8"), f"items/{name}").item


def test_a_new_item_becomes_a_file_with_todays_date(workspace: Workspace) -> None:
    report = bring(workspace, SLOW)
    assert (report.new, report.changed, report.unchanged) == (1, 0, 0)
    assert statuses(report) == [("Slow hours", "new")]
    assert report.items[0].path == "items/Slow hours.md"
    written = item(workspace, "Slow hours.md")
    assert written == replace(SLOW, name="Slow hours", path="items/Slow hours.md", added="2031-05-01")


def test_the_record_holds_what_the_source_said(workspace: Workspace) -> None:
    bring(workspace, replace(SLOW, themes=("mine",), added="2030-01-01"))
    record = json.loads((workspace.records_folder / "imports" / "readwise-9.json").read_text("utf-8"))
    assert record["title"] == "Slow hours?"
    assert [each["anchor"] for each in record["highlights"]] == ["h1", "h2"]
    assert "themes" not in record
    assert "added" not in record


def test_the_second_import_touches_nothing(workspace: Workspace) -> None:
    bring(workspace, SLOW, PLAIN)
    times = {path: path.stat().st_mtime_ns for path in workspace.root.rglob("*.*") if path.is_file()}
    before = tree(workspace)
    report = bring(workspace, SLOW, PLAIN)
    assert report.unchanged == 2
    assert tree(workspace) == before
    assert all(path.stat().st_mtime_ns == time for path, time in times.items())


def test_two_items_of_one_title_get_two_names(workspace: Workspace) -> None:
    other = replace(SLOW, url="https://example.org/other", ids=("readwise:10",), highlights=())
    report = bring(workspace, SLOW, other)
    assert statuses(report) == [("Slow hours", "new"), ("Slow hours 2", "new")]
    assert bring(workspace, SLOW, other).unchanged == 2


def test_an_edition_of_the_same_name_is_not_shadowed(workspace: Workspace) -> None:
    workspace.editions_folder.mkdir()
    (workspace.editions_folder / "slow hours.md").write_text("", "utf-8")
    assert statuses(bring(workspace, SLOW)) == [("Slow hours 2", "new")]


@pytest.mark.parametrize(
    "again",
    [
        replace(SLOW, title="Renamed", url=""),
        replace(SLOW, title="Renamed", ids=()),
        replace(SLOW, title="Renamed", ids=(), url="http://www.example.org/slow/#part"),
        replace(SLOW, ids=(), url=""),
    ],
)
def test_an_item_is_found_by_id_then_address_then_source_and_title(workspace: Workspace, again: Item) -> None:
    bring(workspace, SLOW)
    (workspace.items_folder / "Slow hours.md").rename(workspace.items_folder / "My own name.md")
    report = bring(workspace, again)
    assert [each.path for each in report.items] == ["items/My own name.md"]
    assert report.new == 0


def test_one_title_with_two_addresses_is_two_items(workspace: Workspace) -> None:
    one = replace(SLOW, ids=(), highlights=())
    report = bring(workspace, one, replace(one, url="https://example.org/next"))
    assert report.new == 2


def test_two_items_that_quote_the_same_sentence_stay_two(workspace: Workspace) -> None:
    quoted = Highlight(anchor="h0000aaaa", text="The same sentence.", ids=("reader:1",))
    quoted_too = Highlight(anchor="h0000aaaa", text="The same sentence.", ids=("reader:2",))
    one = Item(title="One", url="https://a.example/1", highlights=(quoted,))
    other = Item(title="Other", url="https://a.example/2", highlights=(quoted_too,))
    assert statuses(bring(workspace, one, other)) == [("One", "new"), ("Other", "new")]


def test_two_exports_of_one_item_in_one_run_are_one_file(workspace: Workspace) -> None:
    report = bring(workspace, replace(SLOW, highlights=(ONE,)), replace(SLOW, highlights=(ONE, TWO)))
    assert statuses(report) == [("Slow hours", "new")]
    assert item(workspace, "Slow hours.md").highlights == (ONE, TWO)


def test_what_the_person_wrote_survives_what_the_source_changed(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    edit(workspace, "Slow hours.md", "themes: []", "themes: [time]\nmy_rating: 5")
    edit(workspace, "Slow hours.md", "Clocks are arguments.", "Clocks are quarrels.")
    edit(workspace, "Slow hours.md", "## Highlights", "My commentary.\n\n## Highlights\n\nmine too")
    changed = replace(SLOW, source="Marlow Monthly", highlights=(replace(ONE, text="Clocks debate."), TWO))
    report = bring(workspace, changed)
    text = (workspace.items_folder / "Slow hours.md").read_text("utf-8")
    assert all(
        words in text
        for words in ("themes: [time]", "my_rating: 5", "My commentary.", "mine too", "quarrels", "Monthly")
    )
    assert [(kept.path, kept.field, kept.anchor) for kept in report.kept_yours] == [
        ("items/Slow hours.md", "quote", "h1")
    ]
    assert bring(workspace, changed).kept_yours == ()


def test_an_item_that_the_person_deleted_stays_away_unless_restored(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    (workspace.items_folder / "Slow hours.md").unlink()
    assert statuses(bring(workspace, SLOW)) == [("Slow hours?", "deleted")]
    assert not list(workspace.items_folder.glob("*.md"))
    assert statuses(bring(workspace, SLOW, restore=True)) == [("Slow hours", "new")]


def test_a_highlight_that_the_person_deleted_stays_away_unless_restored(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    path = workspace.items_folder / "Slow hours.md"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("### One")] + text[text.index("### —") :], "utf-8")
    three = Highlight(anchor="h3", text="New.", ids=("readwise:3",))
    report = bring(workspace, replace(SLOW, highlights=(ONE, TWO, three)))
    assert report.away == 1
    assert item(workspace, "Slow hours.md").highlights == (TWO, three)
    bring(workspace, SLOW, restore=True)
    assert ONE in item(workspace, "Slow hours.md").highlights


def test_a_highlight_that_is_gone_stays_and_is_told_once(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    without = replace(SLOW, highlights=(TWO,))
    assert [finding.id for finding in bring(workspace, without).findings] == ["highlight-gone"]
    assert item(workspace, "Slow hours.md").highlights == (ONE, TWO)
    assert bring(workspace, without).findings == ()


def test_a_partial_export_does_not_bring_back_what_was_deleted(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    path = workspace.items_folder / "Slow hours.md"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("### One")] + text[text.index("### —") :], "utf-8")
    bring(workspace, replace(SLOW, highlights=(TWO,)))
    bring(workspace, SLOW)
    assert item(workspace, "Slow hours.md").highlights == (TWO,)


def test_a_moved_highlight_is_merged_where_it_is_now(workspace: Workspace) -> None:
    bring(workspace, SLOW, PLAIN)
    slow, plain = workspace.items_folder / "Slow hours.md", workspace.items_folder / "Plain.md"
    text = slow.read_text("utf-8")
    moved = text[text.index("### One") : text.index("### —")]
    slow.write_text(text.replace(moved, ""), "utf-8")
    plain.write_text(plain.read_text("utf-8") + "\n" + moved, "utf-8")
    report = bring(workspace, replace(SLOW, highlights=(replace(ONE, text="Clocks debate."), TWO)))
    assert item(workspace, "Slow hours.md").highlights == (TWO,)
    assert [each.text for each in item(workspace, "Plain.md").highlights] == [
        "No id, no address.",
        "Clocks debate.",
    ]
    assert {each.path: each.status for each in report.items}["items/Plain.md"] is Status.CHANGED


def test_an_item_known_by_its_title_alone_may_be_retitled(workspace: Workspace) -> None:
    bring(workspace, PLAIN)
    edit(workspace, "Plain.md", "title: Plain", "title: My own title")
    assert statuses(bring(workspace, PLAIN)) == [("Plain", "unchanged")]


def test_a_broken_file_is_a_finding_and_stops_no_other(workspace: Workspace) -> None:
    bring(workspace, SLOW, PLAIN)
    edit(workspace, "Slow hours.md", "source: Marlow Weekly", "source: x\nsource: y")
    before = (workspace.items_folder / "Slow hours.md").read_bytes()
    report = bring(workspace, replace(SLOW, kind="paper"), replace(PLAIN, kind="note"))
    assert (workspace.items_folder / "Slow hours.md").read_bytes() == before
    assert [finding.id for finding in report.findings if finding.severity == "error"] == ["import-skipped"]
    assert [each.status for each in report.items] == [Status.SKIPPED, Status.CHANGED]
    assert item(workspace, "Plain.md").kind == "note"


def test_a_damaged_record_is_a_finding_and_is_not_written_over(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    record = workspace.records_folder / "imports" / "readwise-9.json"
    record.write_text("[1, 2", "utf-8")
    report = bring(workspace, replace(SLOW, kind="paper"))
    assert statuses(report) == [("Slow hours?", "skipped")]
    assert record.read_text("utf-8") == "[1, 2"


def test_mark_and_line_ends_of_a_file_stay(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    path = workspace.items_folder / "Slow hours.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    bring(workspace, replace(SLOW, source="Marlow Monthly"))
    assert path.read_bytes() == before.replace(b"Weekly", b"Monthly")


def test_a_file_that_changes_under_the_import_is_left_alone(workspace: Workspace) -> None:
    bring(workspace, SLOW)
    path = workspace.items_folder / "Slow hours.md"

    def items() -> Iterator[Item]:
        yield replace(SLOW, source="Marlow Monthly")
        path.write_text("---\ntitle: Typed just now\n---\n", "utf-8")

    report = receive(workspace, items(), today=TODAY)
    assert [finding.id for finding in report.findings] == ["import-overtaken"]
    assert statuses(report) == [("Slow hours", "skipped")]
    assert path.read_text("utf-8") == "---\ntitle: Typed just now\n---\n"


def test_a_folder_that_cannot_be_written_is_one_sentence(workspace: Workspace) -> None:
    workspace.items_folder.write_text("in the way", "utf-8")
    with pytest.raises(LetterbookError, match="cannot be written"):
        bring(workspace, SLOW)
    assert not workspace.records_folder.exists()


def test_company_news_stays_in_the_firm(workspace: Workspace) -> None:
    bring(workspace, Item(title="Quarter", kind="company", audience=Audience.FIRM))
    assert "audience" not in (workspace.items_folder / "Quarter.md").read_text("utf-8")
    assert item(workspace, "Quarter.md").audience is Audience.FIRM


# --- crashes -----------------------------------------------------------------------------------

SECOND = replace(
    SLOW,
    source="Marlow Monthly",
    highlights=(
        replace(ONE, text="Clocks debate."),
        TWO,
        Highlight(anchor="h3", text="New.", ids=("readwise:3",)),
    ),
)
EVENTS = {"open", "os.rename", "os.mkdir", "os.remove"}


def run_until(workspace: Workspace, items: Sequence[Item], last_event: int) -> bool:
    """Import in a child process that dies at the given file event; whether it came to its end."""
    child = os.fork()
    if child == 0:
        _die_at(last_event, str(workspace.root))
        try:
            receive(workspace, items, today=TODAY)
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _die_at(last_event: int, root: str) -> None:
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in EVENTS and str(arguments[0]).startswith(root) and ".letterbook" not in str(arguments[0]):
            seen += 1
            if seen == last_event:
                os._exit(137)

    sys.addaudithook(watch)


def without_leftovers(workspace: Workspace) -> dict[str, bytes]:
    return {name: data for name, data in tree(workspace).items() if ".~lb-" not in name}


def prepared(root: Path) -> Workspace:
    root.mkdir()
    (root / "letterbook.yaml").write_text("author: Odile\n", "utf-8")
    workspace = open_workspace(root)
    bring(workspace, SLOW, PLAIN)
    edit(workspace, "Slow hours.md", "themes: []", "themes: [time]")
    return workspace


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_an_import_cut_off_anywhere_is_completed_by_the_next(tmp_path: Path) -> None:
    items = (SECOND, Item(title="Brand new", ids=("readwise:77",)))
    whole = prepared(tmp_path / "whole")
    bring(whole, *items)
    expected = tree(whole)
    event, ended = 0, False
    while not ended:
        event += 1
        workspace = prepared(tmp_path / f"cut {event}")
        ended = run_until(workspace, items, event)
        assert "themes: [time]" in (workspace.items_folder / "Slow hours.md").read_text("utf-8")
        bring(workspace, *items)
        assert without_leftovers(workspace) == expected
    assert event > 10
