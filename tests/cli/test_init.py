"""letterbook init."""

from __future__ import annotations

import os

import pytest


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_an_empty_workspace_has_settings_themes_and_folders(letterbook, tmp_path):
    run = letterbook("init", tmp_path / "new")
    assert run.code == 0
    assert sorted(entry.name for entry in (tmp_path / "new").iterdir()) == [
        "editions",
        "items",
        "letterbook.yaml",
        "themes.yaml",
    ]


def test_it_says_what_was_done_and_what_to_do_next(letterbook, tmp_path):
    run = letterbook("init", tmp_path / "new")
    assert run.stdout == ""
    assert f"Made a workspace in {tmp_path / 'new'}" in run.stderr
    assert "Next: " in run.stderr


@pytest.mark.parametrize("options", [[], ["--sample"]])
def test_twice_changes_nothing(letterbook, tmp_path, options):
    letterbook("init", tmp_path / "ws", *options)
    before = contents(tmp_path / "ws")
    run = letterbook("init", tmp_path / "ws", *options)
    assert run.code == 0
    assert "already" in run.stderr
    assert contents(tmp_path / "ws") == before


def test_the_sample_has_items_editions_and_an_export(letterbook, tmp_path):
    letterbook("init", tmp_path / "ws", "--sample")
    for folder in ("items", "editions", "exports"):
        assert any((tmp_path / "ws" / folder).rglob("*.md"))


def test_what_stands_in_the_folder_stays(letterbook, tmp_path):
    (tmp_path / "themes.yaml").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "Note.md").write_text("a note of a vault", encoding="utf-8")
    assert letterbook("init", tmp_path).code == 0
    assert (tmp_path / "themes.yaml").read_text(encoding="utf-8") == "# mine\n"
    assert (tmp_path / "Note.md").read_text(encoding="utf-8") == "a note of a vault"
    assert (tmp_path / "letterbook.yaml").is_file()


def test_an_interrupted_run_is_completed_by_the_next(letterbook, tmp_path):
    letterbook("init", tmp_path / "whole", "--sample")
    letterbook("init", tmp_path / "half", "--sample")
    (tmp_path / "half" / "letterbook.yaml").unlink()
    (tmp_path / "half" / "themes.yaml").unlink()
    letterbook("init", tmp_path / "half", "--sample")
    assert contents(tmp_path / "half") == contents(tmp_path / "whole")


def test_a_file_is_no_folder(letterbook, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = letterbook("init", tmp_path / "file")
    assert run.code == 2
    assert f"{tmp_path / 'file'} is a file." in run.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(letterbook, tmp_path):
    tmp_path.chmod(0o500)
    run = letterbook("init", tmp_path / "new")
    assert run.code == 1
    assert "permission denied" in run.stderr


def test_the_files_written_can_be_listed_for_programs(letterbook, tmp_path):
    run = letterbook("init", tmp_path / "new", "--json")
    assert run.json == {
        "workspace": str((tmp_path / "new").resolve()),
        "written": ["themes.yaml", "letterbook.yaml"],
    }
