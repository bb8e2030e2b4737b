"""The rules of dates and periods."""

from __future__ import annotations

from letterbook.checks.letters.dates import date_of_figures_missing, period_words_wrong
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="A-MISSING",
        about="A performance figure, a table or a chart has no date.",
        why="A value without its day cannot be compared with anything. In running text it is enough that "
        "the letter "
        "says once of which day its figures are. A table or a chart is copied out of its letter, so it "
        "has to say it "
        "itself, in its caption, its heading, a column, or the paragraph beside it.",
        source="GIPS 2020; ILPA reporting template, as-of date",
        advice='Write "at 30 June 2026", as the letter has it elsewhere.',
        severities=Severities(Severity.ERROR, Severity.ERROR),
        find=date_of_figures_missing,
        languages=ENGLISH,
        fires="The fund's net TVPI is 2.1x.",
        silent="At 30 June 2026 the fund's net TVPI was 2.1x.",
    ),
    Rule(
        id="A-PERIODWORDS",
        about="The words say another period than the letter is about.",
        why="A heading that still names the last period, or a half-yearly letter that speaks of this "
        "quarter, was copied from "
        "somewhere, and so perhaps were the numbers below it.",
        source="practice",
        advice="Write the period of the letter.",
        severities=Severities(Severity.WARNING, Severity.WARNING, Severity.WARNING),
        find=period_words_wrong,
        languages=ENGLISH,
    ),
)
