"""The sheet of figures: what people type, and everything that can be wrong with it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from letterbook.errors import BadInput
from letterbook.figure import Basis, Status, Unit, UnitKind
from letterbook.figure_format import format_figure
from letterbook.finding import Severity
from letterbook.fund.figure_names import figures_named, figures_with
from letterbook.fund.figures_file import find_figures_file, read_figures
from tests.fund.spreadsheets import Formula, Percentage, spreadsheet

HEADER = "name,value,unit,as of,basis,period,status,source,show as"


@pytest.fixture
def read(tmp_path):
    def read_it(data, name="figures.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_figures(path)

    return read_it


@pytest.fixture
def one(read):
    """The figure of a row; the row may leave out cells at its end."""

    def read_row(row):
        sheet = read(f"{HEADER}\n{row}\n")
        assert sheet.findings == ()
        return sheet.figures[0]

    return read_row


@pytest.fixture
def faults(read):
    """The findings of rows, as (row, column, message)."""

    def read_rows(*rows):
        sheet = read("\n".join((HEADER, *rows)))
        assert all(finding.hint for finding in sheet.findings)
        return [(finding.place.line, finding.place.column, finding.message) for finding in sheet.findings]

    return read_rows


def test_a_row_becomes_a_figure(one):
    row = 'Fund I TVPI,2.43,x,2026-06-30,net,since inception,audited,"Accounts, page 9",2.4x'
    figure = one(row)
    assert (figure.name, figure.value, figure.unit) == (
        "Fund I TVPI",
        Decimal("2.43"),
        Unit(UnitKind.MULTIPLE),
    )
    assert (figure.as_of, figure.basis, figure.status) == (dt.date(2026, 6, 30), Basis.NET, Status.AUDITED)
    assert (figure.source, figure.period.words) == ("Accounts, page 9", "since inception")
    assert (figure.place.line, figure.place.column) == (2, 2)
    assert format_figure(figure) == "2.4x"


@pytest.mark.parametrize(
    ("row", "value", "currency", "printed"),
    [
        ("NAV,41500000,USD", "41500000", "USD", "$41.5m"),
        ("NAV,41.5,USD m", "41500000", "USD", "$41.5m"),
        ("NAV,$41.50m,", "41500000", "USD", "$41.50m"),
        ("NAV,€3.25bn,EUR", "3250000000", "EUR", "€3.25bn"),
        ('NAV,"41,500,000",GBP', "41500000", "GBP", "£41.5m"),
        ("NAV,41 500 000,SEK", "41500000", "SEK", "SEK\u00a041.5m"),
        ("IRR,18.4%,", "0.184", "", "18.4%"),
        ("IRR,18.4,%", "0.184", "", "18.4%"),
        ("IRR,0.184,fraction", "0.184", "", "18.4%"),
        ("IRR,0.5%,%", "0.005", "", "0.5%"),
        ("IRR,0.184,%,,,,,,18.4%", "0.184", "", "18.4%"),
        ("IRR,0.5,%,,,,,,0.5%", "0.005", "", "0.5%"),
        ("IRR,(2.0)%,%", "-0.02", "", "(2.0)%"),
        ("Spread,150,bp", "0.015", "", "1.5%"),
        ("TVPI,2.4x,", "2.4", "", "2.4x"),
        ("TVPI,2.4312,x", "2.4312", "", "2.4x"),
        ("Companies,14,", "14", "", "14"),
        ("Runway,18,months", "18", "", "18 months"),
    ],
)
def test_marks_and_units_are_understood(one, row, value, currency, printed):
    figure = one(row)
    assert (figure.value, figure.unit.currency, format_figure(figure)) == (Decimal(value), currency, printed)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (",2.4,x", 1, "no name"),
        ("TVPI,,x", 2, "no value"),
        ("TVPI,n/m,x", 2, '"n/m" is no number'),
        ('NAV,"1,250",USD', 2, "may be 1250 or 1.250"),
        ("IRR,0.184,%", 2, "may be 0.184% or 18.4%"),
        ("TVPI,2.4x,%", 2, '"2.4x" is not in the unit "%"'),
        ("NAV,€5m,USD", 2, '"€5m" is not in the unit "USD"'),
        ("TVPI,2.4,multple", 3, 'no unit "multple"'),
        ("NAV,5,money", 3, "needs a currency"),
        ("TVPI,2.4,x,2026-02-30", 4, "no such day"),
        ("TVPI,2.4,x,03/04/2026", 4, "which is the month"),
        ("TVPI,2.4,x,soon", 4, '"soon" is no date'),
        ("TVPI,2.4,x,,nett", 5, 'no basis "nett"'),
        ("Net TVPI,2.4,x,,gross", 5, 'The name says "net"'),
        ("TVPI,2.4,x,,,2026-06-30 to 2026-01-01", 6, "ends before it begins"),
        ("TVPI,2.4,x,,,,auditted", 7, 'no status "auditted"'),
        ("TVPI,2.4,x,,,,,,2.5x", 9, 'shown as "2.5x", but would be printed as "2.4x"'),
        ("TVPI,2.4,x,,,,,,2.4%", 9, "not in the unit"),
        ("TVPI,2.4,x,,,,,,as is", 9, '"as is" is no number'),
    ],
)
def test_a_fault_is_told_with_its_row_and_column(faults, row, column, said):
    (found,) = faults("NAV of all,5,USD", row)
    assert found[:2] == (3, column)
    assert said in found[2]


def test_words_that_are_nearly_right_are_answered_with_the_right_one(read):
    sheet = read(f"{HEADER}\nTVPI,2.4,multple,,nett,,auditted\n")
    assert [finding.hint for finding in sheet.findings] == [
        'Did you mean "multiple"?',
        'Did you mean "net"?',
        'Did you mean "audited"?',
    ]


def test_all_faults_are_told_at_once_and_the_other_rows_are_read(read):
    sheet = read(f"{HEADER}\nA,x,y,z,q\nNAV,5,USD\nB,2.4x,,2026-13-01\n")
    assert [(f.place.line, f.place.column) for f in sheet.findings] == [
        (2, 2),
        (2, 3),
        (2, 4),
        (2, 5),
        (4, 4),
    ]
    assert [figure.name for figure in sheet.figures] == ["NAV"]


def test_a_column_that_is_wrong_in_every_row_is_told_once(read):
    found = read("name,value\n" + "".join(f"Figure {n},about {n}\n" for n in range(500))).findings
    assert [(finding.id, finding.place.line) for finding in found] == [("figure-value", 2)]
    assert "499 more rows: 3, 4, 5" in found[0].message


def test_the_same_figure_twice_is_an_error_and_at_another_date_is_not(faults):
    rows = ("TVPI,2.4,x,2026-06-30,net", "TVPI,2.3,x,2025-12-31,net", "net  tvpi,2.5,x,2026-06-30")
    assert faults(*rows) == [(4, 1, '"net tvpi" is there twice, first in row 2.')]


def test_one_figure_in_two_currencies_is_an_error(faults):
    found = faults("NAV,5,USD,2026-06-30", "NAV,4,EUR,2025-12-31")
    assert found == [(3, 2, '"NAV" is in EUR here and in USD in row 2.')]


def test_a_bare_dollar_is_the_american_one_unless_there_are_others(read, faults):
    assert read(f"{HEADER}\nNAV,$5m,\nCash,2,USD\n").figures[0].unit.currency == "USD"
    ((row, column, message),) = faults("NAV,$5m,", "Cash,2,AUD")
    assert (row, column) == (2, 3)
    assert "AUD" in message


def test_decimals_with_a_comma_are_read_where_the_file_has_no_others(read):
    sheet = read("name;value;unit\nTVPI;2,4;x\nNAV;1.250;EUR\nIRR;18,4%;\n")
    assert [figure.value for figure in sheet.figures] == [Decimal("2.4"), Decimal(1250), Decimal("0.184")]


def test_a_point_elsewhere_tells_that_a_comma_marks_thousands(read):
    assert read('name,value\nTVPI,2.4x\nNAV,"1,250"\n').figures[1].value == 1250


def test_names_of_columns_are_compared_loosely_and_unknown_ones_are_kept(read):
    sheet = read("NAME,Value,Show-As,As of,Prepared by\nTVPI,2.43,2.4x,2026-06-30,Ines\n")
    assert sheet.figures[0].other == (("Prepared by", "Ines"),)
    assert sheet.figures[0].show_as == "2.4x"
    assert sheet.findings == ()


def test_a_column_that_is_nearly_ours_is_a_warning(read):
    (finding,) = read("name,value,statuss\nTVPI,2.4,audited\n").findings
    assert (finding.severity, finding.place.line, finding.place.column) == (Severity.WARNING, 1, 3)


def test_without_the_needed_columns_nothing_is_read(read):
    with pytest.raises(BadInput) as caught:
        read("figure,valeu\nTVPI,2.4\n")
    assert [finding.message for finding in caught.value.findings] == [
        'There is no column "name".',
        'There is no column "value".',
    ]
    assert 'Is it "valeu"?' in caught.value.findings[1].hint


def test_a_first_row_may_say_the_date_of_all(read):
    sheet = read("as of,2026-06-30\nname,value,as of\nTVPI,2.4x,\nDPI,0.6x,2025-12-31\n")
    assert [figure.as_of for figure in sheet.figures] == [dt.date(2026, 6, 30), dt.date(2025, 12, 31)]


def test_titles_above_the_names_of_the_columns_are_passed_over_and_told(read):
    rows = (
        ["Key figures", None, None],
        ["Prepared by:", "Ines", None],
        [None, None, None],
        ["As of", "2026-06-30", None],
        ["Name", "Value", "Unit"],
        ["Fund I TVPI", 2.09, "x"],
    )
    found = read(spreadsheet(rows), "x.xlsx")
    (figure,) = found.figures
    assert (figure.name, figure.as_of, figure.place.line) == ("Fund I TVPI", dt.date(2026, 6, 30), 6)
    (title,) = found.findings
    assert (title.id, title.place.line, "row 5" in title.message) == ("table-title", 5, True)
    assert read("Key figures,,\nName,Value,Unit\nFund I TVPI,2.09,x\n").figures


def test_a_row_with_nothing_but_a_name_is_a_heading_or_a_remark(read):
    rows = (["Name", "Value", "Unit"], ["Fund I", None, None], ["Fund I TVPI", 2.09, "x"], ["Checked by AB"])
    found = read(spreadsheet(rows), "x.xlsx")
    assert [figure.name for figure in found.figures] == ["Fund I TVPI"]
    assert [(each.id, each.severity, each.place.line) for each in found.findings] == [
        ("figure-remark", Severity.WARNING, 2),
        ("figure-remark", Severity.WARNING, 4),
    ]
    assert read("name,value\nFund I TVPI,\n").findings[0].severity is Severity.ERROR


def test_a_column_without_a_name_is_told_with_the_row_to_name_it_in(read):
    rows = (["Key figures", None, None], ["Name", "Value", None], ["Fund I TVPI", 2.09, "x"])
    with pytest.raises(BadInput) as refused:
        read(spreadsheet(rows), "x.xlsx")
    assert (refused.value.findings[0].hint, refused.value.findings[0].place.line) == ("Name it in row 2.", 2)


def test_the_sheet_called_figures_is_read_and_else_the_first(read):
    rows, other = [["name", "value"], ["TVPI", 2.4]], [["a", "b"], ["c", 1]]
    named = read(spreadsheet(other, rows, names=("Notes", "Figures")), "x.xlsx")
    assert (named.figures[0].value, named.findings) == (Decimal("2.4"), ())
    first = read(spreadsheet(rows, other), "y.xlsx")
    assert [finding.severity for finding in first.findings] == [Severity.NOTE]


def test_dates_and_percentages_of_a_spreadsheet_are_understood(read):
    data = spreadsheet(
        [["name", "value", "as of"], ["IRR", Percentage(0.18432), dt.date(2026, 6, 30)], ["DPI", 0.6, None]]
    )
    sheet = read(data, "figures.xlsx")
    assert sheet.figures[0].value == Decimal("0.18432")
    assert sheet.figures[0].as_of == dt.date(2026, 6, 30)
    assert [format_figure(figure) for figure in sheet.figures] == ["18.4%", "0.6"]


def test_a_formula_without_a_value_is_an_error_with_its_address(read):
    data = spreadsheet(
        [
            ["name", "value", "unit"],
            ["TVPI", Formula("B9/B10"), "x"],
            ["DPI", Formula("B8/B10", "0.62"), "x"],
            ["IRR", Formula("XIRR(A1:A9)", "#REF!", "e"), "fraction"],
        ]
    )
    sheet = read(data, "figures.xlsx")
    assert [(str(f.severity), f.place.line, f.place.column, f.message) for f in sheet.findings] == [
        ("error", 2, 2, "The formula in cell B2 has no value in the file."),
        ("error", 4, 2, "Cell B4 holds an error (#REF!)."),
    ]
    assert [figure.name for figure in sheet.figures] == ["DPI"]


def test_the_sheet_of_a_workspace_is_found(tmp_path):
    with pytest.raises(BadInput, match=r"There is no fund/figures\.csv"):
        find_figures_file(tmp_path)
    (tmp_path / "fund").mkdir()
    (tmp_path / "fund" / "Figures.CSV").write_text("name,value\nA,1\n")
    assert find_figures_file(tmp_path).name == "Figures.CSV"
    (tmp_path / "fund" / "figures.xlsx").write_bytes(b"")
    with pytest.raises(BadInput, match="several"):
        find_figures_file(tmp_path)


def test_figures_are_found_by_name_however_it_is_put(read):
    figures = read(
        f"{HEADER}\nFund I TVPI,2.4,x,,net\nFund I gross TVPI,2.9,x\nFund II TVPI,1.1,x,,net\n"
    ).figures
    assert [figure.value for figure in figures_named(figures, "Fund I net TVPI")] == [Decimal("2.4")]
    assert [figure.value for figure in figures_named(figures, "gross TVPI, Fund I")] == [Decimal("2.9")]
    assert len(figures_named(figures, "fund i tvpi")) == 2
    assert len(figures_with(figures, "fund tv")) == 3
    assert [figure.name for figure in figures_with(figures, "II net")] == ["Fund II TVPI"]
