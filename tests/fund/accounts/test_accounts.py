"""Accounts of investors: worked by hand, from one small fund; and what is said where there is none."""

from __future__ import annotations

import datetime as dt

import pytest

from letterbook.errors import BadInput
from letterbook.fund.accounts.accounts import Accounts
from letterbook.fund.accounts.printed_value import Owner
from letterbook.fund.figures_file import read_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.metrics import xirr
from tests.fund.workspaces import FUND, workspace_of

JUNE = dt.date(2024, 6, 30)
RECIPIENTS = """\
lp,name,short,commitment,class
a,Aino Lehtonen,Aino,50000,
b,Bellini & Figli,,30000,
g,Example GP,,20000,GP
"""
CASHFLOWS = """\
date,fund,lp,level,kind,amount,purpose,unfunded_effect,inside_fund
2022-01-01,f1,a,investor,call,30000,investment,,
2022-01-01,f1,b,investor,call,18000,investment,,
2022-01-01,f1,g,investor,call,12000,investment,,
2023-02-01,f1,a,investor,call,5000,fee,,
2023-02-01,f1,b,investor,call,3000,fee,,
2023-02-01,f1,a,investor,expense,100,,,no
2024-02-01,f1,a,investor,call,4000,investment,,
2024-02-01,f1,a,investor,call,1000,fee,,
2024-05-01,f1,a,investor,distribution,6000,return of capital,2000,
2024-05-01,f1,a,investor,distribution,3000,gain,,
2024-05-01,f1,a,investor,distribution,500,income,,
2024-08-01,f1,a,investor,call,7000,,,
"""
NAV = """\
as of,fund,lp,nav,status
2023-12-31,f1,a,45000,audited
2023-12-31,f1,b,27000,audited
2024-03-31,f1,a,50000,unaudited
2024-06-30,f1,a,48000,unaudited
2024-06-30,f1,b,30000,unaudited
2024-06-30,f1,g,20000,unaudited
"""
AINO = Owner("a", "Aino Lehtonen")


@pytest.fixture
def open_them(tmp_path):
    """Opens the accounts of a small fund, with whatever tables a test changes, and its sheet of figures."""

    def accounts(sheet="", start=dt.date(2024, 4, 1), as_of=JUNE, **changed):
        tables = {"cashflows": CASHFLOWS, "nav": NAV, "recipients": RECIPIENTS, "holdings": None} | changed
        workspace_of(tmp_path, benchmarks=None, **tables)
        figures = ()
        if sheet:
            path = tmp_path / "fund" / "figures.csv"
            path.write_text(sheet, encoding="utf-8")
            figures = read_figures(path).figures
        return Accounts(read_fund_data(tmp_path), figures, as_of, start)

    return accounts


def text(accounts, name, owner=AINO):
    return accounts.value(owner, accounts.field(name)).text


def amount(accounts, name, owner=AINO):
    return accounts.value(owner, accounts.field(name)).computed.amount


def reason(accounts, name, owner=AINO):
    with pytest.raises(BadInput) as caught:
        accounts.value(owner, accounts.field(name))
    return caught.value


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("committed capital", "$50,000"),
        ("share of the fund", "50.0%"),
        ("paid-in capital", "$40,100"),
        ("paid-in capital in the year", "$5,000"),
        ("paid-in capital in the period", "$0"),
        ("fees", "$6,000"),
        ("fees in the year", "$1,000"),
        ("distributions in the period", "$9,500"),
        ("return of capital", "$6,000"),
        ("gain in the period", "$3,000"),
        ("income in the year", "$500"),
        ("recallable distributions", "$2,000"),
        ("opening balance", "$50,000"),
        ("opening balance in the year", "$45,000"),
        ("closing balance", "$48,000"),
        ("change in value in the period", "$7,500"),
        ("change in value in the year", "$7,500"),
        ("change in value", "$17,400"),
        ("unfunded commitment", "$12,000"),
        ("net TVPI", "1.4x"),
        ("net DPI", "0.2x"),
        ("net RVPI", "1.2x"),
    ],
)
def test_each_value_of_an_account(open_them, name, printed):
    assert text(open_them(), name) == printed


