from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.errors import BadInput, WrongUse
from letterbook.library.catalogue import read_catalogue
from letterbook.library.themes.known_themes import KnownThemes, Theme
from letterbook.library.themes.theme_changes import apply_change, merging, renaming
from letterbook.library.themes.theme_file import themes_in
from letterbook.library.workspace import Workspace, open_workspace

THEMES = """\
energy:
storage:  # heat too
  title: Energy storage
  aliases: [accumulators]
  parent: energy
batteries:
  seeds: [lithium]
  parent: storage
"""
ONE = """\
---
title: One
themes: [Storage, batteries, wind]   # mine
own: kept
---
My words on storage.

## Highlights

### —

> [!quote]
> Words.

^a1

- themes: accumulators, sun
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "letterbook.yaml").touch()
    (tmp_path / "themes.yaml").write_text(THEMES)
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "One.md").write_text(ONE)
    (tmp_path / "items" / "Two.md").write_text("---\ntitle: Two\nthemes: wind\n---\n")
    return open_workspace(tmp_path)


def rename(workspace: Workspace, old: str, new: str) -> tuple[str, ...]:
    catalogue = read_catalogue(workspace)
    return apply_change(workspace, catalogue, renaming(catalogue.themes, old, new))


def merge(workspace: Workspace, old: str, into: str) -> tuple[str, ...]:
    catalogue = read_catalogue(workspace)
    return apply_change(workspace, catalogue, merging(catalogue.themes, old, into))


def text(workspace: Workspace, name: str) -> str:
    return (workspace.root / name).read_text()


def described(workspace: Workspace) -> dict[str, Theme]:
    return {theme.id: theme for theme in themes_in(text(workspace, "themes.yaml"))}


def test_a_renamed_theme_keeps_its_old_name_as_an_alias(workspace: Workspace) -> None:
    assert rename(workspace, "storage", "Keeping energy") == ("themes.yaml", "items/One.md")
    themes = described(workspace)
    assert list(themes) == ["energy", "Keeping energy", "batteries"]
    assert themes["Keeping energy"].aliases == ("accumulators", "storage")
    assert themes["batteries"].parent == "Keeping energy"
    assert "# heat too" in text(workspace, "themes.yaml")


def test_renaming_changes_the_one_value_in_an_item(workspace: Workspace) -> None:
    rename(workspace, "storage", "keeping")
    assert text(workspace, "items/One.md") == ONE.replace("[Storage,", "[keeping,")


def test_a_theme_that_only_items_use_is_described_when_renamed(workspace: Workspace) -> None:
    assert rename(workspace, "Wind", "air") == ("themes.yaml", "items/One.md", "items/Two.md")
    assert described(workspace)["air"].aliases == ("wind",)
    assert read_catalogue(workspace).themes.find("wind") == read_catalogue(workspace).themes.find("air")


def test_another_spelling_of_a_name_needs_no_alias(workspace: Workspace) -> None:
    rename(workspace, "wind", "Wind")
    assert "Wind" not in described(workspace)
    rename(workspace, "energy", "Energy")
    assert described(workspace)["Energy"].aliases == ()


def test_renaming_again_changes_nothing(workspace: Workspace) -> None:
    rename(workspace, "storage", "keeping")
    assert rename(workspace, "storage", "keeping") == ()


def test_an_interrupted_renaming_is_completed_by_running_it_again(workspace: Workspace) -> None:
    rename(workspace, "storage", "keeping")
    (workspace.root / "items" / "One.md").write_text(ONE)
    assert rename(workspace, "storage", "keeping") == ("items/One.md",)
    assert text(workspace, "items/One.md") == ONE.replace("[Storage,", "[keeping,")


def test_the_name_of_another_theme_is_refused_with_the_way_to_merge(workspace: Workspace) -> None:
    with pytest.raises(WrongUse, match="themes merge wind storage"):
        rename(workspace, "wind", "accumulators")


@pytest.mark.parametrize("word", ["", "-", "a, b"])
def test_a_name_that_cannot_be_one_is_refused(word: str) -> None:
    with pytest.raises(WrongUse, match="cannot be the name"):
        renaming(KnownThemes(used=("wind",)), "wind", word)


def test_an_unknown_theme_is_told_with_the_nearest(workspace: Workspace) -> None:
    with pytest.raises(WrongUse, match='Did you mean "storage"'):
        rename(workspace, "storge", "x")


def test_a_merged_theme_hands_over_its_names_seeds_and_children(workspace: Workspace) -> None:
    assert merge(workspace, "storage", "energy") == ("themes.yaml", "items/One.md")
    themes = described(workspace)
    assert list(themes) == ["energy", "batteries"]
    assert themes["energy"].aliases == ("storage", "Energy storage", "accumulators")
    assert themes["batteries"].parent == "energy"
    assert "themes: [energy, batteries, wind]" in text(workspace, "items/One.md")
    assert "- themes: energy, sun\n" in text(workspace, "items/One.md")


def test_a_theme_can_be_merged_into_one_below_it(workspace: Workspace) -> None:
    merge(workspace, "storage", "batteries")
    themes = described(workspace)
    assert themes["batteries"].parent == "energy"
    assert "themes: [batteries, wind]" in text(workspace, "items/One.md")


def test_a_theme_that_only_items_use_can_be_merged_both_ways(workspace: Workspace) -> None:
    merge(workspace, "wind", "energy")
    assert described(workspace)["energy"].aliases == ("wind",)
    merge(workspace, "batteries", "sun")
    assert described(workspace)["sun"].seeds == ("lithium",)


def test_a_theme_cannot_be_merged_into_itself(workspace: Workspace) -> None:
    with pytest.raises(WrongUse, match="same theme already"):
        merge(workspace, "accumulators", "storage")


def test_nothing_is_written_when_one_file_cannot_be_changed(workspace: Workspace) -> None:
    (workspace.root / "themes.yaml").write_text("{energy: {title: E}, storage: {title: S}}\n")
    with pytest.raises(BadInput, match="by hand"):
        merge(workspace, "storage", "energy")
    assert text(workspace, "items/One.md") == ONE
