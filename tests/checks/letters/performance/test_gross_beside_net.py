from __future__ import annotations

import pytest

from tests.checks.letters.performance.conftest import changed, paragraph, table, use

NET, GROSS = "Fund I net IRR", "Fund I gross IRR"


def test_a_net_return_in_a_footnote_only_is_less_prominent(found):
    text = "## Performance\n\nThe fund's gross IRR is 29.8%.[^1]\n\n[^1]: The net IRR is 23.4%."
    assert found("P-PROMINENCE", text) == [
        (3, "The IRR is told gross in the text, and net in a footnote only.")
    ]
    assert found("P-GROSSONLY", text) == []
    assert found("P-PROMINENCE", f"{text}\n\nThe net IRR is 23.4%.") == []
    assert found("P-PROMINENCE", text.replace("The net IRR is 23.4%.", "Before fees, not net of them.")) == []


def test_a_net_number_with_fewer_decimals_is_found_in_a_table_with_columns(found):
    header = "| Fund I | Net of fees and carry | Gross |\n|---|---|---|\n"
    columns = f"{header}| IRR | 23% | 29.8% |\n| TVPI | 2.1x | 2.4x |"
    assert found("P-PROMINENCE", columns) == [
        (1, 'Net is "23%" beside "29.8%" gross: it has fewer decimals.')
    ]
    assert found("P-PROMINENCE", columns.replace("23%", "23.4%")) == []


def test_a_net_number_with_fewer_decimals_is_found_in_a_table_with_rows(found):
    rows = "| Fund I | June |\n|---|---|\n| Gross IRR | 29.8% |\n| Net IRR | 23% |\n| Net DPI | 0x |"
    assert [line for line, _ in found("P-PROMINENCE", rows)] == [1]
    assert found("P-PROMINENCE", rows.replace("29.8%", "30%")) == []
    other = rows.replace("Net IRR", "Net return of the half-year")
    assert found("P-PROMINENCE", other) == []


def test_printed_figures_are_compared_by_measure_and_subject(told, fund):
    of = fund()
    rough = of.use(NET, text="23%")
    together = paragraph(3, "The IRR is ", of.use(GROSS), " gross and ", rough, " net.")
    assert told("P-PROMINENCE", of, together) == [
        (3, 'Net is "23%" beside "29.8%" gross: it has fewer decimals.')
    ]
    assert told("P-PROMINENCE", of, paragraph(3, of.use(GROSS), " gross. Net: ", rough)) == []
    other = paragraph(3, of.use("Kelpworks gross IRR"), " gross for Kelpworks, ", rough, " net")
    assert told("P-PROMINENCE", of, other) == []
    exact = paragraph(3, of.use(GROSS), " gross, ", rough, " or ", of.use(NET), " net")
    assert told("P-PROMINENCE", of, exact) == []
    rows = table(5, ("Fund I", "All"), ("Gross", of.use(GROSS)), ("After all fees", rough))
    assert [line for line, _ in told("P-PROMINENCE", of, rows)] == [3]


def test_gross_and_net_to_different_days_are_told_where_no_other_rule_tells_it(told, fund):
    of = fund()
    december = changed(of.figures[NET], as_of=of.figures[NET].as_of.replace(year=2025, month=12))
    labelled = paragraph(3, of.use(GROSS), " gross now and ", use(december), " net at the end of 2025")
    assert told("P-METHOD", of, labelled) == [
        (3, '"29.8%" gross is since inception to 2026-06-30, "23.4%" net since inception to 2025-12-30.')
    ]
    silent = paragraph(3, of.use(GROSS), " gross and ", use(december), " net")
    assert len(told("A-MIXED", of, silent)) == 1
    assert told("P-METHOD", of, paragraph(3, of.use(GROSS), of.use(NET), use(december), " in 2025")) == []


def test_a_mixed_day_is_told_once(told, fund):
    of = fund()
    december = of.figures[GROSS].as_of.replace(year=2025, month=12)
    gross = use(changed(of.figures[GROSS], as_of=december))
    both = paragraph(3, gross, " gross and ", of.use(NET), " net")
    assert len(told("A-MIXED", of, both)) == 1
    assert told("P-METHOD", of, both) == []


def test_gross_and_net_of_different_periods_are_told(told, fund):
    of = fund()
    net = of.use("Fund I net return")
    whole = changed(
        net.figure, name="Fund I gross return", basis=of.figures[GROSS].basis, period=of.figures[GROSS].period
    )
    rows = ("Fund I", "Return"), ("Gross", use(whole)), ("Net", net)
    assert [line for line, _ in told("P-METHOD", of, table(3, *rows))] == [3]
    alike = changed(whole, period=net.figure.period)
    assert told("P-METHOD", of, table(3, rows[0], ("Gross", use(alike)), rows[2])) == []
    unsaid = changed(whole, period=None)
    assert told("P-METHOD", of, table(3, rows[0], ("Gross", use(unsaid)), rows[2])) == []


@pytest.mark.parametrize("rule", ["P-METHOD", "P-PROMINENCE"])
def test_a_summary_of_two_days_is_fine(told, fund, rule):
    of = fund()
    before = {
        name: changed(of.figures[name], as_of=of.figures[name].as_of.replace(year=2025))
        for name in (NET, GROSS)
    }
    summary = table(
        3,
        ("", "30 June 2026", "30 June 2025"),
        ("Gross IRR", of.use(GROSS), use(before[GROSS])),
        ("Net IRR", of.use(NET), use(before[NET])),
    )
    assert told(rule, of, summary) == []
