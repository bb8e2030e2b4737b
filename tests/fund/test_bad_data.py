"""Whatever stands in the cells, the data are read: every fault is located, and nothing stops the rest."""

from __future__ import annotations

import csv
import io
from random import Random

import pytest

from letterbook.fund.computed import compute
from letterbook.fund.fund_data import read_fund_data
from tests.fund.workspaces import TABLES, workspace_of

JUNK = [
    *("", "x", "-1", "0", "1e5", "nan", "inf", "1,250", "12%", "2.5x", "$5", "€7m", "٣", "-0.0", "\x07"),
    *("2026-02-30", "0001-01-01", "9999-12-31", "2024-06-30", "9" * 40, "1." + "3" * 40, "é" * 50, '"'),
    *("yes", "call", "investment", "proceeds", "facility_draw", "equalisation", "EUR", "f2", "acme", "World"),
]


def spoilt(random):
    """The usual tables with a few cells of junk, rows lost and rows doubled."""
    tables = {}
    for name, text in TABLES.items():
        rows = list(csv.reader(io.StringIO(text)))
        for _ in range(random.randint(0, 3) if name.endswith(".csv") else 0):
            row = random.randrange(len(rows))
            match random.randrange(8):
                case 0 if len(rows) > 2:
                    rows.pop(row)
                case 1:
                    rows.append(rows[row])
                case _:
                    rows[row][random.randrange(len(rows[row]))] = random.choice(JUNK)
        if name.endswith(".csv"):
            written = io.StringIO()
            csv.writer(written, lineterminator="\n").writerows(rows)
            tables[name.partition(".")[0]] = written.getvalue()
    return tables


@pytest.mark.parametrize("seed", range(120))
def test_spoilt_tables_are_read_and_their_faults_located(tmp_path, seed):
    workspace = workspace_of(tmp_path, **spoilt(Random(seed)))
    data = read_fund_data(workspace)
    figures = compute(data)
    for finding in figures.findings:
        assert finding.message
        assert finding.hint
        assert finding.place is None or finding.place.file.startswith("fund/")
    assert all(figure.inputs and figure.formula for figure in figures.figures)
