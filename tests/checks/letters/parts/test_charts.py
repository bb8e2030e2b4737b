from __future__ import annotations

from tests.checks.letters.conftest import FILE

BARE = "![Chart of our prices](attachments/prices.png)"


def test_what_is_missing_is_told_and_nothing_else(found):
    assert found("S-CHART", BARE) == [(1, "Nothing beside the chart says its source, its date and its unit.")]
    assert found("S-CHART", "![Chart of prices in EUR, 2026](attachments/prices.png)") == [
        (1, "Nothing beside the chart says its source.")
    ]


def test_the_paragraph_beside_it_may_say_it(found):
    below = "Source: Nord Pool, 30 June 2026; EUR for a megawatt-hour."
    assert found("S-CHART", f"{BARE}\n\n{below}") == []
    assert found("S-CHART", f"{below}\n\n{BARE}") == []
    assert len(found("S-CHART", f"{below}\n\nText.\n\n{BARE}")) == 1


def test_a_chart_that_letterbook_draws_is_left_alone(found):
    drawn = frozenset({"drafts/Letter-value-chart.svg"})
    assert found("S-CHART", "![Chart](drafts/Letter-value-chart.svg)", drawn_charts=drawn) == []


def test_one_that_an_item_brings_or_that_nobody_describes_is_left_to_others(found):
    assert found("S-CHART", BARE, path="editions/Other.md") == []
    assert found("S-CHART", "![](attachments/price-chart.png)") == []
    assert found("S-CHART", f"> {BARE}") == []


def test_the_day_of_a_performance_chart_is_asked_by_another_rule(found):
    chart = "![Chart of our TVPI as a multiple. Source: the administrator](attachments/tvpi.png)"
    assert found("S-CHART", chart) == []
    assert len(found("A-MISSING", chart)) == 1
    assert FILE.startswith("editions/")
