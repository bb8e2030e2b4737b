from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.addresses import canonical_url, is_private_link, is_remote, site, without_tracking


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?utm_source=x&id=7&fbclid=q", "https://example.org/a?id=7"),
        ("https://example.org/a?UTM_Source=x", "https://example.org/a"),
        ("https://example.org/watch?v=abc&t=12s#part", "https://example.org/watch?v=abc&t=12s#part"),
        ("https://example.org/a?mc_cid=1&mc_eid=2", "https://example.org/a"),
        ("  https://example.org/a/  ", "https://example.org/a/"),
        ("no address", "no address"),
    ],
)
def test_tracking_goes_and_everything_else_stays(url: str, kept: str) -> None:
    assert without_tracking(url) == kept


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a?b=1&c=2",
        "https://www.example.org/a?b=1&c=2",
        "https://EXAMPLE.org/a/?c=2&b=1",
        "https://example.org:443/a?b=1&c=2#section",
        "https://example.org/a?b=1&utm_medium=mail&c=2",
    ],
)
def test_spellings_of_one_page_are_equal(other: str) -> None:
    assert canonical_url(other) == canonical_url("https://example.org/a?b=1&c=2")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/A?b=1",
        "https://example.org/a?b=2",
        "https://sub.example.org/a?b=1",
        "https://example.org:8080/a?b=1",
        "https://example.org/a?b=1#!/page",
    ],
)
def test_different_pages_stay_different(other: str) -> None:
    assert canonical_url(other) != canonical_url("https://example.org/a?b=1")


@pytest.mark.parametrize(
    "url",
    [
        "https://readwise.io/open/123",
        "https://readwise.io/to_kindle?action=open&asin=B01&location=285",
        "https://READ.readwise.io/read/01hq",
        "https://readwise.io/reader/document_raw_content/55",
        "https://readwise.io./bookreview/1",
        "http://www.instapaper.com/read/99",
        "https://user@instapaper.com//read/99",
        "mailto:reader-forwarded-email/abc",
        "kindle://book?action=open",
        "obsidian://open?vault=x",
        "file:///home/me/paper.pdf",
    ],
)
def test_links_that_open_for_their_owner_only_are_private(url: str) -> None:
    assert is_private_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://share.snipd.com/snip/1",
        "https://readwise.io/reader/shared/01hq",
        "https://readwise.io/opening-hours",
        "https://notreadwise.io/open/1",
        "https://example.org/?next=https://readwise.io/open/1",
        "mailto:person@example.org",
        "",
        "obsidian",
    ],
)
def test_links_that_open_for_everybody_are_not_private(url: str) -> None:
    assert not is_private_link(url)


def test_site_is_the_host_without_www() -> None:
    assert site("https://www.Example.org/page") == "example.org"
    assert site("Example") == ""


@given(st.text() | st.text().map("https://example.org/".__add__) | st.text().map("http://[".__add__))
def test_any_text_has_a_canonical_form_and_a_second_pass_keeps_it(text: str) -> None:
    once = canonical_url(text)
    is_private_link(text)
    assert canonical_url(once) == once


@pytest.mark.parametrize("source", ["https://example.org/a.png", "data:image/png;base64,AA", "ftp://x/a.gif"])
def test_a_picture_with_a_scheme_is_remote(source: str) -> None:
    assert is_remote(source)


@pytest.mark.parametrize("source", ["attachments/a.png", "C:/Users/me/a.png", "../a.png", "", ": a.png"])
def test_a_picture_by_its_path_is_not(source: str) -> None:
    assert not is_remote(source)
