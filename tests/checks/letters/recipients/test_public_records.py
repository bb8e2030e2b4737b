"""What investors may have to publish: companies in tables and values in sentences."""

from __future__ import annotations

import pytest

from tests.checks.letters.funds import RECIPIENTS

SCHEDULE = "| Company | Cost, USD m | Fair value, USD m |\n|---|---|---|\n| Kelpworks | 4.5 | 21.4 |\n"
PRIVATE = '::: {.when test="not recipient.public_records"}\n'


def test_a_table_of_companies_is_told_once(found_of_fund):
    assert found_of_fund("C-FOIA", f"Text.\n\n{SCHEDULE}") == [
        (3, "The table of single companies goes to Northmoor Teachers, who may have to publish it.")
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Company | MOIC |\n|---|---|\n| Marlow Robotics | 3.8x |\n",
        "| Date | Company | Amount |\n|---|---|---|\n| 3 May 2026 | Kelpworks | USD 1,200,000 |\n",
        "| Unternehmen | Wert |\n|---|---|\n| Tern Avionics | 3.600.000 |\n",
    ],
)
def test_any_table_with_a_company_and_its_numbers_is_one(found_of_fund, table):
    assert len(found_of_fund("C-FOIA", table)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Kelpworks is valued at $21.4m, and the others less.",
        "We wrote Marlow Robotics down, and carried at $16.9m it is still 3.8x what we paid.",
        'Tern Avionics has a fair value of [$3.6m]{figure="Tern Avionics fair value"}.',
    ],
)
def test_a_company_with_its_value_is_told(found_of_fund, sentence):
    assert [line for line, _ in found_of_fund("C-FOIA", f"Text.\n\n{sentence}")] == [3]


def test_a_passage_that_leaves_it_out_for_them_is_right(found_of_fund):
    within = f"{PRIVATE}{SCHEDULE}\nKelpworks is valued at $21.4m.\n:::\n"
    assert found_of_fund("C-FOIA", within) == []
    nested = f"::: {{.when test=\"recipient.lp != 'X'\"}}\n{PRIVATE}{SCHEDULE}:::\n:::\n"
    assert found_of_fund("C-FOIA", nested) == []


def test_a_passage_for_them_does_not_help(found_of_fund):
    assert (
        len(found_of_fund("C-FOIA", f'::: {{.when test="recipient.public_records"}}\n{SCHEDULE}:::\n')) == 1
    )


def test_nobody_public_nothing_told(found_of_fund):
    rows = RECIPIENTS.replace(",yes,", ",no,")
    assert found_of_fund("C-FOIA", SCHEDULE, tables={"recipients": rows}) == []
    assert found_of_fund("C-FOIA", SCHEDULE, tables={"recipients": "name\nAino\n"}) == []
