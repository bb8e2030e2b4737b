from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import WrongUse
from letterbook.item import Highlight, Item, Passage, Turn
from letterbook.library.queries.query import (
    FIELDS,
    Query,
    Selection,
    parse_query,
    query_from_arguments,
    read_query,
    split_words,
)
from letterbook.library.themes.known_themes import KnownThemes, Theme

TODAY = date(2024, 3, 15)
THEMES = KnownThemes(
    (
        Theme("ai", title="Artificial intelligence"),
        Theme("ssm", title="State space models", aliases=("mamba",), parent="ai"),
    ),
    used=("Wind",),
)
WIND = Item(
    name="Offshore",
    title="Offshore wind",
    source="The Gale",
    authors=("Ada Breeze",),
    kind="article",
    themes=("wind",),
    added="2024-02-10",
    commentary=(Passage("Worth a visit to the “harbour”."),),
    highlights=(Highlight(anchor="w1", text="Turbines grow."), Highlight(anchor="w2", text="Cables fail.")),
)
PODCAST = Item(
    name="Layers",
    title="Layers",
    kind="podcast",
    tags=("pick", "queue/next"),
    added="2024-01",
    highlights=(
        Highlight(anchor="p1", transcript=(Turn("Ada", "Selective state, they say."),), tags=("Mamba",)),
        Highlight(anchor="p2", text="Long contexts.", favourite=True, tags=("later",)),
    ),
)
BARE = Item(name="Bare", title="Bare")
ITEMS = (WIND, PODCAST, BARE)
USED = {"Offshore": ("Ruminations 11",)}


def select(*words: str) -> dict[str, list[str]]:
    selections = parse_query(words, THEMES, TODAY).select(ITEMS, USED)
    return {each.item.name: [highlight.anchor for highlight in each.highlights] for each in selections}


def test_no_words_select_everything() -> None:
    assert select() == {"Offshore": ["w1", "w2"], "Layers": ["p1", "p2"], "Bare": []}


def test_an_item_with_the_theme_selects_all_its_highlights() -> None:
    assert select("theme:Wind") == {"Offshore": ["w1", "w2"]}


def test_a_theme_matches_aliases_and_narrower_themes_in_highlights() -> None:
    assert select("theme:ai") == select("theme:state-space-models") == {"Layers": ["p1"]}


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("kind:Podcast", ["Layers"]),
        ("source:gale", ["Offshore"]),
        ("author:breeze", ["Offshore"]),
        ("tag:queue", ["Layers"]),
        ("since:2024-02", ["Offshore"]),
        ("since:2024-01-20", ["Offshore", "Layers"]),
        ("until:2024-01", ["Layers"]),
        ("since:40d", ["Offshore"]),
        ("used:ruminations 11", ["Offshore"]),
        ("is:used", ["Offshore"]),
        ("is:unused", ["Layers", "Bare"]),
        ("is:picked", ["Layers"]),
        ("is:untagged", ["Bare"]),
        ("is:uncommented", ["Layers", "Bare"]),
        ("-used", ["Layers", "Bare"]),
        ("picked", ["Layers"]),
        ("-is:favourite", ["Offshore", "Bare"]),
        ("THEME:wind", ["Offshore"]),
    ],
)
def test_each_field_and_state(word: str, names: list[str]) -> None:
    assert list(select(word)) == names


def test_a_favourite_highlight_is_selected_alone() -> None:
    assert select("is:favourite") == {"Layers": ["p2"]}


def test_a_picked_highlight_is_selected_alone_and_makes_its_item_picked() -> None:
    picked = Highlight(anchor="c1", text="One.", tags=("Pick",))
    item = Item(name="Chapter", title="Chapter", highlights=(picked, Highlight(anchor="c2", text="Two.")))
    assert parse_query(["is:picked"], THEMES, TODAY).select([item], {}) == (Selection(item, (picked,)),)
    assert parse_query(["-is:picked"], THEMES, TODAY).select([item], {}) == ()


def test_a_negation_leaves_out_the_matching_highlights() -> None:
    assert select("-tag:later", "kind:podcast") == {"Layers": ["p1"]}
    assert select("-tag:later", "-theme:ssm", "kind:podcast") == {}


