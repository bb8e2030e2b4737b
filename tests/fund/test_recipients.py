"""Files of recipients: what spreadsheets write, and what people do to it."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from letterbook.errors import BadInput, MissingExtra
from letterbook.extras import install_line
from letterbook.finding import Severity
from letterbook.fund.recipients import column_key, read_recipients
from tests.fund.spreadsheets import spreadsheet


@pytest.fixture
def read(tmp_path):
    def read_it(data, name="people.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_recipients(path)

    return read_it


def values(recipients):
    return [dict(row.values) for row in recipients.rows]


def fault(read, *arguments):
    with pytest.raises(BadInput) as caught:
        read(*arguments)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(read, delimiter):
    text = f"Name{delimiter}Sum\nInês{delimiter}1.5\n\nBo{delimiter}2\n"
    people = read(text)
    assert people.columns == ("Name", "Sum")
    assert values(people) == [{"name": "Inês", "sum": "1.5"}, {"name": "Bo", "sum": "2"}]
    assert [row.line for row in people.rows] == [2, 4]
    assert people.findings == ()


def test_commas_in_a_table_of_semicolons_are_text(read):
    assert (
        values(read("name;address\nInes;Rua 1, Lisboa\nBo;Gade 2, Aarhus\n"))[1]["address"]
        == "Gade 2, Aarhus"
    )


def test_a_line_that_names_the_delimiter_is_obeyed_and_counted(read):
    people = read("sep=;\r\nname;a,b,c\r\nInes;x\r\n")
    assert values(people) == [{"name": "Ines", "a,b,c": "x"}]
    assert people.rows[0].line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_tell_themselves_are_read_without_a_word(read, encoding):
    people = read("name\nInês Łuć\n".encode(encoding))
    assert values(people) == [{"name": "Inês Łuć"}]
    assert people.findings == ()


def test_windows_1252_is_read_with_a_warning_at_the_first_odd_line(read):
    people = read("name\nBo\nInês\n".encode("cp1252"))
    assert values(people)[1] == {"name": "Inês"}
    assert [(finding.severity, finding.place.line) for finding in people.findings] == [(Severity.WARNING, 3)]


def test_cells_hold_delimiters_line_ends_and_quotation_marks(read):
    people = read('name,address\n"Fund ""One"", Ltd","1 Road\nTown"\nBo,x\n')
    assert values(people)[0] == {"name": 'Fund "One", Ltd', "address": "1 Road\nTown"}
    assert [row.line for row in people.rows] == [2, 4]


def test_values_stay_as_they_stand(read):
    assert values(read("name,sum\n Ines ,0\nBo,007\n")) == [
        {"name": " Ines ", "sum": "0"},
        {"name": "Bo", "sum": "007"},
    ]


def test_a_short_row_has_empty_cells_at_its_end(read):
    assert values(read("name,sum\nInes\n")) == [{"name": "Ines", "sum": ""}]


def test_a_long_row_is_left_out_and_told_with_its_line(read):
    people = read("name,sum\nInes,1,000\nBo,2,\n")
    assert [row.values["name"] for row in people.rows] == ["Bo"]
    (finding,) = people.findings
    assert (finding.severity, finding.place.line) == (Severity.ERROR, 2)
    assert "3 cells" in finding.message


@pytest.mark.parametrize("name", ["Public Records", "public_records", "PUBLIC-RECORDS", " public  records "])
def test_names_of_columns_are_alike_whatever_case_and_blanks(name):
    assert column_key(name) == "public_records"


def test_names_of_columns_are_alike_however_accents_are_stored():
    assert column_key("Crédit") == column_key("cre\u0301dit")


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        ("", "is empty", 0),
        ("\n\n", "is empty", 0),
        ("name,sum\n", "no recipients", 1),
        ("Name,name\nInes,x\n", '"Name" and "name" have the same name', 1),
        ("name,\nInes,x\n", "Column 2 has no name", 1),
        ('name,sum\n"Ines,1\nBo,2\n', "quotation mark", 2),
        (b"PK\x03\x04rest", "is a spreadsheet", 0),
        (b"name\nIn\x81s\n", "not a text file", 0),
        (b"\0\1\2", "not a text file", 0),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_where(read, data, words, line):
    error = fault(read, data)
    assert words in error.message
    assert error.place.line == line


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        read_recipients(tmp_path / "none.csv")


def test_a_spreadsheet_is_read_with_dates_and_whole_numbers_as_people_write_them(read):
    rows = [
        ["Name", "Since", "Sum", "Share", "Public records"],
        ["Inês", dt.date(2020, 3, 1), 1250000, 0.1, True],
        [],
        ["Bo", None, 0, 0.30000000000000004, "no"],
    ]
    people = read(spreadsheet(rows), "people.xlsx")
    assert values(people) == [
        {"name": "Inês", "since": "2020-03-01", "sum": "1250000", "share": "0.1", "public_records": "true"},
        {"name": "Bo", "since": "", "sum": "0", "share": "0.3", "public_records": "no"},
    ]
    assert [row.line for row in people.rows] == [2, 4]
    assert people.converted == {"since": "2020-03-01", "sum": "1250000", "share": "0.1"}


def test_only_the_first_sheet_is_read_and_that_is_said(read):
    people = read(spreadsheet([["name"], ["Ines"]], [["other"]]), "people.xlsx")
    assert len(people.rows) == 1
    assert "first" in people.findings[0].message


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"hello", b""])
def test_a_spreadsheet_that_is_none_is_refused(read, data):
    assert fault(read, data, "people.xlsx").place.file.endswith("people.xlsx")


def test_without_its_package_a_spreadsheet_asks_for_the_extra(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingExtra) as caught:
        read(spreadsheet([["name"], ["Ines"]]), "people.xlsx")
    assert caught.value.hint == install_line("python-calamine")
