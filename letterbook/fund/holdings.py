"""`fund/holdings`: the schedule of investments, a row for each company on each reporting day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from letterbook.finding import Finding, Place, Severity
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.table import Table
from letterbook.record import record

HOLDINGS = TableKind(
    "holdings",
    "holdings",
    (
        *("as_of", "fund", "holding", "company", "first_date", "exit_date", "stage", "sector", "geography"),
        *("instrument", "ownership", "cost_total", "cost_current", "proceeds", "income", "fair_value"),
        *("fv_prev", "method", "method_changed", "valuation_date", "status", "signoff", "cleared_fields"),
        *("currency", "note"),
    ),
    ("as_of", "fund", "holding", "company", "cost_total", "fair_value"),
)
_NOTHING = Decimal(0)


class HoldingStatus(StrEnum):
    """How a company does."""

    ON_TRACK = "on_track"
    WATCH = "watch"
    AT_RISK = "at_risk"
    EXITED = "exited"
    WRITTEN_OFF = "written_off"


class SignOff(StrEnum):
    """Whether the company has agreed to what is written of it."""

    NONE = "none"
    ASKED = "asked"
    YES = "yes"
    NO = "no"


GONE = frozenset({HoldingStatus.EXITED, HoldingStatus.WRITTEN_OFF})


@record
class Holding:
    """A company in the fund's books on a day; amounts since the first investment, in its `currency`.

    `ownership` is a fraction. `other` are columns of the user's own, such as a company's key figures.
    """

    as_of: date
    fund: str
    holding: str
    company: str
    first_date: date | None
    exit_date: date | None
    stage: str
    sector: str
    geography: str
    instrument: str
    ownership: Decimal | None
    cost_total: Decimal
    cost_current: Decimal | None
    proceeds: Decimal | None
    income: Decimal | None
    fair_value: Decimal
    fv_prev: Decimal | None
    method: str
    method_changed: bool
    valuation_date: date | None
    status: HoldingStatus | None
    signoff: SignOff
    cleared_fields: tuple[str, ...]
    currency: str
    note: str
    other: tuple[tuple[str, str], ...]
    place: Place

    @property
    def total_value(self) -> Decimal:
        """Proceeds, income and fair value together."""
        return (self.proceeds or _NOTHING) + (self.income or _NOTHING) + self.fair_value

    @property
    def is_gone(self) -> bool:
        """Whether the fund has sold it, or written it off."""
        return self.status in GONE or (self.exit_date is not None and not self.fair_value)


def read_holdings(table: Table) -> Data[Holding]:
    """The holdings of a table, by date. Raises BadInput when a needed column is missing."""
    data = read_rows(HOLDINGS, table, _holding)
    rows = tuple(sorted(data.rows, key=lambda row: row.as_of))
    keys = (((row.as_of, row.fund, row.holding), row.place) for row in rows)
    twice = told_twice(HOLDINGS, keys, "holding")
    odd = tuple(finding for row in rows for finding in _contradictions(row))
    places = {finding.place for finding in twice}
    unsure = data.unsure | {row.fund for row in rows if row.place in places}
    return Data(rows, (*data.findings, *twice, *odd), unsure)


def _contradictions(row: Holding) -> Iterator[Finding]:
    """Warnings for cells of a row that cannot both be right."""
    if row.first_date and row.exit_date and row.exit_date < row.first_date:
        hint = "Correct one of the dates."
        yield _warning("exit-date", f"{row.company} was sold before it was bought.", hint, row)
    if row.cost_current is not None and row.cost_current > row.cost_total:
        message = f"The current cost of {row.company} is above all that it has cost."
        yield _warning("cost-current", message, "Correct one of the costs.", row)
    if row.status in GONE and row.fair_value:
        message = f"{row.company} is {row.status}, but has a fair value.".replace("_", " ")
        yield _warning("status", message, "Correct the status or the value.", row)


def _warning(identifier: str, message: str, hint: str, row: Holding) -> Finding:
    return Finding(f"holdings-{identifier}", Severity.WARNING, message, hint, row.place)


def _holding(row: DataRow) -> Holding | None:
    as_of, fund, holding, company = row.day("as_of"), *map(row.text, ("fund", "holding", "company"))
    cost, fair_value = (row.amount(column, least=_NOTHING) for column in ("cost_total", "fair_value"))
    current, proceeds, income, before = (
        row.amount(column, least=_NOTHING) for column in ("cost_current", "proceeds", "income", "fv_prev")
    )
    first, exit_, valued = (row.day(column) for column in ("first_date", "exit_date", "valuation_date"))
    ownership = row.fraction("ownership")
    status, signoff = (
        row.choice("status", HoldingStatus, "status"),
        row.choice("signoff", SignOff, "sign-off"),
    )
    if as_of is None or not fund or not holding or not company or cost is None or fair_value is None:
        return None
    return Holding(
        as_of=as_of,
        fund=fund,
        holding=holding,
        company=company,
        first_date=first,
        exit_date=exit_,
        stage=row.text("stage"),
        sector=row.text("sector"),
        geography=row.text("geography"),
        instrument=row.text("instrument"),
        ownership=ownership,
        cost_total=cost,
        cost_current=current,
        proceeds=proceeds,
        income=income,
        fair_value=fair_value,
        fv_prev=before,
        method=row.text("method"),
        method_changed=row.yes_no("method_changed", default=False),
        valuation_date=valued,
        status=status,
        signoff=signoff or SignOff.NONE,
        cleared_fields=_list(row.text("cleared_fields")),
        currency=row.currency(),
        note=row.text("note"),
        other=row.other,
        place=row.place("fair_value"),
    )


def _list(text: str) -> tuple[str, ...]:
    """The entries of a cell between commas or semicolons."""
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())
