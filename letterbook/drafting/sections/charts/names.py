"""The names of the functions that make charts, apart from what they need."""

from __future__ import annotations

CHART_FUNCTIONS = (
    "allocation_chart",
    "contributions_chart",
    "index_chart",
    "nav_bridge_chart",
    "value_chart",
)
"""The functions that make a chart and that a section may call; `functions.py` has them."""
