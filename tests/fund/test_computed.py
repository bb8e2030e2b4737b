"""Figures computed from data files: values worked by hand, names, rows, and what is told of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from letterbook.figure import Basis, Status, UnitKind
from letterbook.finding import Severity
from letterbook.fund.computed import computed_figures
from letterbook.fund.computing.formulas import FORMULAS
from letterbook.fund.metrics import chain_link, linked_contributions, modified_dietz, xirr
from letterbook.item import Audience
from tests.fund.workspaces import BENCHMARKS, CASHFLOWS, FUND, HOLDINGS, NAV, workspace_of

JUNE = dt.date(2024, 6, 30)
DECEMBER = dt.date(2023, 12, 31)


@pytest.fixture
def compute(tmp_path):
    def compute_it(as_of=JUNE, **changed):
        return computed_figures(workspace_of(tmp_path, **changed), as_of)

    return compute_it


def named(figures, name, period=""):
    (figure,) = [
        each
        for each in figures.figures
        if each.name == name and (not period or (each.period and each.period.words == period))
    ]
    return figure


def value(figures, name, period=""):
    return named(figures, name, period).value


def names(figures):
    return {figure.name for figure in figures.figures}


def told_of(figures, what):
    return [each for each in figures.findings if each.id == f"computed-{what}"]


def close(number):
    return pytest.approx(Decimal(number), abs=Decimal("1e-9"))


def test_capital_multiples_and_values_of_the_fund(compute):
    figures = compute()
    assert value(figures, "Fund I committed capital") == 100000
    assert value(figures, "Fund I paid-in capital") == 80000
    assert value(figures, "Fund I unfunded commitment") == 25000
    assert value(figures, "Fund I net distributions") == 30000
    assert value(figures, "Fund I PIC") == Decimal("0.8")
    assert value(figures, "Fund I net NAV") == 80000
    assert value(figures, "Fund I gross NAV") == 90000
    assert value(figures, "Fund I net total value") == 110000
    assert value(figures, "Fund I net DPI") == Decimal("0.375")
    assert value(figures, "Fund I net RVPI") == 1
    assert value(figures, "Fund I net TVPI") == value(figures, "Fund I net MOIC") == Decimal("1.375")


def test_gross_figures_of_the_fund_and_its_companies(compute):
    figures = compute()
    assert value(figures, "Fund I gross fair value") == 85000
    assert value(figures, "Fund I invested capital") == 60000
    assert value(figures, "Fund I gross proceeds") == 32000
    assert value(figures, "Fund I gross MOIC") == Decimal("1.95")
    assert value(figures, "Fund I number of companies") == 2
    assert value(figures, "Acme gross MOIC") == Decimal("1.9")
    assert value(figures, "Bolt gross MOIC") == Decimal("2.05")
    assert value(figures, "Bolt ownership") == Decimal("0.1")


def test_rates_are_those_of_the_flows_and_the_value(compute):
    figures = compute()
    net = [
        (dt.date(2022, 1, 1), -60000),
        (dt.date(2023, 1, 1), -20000),
        (dt.date(2024, 1, 1), 30000),
        (JUNE, 80000),
    ]
    gross = [
        (dt.date(2022, 1, 10), -40000),
        (dt.date(2022, 6, 1), -20000),
        (dt.date(2023, 12, 20), 32000),
        (JUNE, 85000),
    ]
    assert value(figures, "Fund I net IRR") == close(f"{xirr(net).annual:.15f}")
    assert value(figures, "Fund I gross IRR") == close(f"{xirr(gross).annual:.15f}")
    acme = [(dt.date(2022, 1, 10), -40000), (JUNE, 76000)]
    assert value(figures, "Acme gross IRR") == close(f"{xirr(acme).annual:.15f}")


def test_each_figure_knows_its_day_basis_status_formula_and_rows(compute):
    figures = compute()
    tvpi = named(figures, "Fund I net TVPI")
    assert (tvpi.as_of, tvpi.basis, tvpi.status) == (JUNE, Basis.NET, Status.UNAUDITED)
    assert (tvpi.unit.kind, tvpi.audience) == (UnitKind.MULTIPLE, Audience.INVESTORS)
    assert tvpi.period.words == "since inception"
    assert FORMULAS[tvpi.formula] == "(distributed + NAV) / paid-in"
    assert [(place.file, place.line) for place in tvpi.inputs] == [
        ("fund/cashflows.csv", 2),
        ("fund/cashflows.csv", 3),
        ("fund/cashflows.csv", 4),
        ("fund/nav.csv", 3),
    ]
    assert "fund/cashflows.csv, fund/nav.csv" in tvpi.source
    assert all(figure.formula in FORMULAS for figure in figures.figures)
    assert named(figures, "Fund I net NAV").unit.currency == "USD"


def test_rows_after_the_day_are_as_if_they_were_not_there(compute):
    figures = compute(DECEMBER)
    assert value(figures, "Fund I net distributions") == 0
    assert value(figures, "Fund I net TVPI") == Decimal("1.125")
    assert value(figures, "Fund I unfunded commitment") == 20000
    assert {figure.as_of for figure in figures.figures} == {DECEMBER}


def test_without_a_day_there_are_figures_of_every_day_with_a_value(compute):
    figures = compute(None)
    days = [figure.as_of for figure in figures.figures if figure.name == "Fund I net NAV"]
    assert days == [JUNE, DECEMBER]


def test_a_day_without_a_value_has_what_needs_none_and_says_so(compute):
    figures = compute(dt.date(2024, 3, 31))
    assert value(figures, "Fund I paid-in capital") == 80000
    assert value(figures, "Fund I net DPI") == Decimal("0.375")
    assert not {"Fund I net TVPI", "Fund I net IRR", "Fund I gross MOIC"} & names(figures)
    (finding,) = figures.findings
    assert finding.severity is Severity.NOTE
    assert "2024-03-31" in finding.message
    assert "2023-12-31" in finding.message


# Periods


def test_the_half_year_has_its_flows_growth_and_return(compute):
    figures = compute()
    assert value(figures, "Fund I capital calls", "H1 2024") == 0
    assert value(figures, "Fund I distributions in the period", "H1 2024") == 30000
    assert value(figures, "Fund I net underlying growth") == close((Decimal(80000) + 30000) / 90000 - 1)
    dated = modified_dietz(
        opening=90000, closing=80000, flows=[(dt.date(2024, 1, 1), 30000)], start=DECEMBER, end=JUNE
    )
    assert value(figures, "Fund I net underlying growth on average capital") == close(dated)
    assert value(figures, "Fund I net return", "H1 2024") == close(dated)
    assert named(figures, "Fund I net return").period.start == dt.date(2024, 1, 1)


def test_returns_of_several_periods_are_linked_and_of_years_annualised(compute):
    nav = "as of,fund,nav\n2021-06-30,f1,100\n2022-06-30,f1,110\n2023-06-30,f1,99\n2024-06-30,f1,150\n"
    flows = "date,fund,level,kind,amount\n2024-06-30,f1,investor,call,30\n"
    figures = compute(nav=nav, cashflows=flows, holdings=None, benchmarks=None)
    total = chain_link([Decimal("0.1"), Decimal("-0.1"), Decimal(120) / 99 - 1])
    assert value(figures, "Fund I net return", "3 years to 2024-06-30") == close(total)
    yearly = float(1 + total) ** (365 / 1096) - 1
    assert value(figures, "Fund I net annualised return", "3 years to 2024-06-30") == close(f"{yearly:.15f}")
    assert value(figures, "Fund I net return", "12 months to 2024-06-30") == close(Decimal(120) / 99 - 1)
    annual = [f.period.words for f in figures.figures if "annualised" in f.name]
    assert "12 months to 2024-06-30" not in annual


def test_a_period_that_is_of_two_kinds_has_one_return(compute):
    nav = "as of,fund,nav\n2023-06-30,f1,100\n2024-06-30,f1,150\n"
    flows = "date,fund,level,kind,amount\n2023-06-30,f1,investor,call,100\n"
    figures = compute(nav=nav, cashflows=flows, holdings=None, benchmarks=None)
    named(figures, "Fund I net return")
    calls = named(figures, "Fund I capital calls")
    assert (calls.value, [place.line for place in calls.inputs]) == (0, [2])


def test_the_bridge_says_what_each_step_was_and_what_is_left_over(compute):
    text = CASHFLOWS + "2024-05-02,f1,,investor,fee,1500,,,,,,\n2024-05-03,f1,,investor,expense,200,,,,,,\n"
    figures = compute(cashflows=text)
    bridge = {
        figure.name.removeprefix("Fund I NAV bridge "): figure.value
        for figure in figures.figures
        if "NAV bridge" in figure.name
    }
    assert bridge == {
        "realised": 0,
        "unrealised": 5000,
        "income": 0,
        "fees": -1500,
        "expenses": -200,
        "carry": -2000,
        "fx": 0,
        "difference": 80000 - (90000 - 30000 + 5000 - 1500 - 200 - 2000),
    }
    (finding,) = [each for each in figures.findings if each.id == "computed-bridge"]
    assert "18,700" in finding.message
    assert value(figures, "Fund I management fees") == 1500


def test_exchange_rates_are_a_step_as_the_values_of_the_time_say_them(compute):
    nav = NAV.replace("status\n", "status,fx\n").replace("unaudited\n", "unaudited,-700\n")
    nav = nav.replace("8000,98000,audited\n", "8000,98000,audited,90\n") + "2024-03-31,f1,,64000,,,,-200\n"
    figures = compute(nav=nav)
    assert value(figures, "Fund I NAV bridge fx", "H1 2024") == -900
    plain = value(compute(nav=NAV), "Fund I NAV bridge difference", "H1 2024")
    assert value(figures, "Fund I NAV bridge difference", "H1 2024") == plain + 900
    rows = {(place.file, place.line) for place in named(figures, "Fund I NAV bridge fx").inputs}
    assert ("fund/nav.csv", 4) in rows


def test_a_sale_realises_what_it_brought_above_its_cost(compute):
    sale = "2024-03-01,f1,,investment,proceeds,9000,,,,,bolt,\n"
    schedule = HOLDINGS.replace("20000,5000,32000,9000", "20000,2000,41000,4000")
    figures = compute(cashflows=CASHFLOWS + sale, holdings=schedule)
    assert value(figures, "Fund I NAV bridge realised") == 6000
    assert value(figures, "Fund I NAV bridge unrealised") == 85000 - 80000 - 5000 + 9000 - 6000


def test_contributions_are_gains_over_the_opening_value(compute):
    figures = compute()
    assert value(figures, "Acme gross contribution", "H1 2024") == close(Decimal(6000) / 90000)
    assert value(figures, "Bolt gross contribution", "H1 2024") == close(Decimal(-1000) / 90000)
    assert named(figures, "Acme gross contribution").formula == "contribution"


def test_contributions_over_several_valuations_are_linked(compute):
    schedule = HOLDINGS + "2024-03-31,f1,acme,Acme,40000,40000,0,73000,0.2,\n"
    schedule += "2024-03-31,f1,bolt,Bolt,20000,5000,32000,12000,0.1,\n"
    figures = compute(holdings=schedule, nav=NAV + "2024-03-31,f1,,64000,,,\n")
    linked = linked_contributions(
        [
            {"acme": Decimal(3000) / 90000, "bolt": Decimal(2000) / 90000},
            {"acme": Decimal(3000) / 64000, "bolt": Decimal(-3000) / 64000},
        ]
    )
    acme = named(figures, "Acme gross contribution", "H1 2024")
    assert (acme.value, acme.formula) == (close(linked["acme"]), "contribution-linked")
    quarter = value(figures, "Acme gross contribution", "Q2 2024")
    assert quarter == close(Decimal(3000) / 64000)


# The index


def test_the_fund_is_set_against_its_index(compute):
    figures = compute()
    calls = Decimal(60000) * 125 / 100 + Decimal(20000) * 125 / 110
    assert value(figures, "Fund I net KS-PME against World") == close(
        (Decimal(30000) * 125 / 120 + 80000) / calls
    )
    assert {
        "Fund I net Direct Alpha against World",
        "Fund I LN-PME with World",
        "Fund I PME+ with World",
    } <= names(figures)


def test_the_index_has_its_own_return_of_the_period(compute):
    levels = BENCHMARKS + "2023-12-29,World,119,total,USD\n"
    figures = compute(benchmarks=levels)
    assert value(figures, "World return", "H1 2024") == close(Decimal(125) / 119 - 1)


def test_an_index_without_a_level_on_the_day_of_a_flow_is_told(compute):
    figures = compute(benchmarks=BENCHMARKS.replace("2023-01-01,World,110,total,USD\n", ""))
    assert not any("PME" in name for name in names(figures))
    (finding,) = [each for each in figures.findings if each.id == "computed-index"]
    assert "2023-01-01" in finding.message


def test_an_index_in_another_currency_is_not_compared(compute):
    figures = compute(benchmarks=BENCHMARKS.replace("USD", "EUR"))
    assert not any("PME" in name for name in names(figures))
    assert any("EUR" in each.message for each in figures.findings if each.id == "computed-currency")


def test_the_index_of_another_fund_in_its_currency_is_no_fault(compute):
    funds = "funds:\n" + "".join(
        f"- {{id: {each}, name: {each} LP, currency: {currency}, committed: 100000}}\n"
        for each, currency in (("f1", "USD"), ("f2", "EUR"))
    )
    figures = compute(fund=funds, benchmarks=BENCHMARKS.replace("USD", "EUR"))
    assert not told_of(figures, "currency")
    assert not any("PME" in name for name in names(figures))


# The credit facility


def test_without_the_facility_capital_counts_from_the_day_it_was_drawn(compute):
    drawn = (
        "2021-10-01,f1,,investor,facility_draw,50000,,,,,,\n"
        "2022-01-01,f1,,investor,facility_repay,50000,,,,,,\n"
        "2024-02-01,f1,,investor,facility draw,4000,,,,,,\n"
    )
    figures = compute(cashflows=CASHFLOWS + drawn)
    without = [
        (dt.date(2021, 10, 1), -50000),
        (dt.date(2022, 1, 1), -10000),
        (dt.date(2023, 1, 1), -20000),
        (dt.date(2024, 1, 1), 30000),
        (dt.date(2024, 2, 1), -4000),
        (JUNE, 84000),
    ]
    assert value(figures, "Fund I net IRR without facility") == close(f"{xirr(without).annual:.15f}")
    assert value(figures, "Fund I net IRR without facility") < value(figures, "Fund I net IRR")
    assert value(figures, "Fund I paid-in capital") == 80000


def test_a_facility_that_is_drawn_otherwise_than_it_says_is_told(compute):
    drawn = "2024-02-01,f1,,investor,facility draw,4000,,,,,,\n"
    said = "facility: {{has: true, drawn: {}, as_of: 2024-06-30}}\n"
    assert not told_of(compute(cashflows=CASHFLOWS + drawn, fund=FUND + said.format(4000)), "facility")
    (finding,) = told_of(compute(cashflows=CASHFLOWS + drawn, fund=FUND + said.format(5000)), "facility")
    assert (finding.place.line, "4,000" in finding.message, "5,000" in finding.message) == (8, True, True)


# Paid-in capital


@pytest.mark.parametrize(
    ("row", "paid", "left"),
    [
        ("2024-02-01,f1,,investor,call,5000,,fee,,no,,", 85000, 25000),
        ("2024-02-01,f1,,investor,call,5000,,,0,,,", 85000, 25000),
        ("2024-02-01,f1,,investor,fee,5000,,,,no,,", 85000, 25000),
        ("2024-02-01,f1,,investor,fee,5000,,,,yes,,", 80000, 25000),
        ("2024-02-01,f1,,investor,equalisation,5000,,,,,,", 85000, 20000),
        ("2024-02-01,f1,,investor,equalisation,-5000,,,,,,", 75000, 30000),
        ("2024-02-01,f1,,investor,equalisation,5000,,,,no,,", 80000, 25000),
    ],
)
def test_what_counts_as_paid_in_and_against_the_commitment(compute, row, paid, left):
    figures = compute(cashflows=f"{CASHFLOWS}{row}\n")
    assert value(figures, "Fund I paid-in capital") == paid
    assert value(figures, "Fund I unfunded commitment") == left


# Investors

PEOPLE = """\
lp,name,short,commitment,class
north,North Pension Fund,North,60000,
gp,The Manager,,40000,GP
"""
OF_EACH = """\
date,fund,lp,level,kind,amount
2022-01-01,f1,north,investor,call,30000
2022-01-01,f1,gp,investor,call,20000
2024-01-01,f1,north,investor,distribution,12000
"""


def test_each_investor_has_an_account_for_the_firm_only(compute):
    nav = NAV + "2024-06-30,f1,north,45000,,,unaudited\n"
    figures = compute(cashflows=OF_EACH, nav=nav, recipients=PEOPLE)
    assert value(figures, "North paid-in capital") == 30000
    assert value(figures, "North unfunded commitment") == 30000
    assert value(figures, "North net TVPI") == Decimal("1.9")
    assert value(figures, "North net NAV") == 45000
    assert all(each.audience is Audience.FIRM for each in figures.figures if each.name.startswith("North"))


def test_the_flows_of_the_fund_are_those_of_its_investors_without_the_manager(compute):
    nav = "as of,fund,lp,nav\n2024-06-30,f1,north,45000\n2024-06-30,f1,gp,31000\n"
    fund = FUND.replace("committed: 100000\n", "")
    figures = compute(cashflows=OF_EACH, nav=nav, recipients=PEOPLE, fund=fund)
    assert value(figures, "Fund I paid-in capital") == 30000
    assert value(figures, "Fund I net NAV") == 45000
    assert value(figures, "Fund I committed capital") == 60000


# What cannot be computed


def test_a_row_that_cannot_be_read_keeps_wrong_sums_from_being_made(compute):
    figures = compute(cashflows=CASHFLOWS.replace("20000", "twenty", 1))
    assert "Fund I net NAV" in names(figures)
    assert "Fund I gross fair value" in names(figures)
    assert not {"Fund I paid-in capital", "Fund I net TVPI", "Acme cost"} & names(figures)
    assert figures.findings[0].place.line == 3


def test_two_currencies_are_never_added(compute):
    figures = compute(cashflows=CASHFLOWS.replace("20000,,fee", "20000,EUR,fee"))
    assert not {"Fund I paid-in capital", "Fund I net IRR"} & names(figures)
    assert value(figures, "Fund I gross MOIC") == Decimal("1.95")
    (finding,) = [each for each in figures.findings if each.severity is Severity.ERROR]
    assert (finding.id, finding.place.line) == ("computed-currency", 3)
    assert "EUR" in finding.message
    assert "USD" in finding.message


def test_a_company_in_another_currency_has_its_own_figures_only(compute):
    schedule = HOLDINGS.replace("status\n", "status,currency\n", 1).replace("watch\n", "watch,EUR\n")
    flows = CASHFLOWS.replace("20000,,,,,bolt", "20000,EUR,,,,bolt").replace(
        "32000,,,,,bolt", "32000,EUR,,,,bolt"
    )
    figures = compute(holdings=schedule, cashflows=flows)
    assert named(figures, "Bolt gross fair value").unit.currency == "EUR"
    assert value(figures, "Bolt gross MOIC") == Decimal("2.05")
    assert not {"Fund I gross MOIC", "Fund I gross fair value"} & names(figures)
    assert value(figures, "Fund I number of companies") == 2


def test_two_rates_are_told_and_none_is_made(compute):
    flows = "date,fund,level,kind,amount\n"
    flows += "2022-07-01,f1,investor,call,100\n2023-07-01,f1,investor,distribution,230\n"
    flows += "2024-06-29,f1,investor,call,133\n"
    figures = compute(cashflows=flows, nav="as of,fund,nav\n2024-06-30,f1,1\n", benchmarks=None)
    assert "Fund I net IRR" not in names(figures)
    assert any("2 rates" in finding.message for finding in figures.findings)


def test_less_than_a_year_is_a_return_of_the_period(compute):
    flows = "date,fund,level,kind,amount\n2024-01-01,f1,investor,call,100\n"
    nav = "as of,fund,nav\n2024-06-30,f1,110\n"
    figures = compute(cashflows=flows, nav=nav, benchmarks=None, holdings=None)
    rate = named(figures, "Fund I net IRR")
    assert rate.value == close("0.1")
    assert rate.period.words == "2024-01-01 to 2024-06-30, not annualised"
    assert [finding.severity for finding in figures.findings] == [Severity.NOTE]


def test_a_schedule_that_differs_from_the_cash_flows_is_told(compute):
    figures = compute(holdings=HOLDINGS.replace("Acme,40000,40000,0,76000", "Acme,41000,40000,0,76000"))
    (finding,) = [each for each in figures.findings if each.id == "computed-holding"]
    assert (finding.severity, finding.place.line) == (Severity.WARNING, 4)
    assert "41,000" in finding.message
    assert "40,000" in finding.message


def test_without_flows_of_investments_the_schedule_is_enough(compute):
    flows = "".join(line for line in CASHFLOWS.splitlines(keepends=True) if ",investment,in" not in line)
    flows = flows.replace("2023-12-20,f1,,investment,proceeds,32000,,,,,bolt,\n", "")
    figures = compute(cashflows=flows)
    assert value(figures, "Fund I gross MOIC") == Decimal("1.95")
    assert "Fund I gross IRR" not in names(figures)


def test_the_granular_method_takes_calls_for_investments(compute):
    figures = compute(fund=f"{FUND}gross_method: granular\n")
    gross = [(dt.date(2022, 1, 1), -60000), (dt.date(2024, 1, 1), 30000), (JUNE, 90000)]
    assert value(figures, "Fund I gross IRR") == close(f"{xirr(gross).annual:.15f}")


def test_figures_are_shown_as_the_fund_says(compute):
    rounding = "rounding: {multiple: 2, percent: 2, money: {scale: k, dp: 1}}\n"
    figures = compute(fund=FUND + rounding)
    assert named(figures, "Fund I net TVPI").show_as == "0.00x"
    assert named(figures, "Fund I net IRR").show_as == "0.00%"
    assert named(figures, "Fund I net NAV").show_as == "$0.0k"


KPIS = """\
date,metric,value,unit
2024-05-31,Net burn,100000,USD
2024-06-30,Net burn,80000,USD
2024-06-30,Cash,900000,USD
"""


def test_key_figures_are_there_and_their_runway(compute):
    figures = compute(kpis=KPIS)
    assert value(figures, "Cash") == 900000
    assert value(figures, "Runway") == 10
    assert named(figures, "Runway").inputs[0].file == "fund/kpis.csv"


def test_a_runway_that_is_stated_is_not_computed(compute):
    figures = compute(kpis=KPIS + "2024-06-30,Runway,9,months\n")
    assert value(figures, "Runway") == 9


def test_a_company_without_a_fund_has_its_key_figures(tmp_path):
    nothing = dict.fromkeys(("fund", "cashflows", "nav", "holdings", "benchmarks"))
    figures = computed_figures(workspace_of(tmp_path, kpis=f"{KPIS}soon,Cash,5,USD\n", **nothing))
    assert {"Cash", "Net burn", "Runway"} == names(figures)
    assert [(each.id, each.place.line) for each in figures.findings] == [("kpis-date", 5)]


def test_funds_are_kept_apart(compute):
    two = "funds:\n  - {id: f1, name: One, currency: USD}\n  - {id: f2, name: Two, currency: EUR}\n"
    nav = NAV + "2024-06-30,f2,,500,,,\n"
    schedule = HOLDINGS + "2024-06-30,f2,acme2,Acme,10,10,0,30,0.2,\n"
    figures = compute(fund=two, nav=nav, holdings=schedule)
    assert value(figures, "One net NAV") == 80000
    assert named(figures, "Two net NAV").unit.currency == "EUR"
    assert {"One Acme gross fair value", "Two Acme gross fair value", "Bolt gross fair value"} <= names(
        figures
    )


def test_without_data_there_are_no_figures(tmp_path):
    assert computed_figures(tmp_path).figures == ()


def test_data_that_are_right_say_nothing_but_what_the_bridge_leaves_over(compute):
    assert {finding.id for finding in compute().findings} == {"computed-bridge"}


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_any_day_will_do(compute, day):
    figures = compute(day)
    assert ("Fund I paid-in capital" in names(figures)) is (day == dt.date.max)


@pytest.mark.parametrize(
    ("row", "paid"),
    [
        ("2022-06-30,f1,,investor,fee,1000,,,,no,,", 81000),
        ("2022-06-30,f1,,investor,equalisation,500,,,,,,", 80500),
        ("2022-06-30,f1,,investor,facility_draw,500,,,,,,", 80000),
    ],
)
def test_a_row_of_the_whole_fund_does_not_hide_the_calls_of_its_investors(compute, row, paid):
    rows = CASHFLOWS.replace(",,investor,call", ",north,investor,call")
    rows = rows.replace(",,investor,distribution", ",north,investor,distribution")
    assert value(compute(cashflows=f"{rows}{row}\n"), "Fund I paid-in capital") == paid


def test_what_one_investor_paid_outside_counts_beside_the_calls_of_the_whole_fund(compute):
    row = "2022-06-30,f1,north,investor,fee,1000,,,,no,,\n"
    assert value(compute(cashflows=CASHFLOWS + row), "Fund I paid-in capital") == 81000
