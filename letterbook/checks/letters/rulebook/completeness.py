"""The rules of what a letter still lacks."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="S-EMPTY",
        about="Something is still to be written.",
        why="TODO, TBC, an empty [ ] or a heading with nothing below it were left to be filled in. In a "
        "letter to investors they are "
        "errors; other editions have the warnings `placeholder-text` and `heading-empty` for them.",
        source="practice",
        advice="Write it, or take it out.",
        severities=Severities(Severity.ERROR, Severity.ERROR, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.completeness:unfinished"),
        replaces=("placeholder-text", "heading-empty"),
        fires="Net asset value was TBC.",
        silent="What is left to do? Nothing.",
    ),
    Rule(
        id="S-ASK",
        about="An ask does not say who could help with what.",
        why="Investors answer asks that name a person, a company, a place or a day. Those for "
        "introductions in general are read over.",
        source="guides to investor updates",
        advice="Name who, with what, by when.",
        severities=Severities(startup_update=Severity.NOTE),
        find=on_demand("letterbook.checks.letters.completeness:ask_unspecific"),
        languages=ENGLISH,
        fires="## Asks\n\n- Introductions to customers",
        silent="## Asks\n\n- An introduction to the head of storage at Skerry Power, before October",
    ),
    Rule(
        id="S-QUOTE",
        about="A quotation is from an item without source or date, or longer than the house quotes.",
        why="What others said is worth what they are, and when they said it. How many words may be quoted "
        "in one piece stands in letterbook.yaml as `quote-limit`; without it any number may. Editions that "
        "are no letters have the warning `quote-long` for it.",
        source="practice; the limits that publishers set",
        advice="Give the item its `source` and `published`.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.completeness:quotation_lacking"),
        replaces=("quote-long",),
    ),
    Rule(
        id="S-MISSING",
        about="A part is missing that letters of the template cannot be without.",
        why="Readers look for the same parts in the same places every time. Which these are stands in the "
        "template under `requires`; a part is there when one of its sections is, or a heading with its "
        "words.",
        source="Invest Europe, investor reporting guidelines; ILPA; guides to investor updates",
        advice="Write the part, or take it out of the template's `requires`.",
        severities=Severities(Severity.ERROR, Severity.ERROR, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.parts.missing:part_missing"),
    ),
    Rule(
        id="S-LOWLIGHT",
        about="The data show bad news of which the letter does not speak.",
        why="A company that is worth at least a twentieth less than at the last valuation, what was paid in "
        "and out taken off, one written off or at risk, a plan missed by a twentieth, a runway below six "
        "months: investors see them in the tables, and trust those who name them first. A heading such as "
        "lowlights is enough, or a sentence that names the company beside a word for it.",
        source="guides to investor letters; SEC Marketing Rule, 17 CFR 275.206(4)-1(a)(5) and (6), fair and "
        "balanced",
        advice="Say what happened, why, and what is done about it.",
        severities=Severities(Severity.WARNING, Severity.WARNING, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.parts.lowlights:lowlight_missing"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="S-CHART",
        about="Nothing beside a chart placed by hand says where it is from or of when.",
        why="A chart is copied out of its letter, and those who listen to it hear its description alone. "
        "The charts that letterbook draws say their unit, day and source themselves. A picture is a chart "
        "when its file, its caption or its description calls it one; that it has neither caption nor "
        "description is told by `picture-undescribed`, and the day of a performance chart by A-MISSING.",
        source="practice; WCAG 2.2, 1.1.1",
        advice="Say source, day and unit in the caption, the description or the paragraph beside it.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.parts.charts:chart_unexplained"),
        languages=ENGLISH_AND_GERMAN,
        fires="![Chart of our prices](attachments/prices.png)",
        silent="![Chart of our prices in USD, 2021 to 2026. Source: the companies.](attachments/prices.png)",
    ),
    Rule(
        id="S-GLOSS",
        about="A measure is used that the printed glossary does not explain.",
        why="A glossary that lacks a word is looked up in vain. `{{ glossary }}` explains every term that it "
        "knows and the letter uses; fund/glossary.md has yours. A letter without a glossary needs none.",
        source="practice of funds that end their letters with a glossary",
        advice="Explain it in fund/glossary.md, or in the glossary itself.",
        severities=Severities(Severity.NOTE, Severity.NOTE, Severity.NOTE),
        find=on_demand("letterbook.checks.letters.parts.glossary:term_unexplained"),
        fires="Net TVPI was 2.1x and net DPI 0.4x.\n\n## Glossary\n\nTVPI\n: Total value to paid-in capital.",
        silent="Net TVPI was 2.1x.\n\n## Glossary\n\nTVPI\n: Total value to paid-in capital.",
    ),
)
