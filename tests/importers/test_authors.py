from __future__ import annotations

import pytest

from letterbook.importers.authors import Credit, credit


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("[[Mara Lindqvist]]", ("Mara Lindqvist",)),
        ("**Mara Lindqvist**", ("Mara Lindqvist",)),
        ("[[Mara Lindqvist]], [[Tomas Okoye]]", ("Mara Lindqvist", "Tomas Okoye")),
        ("Mara Lindqvist, Tomas Okoye and Ada Brook", ("Mara Lindqvist", "Tomas Okoye", "Ada Brook")),
        ("Mara Lindqvist & Tomas Okoye", ("Mara Lindqvist", "Tomas Okoye")),
        ("Lindqvist, Mara; Okoye, Tomas", ("Lindqvist, Mara", "Okoye, Tomas")),
        ("Lindqvist, Mara", ("Lindqvist, Mara",)),
        ("Sammy Vale, Jr.", ("Sammy Vale, Jr.",)),
        ("[[Jon Vale\\|Jon Vale]]", ("Jon Vale",)),
        ("None", ()),
        ("[[]]", ()),
        ("[[{author}]]", ()),
        ("", ()),
    ],
)
def test_people_are_split_and_stripped_of_marks(line: str, authors: tuple[str, ...]) -> None:
    assert credit(line) == Credit(authors)


def test_a_handle_is_the_author_and_its_service_the_source() -> None:
    assert credit("[[@hollis_byte on Twitter]]") == Credit(("@hollis_byte",), "Twitter")


@pytest.mark.parametrize("line", ["[[example.org]]", "www.example.org", "https://example.org/about"])
def test_a_bare_domain_is_the_source(line: str) -> None:
    assert credit(line) == Credit(source="example.org")


@pytest.mark.parametrize("line", ["[[instapaper.com]]", "read.readwise.io"])
def test_a_reading_service_is_nobody(line: str) -> None:
    assert credit(line) == Credit()
