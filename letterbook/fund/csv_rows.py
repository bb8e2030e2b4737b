"""CSV files as spreadsheets write them: any of the usual delimiters and encodings (RFC 4180)."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.files import decode
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.rows import Row, Rows

_DELIMITERS = (",", ";", "\t")
_SAMPLE = 20
_LARGEST_CELL = 1_000_000
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
_AS_CSV = 'Save it in the spreadsheet as "CSV UTF-8".'
_FORMATS = ((b"PK\x03\x04", "a spreadsheet or another zip"), (b"\xd0\xcf\x11\xe0", "an old spreadsheet"))


def read_csv(path: Path, data: bytes) -> Rows:
    """The rows of the CSV file in `data`, which was read from `path`.

    Raises BadInput when it is no text, or a quotation mark in it is not closed.
    """
    kind = next((kind for mark, kind in _FORMATS if data.startswith(mark)), "")
    if kind:
        raise BadInput(f"{path.name} is {kind}, not a CSV file.", hint=_AS_CSV, place=Place(str(path)))
    text = decode(data, path)
    separator = _SEPARATOR_LINE.match(text)  # Excel's way to name the delimiter, which it never shows
    body = text[separator.end() :] if separator else text
    delimiter = separator[1] if separator else _delimiter(body)
    lines_above = 1 if separator else 0
    return Rows(tuple(_rows(path, body, delimiter, lines_above)), _encoding_findings(path, data))


def _rows(path: Path, text: str, delimiter: str, lines_above: int) -> list[Row]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = lines_above + 1
    try:
        for cells in reader:
            rows.append(Row(line, tuple(cells)))
            line = lines_above + reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            message = f"A cell in the row that begins here has more than {_LARGEST_CELL:,} characters."
            hint = "Shorten it, or close the quotation mark that was opened before it."
            raise BadInput(message, hint=hint, place=Place(str(path), line)) from error
        raise BadInput(
            f"A cell in the row that begins here has a quotation mark in the wrong place ({error}).",
            hint='Put the cell between quotation marks and write those within it twice: "the ""old"" fund".',
            place=Place(str(path), line),
        ) from error
    return rows


def _delimiter(text: str) -> str:
    """The delimiter by which the rows have most columns and agree on their number."""
    return max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(text: str, delimiter: str) -> tuple[int, int]:
    sample = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE)
    try:
        rows = [len(row) for row in sample]
    except csv.Error:
        return (0, 0)
    widths = [width for width in rows if width]
    if not widths or widths[0] < 2:
        return (0, 0)
    return (sum(width == widths[0] for width in widths), widths[0])


def _encoding_findings(path: Path, data: bytes) -> tuple[Finding, ...]:
    """A warning where the encoding was guessed."""
    try:
        if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "The file is not in UTF-8; it was read as Windows-1252."
        place = Place(str(path), line)
        return (Finding("table-encoding", Severity.WARNING, message, f"Check the names. {_AS_CSV}", place),)
    return ()
