"""The rules of disclosures."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

_TEXTS = "letterbook.checks.letters.standing_text"
_USUAL = Severities(Severity.WARNING, Severity.ERROR)
_PRINTED = (
    "It is there when a file of that name in fund/disclosures/ is printed, one that says `covers: NAME`, "
    "or when the draft "
    "has its usual words."
)


def _advice(name: str) -> str:
    return f"Write fund/disclosures/{name}.md and print it by {{{{ disclosures }}}}."


RULES = (
    Rule(
        id="D-PAST",
        about="Performance is told without the disclosure on past performance.",
        why=f"Readers are owed the reminder that what was earned says little about what will be. {_PRINTED}",
        source="practice everywhere; required by name in the EU and the UK",
        advice=_advice("past-performance"),
        severities=_USUAL,
        find=on_demand(f"{_TEXTS}:disclosure_missing", "past-performance"),
        languages=ENGLISH_AND_GERMAN,
        fires="At 30 June 2026 the net IRR was 23.4%.",
        silent="At 30 June 2026 the net IRR was 23.4%.\n\nPast performance is no guide to future results.",
    ),
    Rule(
        id="D-FLS",
        about="Results to come are spoken of without the disclosure on forward-looking statements.",
        why="What is expected of exits, returns and valuations may turn out otherwise, and the letter "
        "should say so in its own "
        f"words. {_PRINTED}",
        source="practice; the safe harbour of United States law covers reporting issuers only, so the "
        "words alone protect nobody",
        advice=_advice("forward-looking"),
        severities=_USUAL,
        find=on_demand(f"{_TEXTS}:disclosure_missing", "forward-looking"),
        languages=ENGLISH,
        fires="We expect two exits in the coming year.",
        silent="We expect two exits in the coming year.\n\nForward-looking statements may prove wrong.",
    ),
    Rule(
        id="D-BENCH",
        about="An index is a measure without the disclosure on benchmarks.",
        why=f"An index bears no fees, cannot be bought as it is, and holds other things than the fund. "
        f"{_PRINTED}",
        source="practice; GIPS 2020, description of benchmarks",
        advice=_advice("benchmark"),
        severities=_USUAL,
        find=on_demand(f"{_TEXTS}:disclosure_missing", "benchmark"),
        languages=ENGLISH,
        fires="The fund returned 4.2% net, the MSCI World 3.9%.",
        silent="The fund returned 4.2% net, the MSCI World 3.9%.\n\nAn index is unmanaged and bears no fees.",
    ),
    Rule(
        id="D-UNAUD",
        about="A valuation is told without saying that it is not audited.",
        why=f"Half-yearly and quarterly values are the manager's own. {_PRINTED}",
        source="practice; ILPA reporting template, audited or not",
        advice=_advice("unaudited"),
        severities=_USUAL,
        find=on_demand(f"{_TEXTS}:disclosure_missing", "unaudited"),
        languages=ENGLISH_AND_GERMAN,
        fires="At 30 June 2026 net asset value was $78.5m.",
        silent="At 30 June 2026 net asset value was $78.5m. The figures of this letter are unaudited.",
    ),
    Rule(
        id="D-HYPO",
        about="A return that nobody has earned is told without the disclosure for it.",
        why=f"See P-HYPO: readers need its criteria, its assumptions and its risks. {_PRINTED}",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(6)",
        advice=_advice("hypothetical"),
        severities=_USUAL,
        find=on_demand(f"{_TEXTS}:disclosure_missing", "hypothetical"),
        languages=ENGLISH,
        fires="The model portfolio would have returned 14% net.",
        silent="The model portfolio would have returned 14% net.\n\nHypothetical performance has "
        "inherent limits.",
    ),
    Rule(
        id="D-CONF",
        about="Companies or the fund are spoken of without asking for confidence.",
        why=f"Letters are passed on. Those who may not do so should be able to read it. {_PRINTED}",
        source="practice; ILPA Principles 3.0",
        advice=_advice("confidentiality"),
        severities=Severities(Severity.WARNING),
        find=on_demand(f"{_TEXTS}:disclosure_missing", "confidentiality"),
        languages=ENGLISH_AND_GERMAN,
        fires="At 30 June 2026 the net IRR was 23.4%.",
        silent="At 30 June 2026 the net IRR was 23.4%.\n\nThis letter is confidential.",
    ),
    Rule(
        id="D-OFFER",
        about="A fund is offered without saying that the text is no offer.",
        why=f"Interests in a fund are offered by its documents, to those who may buy them. {_PRINTED}",
        source="practice under securities laws",
        advice=_advice("offer"),
        severities=Severities(Severity.WARNING, Severity.ERROR, None, Severity.WARNING),
        find=on_demand(f"{_TEXTS}:disclosure_missing", "offer"),
        languages=ENGLISH,
        needs=("fund", "strategy", "partnership", "invest", "commitment", "holding"),
        fires="We have begun raising our second fund.",
        silent="We have begun raising our second fund.\n\nThis letter is not an offer to sell interests "
        "in it.",
    ),
    Rule(
        id="D-STALE",
        about="A disclosure is printed after the day by which it was to be reviewed.",
        why="Standing text is approved for a time: laws, funds and addresses change. A disclosure says "
        "that day as `review-by`.",
        source="practice of firms that keep approved texts",
        advice="Have it approved again, and change its `review-by`.",
        severities=Severities(Severity.WARNING, Severity.WARNING, Severity.WARNING, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.review_dates:disclosure_out_of_date"),
    ),
)
