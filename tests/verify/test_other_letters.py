"""Letters of other kinds: of a house with many funds, of a hedge fund, of a company to its investors."""

from __future__ import annotations

import pytest

from letterbook.fund.figures_file import read_figures
from tests.verify.conftest import DATA

SHEET = read_figures(DATA / "other-figures.csv").figures
TITLE = "Letter to 31 December 2025"
SENTENCES = [
    ("During 2025 we invested $131m in new and existing companies and six exits returned $205m.", "a a"),
    ("The value of our funds rose from $2.84bn to $3.31bn; underlying value grew by 17%.", "a a a"),
    ("Since inception, the net IRR across all funds is 31% and the TVPI is 2.8x.", "a a"),
    ("Since inception, the net IRR across all funds is 33% and the TVPI is 2.6x.", "d d"),
    ("Total fund value was $2.8 billion a year ago, and now exceeds $3.2bn.", "a a"),
    ("In the third quarter we returned 4.0% net, against (4.9)% for the S&P 500.", "a a"),
    ("Longs contributed 5.9%, shorts 0.1%, and macro lost 2.0%.", "a a a"),
    ("MRR reached $412k, up 9% on the month, from 1,284 customers; churn was 1.8%.", "a u a a"),
    ("We have $6.4m of cash and burn $355k a month, a runway of 18 months.", "a a a"),
    ("We have $6.9m of cash and burn $335k a month, a runway of 16 months.", "d d d"),
    ("The team is now 47 people, after 6 joined.", "a u"),
    ("We had 1,248 customers at year end.", "d"),
]
TABLES = [
    (
        [
            ["KPI", "Dec 2025", "Nov 2025", "Change", "Plan"],
            ["MRR ($k)", "412", "378", "9%", "400"],
            ["Customers", "1,294", "1,201", "83", "1,300"],
        ],
        "a u u u d u u u",
    ),
    ([["", "This month", "Last month", "Plan"], ["MRR", "$412k", "$378k", "$400k"]], "a u u"),
    ([["", "2024", "2025"], ["Customers", "1,100", "1,294"]], "u d"),
    (
        [["Contribution, Q3 2025", ""], ["Long book", "5.9%"], ["Short book", "0.2%"], ["Macro", "(2.0)%"]],
        "a d a",
    ),
]
PROSE = [
    "It took 3 months, 2 lawyers and $40,000 to learn that we did not need the contract.",
    "A customer in Porto uses it on 14 ships; another saves 20% on fuel.",
    "Our competitor raised $25m and hired 80 people in a quarter.",
    "The market for pumps is worth $4bn and grows by 6% a year.",
    "We sent 1,200 postcards and got 9 answers.",
    "Cash is king 100% of the time.",
    "In 18 months nobody has asked for a refund.",
    "We hired 4 engineers, 1 designer and a dog.",
    "The team ran 42 km in 5 hours.",
    "We grew 30% faster than we hoped, from a base of nothing.",
    "Return the form within 14 days.",
    "The index of this book has 212 entries.",
    "Each exit from the motorway costs 2.5 minutes.",
    "I have read 31 books on value, 17 of them for nothing.",
    "Shipping took 21 days; 5% of the parcels were lost.",
    "The conference had 3,000 visitors and 12% of them came to our stand.",
    "Interest was strong: 400 people signed up in 24 hours.",
    "We moved to 250 square metres at $9,000 a month.",
    "Half the calls lasted under 6 minutes.",
    "One plan costs $49, the other $199 a month.",
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_the_numbers_of_a_sentence(tick, sentence, expected):
    ticks = tick(TITLE, sentence, sheet=SHEET).ticks
    assert " ".join(each.outcome.value[0] for each in ticks if not each.reason) == expected


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_the_numbers_of_a_table(tick, table, expected):
    ticks = tick(TITLE, table=table, sheet=SHEET).ticks
    assert " ".join(each.outcome.value[0] for each in ticks if not each.reason) == expected


@pytest.mark.parametrize("line", PROSE)
def test_ordinary_prose_beside_such_figures_gives_no_false_alarm(tick, line):
    ticks = tick(TITLE, line, sheet=SHEET).ticks
    assert [(each.text, each.expected) for each in ticks if each.outcome == "disagrees"] == []


def test_totals_and_other_periods_are_not_compared_with_one_company_or_one_period(outcomes, tick):
    costs = [["Company", "Fair value ($m)"], ["Kelpworks", "21.4"], ["Total", "38.3"]]
    assert outcomes("Kelpworks and Marlow Robotics", table=costs) == "a u"
    fees = [["", "2025", "Since inception"], ["Amount invested", "$131m", "$1.9bn"]]
    ticks = tick(TITLE, table=fees, sheet=SHEET).ticks
    assert [each.outcome.value for each in ticks if not each.reason] == ["agrees", "uncovered"]
