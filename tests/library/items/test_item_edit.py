from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import BadInput, WrongUse
from letterbook.library.items.item_edit import quote_values, set_fields, set_highlight_fields
from letterbook.library.items.item_file import read_item

NAME = "The garden of forking clocks.md"
EXAMPLE = (Path(__file__).parents[2] / "data" / "library" / NAME).read_text("utf-8")
PATH = f"items/{NAME}"


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("changes", "went", "came"),
    [
        ({"themes": ["time keeping", "oil"]}, ["themes: [time keeping]"], ["themes: [time keeping, oil]"]),
        ({"teaser": "What: clocks"}, ["teaser: What clocks leave out"], ['teaser: "What: clocks"']),
        ({"via": None}, ["via: Odile"], []),
        ({"mood": "good"}, [], ["mood: good"]),
    ],
)
def test_one_value_changes_one_line(changes: dict[str, str], went: list[str], came: list[str]) -> None:
    assert difference(EXAMPLE, set_fields(EXAMPLE, PATH, changes)) == (went, came)


@pytest.mark.parametrize(
    ("anchor", "changes", "went", "came"),
    [
        (
            "h19b3aa10",
            {"themes": "maintenance, oil"},
            ["- themes: maintenance"],
            ["- themes: maintenance, oil"],
        ),
        ("h19b3aa10", {"themes": ""}, ["- themes: maintenance"], []),
        ("rw20512", {"themes": "craft"}, [], ["- themes: craft"]),
        ("rw20512", {"title": "Dials"}, ["### —"], ["### Dials"]),
        ("h7744c4e1", {"note": "the end"}, ["> use this as the opening"], ["> the end"]),
        ("h7744c4e1", {"favourite": ""}, ["- favourite: yes"], []),
    ],
)
def test_one_part_of_a_highlight_changes_one_line(
    anchor: str, changes: dict[str, str], went: list[str], came: list[str]
) -> None:
    changed = set_highlight_fields(EXAMPLE, PATH, anchor, changes)
    assert difference(EXAMPLE, changed) == (went, came)


def test_a_highlight_without_id_line_is_named_by_its_computed_anchor() -> None:
    text = "## Highlights\n### A\n> [!quote]\n> x"
    anchor = read_item(text, PATH).item.highlights[0].anchor
    changed = set_highlight_fields(text, PATH, anchor, {"themes": "oil"})
    assert changed == "## Highlights\n### A\n> [!quote]\n> x\n\n- themes: oil\n"


def test_an_unknown_highlight_or_part_is_refused_with_a_suggestion() -> None:
    with pytest.raises(WrongUse, match="has no highlight") as caught:
        set_highlight_fields(EXAMPLE, PATH, "rw20513", {"themes": "x"})
    assert caught.value.hint == 'Did you mean "rw20512"?'
    with pytest.raises(WrongUse, match='no "theme"') as caught:
        set_highlight_fields(EXAMPLE, PATH, "rw20512", {"theme": "x"})
    assert caught.value.hint == 'Did you mean "themes"?'


def test_a_value_that_stands_in_braces_is_not_moved_about() -> None:
    with pytest.raises(BadInput, match="cannot be changed"):
        set_fields("---\n{title: x}\n---\n", PATH, {"via": "y"})


def test_mending_puts_quotes_where_they_are_missing() -> None:
    text = EXAMPLE.replace('title: "The garden of forking clocks: a history"', "title: The garden: a history")
    assert quote_values(text, PATH) == text.replace(
        "title: The garden: a history", 'title: "The garden: a history"'
    )
    assert quote_values(EXAMPLE, PATH) == EXAMPLE


@given(st.text(max_size=12), st.lists(st.text(max_size=8), max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_value_is_set_and_everything_else_stays(teaser: str, themes: list[str]) -> None:
    changed = set_fields(EXAMPLE, PATH, {"teaser": teaser, "themes": themes})
    before, after = read_item(EXAMPLE, PATH).item, read_item(changed, PATH).item
    assert after.teaser == teaser
    assert after.themes == tuple(theme for theme in themes if theme)
    assert replace(after, teaser=before.teaser, themes=before.themes) == before


@given(st.sampled_from(["h7744c4e1", "rw20512", "h19b3aa10"]), st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_note_is_set_and_everything_else_stays(anchor: str, note: str) -> None:
    changed = set_highlight_fields(EXAMPLE, PATH, anchor, {"note": note})
    before, after = read_item(EXAMPLE, PATH).item, read_item(changed, PATH).item
    for old, new in zip(before.highlights, after.highlights, strict=True):
        assert new == (replace(old, note=new.note) if old.anchor == anchor else old)
