"""A letter that letterbook did not write, as python-docx and as LibreOffice make it.

Of its 30 numbers 4 are wrong, 3 have no figure, 2 are rounded otherwise but right, and 2 dates and 3 ordinals
are no figures.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from html import escape

import docx
import pytest

HEADING, NOTE = "heading", "note"
FUND_I = (
    "In our 5th year Fund I’s net asset value stands at $78.5m. Net TVPI is 2.1x and net DPI 0.22x; net IRR "
    "since inception is 23.4%, and 29.8% gross."
)
CAPITAL = (
    "Of $60 million committed we have called $42.0m, so $16.0m remains undrawn. Distributions to date come "
    "to $9.2m."
)
FUND_II = (
    "The 2nd fund is young. Fund II has a net TVPI of 1.1x, an NAV of $31.2m and a net IRR of (2.0)%. Its "
    "paid-in capital is $42.0m."
)
COMPANIES = (
    "Kelpworks runs its plant well, and we hold it at $21.4m. Marlow Robotics, where revenue growth was 17%, "
    "is carried at $16.9m."
)
PORTFOLIO = (
    "The portfolio has 9 companies with 340 employees between them. Inflation ran at 3.1%, and others in our "
    "field raised $1.2bn in the 3rd quarter."
)
PARAGRAPHS = (
    (HEADING, "Half-year letter to 30 June 2026"),
    ("", "Dear investors,"),
    (HEADING, "How Fund I is doing"),
    (NOTE, FUND_I),
    ("", CAPITAL),
    (HEADING, "Fund II"),
    ("", FUND_II),
    (HEADING, "Companies"),
    ("", COMPANIES),
    ("", PORTFOLIO),
    ("", "Net performance at 30 June 2026"),
)
NOTE_TEXT = "The net IRR of Fund I without the credit facility is 21.9%."
TABLE = (
    ("", "Fund I", "Fund II"),
    ("Net IRR", "23.4%", "(2.0)%"),
    ("NAV (US$m)", "78.5", "32.1"),
)
WRONG = ["$16.0m", "$42.0m", "17%", "32.1"]
UNCOVERED = ["340", "3.1%", "$1.2bn"]
OTHERS = ["30 June 2026", "5th", "2nd", "3rd", "30 June 2026"]


def by_python_docx():
    """The letter as python-docx writes it; it knows no footnotes, so the note is a paragraph at the end."""
    document = docx.Document()
    for kind, text in PARAGRAPHS:
        document.add_paragraph(text, style="Heading 1" if kind == HEADING else None)
    table = document.add_table(len(TABLE), len(TABLE[0]))
    for row, cells in enumerate(TABLE):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_paragraph(NOTE_TEXT)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def by_libreoffice(folder):
    """The letter as LibreOffice writes it, from a flat OpenDocument file."""
    source = folder / "letter.fodt"
    source.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"{''.join(map(_flat_paragraph, PARAGRAPHS))}{_flat_table()}"
        "</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    return convert(source, "docx").read_bytes()


def _flat_paragraph(paragraph):
    kind, text = paragraph
    if kind == HEADING:
        return f'<text:h text:outline-level="1">{escape(text)}</text:h>'
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"<text:p>{escape(NOTE_TEXT)}</text:p></text:note-body></text:note>"
    )
    return f"<text:p>{escape(text)}{note if kind == NOTE else ''}</text:p>"


def _flat_table():
    rows = "".join(f"<table:table-row>{''.join(map(_flat_cell, cells))}</table:table-row>" for cells in TABLE)
    columns = '<table:table-column table:number-columns-repeated="3"/>'
    return f'<table:table table:name="Performance">{columns}{rows}</table:table>'


def _flat_cell(text):
    return f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>"


def convert(source, ending):
    """The file that LibreOffice makes of another, beside it."""
    profile = source.parent / "profile"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", ending),
            *("--outdir", str(source.parent), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(source.parent)},
    )
    return source.with_suffix(f".{ending}")
