"""The index of editions is a cache: it is right, rebuilt when it is not, and never needed."""

from __future__ import annotations

import os

import pytest

from letterbook.drafting.editions.edition_index import INDEX_FILE, read_editions


@pytest.fixture
def workspace(workspace_of, edition_text):
    body = "## Robots\n\n### [[Memo]]\n\n![[Talk#^h1]]\n"
    files = {
        "editions/Tidewatch 6.md": edition_text(body, number="6"),
        "editions/old/Five.md": edition_text(""),
    }
    return workspace_of(files).workspace


def test_what_comes_from_the_index_is_what_was_read(workspace):
    first = read_editions(workspace)
    assert (workspace.index_folder / INDEX_FILE).is_file()
    assert read_editions(workspace) == first
    assert [summary.name for summary in first.summaries] == ["Tidewatch 6", "Five"]
    assert first.summaries[0].headings == ("Robots", "Memo")


def test_a_changed_edition_is_read_again(workspace):
    read_editions(workspace)
    path = workspace.editions_folder / "Tidewatch 6.md"
    path.write_text(path.read_text().replace("Robots", "Arms"))
    os.utime(path, ns=(1, 1))
    assert read_editions(workspace).summaries[0].headings == ("Arms", "Memo")


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"form": 1}', '{"form": 1, "settings": "", "editions": {"a": 1}}']
)
def test_a_broken_index_is_rebuilt(workspace, content):
    expected = read_editions(workspace)
    (workspace.index_folder / INDEX_FILE).write_text(content)
    assert read_editions(workspace) == expected


def test_a_broken_edition_is_left_out_and_said(workspace):
    (workspace.editions_folder / "Broken.md").write_text("---\npublication: nothing\n---\n")
    editions = read_editions(workspace)
    assert len(editions.summaries) == 2
    (finding,) = editions.findings
    assert (finding.id, finding.place.file) == ("edition-unreadable", "editions/Broken.md")


def test_new_settings_are_heeded(workspace_of, edition_text):
    before = workspace_of({"editions/A.md": edition_text("")}).workspace
    assert read_editions(before).summaries
    after = workspace_of({"letterbook.yaml": "publications: {other: {}}\n"}).workspace
    assert read_editions(after).findings[0].id == "edition-unreadable"
