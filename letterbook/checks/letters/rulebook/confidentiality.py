"""The rules of what may be said to whom."""

from __future__ import annotations

from letterbook.checks.letters.confidentiality import (
    company_not_cleared,
    fund_offered,
    gips_claimed,
)
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.recipients.named import recipient_named
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
        find=company_not_cleared,
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
        find=recipient_named,
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
        find=fund_offered,
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
        find=gips_claimed,
        languages=ENGLISH,
        fires="All returns in this letter are net and GIPS compliant.",
        silent="The fund does not claim compliance with GIPS.",
    ),
)
