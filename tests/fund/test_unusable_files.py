"""Files of the fund that are there and cannot be used: each is told, and everything else still works."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from letterbook.finding import Severity
from letterbook.fund.computed import computed_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.workspace_figures import workspace_figures
from tests.fund.spreadsheets import Formula, spreadsheet
from tests.fund.workspaces import BENCHMARKS, CASHFLOWS, FUND, HOLDINGS, NAV, workspace_of

INVESTORS = "lp,name,commitment\nnorth,Northpoint Pension,60000\n"


def a_folder(path):
    path.mkdir()


def a_circle(path):
    path.symlink_to(path.name)


def a_dead_end(path):
    path.symlink_to("nowhere")


def told(figures, file):
    return [each for each in figures.findings if each.place and each.place.file == file]


@pytest.mark.parametrize("instead", [a_folder, a_circle, a_dead_end])
@pytest.mark.parametrize(
    "name",
    ["cashflows.csv", "nav.csv", "holdings.csv", "benchmarks.csv", "recipients.csv", "kpis.csv", "fund.yaml"],
)
def test_what_only_has_the_name_of_a_file_is_told(tmp_path, name, instead):
    workspace = workspace_of(tmp_path)
    path = workspace / "fund" / name
    path.unlink(missing_ok=True)
    instead(path)
    figures = computed_figures(workspace)
    findings = told(figures, f"fund/{name}")
    assert [(each.severity, name in each.message) for each in findings] == [(Severity.ERROR, True)]
    assert str(tmp_path) not in f"{findings[0]} {findings[0].hint}"
    assert figures.figures


@pytest.mark.parametrize("sheet", ["", "Name,Valu\nFund I NAV,5\n", "name,value,name\na,b,c\n", "\0"])
def test_computed_figures_remain_when_the_sheet_of_figures_cannot_be_used(tmp_path, sheet):
    workspace = workspace_of(tmp_path, nav=NAV.replace("80000", "eighty"))
    (workspace / "fund" / "figures.csv").write_text(sheet, encoding="utf-8")
    figures = workspace_figures(workspace)
    assert told(figures, "fund/figures.csv")[0].severity is Severity.ERROR
    assert told(figures, "fund/nav.csv")
    assert "Fund I paid-in capital" in {figure.name for figure in figures.figures}


def test_a_place_on_one_of_several_sheets_names_it(tmp_path):
    workspace = workspace_of(tmp_path, nav=None, cashflows=None)
    sheets = (
        [
            ["as of", "fund", "nav"],
            [dt.date(2024, 6, 30), "f1", "eighty"],
            [dt.date(2024, 3, 31), "f1", Formula("=A1")],
        ],
        [["date", "fund", "level", "kind", "amount"], [dt.date(2022, 1, 1), "f1", "investor", "cal", 5]],
    )
    (workspace / "fund" / "fund.xlsx").write_bytes(spreadsheet(*sheets, names=("NAV", "cashflows")))
    found = told(computed_figures(workspace), "fund/fund.xlsx")
    assert {str(each.place) for each in found} == {
        "fund/fund.xlsx!NAV:2:3",
        "fund/fund.xlsx!NAV:3:3",
        "fund/fund.xlsx!cashflows:2:4",
    }


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            b"</sheetData>",
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
            "cell XFD1048576",
        ),
        (b"</sheetData>", b"<row", "no spreadsheet that can be read"),
    ],
)
def test_a_sheet_that_would_fill_the_memory_or_is_damaged_is_told(tmp_path, old, new, words):
    workspace = workspace_of(tmp_path, nav=None)
    whole = io.BytesIO(spreadsheet([["as of", "fund", "nav"], [dt.date(2024, 6, 30), "f1", 5]]))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(workspace / "fund" / "nav.xlsx", "w") as target:
        for part in source.namelist():
            data = source.read(part)
            target.writestr(part, data.replace(old, new) if "worksheets/" in part else data)
    (finding,) = told(computed_figures(workspace), "fund/nav.xlsx")
    assert words in finding.message


def test_a_formula_without_a_value_is_told_once(tmp_path):
    workspace = workspace_of(tmp_path, nav=None)
    rows = [["as of", "fund", "nav"], [dt.date(2024, 6, 30), "f1", Formula("=A1")]]
    (workspace / "fund" / "nav.xlsx").write_bytes(spreadsheet(rows))
    (finding,) = told(computed_figures(workspace), "fund/nav.xlsx")
    assert "C2" in finding.message


def test_a_cell_of_a_million_letters_is_called_long(tmp_path):
    workspace = workspace_of(tmp_path, nav="as of,fund,nav\n2024-06-30,f1," + "x" * 1_000_001)
    (finding,) = told(computed_figures(workspace), "fund/nav.csv")
    assert "1,000,000 characters" in finding.message
    assert finding.place.line == 2


def test_a_column_that_is_wrong_in_every_row_is_told_once_with_the_first_rows(tmp_path):
    rows = "".join(f"2022-01-{1 + n % 28:02d},f1,,investor,call,no {n},,,,,,c{n}\n" for n in range(3000))
    header = CASHFLOWS.splitlines()[0]
    workspace = workspace_of(tmp_path, cashflows=f"{header}\n{rows}2022-02-30,f1,,investor,call,5,,,,,,z\n")
    findings = [
        each
        for each in told(computed_figures(workspace), "fund/cashflows.csv")
        if each.id != "cashflows-date"
    ]
    assert len(findings) < 3
    (finding,) = (each for each in findings if each.id == "cashflows-amount")
    assert finding.place.line == 2
    assert "2,999 more rows: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2,989 more" in finding.message


def test_a_few_faults_of_a_column_are_told_one_by_one(tmp_path):
    rows = CASHFLOWS.replace("60000", "a").replace("20000", "b").replace("30000", "c")
    assert len(told(computed_figures(workspace_of(tmp_path, cashflows=rows)), "fund/cashflows.csv")) == 4


@pytest.mark.parametrize("wrong", ["lp id", "lp_name", "lpx"])
def test_a_misspelt_column_of_investors_is_asked_about(tmp_path, wrong):
    workspace = workspace_of(tmp_path, recipients=INVESTORS.replace("lp,", f"{wrong},", 1))
    (finding,) = told(computed_figures(workspace), "fund/recipients.csv")
    assert (finding.severity, finding.place.column) == (Severity.WARNING, 1)
    assert f'Is it "{wrong}"?' in finding.hint


def test_recipients_of_a_letter_need_not_be_investors(tmp_path):
    workspace = workspace_of(tmp_path, recipients="name,salutation,city\nA,Dear A,Oslo\n")
    assert not told(computed_figures(workspace), "fund/recipients.csv")


def test_investors_may_stand_in_a_file_called_lps(tmp_path):
    workspace = workspace_of(tmp_path)
    (workspace / "fund" / "lps.csv").write_text(INVESTORS, encoding="utf-8")
    (investor,) = read_fund_data(workspace).investors.rows
    assert (investor.lp, investor.place.file) == ("north", "fund/lps.csv")
    (workspace / "fund" / "recipients.csv").write_text(INVESTORS, encoding="utf-8")
    assert "several tables recipients" in read_fund_data(workspace).findings[0].message


def test_an_index_with_a_level_that_cannot_be_read_is_not_compared(tmp_path):
    levels = BENCHMARKS + BENCHMARKS.split("\n", 1)[1].replace("World", "Region").replace("120", "hundred")
    names = {each.name for each in computed_figures(workspace_of(tmp_path, benchmarks=levels)).figures}
    assert "Fund I net KS-PME against World" in names
    assert not any("Region" in name for name in names)


def test_a_row_left_out_makes_no_doubt_of_its_neighbours(tmp_path):
    lps = CASHFLOWS + "2022-01-01,f1,north,investor,call,5,,investment,,,,c1\n"
    workspace = workspace_of(tmp_path, cashflows=lps.replace("60000", "sixty"), recipients=INVESTORS)
    assert [each.id for each in told(computed_figures(workspace), "fund/cashflows.csv")] == [
        "cashflows-amount"
    ]


def test_levels_are_not_set_against_a_fund_of_unknown_currency(tmp_path):
    workspace = workspace_of(tmp_path, fund=FUND.replace("currency", "curency"), holdings=HOLDINGS)
    assert not [each for each in computed_figures(workspace).findings if each.id == "computed-currency"]


@pytest.mark.parametrize(
    ("cell", "words"), [("45473", "how a spreadsheet keeps 2024-06-30"), ("20240630", "is no date")]
)
def test_a_number_in_place_of_a_date_is_told_with_the_day_it_stands_for(tmp_path, cell, words):
    workspace = workspace_of(tmp_path, nav=NAV.replace("2024-06-30", cell))
    (finding,) = told(computed_figures(workspace), "fund/nav.csv")
    assert words in finding.message


@pytest.mark.parametrize(
    ("code", "hint"), [("dollars", "such as USD"), ("euros", "such as EUR"), ("USB", "such as USD")]
)
def test_a_word_for_a_currency_is_answered_with_its_code(tmp_path, code, hint):
    workspace = workspace_of(tmp_path, cashflows=CASHFLOWS.replace("60000,", f"60000,{code}"))
    (finding,) = told(computed_figures(workspace), "fund/cashflows.csv")
    assert hint in finding.hint


def test_commitments_are_not_added_up_without_one_that_cannot_be_read(tmp_path):
    fund = FUND.replace("committed: 100000\n", "")
    for rows, is_made in (("", True), ("east,Eastway,many\n", False)):
        workspace = workspace_of(tmp_path, fund=fund, recipients=INVESTORS + rows)
        names = {each.name for each in computed_figures(workspace).figures}
        assert ("Fund I committed capital" in names) is is_made


@pytest.mark.parametrize("data", [b"hello", b"PK\x03\x04", b"", None])
def test_a_spreadsheet_of_all_tables_that_cannot_be_read_is_told_once(tmp_path, data):
    workspace = workspace_of(tmp_path)
    path = workspace / "fund" / "fund.xlsx"
    path.mkdir() if data is None else path.write_bytes(data)
    found = [each for each in computed_figures(workspace).findings if "fund.xlsx" in each.message]
    assert {each.place.file for each in found} == {"fund/fund.xlsx"}


@pytest.mark.parametrize("name", ["nav", "kpis"])
def test_a_hidden_sheet_with_the_name_of_a_table_is_mentioned(tmp_path, name):
    workspace = workspace_of(tmp_path, nav=None, cashflows=None)
    row = [dt.date(2022, 1, 1), "f1", "investor", "call", 5]
    sheets = ([["date", "fund", "level", "kind", "amount"], row], [["as of", "fund", "nav"]])
    data = spreadsheet(*sheets, names=("cashflows", name), hidden=(name,))
    (workspace / "fund" / "fund.xlsx").write_bytes(data)
    (finding,) = told(computed_figures(workspace), "fund/fund.xlsx")
    assert (finding.severity, str(finding.place)) == (Severity.WARNING, f"fund/fund.xlsx!{name}")
    assert finding.message == f'The sheet "{name}" is hidden, so it was not read.'


def test_a_hidden_sheet_beside_the_table_itself_is_nobodys_business(tmp_path):
    workspace = workspace_of(tmp_path, cashflows=None)
    row = [dt.date(2022, 1, 1), "f1", "investor", "call", 5]
    sheets = ([["date", "fund", "level", "kind", "amount"], row], [["as of", "fund", "nav"]])
    data = spreadsheet(*sheets, names=("cashflows", "nav"), hidden=("nav",))
    (workspace / "fund" / "fund.xlsx").write_bytes(data)
    assert told(computed_figures(workspace), "fund/fund.xlsx") == []
