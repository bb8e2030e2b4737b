"""The recipients of a letter: a table with a column for each field, and a row for each of them."""

from __future__ import annotations

from pathlib import Path

from letterbook.fund.table import Table, TableRow, column_key, read_table

__all__ = ["Recipient", "Recipients", "column_key", "read_recipients"]

Recipient = TableRow
Recipients = Table


def read_recipients(path: Path) -> Recipients:
    """The recipients in a CSV file or a spreadsheet.

    A row that cannot be used is left out, with a finding of severity error at its line. Raises BadInput
    when the file or its header cannot be used, and MissingExtra for a spreadsheet without the package that
    reads it.
    """
    return read_table(path, "recipients")
