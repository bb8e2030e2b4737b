from __future__ import annotations

import pytest

from letterbook.importers.kinds import kind_named, kind_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("#articles", "article"),
        ("#books", "book"),
        ("#supplementals", "book"),
        ("#tweets", "post"),
        ("#podcasts", "podcast"),
        ("[[podcasts]]", "podcast"),
        ("#Readwise/category/tweets", "post"),
        ("#resource/books", "book"),
        ("PDFs", "paper"),
        ("#literature-note", ""),
    ],
)
def test_categories_are_kinds(word: str, kind: str) -> None:
    assert kind_named(word) == kind


def test_the_address_makes_a_video_of_an_article_but_not_of_a_podcast() -> None:
    assert kind_of("https://www.youtube.com/watch?v=1", "article") == "video"
    assert kind_of("https://www.youtube.com/watch?v=1", "podcast") == "podcast"


def test_a_public_page_without_a_kind_is_an_article() -> None:
    assert kind_of("https://example.org/a") == "article"
    assert kind_of("https://read.readwise.io/read/01") == ""
    assert kind_of("") == ""
