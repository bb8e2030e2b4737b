"""Holdings that an investor is excused from: not in the account, not in passages of that investor."""

from __future__ import annotations

import pytest

from tests.checks.letters.funds import RECIPIENTS

ACCOUNT = "## Your account\n\nYour part of Marlow Robotics is worth USD 120,000.\n"
TABLE = (
    "| Your part | [«name»]{recipient=name} |\n|---|---|\n| Marlow Robotics | [«share»]{recipient=share} |\n"
)
OF_AINO = "::: {.when test=\"recipient.lp = 'LP-0001'\"}\n"


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        (ACCOUNT, 3),
        (TABLE, 1),
        (f"{OF_AINO}Marlow Robotics did well.\n:::\n", 2),
        ("# Account\n\n## Ihr Kapitalkonto\n\n### Teile\n\nMarlow Robotics.\n", 7),
    ],
)
def test_an_excused_holding_in_an_account_is_told_once(found_of_fund, markdown, line):
    assert found_of_fund("C-EXCUSED", markdown) == [
        (line, "Marlow Robotics stands in the account of Aino Lehtonen, excused from it.")
    ]


def test_a_holding_may_be_named_by_its_id(found_of_fund):
    rows = RECIPIENTS.replace("Marlow Robotics", "marlow")
    assert len(found_of_fund("C-EXCUSED", ACCOUNT, tables={"recipients": rows})) == 1


def test_the_funds_own_tables_and_text_may_have_it(found_of_fund):
    schedule = (
        "## Schedule\n\n| Company | Value |\n|---|---|\n| Marlow Robotics | $16.9m |\n\nMarlow Robotics grew."
    )
    assert found_of_fund("C-EXCUSED", f"## Your account\n\nText.\n\n{schedule}") == []


def test_a_passage_that_asks_for_the_excuse_is_right(found_of_fund):
    passage = "::: {.when test=\"not recipient.excused contains 'Marlow Robotics'\"}\n"
    assert found_of_fund("C-EXCUSED", f"{passage}{ACCOUNT}:::\n") == []
    inside = f"## Your account\n\n{passage}Marlow Robotics is worth USD 120,000.\n:::\n"
    assert found_of_fund("C-EXCUSED", inside) == []


def test_a_passage_of_somebody_else_is_not_theirs(found_of_fund):
    others = OF_AINO.replace("0001", "0002")
    assert found_of_fund("C-EXCUSED", f"{others}Marlow Robotics did well.\n:::\n") == []
    private = '::: {.when test="not recipient.public_records"}\n'
    assert found_of_fund("C-EXCUSED", f"{private}Marlow Robotics did well.\n:::\n") == []


def test_a_passage_that_asks_for_no_holding_is_told_with_the_one_that_was_meant(found_of_fund):
    passage = "Text.\n\n::: {.when test=\"not recipient.excused contains 'Marlow Robotix'\"}\nMore.\n:::\n"
    assert found_of_fund("C-EXCUSED", passage) == [
        (3, 'There is no holding "Marlow Robotix", which the passage asks for.')
    ]
