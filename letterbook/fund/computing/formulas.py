"""The formulas of computed figures: the id that a figure bears, and what it stands for in words.

`docs/reference/metrics.md` has their sources.
"""

from __future__ import annotations

FORMULAS = {
    "committed": "all commitments",
    "paid-in": "all that was paid in, what was distributed and recalled counting again",
    "unfunded": "committed - calls within the fund + what may be recalled",
    "distributed": "all that was distributed",
    "nav": "net asset value after fees, expenses and accrued carry",
    "nav-gross": "net asset value before accrued carry",
    "total-value": "distributed + NAV",
    "dpi": "distributed / paid-in",
    "rvpi": "NAV / paid-in",
    "tvpi": "(distributed + NAV) / paid-in",
    "pic": "paid-in / committed",
    "moic-net": "(distributed + NAV) / paid-in",
    "irr-net": "XIRR of the flows of the investors and the NAV, ACT/365F",
    "irr-net-without-facility": (
        "XIRR as if capital had been called when the credit facility was drawn, ACT/365F"
    ),
    "cost": "what the investments have cost",
    "proceeds": "proceeds and income of the investments",
    "fair-value": "fair value of the investments",
    "moic-gross": "(proceeds + income + fair value) / cost",
    "irr-gross": "XIRR of the flows between fund and companies and their fair value, ACT/365F",
    "irr-gross-granular": "XIRR of calls for investments, distributions and gross NAV, ACT/365F",
    "count": "companies that are neither sold nor written off",
    "ownership": "as stated in the schedule of investments",
    "ks-pme": "(distributions + NAV) / calls, each carried on at the growth of the index (Kaplan, Schoar)",
    "ln-pme": "XIRR of an index account with the flows of the investors (Long, Nickels)",
    "pme-plus": "XIRR of an index account with scaled distributions that ends at the NAV (Rouvinez)",
    "direct-alpha": "XIRR of the flows carried on at the growth of the index (Gredil, Griffiths, Stucke)",
    "index-return": "level at the end / level at the beginning - 1",
    "calls-period": "calls of the period",
    "distributions-period": "distributions of the period",
    "fees-period": "management fees of the period",
    "expenses-period": "expenses of the period",
    "return-net": "time-weighted: modified Dietz between valuations, chain-linked",
    "return-net-annualised": "the time-weighted return of the period to the power of 365 / days",
    "growth": "(closing NAV - calls + distributions) / opening NAV - 1",
    "growth-dated": "modified Dietz return on the NAV, each flow weighted by its days",
    "bridge": "a step from the opening to the closing NAV",
    "bridge-difference": "closing NAV - opening NAV - all steps",
    "contribution": "(change of fair value - invested + proceeds + income) / opening NAV",
    "contribution-linked": "contributions of the periods between valuations, linked by Cariño's method",
    "runway": "cash / average net burn of the months",
}
