from __future__ import annotations

import pytest

from letterbook.importers.identity import anchor, highlight_ids, item_ids

SNIP = "7744c4e1-fb3a-4381-a44e-0925f7373336"


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (f"https://share.snipd.com/snip/{SNIP}", f"snipd:{SNIP}"),
        (f"https://share.snipd.com/episode-takeaways/{SNIP}", f"snipd:{SNIP}"),
        ("https://readwise.io/open/655001", "readwise:655001"),
        ("https://read.readwise.io/read/01hheat", "reader:01hheat"),
        ("https://read.readwise.io/new/read/01hheat", "reader:01hheat"),
        ("https://x.com/somebody/status/17", "tweet:17"),
    ],
)
def test_a_link_says_which_highlight_it_is(url: str, known: str) -> None:
    assert highlight_ids(url) == (known,)


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://readwise.io/bookreview/36129001", "readwise:36129001"),
        (f"https://share.snipd.com/episode/{SNIP}", f"snipd:{SNIP}"),
        ("https://readwise.io/to_kindle?action=open&asin=B00ORCHARD&location=285", "asin:B00ORCHARD"),
    ],
)
def test_a_link_says_which_item_it_is(url: str, known: str) -> None:
    assert item_ids(url) == (known,)


def test_other_links_say_nothing() -> None:
    assert highlight_ids("https://example.org/open/1") == item_ids("https://example.org") == ()


def test_an_anchor_comes_from_the_snip_before_the_number_before_the_words() -> None:
    assert anchor(("readwise:12", f"snipd:{SNIP}"), "words") == "h7744c4e1"
    assert anchor(("reader:01h", "readwise:12"), "words") == "rw12"
    assert anchor((), "Some  words") == anchor((), "some words")
    assert anchor((), "some words") != anchor((), "other words")


def test_a_snip_without_hexadecimal_digits_is_known_by_its_words() -> None:
    assert anchor(("snipd:not-a-uuid-at-all",), "some words") == anchor((), "some words")
