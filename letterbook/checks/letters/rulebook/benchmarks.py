"""The rules of comparisons."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

_ROOM = "letterbook.checks.letters.comparisons"
RULES = (
    Rule(
        id="B-NAME",
        about="A return is compared with a market that has no name.",
        why="The market is whichever one looks worst. Without the name of an index nobody can look the "
        "comparison up.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(a), fair and balanced",
        advice="Name the index, with its currency and whether dividends are in it.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.benchmarks:benchmark_unnamed"),
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
        find=on_demand("letterbook.checks.letters.benchmarks:benchmark_period_differs"),
        languages=ENGLISH,
        needs=("%", "cent"),
        fires="Over fourteen months the fund lost 12.1% net, against 20.3% for the S&P 500 from its peak.",
        silent="Over fourteen months the fund lost 12.1% net, against 12.9% for the S&P 500.",
    ),
    Rule(
        id="B-TR",
        about="An index is without dividends, or in another currency than the fund, and nothing says so.",
        why="A fund's return counts what it distributed, so a price index, which leaves dividends out, "
        "flatters it by two or three percentage points a year; an exchange rate does the same or the "
        "reverse. Looked at is what fund/benchmarks says of each index whose figure or chart is printed "
        "(`return_type`, `currency`), and whether a passage that names the index says it.",
        source="GIPS 2020, total return benchmarks",
        advice="Compare with total return in the fund's currency, or say beside the index what it is.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_ROOM}.index_facts:index_of_another_kind"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="B-DESC",
        about="An index is a measure of the fund, and nothing says what it measures.",
        why="Readers know a few indices by name. Of any the letter says once what is in it, how it is "
        "weighted, and whether dividends are: in a note, a footnote or a disclosure. What "
        "fund/benchmarks.yaml says of an index is printed below its numbers. D-BENCH asks besides for the "
        "limits of indices.",
        source="GIPS 2020, description of benchmarks; SEC Marketing Rule, 17 CFR 275.206(4)-1(a)",
        advice="Describe the index in fund/benchmarks.yaml, or in a sentence that names it.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_ROOM}.index_facts:index_undescribed"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund returned 4.2% net, the MSCI World 3.9%.",
        silent="The fund returned 4.2% net, the MSCI World 3.9%.\n\nThe MSCI World measures large and "
        "mid-sized companies of 23 countries.",
    ),
    Rule(
        id="B-BEAT",
        about="Better or worse than an index is said without two numbers, or against them.",
        why="Who did better is a matter of two numbers over one period. They stand in the sentence, or "
        "beside it in the same section; where they say the reverse, the words are of another letter.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(a)(1) and (2), substantiation",
        advice="Give both returns, in the sentence or in a table below it.",
        severities=Severities(Severity.ERROR, Severity.ERROR),
        find=on_demand(f"{_ROOM}.winners:better_without_numbers"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund outperformed the MSCI World in the half-year.",
        silent="The fund outperformed the MSCI World in the half-year: 4.2% net against 3.9%.",
    ),
    Rule(
        id="B-PME",
        about="A public market equivalent does not say its method or its index.",
        why="The methods of Kaplan and Schoar, of Long and Nickels, PME+ and Direct Alpha come to different "
        "numbers, one of them a ratio and three of them rates, and each is against one index.",
        source="Gredil, Griffiths and Stucke, Benchmarking Private Equity (2014), which compares them",
        advice="Write KS-PME, LN-PME, PME+ or Direct Alpha, and name the index.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_ROOM}.market_equivalents:equivalent_unclear"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund's PME is 1.3x.",
        silent="Against the MSCI World, with dividends, the fund's KS-PME is 1.3x.",
    ),
)
