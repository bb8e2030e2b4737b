"""letterbook themes and letterbook tag."""

from __future__ import annotations

import pytest

ITEM = "---\ntitle: An article\nthemes: [batteries]   # mine\n---\nMy words.\n"


@pytest.fixture
def workspace(empty_workspace):
    (empty_workspace / "themes.yaml").write_text(
        "storage:\n  title: Storage\n  aliases: [batteries]\nenergy:\n", encoding="utf-8"
    )
    (empty_workspace / "items" / "An article.md").write_text(ITEM, encoding="utf-8")
    (empty_workspace / "items" / "Other.md").write_text(
        "---\ntitle: Other\nthemes: [ai]\n---\n\n## Highlights\n\n### —\n\n> [!quote]\n> Words.\n\n^h1\n",
        encoding="utf-8",
    )
    return empty_workspace


def text(workspace, name="An article"):
    return (workspace / "items" / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["themes"], ["themes", "list"]])
def test_themes_are_listed_with_their_items(letterbook, workspace, command):
    run = letterbook("-C", workspace, *command, "--json")
    assert run.json["themes"] == [
        {"id": "storage", "title": "Storage", "aliases": ["batteries"], "parent": "", "items": 1},
        {"id": "energy", "title": "", "aliases": [], "parent": "", "items": 0},
        {"id": "ai", "title": "", "aliases": [], "parent": "", "items": 1},
    ]


def test_a_theme_is_renamed_in_every_file(letterbook, workspace):
    run = letterbook("-C", workspace, "themes", "rename", "ai", "machine learning", "--json")
    assert run.json == {"changed": ["themes.yaml", "items/Other.md"]}
    assert "themes: [machine learning]" in text(workspace, "Other")
    for name in ("machine learning", "ai"):
        (item,) = letterbook("-C", workspace, "items", f"theme:{name}", "--json").json["items"]
        assert item["id"] == "Other"


def test_a_theme_is_merged_into_another(letterbook, workspace):
    assert letterbook("-C", workspace, "themes", "merge", "ai", "energy").code == 0
    assert "themes: [energy]" in text(workspace, "Other")


def test_an_item_is_tagged_and_nothing_else_changes(letterbook, workspace):
    run = letterbook("-C", workspace, "tag", "An article", "+energy", "--json")
    assert run.json == {
        "items": [
            {
                "id": "An article",
                "path": "items/An article.md",
                "highlight": "",
                "themes": ["batteries", "energy"],
                "status": "changed",
            }
        ]
    }
    assert text(workspace) == ITEM.replace("[batteries]", "[batteries, energy]")


def test_a_theme_is_taken_away_under_any_of_its_names(letterbook, workspace):
    letterbook("-C", workspace, "tag", "An article", "-storage", "+new theme")
    assert "themes: [new theme]   # mine" in text(workspace)


def test_a_theme_that_is_there_already_changes_nothing(letterbook, workspace):
    run = letterbook("-C", workspace, "tag", "An article", "+Storage", "--json")
    assert run.json["items"][0]["status"] == "unchanged"
    assert text(workspace) == ITEM


def test_a_highlight_is_tagged_by_its_id(letterbook, workspace):
    run = letterbook("-C", workspace, "tag", "Other#^h1", "+energy")
    assert run.code == 0
    assert "- themes: energy" in text(workspace, "Other")


def test_several_items_are_tagged_at_once_or_none(letterbook, workspace):
    before = text(workspace)
    assert letterbook("-C", workspace, "tag", "An article", "Nothing", "+x").code == 2
    assert text(workspace) == before
    letterbook("-C", workspace, "tag", "An article", "Other", "+x")
    assert "x]" in text(workspace)
    assert "x]" in text(workspace, "Other")


def test_a_theme_like_a_known_one_is_pointed_out(letterbook, workspace):
    run = letterbook("-C", workspace, "tag", "Other", "+enregy")
    assert '"enregy" is a new theme. Did you mean "energy"?' in run.stderr


def test_a_new_theme_like_one_that_only_items_know_is_mentioned(letterbook, workspace):
    letterbook("-C", workspace, "tag", "Other", "+robotics")
    run = letterbook("-C", workspace, "tag", "An article", "+robtics")
    assert '"robtics" is a new theme. Did you mean "robotics"?' in run.stderr
