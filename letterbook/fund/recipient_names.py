"""The names of all who get a copy of a letter."""

from __future__ import annotations

from pathlib import Path

from letterbook.errors import LetterbookError
from letterbook.fund.recipients import read_recipients

USUAL_FILES = ("fund/recipients.csv", "fund/recipients.xlsx")
_NAMES = ("name", "short")


def recipient_names(root: Path) -> tuple[str, ...]:
    """The names in the workspace's file of recipients, and the short ones; none where it cannot be read.

    What is wrong with the file is told when copies are made.
    """
    file = next((root / name for name in USUAL_FILES if (root / name).is_file()), None)
    if file is None:
        return ()
    try:
        rows = read_recipients(file).rows
    except LetterbookError:
        return ()
    names = (row.values.get(column, "").strip() for row in rows for column in _NAMES)
    return tuple(dict.fromkeys(name for name in names if name))
