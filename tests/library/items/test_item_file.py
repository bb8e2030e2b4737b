from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.finding import Finding
from letterbook.item import Audience, Highlight, HighlightKind, Item, Passage, Turn
from letterbook.library.items.item_file import read_item, render_item
from letterbook.library.items.storable import storable

EXAMPLE = Path(__file__).parents[2] / "data" / "library" / "The garden of forking clocks.md"

AWKWARD = [
    *("---", "```", "~~~ x", "%%", "## Highlights", "# One", "### Three", "^h1", "- place: 3", "> [!quote]"),
    *(
        "> quoted",
        "**A:** b",
        "[!note]",
        "—",
        "- ",
        "\t",
        " ",
        "\n",
        "\r\n",
        "\xa0",
        "\u2028",
        "\x85",
        "\x07",
        "\x00",
    ),
    *('"', ",", "#", ": ", "a\u0308", "[[x]]", "{{ y }}", "null", "No", "012", "\ufeff", "\\", "'", "[", "}"),
]
TEXT = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=5)), max_size=6).map("".join)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
HIGHLIGHTS = st.builds(
    Highlight,
    anchor=st.from_regex(r"[A-Za-z0-9-]{0,3}", fullmatch=True),
    title=TEXT,
    text=TEXT,
    transcript=st.lists(st.builds(Turn, TEXT, TEXT), max_size=3).map(tuple),
    takeaways=TEXTS,
    note=TEXT,
    place=TEXT,
    url=TEXT,
    tags=TEXTS,
    themes=TEXTS,
    favourite=st.booleans(),
    checked=st.booleans(),
    colour=TEXT,
    highlighted=TEXT,
    ids=TEXTS,
)
ITEMS = st.builds(
    Item,
    title=TEXT,
    source=TEXT,
    authors=TEXTS,
    url=TEXT,
    kind=st.one_of(TEXT, st.just("company")),
    themes=TEXTS,
    tags=TEXTS,
    published=st.sampled_from(["", "2024", "2024-01", "2024-01-11"]),
    added=st.sampled_from(["", "2024-01-20"]),
    via=TEXT,
    teaser=TEXT,
    audience=st.sampled_from(Audience),
    speakers=TEXTS,
    ids=TEXTS,
    summary=TEXT,
    note=TEXT,
    unread=TEXT,
    commentary=st.lists(st.builds(Passage, TEXT), max_size=2).map(tuple),
    highlights=st.lists(HIGHLIGHTS, max_size=3).map(tuple),
)


def read(text: str) -> Item:
    return read_item(text, "items/x.md").item


def found(text: str) -> list[tuple[str, int]]:
    def line(finding: Finding) -> int:
        assert finding.place is not None
        return finding.place.line

    return [(finding.id, line(finding)) for finding in read_item(text, "items/x.md").findings]


@given(ITEMS)
@settings(max_examples=70, deadline=None)
def test_what_is_written_is_read_back(item: Item) -> None:
    assert replace(read(render_item(item)), name="", path="") == storable(item)


@given(ITEMS)
@settings(max_examples=40, deadline=None)
def test_what_a_file_can_hold_does_not_change_again(item: Item) -> None:
    assert storable(storable(item)) == storable(item)


@given(ITEMS)
@settings(max_examples=40, deadline=None)
def test_windows_line_ends_say_the_same(item: Item) -> None:
    text = render_item(item)
    assert read(text.replace("\n", "\r\n")) == read(text)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_shuffled_or_cut_file_is_still_read(chance: random.Random) -> None:
    lines = EXAMPLE.read_text("utf-8").split("\n")
    head, body = lines[:16], lines[16:]
    chance.shuffle(body)
    text = "\n".join(head + body)[: chance.randrange(600, 2000)]
    assert read(text).title == "The garden of forking clocks: a history"


def test_the_example_is_read() -> None:
    item = read_item(EXAMPLE.read_text("utf-8"), "items/The garden of forking clocks.md").item
    assert item.name == "The garden of forking clocks"
    assert item.kind == "podcast"
    assert item.speakers == ("Ines Marlow", "Tobias Quill")
    assert item.commentary[0].text.startswith("Half of what we call progress")
    assert item.commentary[0].line == 17
    assert item.commentary[1].text == "## Afterthought\n\nThe second visit was better."
    assert item.summary == "Two clockmakers talk."
    assert [highlight.anchor for highlight in item.highlights] == ["h7744c4e1", "rw20512", "h19b3aa10"]


def test_the_example_is_written_the_way_it_stands() -> None:
    item = read_item(EXAMPLE.read_text("utf-8"), "items/x.md").item
    kept = replace(item, commentary=item.commentary[:1])
    expected = EXAMPLE.read_text("utf-8").partition("\n## Afterthought")[0]
    assert render_item(kept) == expected


def test_a_highlight_is_read_with_all_its_parts() -> None:
    highlight = read(EXAMPLE.read_text("utf-8")).highlights[0]
    assert highlight.kind is HighlightKind.TRANSCRIPT
    assert highlight.title == "A clock is an argument"
    assert highlight.transcript == (
        Turn("Speaker 1", "A clock is an argument about what deserves to be counted."),
        Turn("Speaker 2", "And who does the counting?"),
    )
    assert highlight.takeaways == ("Clocks encode values.", "Counting is a choice.")
    assert highlight.note == "use this as the opening"
    assert highlight.place == "0:08:30"
    assert highlight.url == "https://share.example.org/snip/7744c4e1"
    assert highlight.tags == ("time", "craft, old")
    assert highlight.favourite
    assert highlight.ids == ("snipd:7744c4e1-0000-4000-8000-000000000001",)


