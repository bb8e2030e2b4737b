"""Side letters kept or not: each obligation with its broken twin."""

from __future__ import annotations

from datetime import date

import pytest

from letterbook.checks.checked_edition import OtherEdition

OWED = """\
side_letters:
  - lp: [LP-0002, LP-0003]
    id: esg
    summary: A section on responsible investment in every report
    requirement: {requirement}
    source: Side letter of 12 March 2021
    page: 4
"""
SECTION = "## Responsible investment\n\nTwo companies measured what they emit.\n"


@pytest.fixture
def told(found_of_fund):
    """What is told of a letter when this has been promised."""

    def run(requirement, markdown=SECTION, tables=None, **details):
        promised = {"side_letters": OWED.replace("{requirement}", requirement), **(tables or {})}
        return found_of_fund("C-SIDELETTER", markdown, tables=promised, **details)

    return run


def test_a_section_that_is_there_keeps_the_promise(told):
    assert told("{section: responsible investment}") == []
    assert told("{section: esg-report}", "Text.", sections=("esg-report",)) == []


def test_a_section_that_is_missing_is_told_once_for_all_whom_it_is_owed(told):
    ((line, message),) = told("{section: responsible investment}", "## Outlook\n\nGood.")
    assert line == 0
    who, _, what = message.partition(" have been promised ")
    assert who == "Quayside Family Office and Northmoor Teachers"
    assert what == '"esg": the copy has no heading "responsible investment".'


def test_a_section_in_a_passage_of_another_is_in_no_copy_of_theirs(told):
    only = f"::: {{.when test=\"recipient.lp = 'LP-0003'\"}}\n{SECTION}:::\n"
    ((_, message),) = told("{section: responsible investment}", only)
    assert message.startswith("Quayside Family Office has been promised")
    own = "::: {.when test=\"recipient.obligations contains 'esg'\"}\n" + SECTION + ":::\n"
    rows = (
        "lp,name,obligations\nLP-0001,Aino Lehtonen,\nLP-0002,Quayside Family Office,esg\n"
        "LP-0003,Northmoor Teachers,fees; esg\n"
    )
    assert told("{section: responsible investment}", own, tables={"recipients": rows}) == []


def test_a_recipient_whose_row_lists_an_obligation_is_owed_it_too(told):
    rows = "lp,name,obligations\nLP-0002,Quayside Family Office,esg\nLP-0003,Northmoor,esg\nLP-9,Aino,esg\n"
    ((_, message),) = told("{section: ESG}", tables={"recipients": rows})
    assert message.startswith("Quayside Family Office and 2 others have been promised")


@pytest.mark.parametrize(
    "printed",
    [
        "The net IRR without facility was 9.1%.",
        "| At 30 June 2026 | Net |\n|---|---|\n| IRR without facility | 9.1% |",
        "| Account | |\n|---|---|\n| Net IRR without facility | [«net irr»]{recipient=irr} |",
        'It was [9.1%]{figure="Fund I net IRR without facility"}.',
    ],
)
def test_a_measure_that_is_printed_keeps_the_promise(told, printed):
    assert told("{metric: net IRR without facility}", printed) == []


@pytest.mark.parametrize(
    "printed",
    [
        "The net IRR was 9.1%.",
        "We do not print the net IRR without facility.",
        "| At 30 June 2026 | Net |\n|---|---|\n| IRR | 9.1% |\n| TVPI without facility | 2.0x |",
    ],
)
def test_a_measure_that_is_not_printed_is_told(told, printed):
    ((_, message),) = told("{metric: [net IRR without facility]}", printed)
    assert message.endswith("the copy does not print net IRR without facility.")


def test_a_letter_after_the_day_it_was_due_is_told(told):
    assert told("{days_after_period_end: 20}") == []
    ((_, message),) = told("{days_after_period_end: 19}")
    assert message.endswith("it was due by 2026-07-19, and the letter is of 2026-07-20.")


@pytest.mark.parametrize(
    ("number", "as_of", "is_due"),
    [
        ("2026 H1", date(2026, 6, 30), False),
        ("2026 H2", date(2026, 12, 31), True),
        ("2026 Q4", date(2026, 12, 31), True),
        ("7", date(2026, 6, 30), True),
    ],
)
def test_what_is_owed_once_a_year_is_asked_of_the_letter_at_its_end(told, number, as_of, is_due):
    found = told("{section: ESG, frequency: annual}", "Text.", number=number, as_of=as_of, date=as_of)
    assert bool(found) is is_due


def test_what_is_owed_each_quarter_needs_a_letter_of_each(told):
    ((_, message),) = told("{frequency: quarterly}")
    assert message.endswith("it is owed quarterly, and there is no letter to 2026-03-31.")
    quarter = OtherEdition("Letter 2026 Q1", "editions/Letter 2026 Q1.md", "quarters", "2026 Q1")
    assert told("{frequency: quarterly}", others=(quarter,)) == []
    assert told("{frequency: half-yearly}") == []


def test_a_passage_for_an_obligation_that_there_is_not_is_told_with_the_one_that_was_meant(told):
    passage = "Text.\n\n::: {.when test=\"recipient.obligations contains 'egs'\"}\nMore.\n:::\n"
    assert told("{format: pdf}", passage) == [
        (3, 'There is no obligation "egs", which the passage asks for.')
    ]


def test_without_side_letters_nothing_is_promised(found_of_fund):
    passage = "::: {.when test=\"recipient.obligations contains 'fees'\"}\nMore.\n:::\n"
    assert found_of_fund("C-SIDELETTER", passage) == []
