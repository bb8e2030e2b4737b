"""Figures that nobody states are computed; stated ones go first, and must agree with the data."""

from __future__ import annotations

import pytest

from letterbook.finding import Place

FUND = "id: f1\nname: Fund I LP\nshort: Fund I\ncurrency: USD\ncommitted: 60000000\n"
CASHFLOWS = """\
date,fund,level,kind,amount
2023-01-10,f1,investor,call,20000000
2024-01-10,f1,investor,call,22000000
2025-03-01,f1,investor,distribution,4200000
2026-03-01,f1,investor,distribution,4200000
"""
NAV = "as of,fund,nav,status\n2025-12-31,f1,71300000,audited\n2026-06-30,f1,78500000,unaudited\n"
SHEET = "name,value,unit,as of,basis,show as\nFund I NAV,78500000,USD,2026-06-30,net,$78.5m\n"
FILES = {"fund/fund.yaml": FUND, "fund/cashflows.csv": CASHFLOWS, "fund/nav.csv": NAV}


@pytest.fixture
def letter(drafted):
    """The assembly of a letter of the half year to 30 June 2026, with this sheet of figures."""

    def assemble(body, sheet=SHEET, **files):
        own = {f"fund/{name}.csv": text for name, text in files.items()}
        sheets = {"fund/figures.csv": sheet} if sheet else {}
        return drafted(body, {**FILES, **sheets, **own}, publication="letters", number="2026 H1")

    return assemble


def errors(assembly):
    own = ("figure-", "expression-", "fund-", "cashflow", "nav", "audience-")
    return [each for each in assembly.findings if each.severity == "error" and each.id.startswith(own)]


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("Fund I net TVPI", "2.1x"),
        ("Fund I DPI", "0.2x"),
        ("Fund I paid-in capital", "$42.0m"),
        ("Fund I PIC", "70.0%"),
        ("Fund I net TVPI as-of=2025-12-31", "1.8x"),
        ("Fund I paid-in capital as-of=2023-06-30", "$20.0m"),
        ("Fund I NAV as-of=2025-12-31", "$71.3m"),
        ("Fund I NAV, change", "rose"),
        ("Fund I NAV, change by", "$7.2m"),
        ("Fund I net TVPI, change", "rose"),
    ],
)
def test_what_is_not_stated_is_computed(letter, call, text):
    assembly = letter(f"Words {{{{ {call} }}}}.")
    assert errors(assembly) == []
    assert [use.text for use in assembly.figures] == [text]


def test_a_letter_needs_no_sheet(letter):
    assembly = letter("{{ Fund I net TVPI }} {{ Fund I net NAV }}", sheet="")
    assert [use.text for use in assembly.figures] == ["2.1x", "$78.5m"]


def test_a_stated_figure_goes_before_the_computed_one_also_where_it_says_no_basis(letter):
    (use,) = letter("{{ Fund I NAV }}").figures
    assert (use.figure.formula, use.figure.place.file) == ("", "fund/figures.csv")


def test_a_computed_figure_knows_its_formula_and_its_rows(letter):
    (use,) = letter("{{ Fund I paid-in capital }}").figures
    assert use.figure.formula == "paid-in"
    assert {(place.file, place.line) for place in use.figure.inputs} == {
        *(("fund/cashflows.csv", line) for line in range(2, 6)),
    }


def test_a_stated_figure_that_the_data_contradict_is_told_where_it_is_called(letter):
    sheet = SHEET.replace("78500000", "79500000").replace("$78.5m", "$79.5m")
    (error,) = errors(letter("{{ Fund I NAV }}", sheet))
    assert (error.id, error.place) == ("figure-twin", Place("fund/figures.csv", 2, 2))
    assert errors(letter("{{ Fund I paid-in capital }}", sheet)) == []


def test_a_fault_in_the_data_is_told_once_a_computed_figure_is_called(letter):
    cashflows = CASHFLOWS + "2026-05-01,f1,investor,gift,5\n"
    assembly = letter("{{ Fund I net TVPI }} {{ Fund I DPI }}", cashflows=cashflows)
    assert [(each.place.file, each.place.line) for each in errors(assembly) if each.place.line == 6] == [
        ("fund/cashflows.csv", 6)
    ]


def test_a_name_that_neither_knows_is_unknown_with_a_near_one_of_either(letter):
    (error,) = errors(letter("{{ Fund I net TVIP }}"))
    assert (error.id, error.hint) == ("expression-unknown", 'Did you mean "Fund I net TVPI"?')
