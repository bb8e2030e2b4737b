"""The rules of a re-import: mine is the file, base what the source last said, theirs what it says now."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.item import Highlight, Item, Passage, Turn
from letterbook.library.items.item_file import ItemFile, read_item, render_item
from letterbook.library.items.storable import storable
from letterbook.library.reimport.merge import Merge, merge_item, merge_moved

ONE = Highlight(anchor="h1", title="One", text="Clocks are arguments.", place="p. 1", ids=("readwise:1",))
TWO = Highlight(anchor="h2", title="Two", text="Oil first, then regret.", tags=("oil",), ids=("readwise:2",))
THREE = Highlight(anchor="h3", text="Every dial is a decision of somebody.", ids=("readwise:3",))
ITEM = Item(
    title="Slow hours",
    source="Marlow Weekly",
    authors=("Ines Marlow",),
    url="https://example.org/slow",
    kind="article",
    tags=("craft",),
    published="2031-04-02",
    ids=("readwise:9",),
    summary="About clocks.",
    highlights=(ONE, TWO),
)


def file(item: Item, change: tuple[str, str] = ("", "")) -> ItemFile:
    text = render_item(item)
    assert change[0] in text
    return read_item(text.replace(*change, 1) if change[0] else text, "items/Slow hours.md")


def merge(mine: ItemFile, base: Item | None, theirs: Item, *, restore: bool = False) -> Merge:
    return merge_item(mine, base and storable(base), storable(theirs), restore=restore)


def item_of(result: Merge) -> Item:
    return read_item(result.text, "items/Slow hours.md").item


def kept(result: Merge) -> list[tuple[str, str]]:
    return [(each.field, each.anchor) for each in result.kept_yours]


ITEM_CHANGES = [
    ("title", "Slow hours", "Slower hours"),
    ("source", "Marlow Weekly", "Marlow Monthly"),
    ("url", "https://example.org/slow", "https://example.org/slower"),
    ("kind", "article", "paper"),
    ("published", "2031-04-02", "2031-04-03"),
]


@pytest.mark.parametrize(("field", "before", "now"), ITEM_CHANGES)
def test_a_field_that_only_the_source_changed_is_taken(field: str, before: str, now: str) -> None:
    theirs = replace(ITEM, **{field: now})
    result = merge(file(ITEM), ITEM, theirs)
    assert getattr(item_of(result), field) == now
    assert result.text == file(ITEM, (before, now)).text
    assert result.kept_yours == ()


@pytest.mark.parametrize(("field", "before", "now"), ITEM_CHANGES)
def test_a_field_that_only_the_person_changed_is_kept_in_silence(field: str, before: str, now: str) -> None:
    mine = file(ITEM, (f"{field}: {before}", f"{field}: {now}"))
    result = merge(mine, ITEM, ITEM)
    assert result == Merge(mine.text)


@pytest.mark.parametrize(("field", "before", "now"), ITEM_CHANGES)
def test_a_field_that_both_changed_is_kept_and_reported(field: str, before: str, now: str) -> None:
    mine = file(ITEM, (f"{field}: {before}", f"{field}: mine"))
    result = merge(mine, ITEM, replace(ITEM, **{field: now}))
    assert result.text == mine.text
    assert [(each.field, each.yours, each.theirs) for each in result.kept_yours] == [(field, "mine", now)]


@pytest.mark.parametrize(("field", "before", "now"), ITEM_CHANGES)
def test_a_field_that_the_source_does_not_name_any_more_stays(field: str, before: str, now: str) -> None:
    if field != "title":
        result = merge(file(ITEM), ITEM, replace(ITEM, **{field: ""}))
        assert result == Merge(file(ITEM).text)


@pytest.mark.parametrize(("field", "before", "now"), ITEM_CHANGES)
def test_an_empty_field_is_filled(field: str, before: str, now: str) -> None:
    mine = file(ITEM, (f"{field}: {before}", f"{field}:"))
    result = merge(mine, None, replace(ITEM, **{field: now}))
    assert getattr(item_of(result), field) == now


def test_sets_are_mine_plus_added_minus_dropped() -> None:
    base = replace(ITEM, tags=("a", "b", "c"))
    mine = file(replace(base, tags=("mine", "a", "b")))
    result = merge(mine, base, replace(base, tags=("b", "c", "d")))
    assert item_of(result).tags == ("mine", "b", "d")


def test_without_a_base_mine_wins_and_is_reported() -> None:
    theirs = replace(ITEM, title="Other", authors=("Somebody",), ids=("snipd:7",))
    result = merge(file(ITEM), None, theirs)
    assert kept(result) == [("title", ""), ("authors", "")]
    assert item_of(result).title == "Slow hours"
    assert item_of(result).ids == ("readwise:9", "snipd:7")


def test_the_other_unicode_form_is_no_change() -> None:
    theirs = replace(ITEM, title="Cafe\u0301")
    mine = file(replace(ITEM, title="Caf\u00e9"))
    assert merge(mine, None, theirs) == Merge(mine.text)


HIGHLIGHT_CHANGES = [
    ("title", "One", "Uno", "title"),
    ("text", "Clocks are arguments.", "Clocks are long\n\narguments.", "quote"),
    ("place", "p. 1", "p. 2", "place"),
    ("note", "", "look this up", "note"),
    ("url", "", "https://example.org/1", "link"),
    ("colour", "", "blue", "colour"),
    ("takeaways", (), ("Clocks argue.",), "takeaways"),
    ("transcript", (), (Turn("Ines", "Clocks!"),), "transcript"),
    ("tags", (), ("clock",), "tags"),
    ("favourite", False, True, "favourite"),
]


@pytest.mark.parametrize(("field", "before", "now", "part"), HIGHLIGHT_CHANGES)
def test_a_part_of_a_highlight_that_only_the_source_changed_is_taken(
    field: str, before: object, now: object, part: str
) -> None:
    changed = replace(ONE, **{field: now})
    result = merge(file(ITEM), ITEM, replace(ITEM, highlights=(changed, TWO)))
    assert item_of(result).highlights == (changed, TWO)
    assert result.text == render_item(replace(ITEM, highlights=(changed, TWO)))
    assert result.kept_yours == ()


@pytest.mark.parametrize(("field", "before", "now", "part"), HIGHLIGHT_CHANGES)
def test_a_part_of_a_highlight_that_the_person_changed_is_kept(
    field: str, before: object, now: object, part: str
) -> None:
    mine = file(replace(ITEM, highlights=(replace(ONE, **{field: now}), TWO)))
    assert merge(mine, ITEM, ITEM) == Merge(mine.text)


def test_a_text_that_both_changed_is_kept_and_reported_with_its_anchor() -> None:
    mine = file(ITEM, ("Clocks are arguments.", "Clocks are quarrels."))
    theirs = replace(ITEM, highlights=(replace(ONE, text="Clocks are debates."), TWO))
    result = merge(mine, ITEM, theirs)
    assert result.text == mine.text
    assert kept(result) == [("quote", "h1")]


def test_what_belongs_to_the_person_is_never_touched() -> None:
    mine = file(
        replace(ITEM, themes=("time",), via="Odile", teaser="T", commentary=(Passage("My words."),)),
        ("- place: p. 1", "- place: p. 1\n- themes: mine\n- checked: yes\n\nMy own line. %% and a remark %%"),
    )
    theirs = replace(
        ITEM, themes=("x",), via="y", teaser="z", speakers=("s",), commentary=(Passage("No."),), title="New"
    )
    theirs = replace(theirs, highlights=(replace(ONE, themes=("no",), checked=False, place="p. 3"), TWO))
    result = merge(mine, ITEM, theirs)
    assert result.text == mine.text.replace("title: Slow hours", "title: New").replace("p. 1", "p. 3")


def test_unknown_keys_comments_and_line_ends_stay() -> None:
    text = file(ITEM, ("kind: article", "kind: article # mine\nmy_key: [1,  2]")).text.replace("\n", "\r\n")
    mine = read_item(text, "items/x.md")
    result = merge(mine, ITEM, replace(ITEM, kind="paper", highlights=(ONE, TWO, THREE)))
    assert result.text.startswith(text.replace("kind: article", "kind: paper"))
    assert result.text.count("\n") == result.text.count("\r\n")


@pytest.mark.parametrize("order", [(ONE, TWO, THREE), (ONE, THREE, TWO), (THREE, ONE, TWO)])
def test_a_new_highlight_goes_behind_its_nearest_predecessor(order: tuple[Highlight, ...]) -> None:
    result = merge(file(ITEM), ITEM, replace(ITEM, highlights=order))
    assert item_of(result).highlights == order
    assert result.text == render_item(replace(ITEM, highlights=order))
    assert result.added == ("h3",)


def test_a_new_highlight_gets_an_anchor_of_its_own() -> None:
    new = replace(THREE, anchor="h1")
    result = merge(file(ITEM), ITEM, replace(ITEM, highlights=(ONE, TWO, new)))
    assert result.added == ("h1-2",)


def test_the_first_highlights_of_a_file_make_its_region() -> None:
    bare = replace(ITEM, highlights=(), summary="", commentary=(Passage("Mine."),))
    for ending in ("\n", ""):
        mine = read_item(render_item(bare).rstrip("\n") + ending, "items/x.md")
        result = merge(mine, bare, replace(ITEM, commentary=()))
        assert result.text == render_item(replace(ITEM, commentary=(Passage("Mine."),)))


def test_a_highlight_that_the_person_deleted_stays_away_unless_restored() -> None:
    mine = file(replace(ITEM, highlights=(TWO,)))
    result = merge(mine, ITEM, ITEM)
    assert (result.text, result.away) == (mine.text, ("h1",))
    restored = merge(mine, ITEM, ITEM, restore=True)
    assert item_of(restored).highlights == (ONE, TWO)


def test_a_highlight_that_the_source_dropped_stays_and_is_reported() -> None:
    result = merge(file(ITEM), ITEM, replace(ITEM, highlights=(TWO,)))
    assert result == Merge(file(ITEM).text, gone=("h1",))


def test_a_highlight_without_id_is_known_by_its_place() -> None:
    base = replace(ITEM, highlights=(replace(ONE, anchor="ha", ids=()),))
    theirs = replace(
        ITEM, highlights=(replace(ONE, anchor="hb", ids=(), text="Said quite differently now."),)
    )
    result = merge(file(base), base, theirs)
    assert [each.text for each in item_of(result).highlights] == ["Said quite differently now."]
    assert item_of(result).highlights[0].anchor == "ha"


def test_a_highlight_without_id_and_place_is_known_by_nearly_the_same_words() -> None:
    before = Highlight(anchor="ha", text="The garden clock lost eleven minutes in the long cold spring.")
    now = Highlight(anchor="hb", text="The garden clock lost twelve minutes in the long, cold spring.")
    other = Highlight(anchor="hc", text="The garden clock was never repaired by anyone who cared about it.")
    base = replace(ITEM, highlights=(before,))
    result = merge(file(base), base, replace(ITEM, highlights=(now, other)))
    assert [each.text for each in item_of(result).highlights] == [now.text, other.text]
    assert result.added == ("hc",)


def test_two_highlights_of_one_page_are_not_taken_for_one() -> None:
    gone = replace(ONE, place="p. 1")
    came = replace(THREE, place="p. 1")
    result = merge(file(ITEM), ITEM, replace(ITEM, highlights=(came, TWO)))
    assert item_of(result).highlights == (came, gone, TWO)


def test_an_edited_highlight_without_ids_is_not_added_again() -> None:
    base = replace(ITEM, highlights=(replace(ONE, ids=(), place=""),))
    mine = file(base, ("Clocks are arguments.", "Something else entirely."))
    assert merge(mine, base, base).text == mine.text


def test_a_moved_highlight_is_merged_where_it_is_now() -> None:
    other = file(Item(title="Other", commentary=(Passage("Mine."),), highlights=(THREE, ONE)))
    result = merge_moved(other, [ONE, TWO], [replace(ONE, place="p. 9"), TWO])
    assert item_of(result).highlights == (THREE, replace(ONE, place="p. 9"))


WORDS = st.sampled_from(["", "a", "b", "two words", "x: y", "> q", "### z", "é", "line\nline"])
HIGHLIGHT = st.builds(
    Highlight,
    anchor=st.sampled_from(["", "h1", "h2", "h3", "h4"]),
    title=WORDS,
    text=WORDS,
    note=WORDS,
    place=WORDS,
    tags=st.lists(WORDS, max_size=2).map(tuple),
    takeaways=st.lists(WORDS, max_size=2).map(tuple),
    favourite=st.booleans(),
    ids=st.sampled_from([(), ("readwise:1",), ("readwise:2",), ("snipd:1",)]),
)
SOURCE = st.builds(
    Item,
    title=WORDS,
    source=WORDS,
    url=WORDS,
    kind=WORDS,
    authors=st.lists(WORDS, max_size=2).map(tuple),
    tags=st.lists(WORDS, max_size=2).map(tuple),
    summary=WORDS,
    highlights=st.lists(HIGHLIGHT, max_size=3).map(tuple),
).map(storable)
PERSON = st.builds(
    lambda item, *mine: replace(
        item, **dict(zip(("themes", "via", "teaser", "speakers", "commentary"), mine, strict=True))
    ),
    SOURCE,
    st.lists(WORDS, max_size=2).map(tuple),
    WORDS,
    WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
    st.lists(st.builds(Passage, WORDS), max_size=1).map(tuple),
).map(storable)


def persons_part(item: Item) -> tuple[object, ...]:
    return item.themes, item.via, item.teaser, item.audience, item.speakers, item.commentary


@given(PERSON, SOURCE)
@settings(max_examples=60, deadline=None)
def test_a_source_that_says_the_same_again_changes_nothing(mine: Item, said: Item) -> None:
    here = file(mine)
    assert merge(here, said, said).text == here.text


@given(PERSON, st.one_of(st.none(), SOURCE), SOURCE)
@settings(max_examples=70, deadline=None)
def test_merging_twice_is_merging_once(mine: Item, base: Item | None, theirs: Item) -> None:
    once = merge(file(mine), base, theirs)
    again = read_item(once.text, "items/Slow hours.md")
    assert merge(again, base, theirs).text == once.text
    assert merge(again, theirs, theirs).text == once.text


@given(PERSON, st.one_of(st.none(), SOURCE), SOURCE)
@settings(max_examples=60, deadline=None)
def test_what_the_person_alone_may_say_survives_any_merge(
    mine: Item, base: Item | None, theirs: Item
) -> None:
    result = item_of(merge(file(mine), base, theirs))
    assert persons_part(result) == persons_part(file(mine).item)
    assert len(result.highlights) >= len(mine.highlights)


@given(SOURCE, SOURCE)
@settings(max_examples=60, deadline=None)
def test_an_untouched_file_takes_all_that_its_source_says(base: Item, theirs: Item) -> None:
    result = item_of(merge(file(base), base, theirs))
    for name in ("title", "source", "url", "kind", "summary"):
        assert getattr(result, name) in {getattr(theirs, name), getattr(base, name)}
        assert getattr(result, name) == getattr(theirs, name) or not getattr(theirs, name)


@given(PERSON, st.one_of(st.none(), SOURCE), SOURCE, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_lines_that_the_person_wrote_anywhere_survive_any_merge(
    mine: Item, base: Item | None, theirs: Item, chance: random.Random
) -> None:
    written, region, highlights = render_item(mine).partition("## Highlights\n")
    lines = highlights.split("\n")
    for number in range(3 if region else 0):
        blank = [index for index, line in enumerate(lines) if not line]
        lines.insert(chance.choice(blank), f"\n%% my line {number} %%\n")
    file_now = read_item(written + region + "\n".join(lines), "items/Slow hours.md")
    own = [line for line in file_now.text.split("\n") if line.startswith("%% my line")]
    result = merge(file_now, base, theirs)
    assert [line for line in result.text.split("\n") if line.startswith("%% my line")] == own
    assert persons_part(item_of(result)) == persons_part(file_now.item)
    assert len(item_of(result).highlights) >= len(file_now.item.highlights)
