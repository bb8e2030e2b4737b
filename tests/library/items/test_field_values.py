from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.library.items.field_values import read_date, read_list, read_yes, write_list


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", ()),
        (" , ", ()),
        ("a", ("a",)),
        ("a, b,c", ("a", "b", "c")),
        ("a, a", ("a",)),
        ('a, "b, c", d', ("a", "b, c", "d")),
        ('"say ""yes"""', ('say "yes"',)),
        ('half " open', ('half " open',)),
        ("two words, C#", ("two words", "C#")),
    ],
)
def test_a_list_is_read(text: str, entries: tuple[str, ...]) -> None:
    assert read_list(text) == entries


ENTRIES = st.text(alphabet="ab,\"'# é", min_size=1, max_size=6).map(lambda text: text.strip(" "))


@given(st.lists(ENTRIES.filter(bool), unique=True, max_size=4).map(tuple))
def test_a_list_is_read_back(entries: tuple[str, ...]) -> None:
    assert read_list(write_list(entries)) == entries


@pytest.mark.parametrize("text", ["yes", "Yes ", "true", "x", "1"])
def test_yes(text: str) -> None:
    assert read_yes(text)


@pytest.mark.parametrize("text", ["", "no", "false", "0", "perhaps"])
def test_not_yes(text: str) -> None:
    assert not read_yes(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("0000", None),
        ("", None),
        ("next", None),
    ],
)
def test_a_date_may_be_partial_but_not_impossible(text: str, date: str | None) -> None:
    assert read_date(text) == date