def test_the_rate_is_that_of_the_investors_own_flows_and_value(open_them):
    flows = [
        (dt.date(2022, 1, 1), -30000),
        (dt.date(2023, 2, 1), -5100),
        (dt.date(2024, 2, 1), -5000),
        (dt.date(2024, 5, 1), 9500),
        (JUNE, 48000),
    ]
    assert float(amount(open_them(), "net IRR")) == pytest.approx(xirr(flows).annual, abs=1e-11)


@pytest.mark.parametrize("span", ["in the period", "in the year", ""])
def test_what_was_paid_and_what_changed_lead_from_the_opening_to_the_closing_balance(open_them, span):
    accounts = open_them()
    opening = amount(accounts, f"opening balance {span}") if span else 0
    paid, out, change = (
        amount(accounts, f"{name} {span}".strip())
        for name in ("paid-in capital", "distributions", "change in value")
    )
    assert opening + paid - out + change == amount(accounts, "closing balance")


def test_names_of_fields_are_compared_loosely_and_have_short_forms(open_them):
    accounts = open_them()
    assert text(accounts, "Paid_In Capital") == text(accounts, "paid in") == "$40,100"
    assert text(accounts, "paid in period") == "$0"
    assert text(accounts, "Fund I net-TVPI") == text(accounts, "f1 net TVPI") == "1.4x"
    assert accounts.field("salutation") is None
    assert accounts.field("net IRR in the period") is None


def test_an_investor_without_an_lp_in_the_row_is_found_by_name(open_them):
    assert text(open_them(), "net TVPI", Owner("", "aino lehtonen")) == "1.4x"
    assert "column lp" in reason(open_them(), "net TVPI", Owner("", "Nobody")).hint


def test_amounts_are_shown_as_the_fund_says_for_accounts(open_them):
    fund = FUND + "rounding: {multiple: 2, percent: 2, money: {scale: m, dp: 1}, accounts: {dp: 2}}\n"
    accounts = open_them(fund=fund)
    assert [text(accounts, name) for name in ("paid in", "net TVPI", "share")] == [
        "$40,100.00",
        "1.43x",
        "50.00%",
    ]


# What the data do not have


def test_nothing_is_made_up_for_an_investor_whom_no_row_knows(open_them):
    assert '"zoe"' in reason(open_them(), "paid-in capital", Owner("zoe", "Zoe")).message


def test_a_balance_that_no_row_says_is_asked_for(open_them):
    accounts = open_them(nav=NAV.replace("2024-03-31,f1,a,50000,unaudited\n", ""))
    assert "2024-03-31" in reason(accounts, "opening balance").message
    assert "2024-03-31" in reason(accounts, "change in value in the period").message
    assert text(accounts, "closing balance") == "$48,000"


def test_an_investor_who_came_later_opens_with_nothing(open_them):
    late = CASHFLOWS.replace("2022-01-01,f1,b", "2024-04-02,f1,b").replace(
        "2023-02-01,f1,b", "2024-04-03,f1,b"
    )
    accounts = open_them(cashflows=late, nav=NAV.replace("2023-12-31,f1,b,27000,audited\n", ""))
    bellini = Owner("b", "")
    assert text(accounts, "opening balance", bellini) == "$0"
    assert text(accounts, "paid-in capital in the period", bellini) == "$21,000"


def test_a_rate_of_less_than_a_year_is_none_and_says_why(open_them):
    late = CASHFLOWS.replace("2022-01-01,f1,b", "2024-04-02,f1,b").replace(
        "2023-02-01,f1,b", "2024-04-03,f1,b"
    )
    found = open_them(cashflows=late).value(Owner("b", ""), open_them().field("net IRR"))
    assert found.text == "–"
    assert "89 days" in found.computed.undefined


def test_multiples_of_nothing_paid_in_are_none(open_them):
    accounts = open_them(nav=NAV + "2024-06-30,f1,n,0,\n", recipients=RECIPIENTS + "n,New,,5,\n")
    new = Owner("n", "New")
    assert text(accounts, "net DPI", new) == text(accounts, "net IRR", new) == "–"
    assert text(accounts, "unfunded", new) == "$5"


def test_a_distribution_that_is_not_split_stops_the_parts_at_its_row(open_them):
    accounts = open_them(cashflows=CASHFLOWS.replace("3000,gain", "3000,"))
    error = reason(accounts, "gain")
    assert (error.place.file, error.place.line) == ("fund/cashflows.csv", 11)
    assert text(accounts, "distributions") == "$9,500"


