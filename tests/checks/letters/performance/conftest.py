"""A letter that prints figures of the fund in `tests/data/checks/fund`, some of whose rows may be others."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES
from letterbook.draft import Alignment, Draft, Paragraph, Span, Table, TableCell, TableRow, Text
from letterbook.figure_format import format_figure
from letterbook.finding import Place
from letterbook.fund.computed import compute
from letterbook.fund.figures_file import read_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from tests.checks.letters.conftest import FILE, USUAL, first_profile

JUNE = date(2026, 6, 30)
FUND = Path(__file__).resolve().parents[3] / "data" / "checks" / "fund"


class Fund:
    """The fund with some texts of its files replaced: its data and all its figures by name."""

    def __init__(self, folder, **replaced):
        shutil.copytree(FUND, folder / "fund")
        for name, pairs in replaced.items():
            path = next((folder / "fund").glob(f"{name}.*"))
            text = path.read_text(encoding="utf-8")
            for old, new in pairs:
                assert old in text
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
        self.data = read_fund_data(folder)
        computed = compute(self.data, JUNE, of_investors=False).figures
        stated = read_figures(folder / "fund" / "figures.csv").figures
        self.figures = {each.name: each for each in computed}
        self.stated = {(each.name, each.basis, each.as_of): each for each in stated}

    def use(self, name, line=3, text="", **changes):
        """What a call of a computed figure printed."""
        figure = changed(self.figures[name], **changes)
        return use(figure, line, text)


def changed(figure, **changes):
    """A figure with other details."""
    fields = {name: getattr(figure, name) for name in type(figure).__slots__}
    return type(figure)(**{**fields, **changes})


def use(figure, line=3, text=""):
    """What a call of a figure in a line printed."""
    called = f"{figure.name} {figure.as_of}"
    return UsedFigure(called, text or format_figure(figure), figure, Place(FILE, line, len(called)))


def shown(part):
    """A part of a line: words, or a figure."""
    if isinstance(part, str):
        return Text(part)
    return Span((Text(part.text),), (), (("figure", part.called),), part.place)


def paragraph(line, *parts):
    """A paragraph of words and figures, with what the figures printed."""
    return Paragraph(tuple(map(shown, parts)), place=Place(FILE, line, 1)), uses_in(parts)


def table(line, *rows, caption=""):
    """A table of words and figures, the first row its header, with what the figures printed."""
    header, *body = (TableRow(tuple(TableCell((shown(part),)) for part in row)) for row in rows)
    words = (Text(caption),) if caption else ()
    columns = (Alignment.DEFAULT,) * len(rows[0])
    made = Table(columns, (header,), tuple(body), caption=words, place=Place(FILE, line, 1))
    return made, [use for row in rows for use in uses_in(row)]


def uses_in(parts):
    """What the figures among some parts printed."""
    return [part for part in parts if isinstance(part, UsedFigure)]


@pytest.fixture
def fund(tmp_path):
    """Makes the fund with some texts of its files replaced, each made once a test."""

    def make(**replaced):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        return Fund(folder, **replaced)

    return make


@pytest.fixture
def told():
    """Where a rule finds something in a letter of these blocks, of a fund whose figures it prints."""

    def run(rule, of, *blocks, markdown="", **details):
        written = parse_blocks(markdown, dialect=Dialect.DRAFT, file=FILE, document=True)
        edition = CheckedEdition(
            draft=Draft((*(block for block, _ in blocks), *written)),
            used_figures=tuple(each for _, uses in blocks for each in uses),
            read_fund=(lambda: of.data) if of else None,
            **{**USUAL, **details},
        )
        findings = run_rule(RULES[rule], edition, first_profile(RULES[rule]))
        return [(each.place.line if each.place else 0, each.message) for each in findings]

    return run
