from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.importers.tail import Tail, split_tail

SNIP = "https://share.snipd.com/snip/7744c4e1-fb3a-4381-a44e-0925f7373336"


@pytest.mark.parametrize(
    ("line", "place", "url"),
    [
        (f"words ([Time\u00a00:08:30]({SNIP}))", "0:08:30", SNIP),
        ("words [Location\u00a0285](https://example.org/a)", "Location 285", "https://example.org/a"),
        ("words ([Page 12](https://example.org/a))", "Page 12", "https://example.org/a"),
        ("words ([View Highlight](https://example.org/a_(b)))", "", "https://example.org/a_(b)"),
        ("words (Location 99)", "Location 99", ""),
    ],
)
def test_label_and_link_are_taken(line: str, place: str, url: str) -> None:
    text, tail = split_tail(line)
    assert text == "words"
    assert tail is not None
    assert (tail.place, "".join(tail.urls)) == (place, url)


def test_a_second_link_a_date_and_an_id_belong_to_the_tail() -> None:
    line = (
        "words ([View Highlight](https://read.readwise.io/read/01abc)), "
        "[Open in Readwise](https://readwise.io/open/7) [[2024-07-26]] ^rw7"
    )
    text, tail = split_tail(line)
    assert text == "words"
    assert tail == Tail(
        urls=("https://read.readwise.io/read/01abc", "https://readwise.io/open/7"),
        ids=("reader:01abc", "readwise:7", "readwise:7"),
        date="2024-07-26",
    )


@pytest.mark.parametrize(
    "line",
    [
        "a sentence about [View Highlight](https://example.org/a) in the middle",
        "a sentence with [a link](https://example.org/a)",
        "x ^2",
        "a power of two: 2^10",
        "",
    ],
)
def test_other_links_and_carets_are_text(line: str) -> None:
    assert split_tail(line) == (line, None)


def test_a_line_of_nothing_but_broken_tails_is_read_in_one_pass() -> None:
    line = "[View Highlight](https://example.org/a) " * 20_000 + "text"
    assert split_tail(line) == (line, None)


@given(st.text(alphabet="[]() ^#View HighlightTime0:8\u00a0rw,x"))
def test_any_line_splits_into_text_and_tail(line: str) -> None:
    text, tail = split_tail(line)
    assert line.startswith(text)
    assert tail is not None or text == line
