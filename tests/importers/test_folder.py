from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.errors import BadInput
from letterbook.importers import read_path


def write(folder: Path, name: str, data: bytes = b"# A note\n\nwith words\n") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_folder_is_read_in_the_order_of_names_with_its_sub_folders(tmp_path: Path) -> None:
    for name in ("b.md", "A.md", "c/d.txt"):
        write(tmp_path, name)
    assert [Path(file.path).name for file in read_path(tmp_path)] == ["A.md", "b.md", "d.txt"]


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("Readwise Syncs.md", b"- 2024\n", "log"),
        ("log.md", b"- [[2024-01-01]] - Synced 3 highlights from 2 documents.\n", "log"),
        (".Note.md.icloud", b"bplist00\x00\x01", "iCloud"),
        ("Note.sync-conflict-20240101-101010-ABC.md", b"x", "conflict"),
        ("Note (Ada's conflicted copy 2024-01-01).md", b"x", "conflict"),
        ("empty.md", b" \n", "empty"),
        ("paper.md", b"%PDF-1.4\n%...", "a PDF"),
        ("letter.txt", b"{\\rtf1 words}", "a rich-text document"),
        ("page.txt", b"<!DOCTYPE html><p>words", "a web page"),
        ("binary.md", b"PK\x03\x04\x00\x00", "not a text file"),
        ("marks.md", b"--- *** ---\n", "no export"),
    ],
)
def test_what_is_no_note_is_skipped_with_a_reason(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    write(tmp_path, name, data)
    (file,) = read_path(tmp_path)
    assert word in file.skipped
    assert file.items == ()


def test_hidden_folders_and_pictures_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".obsidian/plugins.md")
    write(tmp_path, "cover.png", b"\x89PNG")
    assert list(read_path(tmp_path)) == []


def test_a_file_that_cannot_be_read_stops_nothing_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    write(tmp_path, "here.md")
    gone, here = read_path(tmp_path)
    assert "cannot be read" in gone.skipped
    assert here.items


@pytest.mark.parametrize("data", [b"", b"\n \n", b"PK\x03\x04\x00", b"PK\x03\x04 words", b"...\n"])
def test_a_single_file_that_is_no_export_is_refused(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, "file.md", data)
    with pytest.raises(BadInput) as refused:
        list(read_path(tmp_path / "file.md"))
    assert "file.md" in str(refused.value)
    assert refused.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nowhere"):
        list(read_path(tmp_path / "nowhere.md"))


def test_a_folder_that_holds_itself_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "note.md")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read_path(tmp_path))) == 1
