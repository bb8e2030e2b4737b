"""What a reader of cells raises; whoever reads the table makes a finding of it, with the cell's place."""

from __future__ import annotations


class NotUnderstood(Exception):  # noqa: N818 - it is what happened to a cell, and never leaves the reader of its table
    """A cell says nothing, or two things; `message` says what is wrong with it, `hint` what was expected."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
