"""The rules of what may be said to whom."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="C-PORTCO",
        about="News of a company is printed that the company has not cleared.",
        why="Founders tell their investors what the world does not know yet: a round, a customer, a "
        "departure. Funds that "
        "write often ask them weeks before. An item says so by `signoff: yes`; `asked` and `no` are "
        "other states.",
        source="ILPA Principles 3.0, sensitive company data; practice of funds that publish how they write",
        advice="Ask the company, then write `signoff: yes` at the top of the item.",
        severities=Severities(Severity.ERROR, Severity.ERROR, None, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.confidentiality:company_not_cleared"),
    ),
    Rule(
        id="C-LPNAME",
        about="An investor is named to all others.",
        why="Who invests, and how much, is between the fund and that investor. Names, ids and amounts "
        "come from `fund/recipients.csv`; a field such as {{ recipient.name }} is right, since everybody's "
        "copy has their own, and so is a passage that only that investor gets. An amount is found when it is "
        "typed with at least four telling digits, or in a sentence about what an investor has committed.",
        source="confidentiality clauses of fund agreements",
        advice="Take the name out, or use a field.",
        severities=Severities(Severity.ERROR, Severity.ERROR, None, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.recipients.named:recipient_named"),
    ),
    Rule(
        id="C-SIDELETTER",
        about="An investor's copy lacks what a side letter promises.",
        why="What single investors have been promised stands in `fund/side_letters.yaml`: a section, a "
        "measure, how often, and how soon after the day of the figures. What is owed less often than the "
        "letter comes is asked of the letters at whose end it is due; what is owed more often needs letters "
        'between. A passage for those who have it is `::: {.when test="recipient.obligations contains '
        "'esg'\"}`.",
        source="side letters; Private Funds CFO, 2017, on reporting for single investors",
        advice="Print what is promised, at least in that investor's copy.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.recipients.side_letters:promise_unkept"),
    ),
    Rule(
        id="C-FOIA",
        about="Single companies are told of to an investor who may have to publish it.",
        why="Public pension funds and universities answer requests under freedom of information laws. What "
        "they hold can be asked for, so many get letters without the values of single companies. They have "
        "`yes` in the recipients' column `public_records`.",
        source="freedom of information laws; VCJ and PEI, 2004, on disclosures by public investors",
        advice='Put it into ::: {.when test="not recipient.public_records"}.',
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.recipients.public_records:company_data_public"),
    ),
    Rule(
        id="C-EXCUSED",
        about="A holding stands in the account of an investor who is excused from it.",
        why="An investor who is excused from an investment has no part in it, and some may not even be told "
        "of it. The recipients' column `excused` lists the holdings. The fund's own tables may have them; "
        "the investor's account, and passages for that investor, may not.",
        source="Invest Europe, investor reporting guidelines, excused investors",
        advice="Put it into ::: {.when test=\"not recipient.excused contains 'NAME'\"}.",
        severities=Severities(Severity.ERROR, Severity.ERROR),
        find=on_demand("letterbook.checks.letters.recipients.excused:excused_holding_shown"),
    ),
    Rule(
        id="C-MNPI",
        about="What the fund intends with listed shares is told.",
        why="What a holder is about to do with listed shares can move their price, and telling some of it "
        "before others is forbidden in most places. Shares are listed when the holdings say so under "
        "`instrument` or `method` (quoted price), or in a column of yours named ticker, ISIN or exchange.",
        source="Securities Exchange Act, section 10(b); EU Market Abuse Regulation, inside information",
        advice="Leave it out until it is done and published, or ask your counsel.",
        severities=Severities(Severity.NOTE, Severity.NOTE),
        find=on_demand("letterbook.checks.letters.listed_shares:trade_announced"),
        languages=ENGLISH,
    ),
    Rule(
        id="C-AUDIENCE",
        about="A letter to investors offers a fund, or is drafted for everybody.",
        why="A letter to those who have invested is no advertisement. It becomes one when it offers "
        "something new or goes to others, "
        "and then stricter rules hold: read it with --profile marketing.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(e)(1), definition of advertisement",
        advice='Take it out, or write "profile: marketing" at the top and meet what that asks.',
        severities=Severities(Severity.WARNING),
        find=on_demand("letterbook.checks.letters.confidentiality:fund_offered"),
        languages=ENGLISH,
        fires="We have begun raising our second fund, and would be glad to talk.",
        silent="Kelpworks has begun raising a second round.",
    ),
    Rule(
        id="C-GIPSCLAIM",
        about="Compliance with GIPS is claimed for a fund or a letter.",
        why="Only a firm as a whole can claim compliance, in the words that the standards prescribe.",
        source="GIPS 2020, provisions for firms",
        advice="Take it out, or print the firm's claim of compliance.",
        severities=Severities(Severity.WARNING, Severity.WARNING, None, Severity.WARNING),
        find=on_demand("letterbook.checks.letters.confidentiality:gips_claimed"),
        languages=ENGLISH,
        needs=("gips", "standards"),
        fires="All returns in this letter are net and GIPS compliant.",
        silent="The fund does not claim compliance with GIPS.",
    ),
)
