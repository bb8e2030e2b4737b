from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.draft import Link, Text
from letterbook.drafting.printing.heading_pattern import FIELDS, parse_heading_pattern
from letterbook.item import Item
from letterbook.markup.text import plain_text


def words(pattern, **item):
    return plain_text(parse_heading_pattern(pattern).inlines(Item(**{"title": "Tides", **item})))


@pytest.mark.parametrize(
    ("title", "source", "printed"),
    [
        ("Tides", "The Post", "Tides, The Post"),
        ("Who pays?", "The Post", "Who pays? The Post"),
        ("Stop!", "The Post", "Stop! The Post"),
        ("So it ends …", "The Post", "So it ends … The Post"),
        ("She said “no?”", "The Post", "She said “no?” The Post"),
        ("Acme Inc.", "The Post", "Acme Inc. The Post"),
        ("Tides", "", "Tides"),
    ],
)
def test_a_comma_stands_only_where_a_person_would_write_one(title, source, printed):
    assert words("{title}, {source}", title=title, source=source) == printed


def test_the_title_is_linked_to_the_item_s_address():
    heading = parse_heading_pattern("{title}, {source}").inlines(
        Item(title="*Tides*", source="Post", url="https://x.example")
    )
    assert heading == (Link((Text("*Tides*"),), "https://x.example"), Text(", Post"))


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "/items/x.md"])
def test_what_is_no_address_of_the_web_is_not_linked(url):
    assert parse_heading_pattern("{title}").inlines(Item(title="T", url=url)) == (Text("T"),)


def test_brackets_go_with_the_field_they_hold():
    pattern = "{source}: {title} ({author})!"
    assert words(pattern, source="Post", authors=("A", "B")) == "Post: Tides (A, B)!"
    assert words(pattern) == "Tides!"


def test_an_item_without_a_title_is_called_by_its_name():
    assert words("{title}", title="", name="File") == "File"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{titel}, {source}", 'Did you mean "title"?'),
        ("{source}", "no {title}"),
        ("{title", "expected"),
        ("{title!r}", "nothing a heading can hold"),
        ("{title.__class__}", "nothing a heading can hold"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern, said):
    with pytest.raises(ValueError, match=said.replace("?", r"\?").replace("{", r"\{")):
        parse_heading_pattern(pattern)


@given(st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_title_and_source_are_printed_as_they_are(title, source):
    printed = words("{title}, {source}", title=title, source=source)
    assert printed.startswith(title)
    assert printed.endswith(source)


def test_every_field_is_documented(request):
    page = request.config.rootpath / "docs" / "how-to" / "own-template-and-look.md"
    text = page.read_text(encoding="utf-8")
    assert all(f"`{{{field}}}`" in text for field in FIELDS)
