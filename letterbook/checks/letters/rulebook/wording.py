"""The rules of words."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="T-DIRECTION",
        about="A word for up or down contradicts the numbers beside it.",
        why="Words outlive numbers when a letter is made from the last one. A letter that spoke of gains "
        "where the table "
        "had a loss was corrected in public: the figures were right, the description was not.",
        source="a correction to investors of 2004",
        advice="Change the word, or the number. {{ NAME, change }} prints the word that is right.",
        severities=Severities(Severity.ERROR, Severity.ERROR, Severity.ERROR, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.numbers.directions:direction_wrong"),
        languages=ENGLISH_AND_GERMAN,
        fires="Net asset value rose from $78.5m to $71.3m.",
        silent="Net asset value fell from $78.5m to $71.3m, and churn fell from 5% to 3%.",
    ),
    Rule(
        id="T-SUPER",
        about="The fund is called the best, safe, unique or guaranteed.",
        why="What cannot be substantiated may not be said of an adviser or its funds, and no return is "
        "guaranteed or "
        "free of risk. What is said of companies and of other people's work is left alone.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(a)(1) and (2)",
        advice="Say what was done, with its number and source.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.wording:superlative"),
        languages=ENGLISH,
        fires="We believe that ours is the best performing fund of its vintage.",
        silent="It was the best bread we ate all year.",
    ),
    Rule(
        id="T-QUARTILE",
        about="A quartile or rank lacks its source, its date or the funds it is among.",
        why="Nearly every fund is in the top quartile of something. A rank means what its list, its date "
        "and its measure make it.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(c), third-party ratings",
        advice="Add who ranked, on which day, by what, and among which funds.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.wording:rank_unsourced"),
        languages=ENGLISH,
        fires="Fund I is a top-quartile fund by net TVPI.",
        silent="By net TVPI Fund I is in the top quartile of 2019 vintage European funds, according to "
        "Cambridge Associates at 31 December 2025.",
    ),
    Rule(
        id="T-PROMISE",
        about="A result is promised.",
        why="Nobody knows that a company will be sold or a fund return a multiple. Say what you expect "
        "and what it depends on.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(a); anti-fraud provisions",
        advice="Write that you expect it, and on what it depends.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.wording:promise"),
        languages=ENGLISH,
        fires="Kelpworks will exit within two years.",
        silent="Kelpworks could be sold within two years if its third plant opens in time.",
    ),
    Rule(
        id="T-TESTIMONIAL",
        about="A founder, an investor or a client is quoted in praise of the manager.",
        why="Praise by clients and by companies that the fund has paid is advertising with rules of its "
        "own: who speaks, whether they are paid, and what conflicts they have must stand beside it. What is "
        "quoted about others, or about a company's own work, is left alone.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(b)(1), testimonials and endorsements",
        advice="Take it out, or say beside it who speaks and what ties them to the fund.",
        severities=Severities(Severity.WARNING, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.testimonials:testimonial"),
        languages=ENGLISH_AND_GERMAN,
        fires="The founder of Kelpworks told us: “You were the most helpful investors that we ever had.”",
        silent="The founder of Kelpworks told us: “The second plant was the best decision we ever made.”",
    ),
)
