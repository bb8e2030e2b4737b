"""Names, ids and amounts of investors where others read them."""

from __future__ import annotations

import pytest

from letterbook.figure import Figure, Unit, UnitKind
from tests.checks.letters.funds import RECIPIENTS

OF_AINO = "::: {.when test=\"recipient.lp = 'LP-0001'\"}\n"


def test_a_name_in_a_cell_of_a_table_is_found(found_of_fund):
    table = "| Investor | Commitment |\n|---|---|\n| Aino Lehtonen | 4% |\n"
    assert found_of_fund("C-LPNAME", table) == [(1, 'The investor "Aino Lehtonen" is named to all others.')]


def test_a_name_in_a_passage_that_only_its_owner_gets_is_right(found_of_fund):
    assert found_of_fund("C-LPNAME", f"{OF_AINO}Aino Lehtonen, LP-0001, committed $2,437,500.\n:::\n") == []
    others = OF_AINO.replace("0001", "0002")
    told = [message for _, message in found_of_fund("C-LPNAME", f"{others}Aino Lehtonen asked.\n:::\n")]
    assert told == ['The investor "Aino Lehtonen" is named to all others.']


def test_contacts_of_one_investor_may_read_of_each_other(found_of_fund):
    rows = RECIPIENTS + "LP-0001,Lehtonen Trust,,2437500,no,,\n"
    text = f"{OF_AINO}Aino Lehtonen and Lehtonen Trust committed $2,437,500.\n:::\n"
    assert found_of_fund("C-LPNAME", text, tables={"recipients": rows}) == []
    amount = "The largest commitment is $2,437,500."
    (found,) = found_of_fund("C-LPNAME", amount, tables={"recipients": rows})
    assert 'is what "Aino Lehtonen" alone has' in found[1]


def test_an_id_with_digits_is_found_and_one_that_is_a_word_is_not(found_of_fund):
    assert found_of_fund("C-LPNAME", "Text.\n\nThe account of LP-0002 was closed.") == [
        (3, '"LP-0002", the id of an investor, is told to all others.')
    ]
    rows = "lp,name\nharbour,Aino Lehtonen\n"
    assert found_of_fund("C-LPNAME", "The harbour froze.", tables={"recipients": rows}) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The largest commitment is $2,437,500.",
            '$2,437,500 is what "Aino Lehtonen" alone has with the fund.',
        ),
        (
            "One limited partner committed USD 7.2m in the second closing.",
            'USD 7.2m is what "Northmoor Teachers" alone has with the fund.',
        ),
    ],
)
def test_an_amount_of_one_investor_is_found(found_of_fund, sentence, told):
    assert found_of_fund("C-LPNAME", f"Text.\n\n{sentence}") == [(3, told)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kelpworks raised $2.4m from a family.",
        "The round was led by an investor who committed $7.2m to Kelpworks.",
        "Sales came to $7.2m.",
        "You committed [«committed»]{recipient=committed}.",
    ],
)
def test_a_round_amount_may_be_anybodys(found_of_fund, sentence):
    assert found_of_fund("C-LPNAME", sentence) == []


def test_an_amount_that_is_a_figure_too_is_no_secret(found_of_fund):
    figure = Figure("Kelpworks revenue", 2437500, Unit(UnitKind.MONEY, "USD"))
    assert found_of_fund("C-LPNAME", "It was $2,437,500.", figures=(figure,)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Northmoor Teachers’ Pension Fund asked.",
        "Northmoor Teachers' Pension Fund asked.",
        "NORTHMOOR TEACHERS’ PENSION FUND asked.",
        "Northmoor\u00a0Teachers’ Pension Fund asked.",
    ],
)
def test_a_name_is_found_however_its_apostrophe_blanks_and_capitals_print(found_of_fund, text):
    rows = "lp,name\nLP-0001,Aino Lehtonen\nLP-0002,Northmoor Teachers' Pension Fund\n"
    told = found_of_fund("C-LPNAME", text, tables={"recipients": rows})
    assert told == [(1, 'The investor "Northmoor Teachers\' Pension Fund" is named to all others.')]


def test_a_name_of_one_word_is_no_other_word_in_small_letters(found_of_fund):
    rows = "lp,name\nLP-0001,Aino Lehtonen\nLP-0002,Harbour\n"
    assert found_of_fund("C-LPNAME", "The harbour froze.", tables={"recipients": rows}) == []
    assert len(found_of_fund("C-LPNAME", "Harbour froze.", tables={"recipients": rows})) == 1
