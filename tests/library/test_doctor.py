from __future__ import annotations

import sys
from pathlib import Path

import pytest

from letterbook.finding import Finding
from letterbook.library.doctor import Mended, examine, mend
from letterbook.library.workspace import Workspace, open_workspace
from letterbook.temporary_folders import held


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return workspace_with(tmp_path)


def workspace_with(folder: Path, settings: str = "") -> Workspace:
    (folder / "letterbook.yaml").write_text(settings, encoding="utf-8")
    return open_workspace(folder)


def put(workspace: Workspace, name: str, text: str) -> Path:
    path = workspace.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def item(workspace: Workspace, name: str, details: str, body: str = "") -> Path:
    return put(workspace, f"items/{name}.md", f"---\n{details}\n---\n{body}")


def told(workspace: Workspace) -> list[tuple[str, str]]:
    return [(finding.id, str(finding.place)) for finding in examine(workspace)]


def only(workspace: Workspace) -> Finding:
    (finding,) = examine(workspace)
    return finding


def test_a_sound_workspace_is_told_nothing(workspace: Workspace) -> None:
    item(workspace, "One", "title: One\nurl: https://example.org/1\nids: [readwise:1]\nthemes: [wind]")
    item(workspace, "Two", "title: Two\nurl: https://example.org/2\nids: [readwise:2]\nthemes: [wind]")
    put(workspace, ".git/config", "token = 123456789")
    assert examine(workspace) == ()


def test_a_broken_item_is_told_with_all_its_reasons(workspace: Workspace) -> None:
    item(workspace, "One", "title: a\ntitle: b\nurl: c\nurl: d")
    assert [place for _, place in told(workspace)] == ["items/One.md:3:1", "items/One.md:5:1"]


def test_broken_themes_do_not_stop_the_examination(workspace: Workspace) -> None:
    put(workspace, "themes.yaml", "wind: {titel: Wind}\n")
    put(workspace, "items/.~lb-abc", "")
    assert told(workspace) == [("unknown-key", "themes.yaml:1:8"), ("temporary-file", "items/.~lb-abc")]


def test_folders_that_the_settings_name_must_be_there(tmp_path: Path) -> None:
    workspace = workspace_with(tmp_path, "items: vault\nsources: [exports]\n")
    assert told(workspace) == [("folder-missing", "letterbook.yaml")] * 2


def test_the_same_thing_twice_is_told(workspace: Workspace) -> None:
    item(workspace, "One", "title: One\nurl: https://example.org/1")
    item(workspace, "Two", "title: Two\nurl: http://www.example.org/1/?utm_source=x\nids: [readwise:2]")
    item(workspace, "Zero", "title: Zero\nids: [readwise:2]")
    assert [name for name, _ in told(workspace)] == ["item-doubled", "item-doubled"]


def test_a_theme_spelt_almost_like_another_is_told(workspace: Workspace) -> None:
    put(workspace, "themes.yaml", "energy-storage:\n")
    item(workspace, "One", "title: One\nthemes: [enery storage, wind]")
    finding = only(workspace)
    assert finding.id == "theme-unknown"
    assert 'merge "enery storage" "energy-storage"' in finding.hint


def test_speakers_without_a_name_are_told(workspace: Workspace) -> None:
    talk = "## Highlights\n\n### —\n\n> [!transcript]\n> **Speaker 2:** Hm.\n\n^a\n"
    item(workspace, "One", "title: One\nspeakers: [Ada]", talk)
    item(workspace, "Two", "title: Two\nspeakers: [Ada, Bo]", talk)
    assert told(workspace) == [("speakers-unnamed", "items/One.md")]


def test_text_that_the_import_did_not_understand_is_told(workspace: Workspace) -> None:
    item(workspace, "One", "title: One", "## Highlights\n\n> [!unread]\n> @@@\n")
    assert told(workspace) == [("unread-text", "items/One.md")]


@pytest.mark.parametrize("line", ["# readwise token: abcdef123456", "author: ghp_abcdefghijkl0123456789"])
def test_what_looks_like_a_secret_is_told(tmp_path: Path, line: str) -> None:
    workspace = workspace_with(tmp_path, f"language: en\n{line}\n")
    assert told(workspace) == [("secret", "letterbook.yaml:2")]


def test_conflict_copies_are_told_wherever_they_are(workspace: Workspace) -> None:
    put(workspace, "editions/One (conflicted copy).md", "")
    put(workspace, "items/One.sync-conflict-20240101-000000-A.md", "")
    assert [name for name, _ in told(workspace)] == ["conflict-copy", "conflict-copy"]


def test_an_edition_that_is_no_text_is_told(workspace: Workspace) -> None:
    put(workspace, "editions/One.md", "").write_bytes(b"\0\0")
    assert told(workspace) == [("file-unreadable", "editions/One.md")]


def test_mending_quotes_values_and_removes_left_over_files(workspace: Workspace) -> None:
    one = item(workspace, "One", "source: S # a remark\ntitle: One: two\nkind: article", "Words.\n")
    left = put(workspace, "editions/.~lb-1", "half")
    assert [mended.path for mended in mend(workspace)] == ["items/One.md", "editions/.~lb-1"]
    assert one.read_text() == '---\nsource: S # a remark\ntitle: "One: two"\nkind: article\n---\nWords.\n'
    assert not left.exists()
    assert mend(workspace) == ()


def test_mending_touches_nothing_that_needs_judgement(workspace: Workspace) -> None:
    put(workspace, "editions/One (conflicted copy).md", "")
    item(workspace, "One", "title: a\ntitle: b")
    before = {path: path.read_bytes() for path in workspace.root.rglob("*.md")}
    nothing: tuple[Mended, ...] = ()
    assert mend(workspace) == nothing
    assert {path: path.read_bytes() for path in workspace.root.rglob("*.md")} == before


def test_the_letters_of_killed_copies_are_found_and_removed(workspace: Workspace) -> None:
    put(workspace, "drafts/.~lb-0123456789abcdef/Northpension.docx", "a letter")
    put(workspace, ".~lb-fedcba9876543210/Other.docx", "a letter")
    found = [
        finding.place.file
        for finding in examine(workspace)
        if finding.id == "temporary-file" and finding.place
    ]
    assert sorted(found) == [".~lb-fedcba9876543210", "drafts/.~lb-0123456789abcdef"]
    assert {mended.path for mended in mend(workspace)} == set(found)
    assert [path.name for path in (workspace.root / "drafts").iterdir()] == []
    assert examine(workspace) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
def test_the_folder_of_copies_that_are_being_made_stays(workspace: Workspace) -> None:
    letter = put(workspace, "drafts/.~lb-0123456789abcdef/Northpension.docx", "a letter")
    with held(letter.parent, wait=True):
        assert examine(workspace) == ()
        assert mend(workspace) == ()
    assert letter.is_file()
