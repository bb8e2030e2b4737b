from __future__ import annotations

import pytest

from letterbook.checks.letters.fund_facts import FundFacts
from tests.checks.letters.performance.conftest import paragraph, table

WINNER = "Kelpworks gross MOIC"
QUILLFISH = "3900000,3900000,0,0,1400000,3000000"
BRAMBLE = "6100000,6100000,0,0,5100000,3500000"
NO_LOSERS = [
    (QUILLFISH, "3900000,3900000,0,0,5400000,3000000"),
    (BRAMBLE, "6100000,6100000,0,0,8100000,3500000"),
]
TELLS = (
    "The letter tells what Kelpworks gained, and nothing of Quillfish Foods and Bramble Ledger, which lost."
)


def winner(of, line=3):
    return paragraph(line, "Kelpworks stands at ", of.use(WINNER), " gross.")


def test_winners_without_losers_are_told_once(told, fund):
    of = fund()
    more = paragraph(5, "Marlow stands at ", of.use("Marlow Robotics gross MOIC"), ".")
    assert told("P-CHERRY", of, winner(of), more) == [(3, TELLS)]
    typed = paragraph(3, "Kelpworks was written up by 24% in May.")
    assert told("P-CHERRY", of, typed) == [(3, TELLS)]


@pytest.mark.parametrize(
    "text",
    [
        "Quillfish Foods had a hard half-year.",
        "Bramble\nLedger is held below what we paid.",
        "One company was written down.",
        "We wrote off a small position.",
        "Eine Beteiligung wurde teilweise abgeschrieben.",
        "| Company | Status |\n|---|---|\n| Quillfish Foods | at risk |",
    ],
)
def test_a_loser_that_is_named_or_a_loss_that_is_told_is_enough(told, fund, text):
    of = fund()
    assert told("P-CHERRY", of, winner(of), markdown=text) == []


def test_where_nobody_lost_or_nobody_won_there_is_nothing_to_tell(told, fund):
    of = fund()
    assert told("P-CHERRY", fund(holdings=NO_LOSERS), winner(of)) == []
    assert (
        told("P-CHERRY", of, paragraph(3, "Kelpworks is worth ", of.use("Kelpworks gross fair value"))) == []
    )
    assert told("P-CHERRY", of, paragraph(3, "The fund stands at ", of.use("Fund I gross MOIC"))) == []
    assert told("P-CHERRY", of, paragraph(3, "Kelpworks grew by 24% and has 2x the staff.")) == []
    assert told("P-CHERRY", None, winner(of)) == []


def test_data_with_a_row_that_cannot_be_read_decide_nothing(told, fund):
    of = fund(holdings=[(QUILLFISH, "3900000,3900000,0,0,much,3000000")])
    assert told("P-CHERRY", of, winner(fund())) == []


def test_a_table_of_contributors_has_its_detractors(told, fund):
    of = fund()
    names = ("Kelpworks", "Marlow Robotics", "Orrery Maps")
    rows = [(name, of.use(f"{name} gross contribution")) for name in names]
    contributors = table(5, ("Company", "Contribution"), *rows)
    schedule = table(9, ("Company", "Status"), ("Quillfish Foods", "at risk"))
    message = "The table has those who added value, and not Quillfish Foods, which took from it."
    assert [text for _, text in told("P-CHERRY", of, contributors, schedule)] == [message]
    said = paragraph(11, "Quillfish Foods took two points from it.")
    assert told("P-CHERRY", of, contributors, schedule, said) == []
    both = table(
        5,
        ("Company", "Contribution"),
        *rows,
        ("Quillfish Foods", of.use("Quillfish Foods gross contribution")),
    )
    assert told("P-CHERRY", of, both) == []


def test_of_the_exits_of_the_period_not_the_best_only_are_told(told, fund):
    of = fund(holdings=exits())
    tern = "Tern Avionics was sold in May, and Bramble Ledger had a hard half-year."
    message = "The exit of Tern Avionics is told, and not that of Quillfish Foods, at a loss."
    assert told("P-CHERRY", of, markdown=tern) == [(1, message)]
    assert told("P-CHERRY", of, markdown=f"{tern} Quillfish Foods was sold too.") == []
    assert told("P-CHERRY", of, markdown="Bramble Ledger had a hard half-year.") == []
    assert told("P-CHERRY", fund(), markdown=tern) == []


def exits():
    """Tern and Quillfish were sold in May 2026: the column of notes is made one of exits."""
    return [
        ("status,signoff,note", "status,signoff,exit date"),
        (
            "3200000,1000000,9300000,0,3600000,4200000,market multiples,no,2026-06-30,on track,asked,",
            "3200000,0,9300000,0,0,4200000,market multiples,no,2026-06-30,exited,asked,2026-05-12",
        ),
        (
            f"{QUILLFISH},market multiples,yes,2026-06-30,at risk,asked,",
            "3900000,0,1400000,0,0,3000000,market multiples,yes,2026-06-30,exited,asked,2026-05-20",
        ),
    ]


def test_small_falls_are_not_losses(told, fund):
    of = fund(holdings=[(QUILLFISH, "3900000,3900000,0,0,3900000,4000000"), NO_LOSERS[1]])
    assert told("P-CHERRY", of, winner(of)) == []


def test_what_another_rule_tells_of_a_loss_is_not_told_again(told, fund):
    of = fund()
    facts = {"read_facts": lambda: FundFacts(of.data.holdings.rows)}
    assert len(told("S-LOWLIGHT", of, winner(of), **facts)) == 1
    assert told("P-CHERRY", of, winner(of), **facts) == []
    headed = "## Highlights and lowlights\n\nThe plant opened late."
    assert told("S-LOWLIGHT", of, winner(of), markdown=headed, **facts) == []
    assert told("P-CHERRY", of, winner(of), markdown=headed, **facts) == [(3, TELLS)]
