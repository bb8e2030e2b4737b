"""What links within a draft refer to: headings, figures and tables, each by a bookmark.

A name has at most 40 characters, begins with a letter, holds letters, digits and underscores, and is
unlike all others whatever their case: what Word itself allows (ECMA-376 part 1, 17.13.6.2).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from letterbook.markup.labels import Label
from letterbook.record import record

_LONGEST_BOOKMARK = 40


@record
class Target:
    """The bookmark of a heading, a figure or a table, and what references call it."""

    bookmark: str
    label: Label


def targets(labels: Mapping[str, Label], names: Collection[str] = ()) -> Mapping[str, Target]:
    """The target of each identifier; `names` are those of other bookmarks, in small letters."""
    taken = set(names)
    return {
        identifier: Target(_bookmark_name(identifier, taken), label) for identifier, label in labels.items()
    }


def _bookmark_name(identifier: str, taken: set[str]) -> str:
    safe = "".join(c if c.isascii() and c.isalnum() else "_" for c in identifier)
    safe = safe if safe[0].isalpha() else f"h{safe}"
    name, number = safe[:_LONGEST_BOOKMARK], 2
    while name.lower() in taken:
        ending = f"_{number}"
        name = safe[: _LONGEST_BOOKMARK - len(ending)] + ending
        number += 1
    taken.add(name.lower())
    return name
