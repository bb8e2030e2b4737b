"""The rules of how returns are told."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="P-GROSSLABEL",
        about="A return says neither gross nor net.",
        why="Fees and carried interest lie between the two, and can take a third of the return. A reader "
        "who is "
        "not told takes "
        "the number for what investors received, and whoever quotes it calls it what suits them. The "
        "label has to "
        "stand in the sentence, in a footnote to it, or in the table; one sentence that says it of all "
        "returns will do.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(1); ILPA Principles 3.0, performance gross "
        "and net",
        advice="Write gross or net beside it.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.returns:gross_or_net_unsaid"),
        languages=ENGLISH_AND_GERMAN,
        fires="Over eleven exits we returned $582m at an IRR of 42%.",
        silent="Over eleven exits we returned $582m at a gross IRR of 42%, and a net IRR of 32%.",
    ),
    Rule(
        id="P-GROSSONLY",
        about="A return is told gross and not net.",
        why="Gross performance may be shown with net performance only, at least as prominently, over the "
        "same period. "
        "For the fund the net return has to stand in the same section or table; for a single investment "
        "it is enough "
        "that the letter gives the fund's net return of the same kind.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(1), and the SEC staff's answers of 19 March "
        "2025 on extracts",
        advice="Give the net one beside it.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.returns:net_missing"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund's gross IRR since inception is 29.8%.",
        silent="The fund's IRR since inception is 29.8% gross and 23.4% net.",
    ),
    Rule(
        id="P-ANNUAL",
        about="A short return is annualised, or a long one does not say how it is told.",
        why="To annualise half a year is to forecast the other half. A return over several years reads "
        "as three times "
        "as good when it is cumulative and taken for annual.",
        source="GIPS 2020: returns of less than a year are not annualised",
        advice="Give the return as it is, and say annualised or cumulative where it is over more than a "
        "year.",
        severities=Severities(Severity.ERROR, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.returns:annualised_wrongly"),
        languages=ENGLISH,
        fires="The fund returned 4.2% net in the half-year, or 8.6% annualised.",
        silent="The fund returned 4.2% net in the half-year; since inception its net return is 11.0% "
        "annualised.",
    ),
    Rule(
        id="P-IRRWORD",
        about="An internal rate of return is called something else.",
        why="An IRR weighs money by when it was invested; a time-weighted return leaves that out; "
        "neither is what was "
        "earned in a year. To call one by the name of the other is to compare what cannot be compared.",
        source="GIPS 2020, money-weighted and time-weighted returns; CFA Institute, private equity reporting",
        advice="Call it an IRR, or give the time-weighted return.",
        severities=Severities(Severity.ERROR, Severity.ERROR, Severity.ERROR, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.returns:irr_misnamed"),
        languages=ENGLISH,
        needs=("irr", "twr", "internal"),
        fires="The IRR is the annual return of our investors: 23.4% net.",
        silent="The net IRR is 23.4%; a time-weighted return would leave out when the money was called.",
    ),
    Rule(
        id="P-HYPO",
        about="A return is told that nobody has earned.",
        why="Targets, projections, models, back-tests and what would have been are hypothetical "
        "performance. To show them "
        "one needs a policy, the criteria and the risks, and readers for whom they are of use.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(6); the SEC's cases of September 2023",
        advice="Take it out, or say what it rests on, what could go wrong, and print the disclosure for it.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.returns:return_hoped_for"),
        languages=ENGLISH,
        fires="We are targeting a net IRR of 25% for the portfolio.",
        silent="The portfolio's net IRR is 23.4%, above the hurdle of 8%.",
    ),
)
