"""The rules of numbers."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

_ALWAYS_WRONG = Severities(Severity.ERROR, Severity.ERROR, Severity.ERROR)

_BOOK = "letterbook.checks.letters"
_ROOM = f"{_BOOK}.numbers"
RULES = (
    Rule(
        id="N-UNTIED",
        about="A number was typed that is no figure and names no source.",
        why="Typed numbers are the ones that are wrong in the next letter. Where the workspace has "
        "figures, every number with a unit, a "
        "currency or a scale should be called by its name, so that it comes from the sheet and can be "
        "explained. One that is somebody "
        'else\'s needs its source: a link, a footnote in the sentence, or [42%]{source="AFR, 12 May"}. '
        "Commentary on an item has "
        "the item for its source.",
        source="SEC risk alert of April 2024 on substantiation; practice of administrators",
        advice='Put it into the sheet of figures and call it, or give its source: [42%]{source="…"}.',
        severities=Severities(Severity.WARNING, Severity.ERROR, Severity.WARNING),
        find=on_demand(f"{_BOOK}.figures:number_untied"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="N-MISMATCH",
        about="A number was typed beside the name of a figure that has another value.",
        why="It was right once, or is of another day, or was copied from the wrong cell. The words "
        "around it say which figure it has to be; "
        "it agrees when the figure lies within half a unit of its last digit.",
        source="SEC risk alert of April 2024 on substantiation",
        advice="Call the figure by its name.",
        severities=_ALWAYS_WRONG,
        find=on_demand(f"{_BOOK}.figures:number_wrong"),
        languages=ENGLISH,
    ),
    Rule(
        id="N-TIE",
        about="Numbers do not add up: multiples, commitments, totals of tables.",
        why="DPI and RVPI make TVPI, paid-in and unfunded capital make the commitment, and a total is "
        "the sum of its rows, each within half a "
        "unit of the digits shown. The first thing that an investor's analyst does is to add.",
        source="GIPS 2020, ratios of paid-in capital; Invest Europe reporting guidelines",
        advice="Correct the figure that is wrong; where capital can be called again, say so and allow it.",
        severities=_ALWAYS_WRONG,
        find=on_demand(f"{_BOOK}.figures:numbers_do_not_tie"),
    ),
    Rule(
        id="N-PRIOR",
        about="A figure of a past day differs from what an earlier edition printed, and nothing says so.",
        why="Last year's number does not change by itself. If the accounts changed it, the letter says "
        "that it was restated; if not, one of "
        "the two letters is wrong. Compared is what the records of drafts say of the edition of the "
        "publication before this one.",
        source="GIPS 2020, error correction; practice",
        advice="Say that it was restated, and why; or correct the sheet.",
        severities=_ALWAYS_WRONG,
        find=on_demand(f"{_BOOK}.figures:figure_restated"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="N-ROUND",
        about="One measure is shown with several numbers of decimals.",
        why="2.1x here and 2.09x there are two numbers to a reader, who has to find out that they are one.",
        source="practice",
        advice="Show it alike, by its `show as` in the sheet of figures.",
        severities=Severities(Severity.NOTE, Severity.NOTE, Severity.NOTE),
        find=on_demand(f"{_BOOK}.figures:rounded_otherwise"),
    ),
    Rule(
        id="N-UNIT",
        about="A currency or a scale is unclear.",
        why="A bare $ is United States dollars to most readers. A column that goes from thousands to "
        "billions is misread by whoever reads "
        "down it.",
        source="practice",
        advice="Use one scale in a column, by `scale=` in the calls.",
        severities=Severities(Severity.WARNING, Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_BOOK}.figures:unit_unclear"),
    ),
    Rule(
        id="N-JUMP",
        about="A figure has changed by much, and no sentence says why.",
        why="A TVPI that moves by more than 0.3x, an IRR by more than five percentage points, a net "
        "asset value by more than a quarter: readers "
        "look for the reason, and call when there is none. Compared is with the last letter, or else with "
        "the day before; the sentence stands in the same part of the letter.",
        source="practice",
        advice="Say in a sentence what changed it.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_ROOM}.jumps:jump_unexplained"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="N-CONTRIBSUM",
        about="Contributions do not make the return that they are set against.",
        why="What was added and what was taken away make the return of the period, within half a unit of the "
        "digits shown for each. Looked at are sentences that say so (for a net return of 4.0%) and tables of "
        "contributions that are complete: with a row for all others, a total, or nothing but books such as "
        "longs and shorts. Contributions before costs are not held against a return after them.",
        source="GIPS 2020, attribution; the letters of hedge funds",
        advice="Correct the number that is wrong, or say what is missing, such as fees.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand(f"{_ROOM}.contribution_sums:contributions_do_not_add_up"),
        languages=ENGLISH_AND_GERMAN,
        fires="Longs added 5.9%, shorts 0.1% and macro took 2.0%, for a net return of 4.4%.",
        silent="Longs added 5.9%, shorts 0.1% and macro took 2.0%, for a net return of 4.0%.",
    ),
    Rule(
        id="A-MIXED",
        about="Figures of several days stand together, and one does not say its own.",
        why="A reader takes the numbers of a paragraph or a row for numbers of one day. One of another "
        "day has to say so in its sentence, "
        "its row or its column.",
        source="practice; GIPS 2020",
        advice="Name its day beside it.",
        severities=_ALWAYS_WRONG,
        find=on_demand(f"{_BOOK}.figures:dates_mixed"),
        languages=ENGLISH,
    ),
)
