"""What keeps a figure from being printed; whoever prints the edition makes a finding of it."""

from __future__ import annotations

DATE = "figure-date"
UNCLEAR = "figure-unclear"
CALL = "figure-call"
CHANGE = "figure-change"


class Unprintable(Exception):  # noqa: N818 - it is what happened to one call, and never leaves its printer
    """A figure that cannot be printed as it is called; `id` is that of the finding to make of it."""

    def __init__(self, identifier: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.id = identifier
        self.message = message
        self.hint = hint


class NotThere(Unprintable):
    """There is no figure of that date or period, though there may be one elsewhere."""
