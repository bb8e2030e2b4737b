"""The accounts of all investors together are the fund: for random funds, at every day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.finding import Place
from letterbook.fund.accounts.accounts import Accounts
from letterbook.fund.accounts.printed_value import Owner
from letterbook.fund.cashflows import CashFlow, Kind, Purpose
from letterbook.fund.computed import compute
from letterbook.fund.data_rows import Data
from letterbook.fund.fund_data import FundData
from letterbook.fund.investors import Investor
from letterbook.fund.nav import NetAssetValue

OPENING, CLOSING = dt.date(2023, 12, 31), dt.date(2024, 6, 30)
INVESTORS = ("a", "b", "c")
SUMS = {
    "committed capital": ("committed capital", ""),
    "paid-in capital": ("paid-in capital", "since inception"),
    "distributions": ("net distributions", "since inception"),
    "unfunded commitment": ("unfunded commitment", ""),
    "closing balance": ("net NAV", ""),
    "paid-in capital in the period": ("capital calls", "H1 2024"),
    "distributions in the period": ("distributions in the period", "H1 2024"),
    "fees in the period": ("management fees", "H1 2024"),
}

amounts = st.decimals(min_value=1, max_value=10**7, places=2)
days = st.dates(dt.date(2020, 1, 1), dt.date(2024, 12, 31))
kinds = st.sampled_from(
    ((Kind.CALL, None), (Kind.CALL, Purpose.FEE), (Kind.DISTRIBUTION, Purpose.GAIN), (Kind.FEE, None))
)


@st.composite
def funds(draw):
    """A fund of which all rows are of its investors."""
    rows = draw(
        st.lists(st.tuples(days, st.sampled_from(INVESTORS), kinds, amounts), min_size=1, max_size=20)
    )
    rows += [(dt.date(2020, 1, 1), lp, (Kind.CALL, None), Decimal(100)) for lp in INVESTORS]
    rows.append((dt.date(2024, 3, 1), "a", (Kind.FEE, None), Decimal("0.01")))
    flows = tuple(
        CashFlow(day, "f", lp, kind, amount, "", purpose, None, True, "", "", "", Place("c", line))
        for line, (day, lp, (kind, purpose), amount) in enumerate(sorted(rows, key=lambda row: row[0]))
    )
    navs = tuple(
        NetAssetValue(day, "f", lp, draw(amounts), None, None, "", None, "", Place("n", line))
        for line, (day, lp) in enumerate((day, lp) for day in (OPENING, CLOSING) for lp in INVESTORS)
    )
    investors = tuple(
        Investor(lp, lp.upper(), "", "", draw(amounts) + 10**9, "", "", Place("r", line))
        for line, lp in enumerate(INVESTORS)
    )
    return FundData(cashflows=Data(flows), navs=Data(navs), investors=Data(investors))


@settings(max_examples=60, deadline=None)
@given(funds())
@pytest.mark.filterwarnings("ignore")
def test_the_values_of_all_investors_add_up_to_those_of_the_fund(data):
    accounts = Accounts(data, (), CLOSING, dt.date(2024, 1, 1))
    figures = {
        (each.name, each.period.words if each.period else ""): each.value
        for each in compute(data, CLOSING, of_investors=False).figures
    }
    for name, (metric, period) in SUMS.items():
        parts = [accounts.value(Owner(lp, ""), accounts.field(name)).computed.amount for lp in INVESTORS]
        assert sum(parts) == figures[f"f {metric}", period], name
    shares = (accounts.value(Owner(lp, ""), accounts.field("share")).computed.amount for lp in INVESTORS)
    assert abs(sum(shares) - 1) < Decimal("1e-20")
    split = ("return of capital", "gain", "income")
    for lp in INVESTORS:
        if not accounts.knows(accounts.field("gain")):
            break
        whole = accounts.value(Owner(lp, ""), accounts.field("distributions")).computed.amount
        parts = [accounts.value(Owner(lp, ""), accounts.field(part)).computed.amount for part in split]
        assert sum(parts) == whole
