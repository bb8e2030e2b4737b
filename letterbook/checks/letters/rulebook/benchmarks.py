"""The rules of comparisons."""

from __future__ import annotations

from letterbook.checks.letters.benchmarks import benchmark_period_differs, benchmark_unnamed
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="B-NAME",
        about="A return is compared with a market that has no name.",
        why="The market is whichever one looks worst. Without the name of an index nobody can look the "
        "comparison up.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(a), fair and balanced",
        advice="Name the index, with its currency and whether dividends are in it.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=benchmark_unnamed,
        languages=ENGLISH,
        fires="The fund returned 4.2% net and outperformed the market by 3 percentage points.",
        silent="The fund returned 4.2% net and outperformed the market, the MSCI World, by 3 percentage "
        "points.",
    ),
    Rule(
        id="B-PERIOD",
        about="A return is compared with that of an index over another time.",
        why="A fund's fourteen months against an index's worst twelve: such letters have been written, "
        "and taken apart "
        "in public.",
        source="GIPS 2020, same periods; the letters of 2008",
        advice="Give both over the same time.",
        severities=Severities(Severity.ERROR, Severity.ERROR, None, Severity.WARNING),
        find=benchmark_period_differs,
        languages=ENGLISH,
        fires="Over fourteen months the fund lost 12.1% net, against 20.3% for the S&P 500 from its peak.",
        silent="Over fourteen months the fund lost 12.1% net, against 12.9% for the S&P 500.",
    ),
)
