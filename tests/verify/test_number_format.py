"""Numbers of charts as their formats print them."""

from __future__ import annotations

import pytest

from letterbook.verify.drawn.number_format import shown_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("78.5", "General", "78.5"),
        ("0.23400000000000001", "General", "0.234"),
        ("0.234", "0.0%", "23.4%"),
        ("78500000", "#,##0", "78,500,000"),
        ("78500000", '"$"#,##0.0,,"m"', "$78.5m"),
        ("-2", "#,##0.0;(#,##0.0)", "(2.0)"),
        ("-2", "0.0", "-2.0"),
        ("0", '0.0;-0.0;"–"', "–"),
        ("2.0949999", '0.00"x"', "2.09x"),
        ("2.125", r"0.00\x", "2.13x"),
        ("12.5", "[$€-407] #,##0.00", "€ 12.50"),
        ("12.5", "[Red]0.0##", "12.5"),
        ("46203", "mmm-yy", "2026-06-30"),
        ("about 3", "0.0", "about 3"),
        ("1E+400", "0.0", "1E+400"),
        ("NaN", "0.0", "NaN"),
        ("5", "", "5"),
        ("5", "@", "5"),
    ],
)
def test_a_number_reads_as_the_chart_shows_it(value, code, shown):
    assert shown_number(value, code) == shown
