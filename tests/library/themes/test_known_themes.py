from __future__ import annotations

from letterbook.item import Highlight, Item
from letterbook.library.themes.known_themes import KnownThemes, Theme, known_themes, theme_key

AI = Theme("ai", title="Artificial intelligence")
SSM = Theme("ssm", title="State space models", aliases=("Mamba",), parent="ai")
THEMES = KnownThemes((AI, SSM), used=("Energy storage", "mamba"))


def test_case_spaces_and_hyphens_are_alike() -> None:
    assert theme_key("State-Space_Models") == theme_key("#state  space models") == "state space models"


def test_a_theme_is_found_by_id_title_alias_and_use() -> None:
    assert THEMES.find("SSM") == THEMES.find("state-space models") == THEMES.find("mamba") == SSM
    assert THEMES.find("energy-storage") == Theme("Energy storage")
    assert THEMES.find("fusion") is None


def test_an_empty_word_names_no_theme() -> None:
    assert KnownThemes((Theme("a", title=""),), used=("",)).find(" ") is None


def test_an_id_comes_before_another_themes_alias() -> None:
    themes = KnownThemes((Theme("a", aliases=("b",)), Theme("b")))
    found = themes.find("b")
    assert found is not None
    assert found.id == "b"


def test_suggestions_are_the_nearest_known_themes() -> None:
    assert THEMES.suggest("energy storge") == ("Energy storage",)
    assert THEMES.suggest("qqqqq") == ()


def test_narrower_themes_are_found_below_and_a_ring_of_parents_ends() -> None:
    ring = KnownThemes((Theme("a", parent="c"), Theme("b", parent="a"), Theme("c", parent="b")))
    assert [theme.id for theme in ring.with_narrower(Theme("a", parent="c"))] == ["a", "b", "c"]


def test_tags_are_themes_only_when_described() -> None:
    item = Item(title="T", themes=("Energy storage",), tags=("Mamba", "inbox"))
    assert [theme.id for theme in THEMES.of(item)] == ["Energy storage", "ssm"]


def test_counts_hold_each_item_once_for_a_theme() -> None:
    items = (
        Item(title="One", themes=("ssm",), highlights=(Highlight(anchor="a", tags=("Mamba",)),)),
        Item(title="Two", highlights=(Highlight(anchor="a", themes=("Wind",)),)),
    )
    counts = known_themes((AI, SSM), items).counts(items)
    assert [(count.theme.id, count.items) for count in counts] == [("ai", 0), ("ssm", 1), ("Wind", 1)]