def test_without_fees_splits_or_carry_in_the_data_there_are_none_to_tell(open_them):
    plain = "\n".join(line for line in CASHFLOWS.splitlines() if "fee" not in line and "2024-05" not in line)
    accounts = open_them(cashflows=plain + "\n")
    for name in ("fees", "gain", "carry withheld"):
        assert not accounts.knows(accounts.field(name))
        reason(accounts, name)
    assert accounts.knows(accounts.field("net IRR"))


def test_fees_that_the_fund_paid_go_before_calls_for_them_and_carry_is_what_was_withheld(open_them):
    paid = "2024-05-02,f1,a,investor,fee,700,,,\n2024-05-03,f1,a,investor,carry,80,,,\n"
    accounts = open_them(cashflows=CASHFLOWS + paid)
    assert text(accounts, "fees") == "$700"
    assert text(accounts, "carry withheld in the period") == "$80"
    assert text(accounts, "carry withheld", Owner("b", "")) == "$0"
    assert text(accounts, "paid-in capital") == "$40,100"


def test_another_currency_is_refused_at_its_row(open_them):
    head, *rows = CASHFLOWS.splitlines()
    lines = [f"{head},currency", *(f"{row},{'EUR' if ',b,' in row else ''}" for row in rows)]
    accounts = open_them(cashflows="\n".join(lines) + "\n")
    error = reason(accounts, "paid-in capital", Owner("b", ""))
    assert "EUR" in error.message
    assert error.place.line == 3
    assert text(accounts, "paid-in capital") == "$40,100"


def test_nothing_is_added_up_where_a_row_cannot_be_used(open_them):
    accounts = open_them(cashflows=CASHFLOWS.replace("18000", "eighteen"))
    assert "cannot be used" in reason(accounts, "paid-in capital").message
    assert text(accounts, "closing balance") == "$48,000"


def test_a_letter_about_no_period_has_no_values_of_one(open_them):
    accounts = open_them(start=None)
    assert "no period" in reason(accounts, "opening balance").message
    assert text(accounts, "opening balance in the year") == "$45,000"


def test_of_several_funds_one_must_be_named(open_them):
    first = FUND.strip().replace("\n", "\n    ")
    accounts = open_them(fund=f"funds:\n  - {first}\n  - {{id: f2, name: Fund II, currency: USD}}\n")
    assert "Fund I paid-in capital" in reason(accounts, "paid-in capital").hint
    assert text(accounts, "Fund I paid-in capital") == "$40,100"
    assert text(accounts, "paid-in capital", Owner("a", "", "Fund I")) == "$40,100"
    assert "f3" in reason(accounts, "paid-in capital", Owner("a", "", "f3")).message


# What the sheet of figures states

SHEET = """\
name,value,unit,as of,basis,period,show as,lp
paid-in capital,40101,USD,2024-06-30,,,,a
Aino Lehtonen IRR,31.4%,%,2024-06-30,net,,31.4%,
Bellini & Figli NAV,30000,USD,2024-06-30,net,,$30.0k,
distributions,9501,USD,2024-06-30,,Q2 2024,,a
NAV,50001,USD,2024-03-31,,,,a
net TVPI,9.9,x,2023-12-31,,,,a
"""


def test_what_the_sheet_states_of_an_investor_goes_before_what_is_computed(open_them):
    accounts = open_them(SHEET)
    assert text(accounts, "paid-in capital") == "$40,101"
    assert text(accounts, "net IRR") == "31.4%"
    assert text(accounts, "distributions in the period") == "$9,501"
    assert text(accounts, "distributions") == "$9,500"
    assert text(accounts, "opening balance") == "$50,001"
    assert text(accounts, "net TVPI") == "1.4x"
    assert text(accounts, "closing balance", Owner("b", "")) == "$30.0k"
    assert text(accounts, "paid-in capital", Owner("b", "")) == "$21,000"


def test_what_the_sheet_states_needs_no_rows(open_them):
    accounts = open_them(SHEET, nav=None, cashflows=None, fund=None)
    assert text(accounts, "paid-in capital") == "$40,101"
    assert accounts.knows(accounts.field("net IRR"))
    assert "no data" not in reason(accounts, "net DPI").message
