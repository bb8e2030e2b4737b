"""The data files of a fund: what they say, and a located sentence for each fault while all else works."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal

import pytest

from letterbook.figure import Status
from letterbook.finding import Severity
from letterbook.fund.benchmarks import ReturnType
from letterbook.fund.cashflows import Kind, Purpose
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.holdings import HoldingStatus, SignOff
from tests.fund.spreadsheets import Formula, spreadsheet
from tests.fund.workspaces import BENCHMARKS, CASHFLOWS, FUND, HOLDINGS, NAV, workspace_of


@pytest.fixture
def read(tmp_path):
    return lambda **changed: read_fund_data(workspace_of(tmp_path, **changed))


def told(data):
    return [(f.id, f.place.file, f.place.line, f.place.column) for f in data.findings]


def test_data_that_are_right_are_read_without_a_word(read):
    data = read()
    assert data.findings == ()
    assert [len(each.rows) for each in (data.cashflows, data.navs, data.holdings, data.benchmarks)] == [
        *(6, 2, 4, 4)
    ]


def test_a_cash_flow_has_its_sign_from_its_kind(read):
    first, *_ = read().cashflows.rows
    assert (first.date, first.fund, first.kind, first.purpose) == (
        dt.date(2022, 1, 1),
        "f1",
        Kind.CALL,
        Purpose.INVESTMENT,
    )
    assert (first.amount, first.flow.amount, first.inside_fund) == (60000, -60000, True)
    flows = {row.kind: row.flow.amount for row in read().cashflows.rows}
    assert flows[Kind.PROCEEDS] > 0 > flows[Kind.INVESTMENT]
    assert flows[Kind.DISTRIBUTION] == 30000


def test_net_asset_values_have_their_carry_and_status(read):
    last = read().navs.rows[-1]
    assert (last.nav, last.accrued_carry, last.nav_gross) == (80000, 10000, 90000)
    assert (last.status, last.place.line, last.place.column) == (Status.UNAUDITED, 3, 4)


def test_holdings_have_their_parts_and_the_users_own_columns(read):
    data = read(holdings=HOLDINGS.replace("status\n", "status,users\n", 1).replace("watch\n", "watch,120\n"))
    last = data.holdings.rows[-1]
    assert (last.company, last.ownership, last.status) == ("Bolt", Decimal("0.1"), HoldingStatus.WATCH)
    assert (last.signoff, last.other) == (SignOff.NONE, (("users", "120"),))
    assert data.findings == ()


def test_index_levels_say_of_what_return_they_are(read):
    first = read().benchmarks.rows[0]
    assert (first.index, first.level, first.return_type) == ("World", 100, ReturnType.TOTAL)


def test_a_row_above_the_names_gives_the_day_to_all_rows(read):
    text = "as of,2024-06-30\nfund,nav\nf1,80000\n"
    (row,) = read(nav=text).navs.rows
    assert row.as_of == dt.date(2024, 6, 30)


def test_thousands_marks_that_are_plain_are_understood(read):
    data = read(nav='as of,fund,nav\n2024-06-30,f1,"1,250,000.50"\n')
    assert (data.navs.rows[0].nav, data.findings) == (Decimal("1250000.50"), ())


def test_all_tables_may_be_sheets_of_one_spreadsheet(tmp_path):
    (tmp_path / "fund").mkdir()
    cashflows = [["date", "fund", "level", "kind", "amount"]]
    cashflows.append([dt.date(2022, 1, 1), "f1", "investor", "call", 60000.25])
    nav = [["as of", "fund", "nav"], [dt.date(2024, 6, 30), "f1", 80000]]
    data = spreadsheet(cashflows, nav, names=["Cashflows", "nav"])
    (tmp_path / "fund" / "fund.xlsx").write_bytes(data)
    read = read_fund_data(tmp_path)
    assert read.findings == ()
    assert read.cashflows.rows[0].amount == Decimal("60000.25")
    assert read.navs.rows[0].place.file == "fund/fund.xlsx"


def test_a_table_in_two_places_is_told_and_not_used(tmp_path, read):
    read()
    nav = spreadsheet([["as of", "fund", "nav"], [dt.date(2024, 6, 30), "f1", 1]])
    (tmp_path / "fund" / "nav.xlsx").write_bytes(nav)
    data = read_fund_data(tmp_path)
    assert ("nav-file", "fund/nav", 0, 0) in told(data)
    assert (data.navs.rows, len(data.cashflows.rows)) == ((), 6)


def test_a_spreadsheet_without_the_package_that_reads_it_asks_for_the_extra(tmp_path, monkeypatch):
    workspace_of(tmp_path, nav=None)
    (tmp_path / "fund" / "nav.xlsx").write_bytes(spreadsheet([["as of", "fund", "nav"]]))
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    data = read_fund_data(tmp_path)
    (finding,) = data.findings
    assert "python-calamine" in finding.hint
    assert len(data.cashflows.rows) == 6


def test_a_formula_without_a_value_is_told_with_its_cell_and_its_row_left_out(tmp_path):
    (tmp_path / "fund").mkdir()
    rows = [["as of", "fund", "nav"], [dt.date(2024, 6, 30), "f1", Formula("=A1")]]
    (tmp_path / "fund" / "nav.xlsx").write_bytes(spreadsheet(rows))
    data = read_fund_data(tmp_path)
    assert data.navs.rows == ()
    assert any("C2" in finding.message for finding in data.findings)
    assert not data.navs.is_sure("f1")


# Faults: one located sentence each


def faulty(table, old, new):
    assert old in table
    return table.replace(old, new, 1)


CELL_FAULTS = [
    ("cashflows", faulty(CASHFLOWS, "2022-01-01,f1", "soon,f1"), "cashflows-date", 2, 1, "no date"),
    ("cashflows", faulty(CASHFLOWS, "2022-01-01,f1", "03/04/2022,f1"), "cashflows-date", 2, 1, "month"),
    ("cashflows", faulty(CASHFLOWS, "2022-01-01,f1", "0022-01-01,f1"), "cashflows-date", 2, 1, "year 22"),
    ("cashflows", faulty(CASHFLOWS, "2022-01-01,f1,", "2022-01-01,,"), "cashflows-fund", 2, 2, "empty"),
    ("cashflows", faulty(CASHFLOWS, ",call,60000", ",cal,60000"), "cashflows-kind", 2, 5, '"cal"'),
    (
        "cashflows",
        faulty(CASHFLOWS, "investor,call,6", "investment,call,6"),
        "cashflows-level",
        2,
        4,
        "level",
    ),
    ("cashflows", faulty(CASHFLOWS, "60000", "6" * 30), "cashflows-amount", 2, 6, "too large"),
    ("cashflows", faulty(CASHFLOWS, "60000", "sixty"), "cashflows-amount", 2, 6, "no number"),
    ("cashflows", faulty(CASHFLOWS, "60000", "-60000"), "cashflows-amount", 2, 6, "below zero"),
    ("cashflows", faulty(CASHFLOWS, "60000", "0"), "cashflows-amount", 2, 6, "zero"),
    ("cashflows", faulty(CASHFLOWS, "60000", "2.5x"), "cashflows-amount", 2, 6, "unit"),
    ("cashflows", faulty(CASHFLOWS, "60000", ""), "cashflows-amount", 2, 6, "empty"),
    ("cashflows", faulty(CASHFLOWS, "60000,", "60000,UDS"), "cashflows-currency", 2, 7, '"UDS"'),
    ("cashflows", faulty(CASHFLOWS, ",investment,,,,c1", ",fun,,,,c1"), "cashflows-purpose", 2, 8, '"fun"'),
    ("cashflows", faulty(CASHFLOWS, ",5000,,,d1", ",many,,,d1"), "cashflows-unfunded-effect", 4, 9, "number"),
    ("cashflows", faulty(CASHFLOWS, ",,,,c1", ",,maybe,,c1"), "cashflows-inside-fund", 2, 10, "yes nor no"),
    ("nav", faulty(NAV, "80000", "much"), "nav-nav", 3, 4, "no number"),
    ("nav", faulty(NAV, "unaudited", "udited"), "nav-status", 3, 7, '"udited"'),
    ("nav", faulty(NAV, "10000,9", "-1,9"), "nav-accrued-carry", 3, 5, "below zero"),
    ("nav", faulty(NAV, "2024-06-30", "2024-06-31"), "nav-as-of", 3, 1, "calendar"),
    ("holdings", faulty(HOLDINGS, "70000", "-70000"), "holdings-fair-value", 2, 8, "below zero"),
    ("holdings", faulty(HOLDINGS, "0.2,", "20,"), "holdings-ownership", 2, 9, "between 0 and 1"),
    ("holdings", faulty(HOLDINGS, "on track", "fine"), "holdings-status", 2, 10, '"fine"'),
    ("holdings", faulty(HOLDINGS, "Acme,", ","), "holdings-company", 2, 4, "empty"),
    ("benchmarks", faulty(BENCHMARKS, ",100,", ",0,"), "benchmarks-level", 2, 3, "above zero"),
    ("benchmarks", faulty(BENCHMARKS, "total", "totl"), "benchmarks-return-type", 2, 4, '"totl"'),
]


@pytest.mark.parametrize(
    ("table", "text", "identifier", "line", "column", "words"), CELL_FAULTS, ids=lambda value: str(value)[:24]
)
def test_a_fault_in_a_cell_is_one_located_sentence(read, table, text, identifier, line, column, words):
    data = read(**{table: text})
    (finding,) = [each for each in data.findings if each.severity is Severity.ERROR]
    assert (finding.id, finding.place.file) == (identifier, f"fund/{table}.csv")
    assert (finding.place.line, finding.place.column) == (line, column)
    assert words in finding.message
    assert finding.hint
    assert finding.message.endswith(".")


def test_all_faults_are_told_at_once_and_all_other_rows_are_read(read):
    text = CASHFLOWS.replace("60000", "x", 1).replace("20000", "y", 1).replace("proceeds", "procedes")
    data = read(cashflows=text, nav=faulty(NAV, "80000", "z"))
    assert [row[2] for row in told(data)] == [2, 3, 7, 3]
    assert (len(data.cashflows.rows), len(data.navs.rows)) == (3, 1)


@pytest.mark.parametrize(
    ("table", "text", "words"),
    [
        ("cashflows", CASHFLOWS.replace("kind", "type", 1), '"kind"'),
        ("nav", NAV.replace(",nav,", ",value,", 1), '"nav"'),
        ("holdings", HOLDINGS.replace("fair value", "worth", 1), '"fair value"'),
        ("benchmarks", BENCHMARKS.replace("level", "lvl", 1), '"level"'),
        ("cashflows", "", "is empty"),
        ("nav", "as of,fund,nav\n", "no net asset values"),
        ("nav", 'as of,fund,nav\n"2024,f1,3\n', "quotation mark"),
        ("holdings", HOLDINGS.replace("company", "fund", 1), "same name"),
    ],
)
def test_a_table_that_cannot_be_used_says_why_and_the_others_work(read, table, text, words):
    data = read(**{table: text})
    assert any(words in finding.message for finding in data.findings)
    assert all(finding.place.file == f"fund/{table}.csv" for finding in data.findings)
    counts = {"cashflows": data.cashflows, "nav": data.navs, "holdings": data.holdings}
    assert all(len(each.rows) > 0 for name, each in counts.items() if name != table)
    assert not getattr(data, {"nav": "navs"}.get(table, table)).is_sure("f1")


def test_several_missing_columns_are_told_at_once(read):
    data = read(cashflows="date,fund\n2022-01-01,f1\n")
    assert [row[0] for row in told(data)] == ["cashflows-column"] * 3


def test_a_column_that_is_nearly_one_of_ours_is_asked_about(read):
    data = read(nav=NAV.replace("accrued carry", "acrued carry", 1))
    (finding,) = data.findings
    assert (finding.severity, finding.place.line, finding.place.column) == (Severity.WARNING, 1, 5)
    assert "accrued carry" in finding.hint


def test_rows_that_are_there_twice_are_told(read):
    again = CASHFLOWS + CASHFLOWS.splitlines()[1] + "\n"
    assert told(read(cashflows=again)) == [("cashflows-twice", "fund/cashflows.csv", 8, 0)]
    assert not read(cashflows=again).cashflows.is_sure("f1")
    assert told(read(cashflows=CASHFLOWS, nav=NAV + NAV.splitlines()[2] + "\n")) == [
        ("nav-twice", "fund/nav.csv", 4, 4)
    ]


def test_like_flows_without_a_number_are_only_a_warning(read):
    again = CASHFLOWS + CASHFLOWS.splitlines()[4] + "\n"
    data = read(cashflows=again)
    assert [finding.severity for finding in data.findings] == [Severity.WARNING]
    assert data.cashflows.is_sure("f1")


def test_a_name_that_no_other_file_knows_is_told_once(read):
    text = CASHFLOWS.replace("2022-01-01,f1", "2022-01-01,f2").replace("2023-01-01,f1", "2023-01-01,f2")
    data = read(cashflows=text)
    (finding,) = data.findings
    assert (finding.id, finding.place.line) == ("cashflows-fund", 2)
    assert '"f2"' in finding.message
    assert not data.cashflows.is_sure("f1")


def test_an_unknown_holding_and_an_unknown_investor_are_told(read):
    people = "lp,name,commitment\nnorth,North Pension,40000\n"
    text = CASHFLOWS.replace(",bolt,", ",blot,") + "2022-01-01,f1,nroth,investor,call,100,,,,,,\n"
    data = read(cashflows=text, recipients=people)
    assert [(row[0], row[2]) for row in told(data)] == [("cashflows-holding", 6), ("cashflows-lp", 8)]
    assert "north" in data.findings[1].hint


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: f1", "id: f 1", "id"),
        ("currency: USD", "currency: UDS", '"UDS"'),
        ("committed: 100000", "committed: lots", "committed"),
        ("committed: 100000", "commited: 100000", '"commited"'),
        ("currency: USD\n", "", "currency"),
        ("short: Fund I", "fiscal_year_end: 31-12", "fiscal_year_end"),
        ("short: Fund I", "structure: {carry: 20}", "carry"),
        ("short: Fund I", "gross_method: net", "gross_method"),
        ("short: Fund I", "facility: yes", "facility"),
        ("id: f1", "id: [", ""),
    ],
)
def test_a_fault_in_the_funds_description_is_told_with_its_place(read, old, new, words):
    data = read(fund=faulty(FUND, old, new))
    assert data.findings
    assert all(finding.place.file == "fund/fund.yaml" for finding in data.findings)
    assert any(words in f"{finding.message} {finding.hint}" for finding in data.findings)
    assert len(data.cashflows.rows) == 6


def test_a_fund_is_called_by_its_short_name_or_without_its_legal_form(read):
    assert read().funds[0].called == "Fund I"
    assert read(fund=FUND.replace("short: Fund I\n", "")).funds[0].called == "Example Ventures Fund I"


def test_several_funds_stand_in_one_file(read):
    two = "funds:\n  - {id: f1, name: One, currency: USD}\n  - {id: f2, name: Two, currency: EUR}\n"
    assert [fund.id for fund in read(fund=two).funds] == ["f1", "f2"]
    same = two.replace("f2", "f1")
    assert "two funds" in read(fund=same).findings[0].message


PEOPLE = "lp,name,contact,commitment\nnorth,Northpoint Pension,Aino,60000\n"


def test_contacts_of_one_investor_are_one_investor(read):
    people = PEOPLE + "north,Northpoint Pension,Bo,60000\nsouth,South,,40000\n"
    data = read(recipients=people)
    assert [(row.lp, row.commitment) for row in data.investors.rows] == [("north", 60000), ("south", 40000)]
    assert data.findings == ()


def test_contacts_with_different_commitments_and_a_row_that_is_there_twice_are_told(read):
    again, other = "north,Northpoint Pension,Aino,60000\n", "north,Northpoint Pension,Bo,6000\n"
    data = read(recipients=PEOPLE + again + other)
    assert told(data) == [
        ("recipients-twice", "fund/recipients.csv", 3, 4),
        ("recipients-commitment", "fund/recipients.csv", 4, 4),
    ]
    assert '"north" has another commitment here than in row 2.' in data.findings[1].message
    assert [row.commitment for row in data.investors.rows] == [60000]


def test_without_a_folder_there_is_nothing(tmp_path):
    data = read_fund_data(tmp_path)
    assert data.is_empty
    assert data.findings == ()


def test_recipients_without_commitments_are_no_investors(read):
    data = read(recipients="name,salutation\nInes,Ines\n")
    assert (data.investors.rows, data.findings) == ((), ())


def test_contradictions_are_warnings_and_the_rows_are_used(read):
    text = HOLDINGS.replace("40000,40000,0,70000", "40000,50000,0,70000").replace("watch", "exited")
    data = read(holdings=text, nav=NAV.replace("98000", "97000"))
    assert [(row[0], row[2]) for row in told(data)] == [
        ("holdings-cost-current", 2),
        ("holdings-status", 5),
        ("nav-nav-gross", 2),
    ]
    assert len(data.holdings.rows) == 4


def test_investors_who_paid_more_than_the_fund_received_are_told(read):
    more = "2022-01-01,f1,north,investor,call,40000,,,,,,\n2022-01-01,f1,south,investor,call,30000,,,,,,\n"
    data = read(cashflows=CASHFLOWS + more)
    assert [(row[0], row[2]) for row in told(data)] == [("cashflows-investors", 8)]
    assert "70,000" in data.findings[0].message
    fewer = read(cashflows=CASHFLOWS + more.replace("40000", "4000"))
    assert fewer.findings == ()


def test_rows_of_investors_that_the_funds_own_rows_do_not_hold_are_told(read):
    data = read(
        cashflows=CASHFLOWS + "2024-02-01,f1,north,investor,call,100,,,,,,\n",
        nav=NAV + "2024-03-31,f1,north,900,,,\n",
    )
    assert [(row[0], row[2]) for row in told(data)] == [("cashflows-investors", 8), ("nav-investors", 4)]
    assert all("none of the whole fund" in finding.message for finding in data.findings)


def test_a_fund_with_rows_of_investors_only_needs_no_others(read):
    flows = "date,fund,lp,level,kind,amount\n2022-01-01,f1,north,investor,call,100\n"
    assert read(cashflows=flows, nav="as of,fund,lp,nav\n2024-06-30,f1,north,90\n").findings == ()


@pytest.mark.parametrize("name", ["fund.yaml", "nav.csv"])
def test_a_file_that_is_no_text_is_told_by_its_name_in_the_workspace(tmp_path, read, name):
    read()
    (tmp_path / "fund" / name).write_bytes(b"\0\1\2")
    (finding,) = [each for each in read_fund_data(tmp_path).findings if each.place.file == f"fund/{name}"]
    assert "not a text file" in finding.message
