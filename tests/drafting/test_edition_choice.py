"""Which edition a person means."""

from __future__ import annotations

import os

import pytest

from letterbook.drafting.edition_choice import choose_edition, open_edition
from letterbook.drafting.project import open_project
from letterbook.errors import WrongUse
from letterbook.library.new_workspace import make_workspace
from letterbook.library.workspace import open_workspace

EDITIONS = {
    "Newsletter 1": "publication: newsletter\nnumber: 1\ndate: 2024-01-01\ntitle: One\nlink: https://a.example/1",
    "Newsletter 2": "publication: newsletter\nnumber: 2\ndate: 2024-02-01\ntitle: Two",
    "Letter 2023 H2": "publication: letters\nnumber: 2023 H2\ndate: 2024-01-20\ntitle: The letter",
}


@pytest.fixture
def workspace(tmp_path):
    make_workspace(tmp_path)
    for name, details in EDITIONS.items():
        path = tmp_path / "editions" / f"{name}.md"
        path.write_text(f"---\n{details}\n---\n", encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return open_workspace(tmp_path)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Newsletter 1", "Newsletter 1"),
        ("newsletter 1.md", "Newsletter 1"),
        ("editions/Newsletter 1.md", "Newsletter 1"),
        ("2", "Newsletter 2"),
        ("2023 H2", "Letter 2023 H2"),
        ("the letter", "Letter 2023 H2"),
        ("", "Newsletter 2"),
    ],
)
def test_name_number_title_or_nothing_choose_an_edition(workspace, words, name):
    assert choose_edition(open_project(workspace), words).stem == name


def test_a_path_chooses_a_file(workspace):
    path = workspace.root / "editions" / "Newsletter 1.md"
    assert choose_edition(open_project(workspace), str(path)) == path


def test_the_open_edition_is_the_latest_without_a_link(workspace):
    assert open_edition(open_project(workspace)).name == "Newsletter 2"


def test_the_edition_changed_last_is_the_open_one_whatever_its_date(workspace):
    os.utime(workspace.root / "editions" / "Letter 2023 H2.md", (1_700_000_001, 1_700_000_001))
    os.utime(workspace.root / "editions" / "Newsletter 1.md", (1_700_000_002, 1_700_000_002))
    assert open_edition(open_project(workspace)).name == "Letter 2023 H2"


def test_an_unknown_name_is_answered_with_a_near_one(workspace):
    with pytest.raises(WrongUse, match=r'There is no edition "Newsleter 2".*Did you mean "Newsletter 2"'):
        choose_edition(open_project(workspace), "Newsleter 2")


def test_a_number_that_two_editions_have_is_not_guessed(workspace):
    details = "publication: newsletter\nnumber: 2\ndate: 2024-03-01"
    (workspace.root / "editions" / "Other 2.md").write_text(f"---\n{details}\n---\n", encoding="utf-8")
    with pytest.raises(WrongUse, match='may be any of "Newsletter 2", "Other 2"'):
        choose_edition(open_project(workspace), "2")


@pytest.fixture
def broken(workspace):
    """An edition whose details cannot be read, changed after all the others."""
    path = workspace.root / "editions" / "Newsletter 3.md"
    path.write_text("---\npublication: newsletter\nnumber: 3\nnumber: 4\n---\n", encoding="utf-8")
    os.utime(path, (1_700_000_005, 1_700_000_005))
    return path


@pytest.mark.parametrize("words", ["Newsletter 3", "newsletter 3.md", "editions/Newsletter 3.md", "3", ""])
def test_a_broken_edition_is_chosen_so_that_reading_it_says_why(workspace, broken, words):
    assert choose_edition(open_project(workspace), words) == broken


@pytest.mark.parametrize(("words", "name"), [("2", "Newsletter 2"), ("The letter", "Letter 2023 H2")])
def test_a_broken_edition_stands_in_no_other_s_way(workspace, broken, words, name):
    assert choose_edition(open_project(workspace), words).stem == name


def test_a_broken_edition_changed_before_the_open_one_is_not_chosen(workspace, broken):
    os.utime(broken, (1_600_000_000, 1_600_000_000))
    assert choose_edition(open_project(workspace)).stem == "Newsletter 2"


def test_without_any_edition_it_says_how_to_begin_one(tmp_path):
    make_workspace(tmp_path)
    with pytest.raises(WrongUse, match=r"No edition is open.*letterbook new"):
        choose_edition(open_project(open_workspace(tmp_path)))
