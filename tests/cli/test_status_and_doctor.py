"""letterbook without a command, and letterbook doctor."""

from __future__ import annotations

import os

import pytest


@pytest.fixture
def edited_letter(sample_workspace):
    """The sample, with its letter as the edition that was changed last."""
    for number, path in enumerate(sorted((sample_workspace / "editions").iterdir(), reverse=True)):
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    return sample_workspace


def test_without_a_command_it_says_where_you_are_and_what_to_do(letterbook, edited_letter):
    run = letterbook("-C", edited_letter)
    assert run.code == 0
    assert run.stdout.startswith(f"Workspace     {edited_letter} (")
    assert "Open edition  Letter 2026 H1" in run.stdout
    assert "Tidewatch 6" not in run.stdout  # published
    assert 'Next: letterbook draft "Letter 2026 H1"' in run.stderr


def test_in_an_empty_workspace_it_says_how_to_begin(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace)
    assert "Open edition  none" in run.stdout
    assert "Next: letterbook import FILE" in run.stderr


def test_it_finds_the_workspace_from_a_folder_within(letterbook, sample_workspace):
    assert letterbook("-C", sample_workspace / "items").stdout == letterbook("-C", sample_workspace).stdout


def test_a_sound_workspace_has_no_errors(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "doctor", "--json")
    assert run.code == 0
    assert [finding for finding in run.json["findings"] if finding["severity"] == "error"] == []
    assert run.json["mended"] == []


def test_the_doctor_mends_what_needs_no_judgement(letterbook, empty_workspace):
    item = empty_workspace / "items" / "A.md"
    item.write_text("---\ntitle: A title: with a colon\n---\nMine.\n", encoding="utf-8")
    found = letterbook("-C", empty_workspace, "doctor")
    assert "items/A.md:2" in found.stdout
    assert "Next: letterbook doctor --fix" in found.stderr
    assert letterbook("-C", empty_workspace, "doctor", "--fix").stdout.startswith("items/A.md: ")
    assert item.read_text(encoding="utf-8").endswith("---\nMine.\n")
    assert letterbook("-C", empty_workspace, "doctor", "--json").json["findings"] == []


def test_where_you_are_can_be_asked_by_programs(letterbook, edited_letter):
    run = letterbook("-C", edited_letter, "--json")
    assert run.json["workspace"] == str(edited_letter)
    assert run.json["open_editions"] == ["Letter 2026 H1", "Tidewatch 7"]
    assert run.json["editions"] == 3
    assert list(run.json) == ["workspace", "items", "editions", "open_editions", "queue", "states"]
    assert run.json["states"]["Letter 2026 H1"] == {
        "state": "draft",
        "by": "",
        "on": "",
        "sha256": "",
        "changes": 0,
    }


def test_json_belongs_behind_the_command(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "--json", "items")
    assert run.code == 2
    assert run.json["error"]["hint"] == "letterbook items … --json"


def test_an_edition_that_cannot_be_read_is_told_with_its_line(letterbook, sample_workspace):
    path = sample_workspace / "editions" / "Tidewatch 7.md"
    path.write_text("---\npublication: tidewatch\nnumber: 7\nnumber: 8\n---\nMine.\n", encoding="utf-8")
    assert "1 file cannot be read: letterbook doctor says why." in letterbook("-C", sample_workspace).stderr
    found = letterbook("-C", sample_workspace, "doctor")
    assert "editions/Tidewatch 7.md:4:1: warning: An edition was left out of account" in found.stdout
    drafted = letterbook("-C", sample_workspace, "draft")
    assert drafted.code == 4
    assert 'Tidewatch 7.md:4:1: "number" is given twice' in drafted.stderr


def test_the_doctor_offers_to_mend_only_what_it_can_mend(letterbook, empty_workspace):
    item = empty_workspace / "items" / "A.md"
    item.write_text("---\ntitle: A\ntitle: B\n---\n", encoding="utf-8")
    assert "--fix" not in letterbook("-C", empty_workspace, "doctor").stderr


def test_the_doctor_tells_of_a_damaged_record_of_a_draft(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "docx")
    (record,) = (sample_workspace / "records" / "builds" / "Tidewatch 7").iterdir()
    assert record.name.startswith("0001-")
    record.write_bytes(record.read_bytes()[:-9])
    findings = letterbook("-C", sample_workspace, "doctor", "--json").json["findings"]
    (finding,) = [finding for finding in findings if finding["id"] == "build-record-damaged"]
    assert finding["file"] == f"records/builds/Tidewatch 7/{record.name}"
