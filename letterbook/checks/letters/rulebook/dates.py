"""The rules of dates and periods."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Profile, Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

_ROOM = "letterbook.checks.letters"
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
        find=on_demand(f"{_ROOM}.dates:date_of_figures_missing"),
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
        find=on_demand(f"{_ROOM}.dates:period_words_wrong"),
        languages=ENGLISH,
    ),
    Rule(
        id="A-STALE",
        about="Figures are older than the letter's period, or a valuation is older than two quarters.",
        why="A letter about a half-year whose figures end before it tells another story than its title. A "
        "net asset value or a company's valuation of more than two quarters ago is no present value; the day "
        "of a company's is its `valuation date` in fund/holdings. Those who might invest are owed the most "
        "recent figures that there are (`marketing`).",
        source="GIPS 2020, valuation; SEC staff, Marketing Rule FAQ: most recent practicable date",
        advice="Bring the figures up to date.",
        severities=Severities(Severity.WARNING, Severity.ERROR, Severity.WARNING),
        find=on_demand(f"{_ROOM}.stale_figures:figures_out_of_date"),
        find_besides={Profile.MARKETING: on_demand(f"{_ROOM}.stale_figures:figures_not_the_latest")},
    ),
    Rule(
        id="A-SUBSEQUENT",
        about="Something later than the figures stands among them, and nothing sets it apart.",
        why="Where a section gives values of 30 June and tells of a sale on 8 July, readers take the sale to "
        "be in the values. Accounts keep such events apart, as subsequent ones. Found is a full date between "
        "the day of the figures and that of the letter, in a section with figures of the fund.",
        source="IAS 10, events after the reporting period; practice",
        advice='Say that it was after the period, as in "since the end of June", or move it to the news.',
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_ROOM}.later_events:later_fact_among_figures"),
        languages=ENGLISH_AND_GERMAN,
        fires="At 30 June 2026 the net TVPI was 2.1x. Marlow was sold on 8 July 2026 for $20.0m.",
        silent="At 30 June 2026 the net TVPI was 2.1x. After the period's end, on 8 July 2026, Marlow was "
        "sold for $20.0m.",
    ),
)
