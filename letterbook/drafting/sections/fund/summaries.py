"""Tables of a fund's figures: one metric a row, or one period a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from letterbook.drafting.partials.periods import date_words
from letterbook.drafting.sections.fund.bridge_steps import bridge_steps
from letterbook.drafting.sections.fund.figure_tables import FigureTable, TableRow, make_table
from letterbook.drafting.sections.fund.funds import KnownFund, chosen_funds
from letterbook.drafting.sections.fund.material import FundMaterial, problem
from letterbook.figure import Basis, Figure, Period

_LABEL = "label"
Metrics = Sequence[Sequence[str]]


def fund_summary(fund: FundMaterial, name: str, metrics: Metrics, *, compare: bool) -> FigureTable:
    """A row for each of `metrics`, pairs of a figure's name without the fund's and a label.

    Several funds have a column each. One fund has one for the day of the letter and, to `compare`, one for
    the day before it that most figures are known of.
    """
    funds = chosen_funds(fund, name)
    day = fund.as_of
    if not funds or day is None:
        return FigureTable()
    if len(funds) > 1:
        headings = {each.called: each.called for each in funds}
        days = {each.called: day for each in funds}
        subjects = {each.called: each.called for each in funds}
    else:
        before = _day_before(fund, funds[0], metrics, day) if compare else None
        of_days = (day, *((before,) if before else ()))
        headings = {str(each): date_words(each, fund.language) for each in of_days}
        days = {str(each): each for each in of_days}
        subjects = dict.fromkeys(headings, funds[0].called)
    found = [
        ({key: fund.figures.find(f"{subjects[key]} {metric}", days[key]) for key in headings}, label)
        for metric, label in metrics
    ]
    figures = [figure for row, _ in found for figure in row.values() if figure]
    rows = [
        TableRow({_LABEL: label, **row})
        for row, label in found
        if any(row.values()) and not _lacks_net(fund, row.values(), figures)
    ]
    return make_table(fund, {_LABEL: "", **headings}, rows, by_row=True)


def _day_before(fund: FundMaterial, known: KnownFund, metrics: Metrics, day: date) -> date | None:
    """The latest day before one of which the most figures are known."""
    counted: dict[date, int] = {}
    for metric, _ in metrics:
        for each in fund.figures.days(f"{known.called} {metric}", day):
            counted[each] = counted.get(each, 0) + 1
    earlier = [each for each in counted if each < day]
    return max(earlier, key=lambda each: (counted[each], each), default=None)


def _lacks_net(fund: FundMaterial, row: Iterable[Figure | None], figures: Sequence[Figure]) -> bool:
    """Whether a row is gross and no net figure of its kind stands in the table, which is then told."""
    gross = [each for each in row if each and each.basis is Basis.GROSS]
    if not gross:
        return False
    kind = gross[0].unit.kind
    if any(each.basis is Basis.NET and each.unit.kind is kind for each in figures):
        return False
    fund.note(
        problem(
            "gross-without-net",
            f'"{gross[0].name}" is gross, and no net figure of its kind stands beside it, so it is left out.',
            "Add the net figure to the sheet of figures.",
            fund.place,
        )
    )
    return True


def nav_bridge(fund: FundMaterial, name: str, period: Period | None, labels: dict[str, str]) -> FigureTable:
    """From the opening to the closing net asset value of one fund, a step a row; `labels` name the steps.

    A bridge that does not close has the difference as a step, and is told.
    """
    funds = chosen_funds(fund, name)
    about = period or fund.period
    found = bridge_steps(fund, funds[0].called, about) if len(funds) == 1 and about else None
    if found is None:
        return FigureTable()
    rows = [
        _value_row(fund, labels.get("opening", "opening"), found.opening),
        *(
            TableRow(
                {_LABEL: labels.get(step.key, step.key), "amount": replace(step.figure, value=step.amount)}
            )
            for step in found.steps
        ),
        _value_row(fund, labels.get("closing", "closing"), found.closing),
    ]
    return make_table(fund, {_LABEL: "", "amount": labels.get("amount", "")}, rows)


def _value_row(fund: FundMaterial, label: str, value: Figure) -> TableRow:
    """A net asset value with the day that it is of."""
    day = f", {date_words(value.as_of, fund.language)}" if value.as_of else ""
    return TableRow({_LABEL: f"{label}{day}", "amount": value}, total=True)