def test_a_quote_in_obsidians_hand_is_read() -> None:
    untitled = "###  \n\n\n>[!Quote]+ Mine\n>words\n> more\n\n\n* place: p. 3\n"
    text = f"## Highlights\n\n{untitled}\n### Next\n> [!QUOTE]\n> other"
    first, second = read(text).highlights
    assert (first.title, first.text, first.place) == ("", "words\nmore", "p. 3")
    assert (second.title, second.text) == ("Next", "other")
    assert first.anchor.startswith("h")
    assert first.anchor != second.anchor


def test_a_computed_anchor_depends_on_the_words_alone() -> None:
    one = read("## Highlights\n### A\n> [!quote]\n> Some  words\n").highlights[0]
    two = read("## Highlights\n### B\n> [!quote]\n> some words\n\n- place: 3\n").highlights[0]
    assert one.anchor == two.anchor


def test_one_source_id_names_one_highlight() -> None:
    one = Highlight(anchor="a", text="x", ids=("readwise:1",))
    repeated, other = replace(one, anchor="b"), replace(one, anchor="c", text="y")
    first, second = storable(Item(title="t", highlights=(one, repeated, other))).highlights
    assert (first, second) == (one, replace(other, ids=()))


def test_commentary_stands_before_and_behind_the_highlights() -> None:
    item = read("Before.\n\n## Highlights\n\n### A\n> [!quote]\n> x\n\n# After\nit.\n\n")
    assert item.commentary == (Passage("Before."), Passage("# After\nit."))
    assert [passage.line for passage in item.commentary] == [1, 9]


def test_code_in_the_commentary_does_not_begin_the_highlights() -> None:
    item = read("```\n## Highlights\n```\n\n## Highlights\n### A\n> [!quote]\n> x\n")
    assert item.commentary[0].text == "```\n## Highlights\n```"
    assert len(item.highlights) == 1


def test_a_fence_that_is_never_closed_hides_no_highlight() -> None:
    item = read("## Highlights\n### A\n> [!quote]\n> x\n\n```\n\n### B\n> [!quote]\n> y\n")
    assert [highlight.title for highlight in item.highlights] == ["A", "B"]


def test_text_between_highlights_is_a_note() -> None:
    text = "## Highlights\nmine\n\n### A\n> [!quote]\n> x\n\nalso mine\n> and this\n- and: that\n\n### B\n"
    assert found(text) == [("highlight-text-between", 2), ("highlight-text-between", 8)]
    assert read(text).commentary == ()


def test_a_doubled_id_is_an_error_that_names_both_lines() -> None:
    text = "## Highlights\n### A\n> [!quote]\n> x\n\n^h1\n### B\n> [!quote]\n> y\n\n^h1\n"
    (finding,) = read_item(text, "items/x.md").findings
    assert finding.id == "highlight-doubled-id"
    assert "in line 2 and in line 7" in finding.message


def test_what_is_said_twice_in_a_highlight_counts_once() -> None:
    text = "## Highlights\n### A\n> [!quote]\n> x\n\n> [!quote]\n> y\n\n- place: 1\n- place: 2\n^a\n^b\n"
    assert found(text) == [("highlight-said-twice", line) for line in (6, 10, 12)]
    assert read(text).highlights[0].place == "1"


def test_a_second_region_is_reported_and_left_to_the_author() -> None:
    text = "## Highlights\n### A\n\n## Highlights\n### B\n"
    assert found(text) == [("highlights-twice", 4)]
    assert len(read(text).highlights) == 1


def test_company_news_is_for_the_firm_unless_it_says_otherwise() -> None:
    assert read("---\nkind: company\n---\n").audience is Audience.FIRM
    assert read("---\nkind: company\naudience: investors\n---\n").audience is Audience.INVESTORS
    assert read("---\nkind: article\n---\n").audience is Audience.PUBLIC


def test_an_unknown_audience_is_reported_and_counts_as_the_narrowest() -> None:
    text = "---\ntitle: x\naudience: publik\n---\n"
    (finding,) = read_item(text, "items/x.md").findings
    assert str(finding.place) == "items/x.md:3:11"
    assert finding.hint == 'Did you mean "public"?'
    assert read(text).audience is Audience.FIRM


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *(
            ("2024", "2024"),
            ("2024-02", "2024-02"),
            ("2024-02-29", "2024-02-29"),
            ("2024-02-29 10:30", "2024-02-29"),
        ),
        *(
            ("2024-02-29T10:30:00Z", "2024-02-29"),
            ("2023-02-29", ""),
            ("2024-13-45", ""),
            ("soon", ""),
            ("20240", ""),
        ),
    ],
)
def test_a_date_is_read_or_reported(written: str, expected: str) -> None:
    text = f"---\ntitle: x\nadded: {written}\n---\n"
    assert read(text).added == expected
    assert found(text) == ([] if expected else [("item-date", 3)])


def test_themes_and_tags_may_be_one_text_with_commas() -> None:
    item = read("---\nthemes: time, clocks\ntags:\n  - one, two\nauthors: Marlow, Ines\n---\n")
    assert item.themes == ("time", "clocks")
    assert item.tags == ("one, two",)
    assert item.authors == ("Marlow, Ines",)


def test_a_file_without_title_is_called_by_its_name() -> None:
    assert read_item("Some text.", "items/sub/A name.md").item.title == "A name"
