"""Files are named so that every system accepts the name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letterbook.file_names import NAME_LENGTH, safe_name
from letterbook.files import name_key

RESERVED_ON_WINDOWS = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10))}


@given(st.text(max_size=200))
def test_any_title_makes_a_name_that_every_system_accepts(title: str) -> None:
    name = safe_name(title)
    assert 1 <= len(name) <= NAME_LENGTH
    assert not set(name) & set('\\/:*?"<>|#^[]\0')
    assert name == name.strip(" .")
    assert name.split(".")[0].casefold() not in RESERVED_ON_WINDOWS


@given(st.lists(st.sampled_from(["Title", "TITLE", "title", "Title 2", "é", "e\u0301"]), max_size=12))
def test_names_never_collide_on_any_system(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        taken.add(name_key(safe_name(title, taken)))
    assert len(taken) == len(titles)


def test_a_name_is_stable() -> None:
    assert safe_name(safe_name("Could this: work? #1")) == safe_name("Could this: work? #1")
