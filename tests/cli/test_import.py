"""letterbook import."""

from __future__ import annotations

import pytest

NOTE = """# A good article

![rw-book-cover](https://a.example/cover.png)

## Metadata
- Author: [[Ada Example]]
- Full Title: A good article
- Category: #articles
- URL: https://a.example/good

## Highlights
- What was said. ([View Highlight](https://read.readwise.io/read/01abc))
"""


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and ".letterbook" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def export(tmp_path):
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "A good article.md").write_text(NOTE, encoding="utf-8")
    return tmp_path / "exports"


def test_a_note_becomes_an_item(letterbook, empty_workspace, export):
    run = letterbook("-C", empty_workspace, "import", export / "A good article.md")
    assert run.code == 0
    assert run.stdout == ""
    assert "Read 1 item: 1 new, 0 changed, 0 unchanged; 0 files skipped." in run.stderr
    assert "Next: " in run.stderr
    assert (empty_workspace / "items" / "A good article.md").is_file()


def test_the_second_import_changes_nothing(letterbook, empty_workspace, export):
    letterbook("-C", empty_workspace, "import", export)
    before = contents(empty_workspace)
    run = letterbook("-C", empty_workspace, "import", export)
    assert "0 new, 0 changed, 1 unchanged" in run.stderr
    assert contents(empty_workspace) == before


def test_the_object_has_the_documented_keys(letterbook, empty_workspace, export):
    (export / "empty.md").write_text("", encoding="utf-8")
    run = letterbook("-C", empty_workspace, "import", export, "--json")
    assert run.json == {
        "read": 1,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "items": [{"id": "A good article", "path": "items/A good article.md", "status": "new"}],
        "kept_yours": [],
        "skipped": [{"path": str(export / "empty.md"), "reason": "The file is empty."}],
        "unknown": [],
        "findings": [],
    }


def test_the_folders_named_as_sources_are_read_without_a_path(letterbook, sample_workspace):
    first = letterbook("-C", sample_workspace, "import", "--json")
    second = letterbook("-C", sample_workspace, "import", "--json")
    assert first.json["read"] == first.json["new"] > 0
    assert second.json["unchanged"] == second.json["read"]


def test_what_the_source_and_the_person_both_changed_stays_and_is_told(letterbook, empty_workspace, export):
    letterbook("-C", empty_workspace, "import", export)
    item = empty_workspace / "items" / "A good article.md"
    item.write_text(
        item.read_text(encoding="utf-8").replace("title: A good", "title: My good"), encoding="utf-8"
    )
    note = NOTE.replace("Full Title: A good", "Full Title: Their good")
    (export / "A good article.md").write_text(note, encoding="utf-8")
    run = letterbook("-C", empty_workspace, "import", export)
    assert "Kept yours in items/A good article.md: title is “My good article”" in run.stderr
    assert "title: My good article" in item.read_text(encoding="utf-8")


def test_a_deleted_highlight_is_brought_back_only_when_asked(letterbook, empty_workspace, export):
    letterbook("-C", empty_workspace, "import", export)
    item = empty_workspace / "items" / "A good article.md"
    text = item.read_text(encoding="utf-8")
    item.write_text(text[: text.index("## Highlights")], encoding="utf-8")
    letterbook("-C", empty_workspace, "import", export)
    assert "What was said." not in item.read_text(encoding="utf-8")
    letterbook("-C", empty_workspace, "import", export, "--restore")
    assert "What was said." in item.read_text(encoding="utf-8")


def test_a_deleted_item_stays_away_with_a_word_until_it_is_asked_for(letterbook, empty_workspace, export):
    letterbook("-C", empty_workspace, "import", export)
    item = empty_workspace / "items" / "A good article.md"
    item.unlink()
    run = letterbook("-C", empty_workspace, "import", export)
    assert "1 item that you deleted stayed away; --restore brings it all back." in run.stderr
    assert not item.exists()
    letterbook("-C", empty_workspace, "import", export, "--restore")
    assert item.is_file()


def test_the_real_export_becomes_one_podcast(letterbook, empty_workspace, seeds):
    export = seeds / "readwise-snipd-export.txt"
    letterbook("-C", empty_workspace, "import", export)
    before = contents(empty_workspace)
    (item,) = letterbook("-C", empty_workspace, "items", "--json").json["items"]
    assert item["kind"] == "podcast"
    assert len(item["highlights"]) == 5
    assert all(
        h["title"] and h["takeaways"] and h["transcript"] and h["place"] and h["url"]
        for h in item["highlights"]
    )
    letterbook("-C", empty_workspace, "import", export)
    assert contents(empty_workspace) == before


def test_a_folder_without_a_file_is_told(letterbook, empty_workspace, tmp_path):
    (tmp_path / "nothing").mkdir()
    run = letterbook("-C", empty_workspace, "import", tmp_path / "nothing")
    assert "There is no file to read in what you named." in run.stderr
