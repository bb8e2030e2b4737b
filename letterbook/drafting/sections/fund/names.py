"""The names of the functions about a fund, apart from what they need."""

from __future__ import annotations

FUND_FUNCTIONS = (
    "contributors",
    "exits",
    "fees_and_expenses",
    "fund_summary",
    "index_descriptions",
    "kpis",
    "market_equivalents",
    "nav_bridge",
    "new_investments",
    "performance",
    "recipient_account",
    "recipient_fields",
    "schedule_of_investments",
    "terms",
    "top_holdings",
)
"""The functions about a fund that a section may call; `functions.py` has them."""
