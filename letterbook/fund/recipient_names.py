"""All who get a copy of a letter."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from letterbook.errors import LetterbookError
from letterbook.fund.investor_terms.known_recipients import NAME, SHORT, KnownRecipient, recipients_of

USUAL_FILES = ("fund/recipients.csv", "fund/recipients.xlsx", "fund/lps.csv", "fund/lps.xlsx")


def known_recipients(root: Path) -> tuple[KnownRecipient, ...]:
    """The rows of the workspace's file of recipients; none where it cannot be read.

    What is wrong with the file is told when copies are made.
    """
    file = next((root / name for name in USUAL_FILES if (root / name).is_file()), None)
    if file is None:
        return ()
    from letterbook.fund.recipients import read_recipients  # noqa: PLC0415 - newsletters have no such file

    try:
        return recipients_of(read_recipients(file))
    except LetterbookError:
        return ()


def recipient_names(rows: Iterable[KnownRecipient]) -> tuple[str, ...]:
    """Their names, and the short ones."""
    names = (row.text(column) for row in rows for column in (NAME, SHORT))
    return tuple(dict.fromkeys(name for name in names if name))
