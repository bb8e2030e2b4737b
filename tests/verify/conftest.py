"""Letters made on the spot, and the figures they are ticked off against."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from letterbook.fund.figures_file import read_figures
from letterbook.verify.letter import tick_off

DATA = Path(__file__).resolve().parent.parent / "data" / "verify"
SHEET = DATA / "figures.csv"


@pytest.fixture(scope="session")
def figures():
    sheet = read_figures(SHEET)
    assert sheet.findings == ()
    return sheet.figures


@pytest.fixture
def tick(figures):
    """Tick off a letter of some paragraphs, or of a table where they are rows of cells."""

    def tick_it(*paragraphs, table=(), sheet=figures):
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if table:
            made = document.add_table(len(table), max(map(len, table)))
            for row, cells in enumerate(table):
                for column, text in enumerate(cells):
                    made.cell(row, column).text = text
        buffer = io.BytesIO()
        document.save(buffer)
        return tick_off("letter.docx", buffer.getvalue(), sheet)

    return tick_it


@pytest.fixture
def outcomes(tick):
    """The outcomes of a letter's numbers in order, each by its first letter: `a d u`."""

    def outcomes_of(*paragraphs, table=()):
        ticks = tick(*paragraphs, table=table).ticks
        return " ".join(each.outcome.value[0] for each in ticks if not each.reason)

    return outcomes_of
