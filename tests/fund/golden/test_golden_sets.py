"""Whole funds, file by file, with every figure that their data must come to.

Each folder in `tests/data/fund/golden` has a fund's files, `about.txt` (what is peculiar to it, and the days)
and `expected.csv`. What is expected was not computed by letterbook but by `plain_calculator.py`, which shares
no code with it: floats, written-out sums, rates by a scan and halving. `--refresh` lets it write them
anew. A figure without a value is one that must not be made.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
from pathlib import Path

import pytest

from letterbook.finding import Severity
from letterbook.fund.computed import computed_figures
from tests.fund.golden.plain_calculator import all_values
from tests.fund.golden.plain_tables import day_of
from tests.fund.spreadsheets import spreadsheet

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "fund" / "golden"
SETS = sorted(path.name for path in GOLDEN.iterdir())
KEY_FIGURES = {"Cash", "Net burn"}
AMOUNT = re.compile("-?[0-9]+(?:[.][0-9]+)?")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def days(name):
    about = (GOLDEN / name / "about.txt").read_text(encoding="utf-8")
    return [day_of(day) for day in about.split("as of:")[1].strip().split(", ")]


def made(workspace, name):
    """What letterbook computes, by name, day and period."""
    return {
        (figure.name, figure.as_of.isoformat(), figure.period.words if figure.period else ""): figure.value
        for day in days(name)
        for figure in computed_figures(workspace, day).figures
        if figure.name not in KEY_FIGURES
    }


def expected(name):
    rows = csv.reader(io.StringIO((GOLDEN / name / "expected.csv").read_text(encoding="utf-8")))
    next(rows)
    return {(figure, day, period): float(value) if value else None for figure, day, period, value in rows}


def written(values):
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("name", "as of", "period", "value"))
    for key, value in values.items():
        table.writerow((*key, "" if value is None else f"{value:.9f}".rstrip("0").rstrip(".")))
    return out.getvalue().replace(",-0\n", ",0\n")


@pytest.mark.parametrize("name", SETS)
def test_the_plain_calculator_comes_to_what_is_expected(golden, name):
    values = {key: value for day in days(name) for key, value in all_values(GOLDEN / name, day).items()}
    golden(f"fund/golden/{name}/expected.csv", written(values))


@pytest.mark.parametrize("name", SETS)
def test_letterbook_computes_every_expected_figure_and_no_other(name):
    wanted, figures = expected(name), made(GOLDEN / name, name)
    assert {key for key, value in wanted.items() if value is not None} == set(figures)
    for key, value in figures.items():
        assert float(value) == pytest.approx(wanted[key], rel=1e-8, abs=2e-9), key


@pytest.mark.parametrize("name", SETS)
def test_the_same_tables_as_sheets_of_one_spreadsheet_make_the_same_figures(tmp_path, name):
    source, target = GOLDEN / name / "fund", tmp_path / "fund"
    target.mkdir()
    tables = sorted(source.glob("*.csv"))
    for path in source.glob("*.yaml"):
        shutil.copy(path, target)
    sheets = [[[typed(cell) for cell in row] for row in rows(path)] for path in tables]
    data = spreadsheet(*sheets, names=[path.stem for path in tables])
    (target / "fund.xlsx").write_bytes(data)
    assert made(tmp_path, name) == made(GOLDEN / name, name)


def rows(path):
    text = path.read_text(encoding="utf-8")
    return csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ",")


def typed(cell):
    """A cell as a spreadsheet keeps it: days and numbers are no text."""
    if DAY.fullmatch(cell):
        return dt.date.fromisoformat(cell)
    if AMOUNT.fullmatch(cell):
        return float(cell) if "." in cell else int(cell)
    return cell or None


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_an_error_in_data_that_are_right(name):
    findings = [finding for day in days(name) for finding in computed_figures(GOLDEN / name, day).findings]
    errors = {finding.id for finding in findings if finding.severity is Severity.ERROR}
    assert errors == ({"computed-currency"} if name == "two-funds" else set())