@pytest.mark.parametrize("phrase", ['the "harbour"', "OFFSHORE   wind", "ada breeze"])
def test_a_phrase_is_found_in_an_items_own_texts(phrase: str) -> None:
    assert select(phrase) == {"Offshore": ["w1", "w2"]}


def test_a_phrase_in_a_highlight_selects_it() -> None:
    assert select("cables fail") == {"Offshore": ["w2"]}
    assert select("selective state") == {"Layers": ["p1"]}


def test_a_phrase_may_hold_a_colon_a_state_or_an_address() -> None:
    assert select('"used"') == select("Note: none") == select("https://example.org") == {}


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("them:ai", 'no field "them"', '"theme"'),
        ("theme:manba", 'no theme "manba"', '"ssm"'),
        ("theme:fishery", 'no theme "fishery"', "letterbook themes"),
        ("is:favorite", 'no "is:favorite"', '"favourite"'),
        ("is:xyz", 'no "is:xyz"', "uncommented"),
        ("since:soon", '"soon" is no date', "2024-01-31"),
        ("theme:", "theme: has no value", "theme:ai"),
        ("-", "stands alone", "-used"),
        ('""', "empty", "quotation marks"),
    ],
)
def test_a_mistake_is_one_sentence_with_a_suggestion(word: str, message: str, hint: str) -> None:
    with pytest.raises(WrongUse) as caught:
        parse_query([word], THEMES, TODAY)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_an_open_quotation_mark_is_a_mistake() -> None:
    with pytest.raises(WrongUse, match="not closed"):
        read_query('theme:ai "free text', THEMES, TODAY)


def test_words_of_a_line_keep_quoted_phrases_together() -> None:
    assert split_words('theme:"state space" -"a \\" b"  used') == (
        'theme:"state space"',
        '-"a \\" b"',
        "used",
    )


def test_arguments_of_a_section_are_the_same_terms() -> None:
    arguments = [("theme", "state space models"), ("since", "2024-01"), ("kind", ""), ("query", "-used 'x'")]
    written = read_query("theme:\"state space models\" since:2024-01 -used 'x'", THEMES, TODAY)
    assert query_from_arguments(arguments, THEMES, TODAY) == written


def test_an_argument_that_is_no_field_is_a_mistake() -> None:
    with pytest.raises(WrongUse, match='no field "limit"'):
        query_from_arguments([("limit", "5")], THEMES, TODAY)


WORDS = st.one_of(
    st.sampled_from(
        [
            "theme:ai",
            "-theme:mamba",
            "is:favourite",
            "-used",
            "tag:later",
            "kind:podcast",
            "since:2024",
            "wind",
        ]
    ),
    st.text(min_size=1),
    st.builds("{}:{}".format, st.sampled_from(list(FIELDS)), st.text()),
)


def parsed(words: list[str]) -> Query:
    """The query of those words that can be read."""
    conditions = []
    for word in words:
        try:
            conditions.extend(parse_query([word], THEMES, TODAY).conditions)
        except WrongUse:
            continue
    return Query(tuple(conditions))


@given(st.lists(WORDS, max_size=5))
@settings(max_examples=100, deadline=None)
def test_a_query_reads_back_from_its_text(words: list[str]) -> None:
    query = parsed(words)
    assert read_query(str(query), THEMES, TODAY) == query


@given(WORDS)
@settings(max_examples=100, deadline=None)
def test_a_word_and_its_negation_select_nothing(word: str) -> None:
    query = parsed([word.removeprefix("-")])
    if query.conditions:
        both = read_query(f"{query.conditions[0]} -{query.conditions[0]}", THEMES, TODAY)
        if not query.conditions[0].negated:
            assert both.select(ITEMS, USED) == ()


@given(st.lists(WORDS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_the_order_of_words_does_not_matter_and_a_selection_is_a_part(words: list[str]) -> None:
    query = parsed(words)
    selected = query.select(ITEMS, USED)
    assert Query(query.conditions[::-1]).select(ITEMS, USED) == selected
    assert all(_is_part(selection) for selection in selected)


def _is_part(selection: Selection) -> bool:
    return selection.item in ITEMS and set(selection.highlights) <= set(selection.item.highlights)
