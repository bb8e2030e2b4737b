"""The formulas of fund performance: pure functions of flows, values and levels, without files or formats.

Money in one currency is Decimal; ratios and returns are Decimal fractions (0.2 is 20%); only internal rates
of return are floats, since they are found by approximation. Flows are as the investor sees them: paid in is
negative. `docs/reference/metrics.md` lists every formula with its source.
"""

from letterbook.fund.metrics.contributions import contribution, linked_contributions, weighted_contribution
from letterbook.fund.metrics.flows import Flow, Valuation, years_between
from letterbook.fund.metrics.growth import dated_growth, underlying_growth
from letterbook.fund.metrics.internal_rate import InternalRate, RateOutcome, xirr, xnpv
from letterbook.fund.metrics.multiples import (
    distributed,
    dpi,
    moic,
    net_moic,
    paid_in,
    pic,
    rvpi,
    tvpi,
    unfunded,
)
from letterbook.fund.metrics.nav_bridge import NavBridge
from letterbook.fund.metrics.public_market import (
    Index,
    LongNickels,
    PmePlus,
    direct_alpha,
    ks_pme,
    ln_pme,
    pme_plus,
)
from letterbook.fund.metrics.returns import (
    annualised,
    chain_link,
    modified_dietz,
    simple_return,
    time_weighted_return,
)
from letterbook.fund.metrics.runway import Runway, runway

__all__ = [
    "Flow",
    "Index",
    "InternalRate",
    "LongNickels",
    "NavBridge",
    "PmePlus",
    "RateOutcome",
    "Runway",
    "Valuation",
    "annualised",
    "chain_link",
    "contribution",
    "dated_growth",
    "direct_alpha",
    "distributed",
    "dpi",
    "ks_pme",
    "linked_contributions",
    "ln_pme",
    "modified_dietz",
    "moic",
    "net_moic",
    "paid_in",
    "pic",
    "pme_plus",
    "runway",
    "rvpi",
    "simple_return",
    "time_weighted_return",
    "tvpi",
    "underlying_growth",
    "unfunded",
    "weighted_contribution",
    "xirr",
    "xnpv",
    "years_between",
]
