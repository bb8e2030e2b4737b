from __future__ import annotations

import pytest

from letterbook.conflict_copies import is_conflict_copy


@pytest.mark.parametrize(
    "name",
    [
        "Tides (Ada's conflicted copy 2024-01-31).md",
        "Tides (conflicted copy).md",
        "Tides (Case Conflict 1).md",
        "Tides.sync-conflict-20240131-101500-ABCDEF.md",
    ],
)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert is_conflict_copy(name)


@pytest.mark.parametrize(
    "name", ["Tides.md", "Tides (1).md", "A conflicted copy editor.md", "The case (conflict).md"]
)
def test_other_names_are_no_copies(name: str) -> None:
    assert not is_conflict_copy(name)
