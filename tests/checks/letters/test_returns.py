from __future__ import annotations

import pytest

TABLE = "| Fund | {} |\n|---|---|\n| Fund I | {} |\n"


@pytest.mark.parametrize("label", ["IRR", "TVPI", "MOIC"])
def test_a_table_that_is_neither_gross_nor_net_is_found_once(found, label):
    table = TABLE.format(label, "2.4x")
    assert found("P-GROSSLABEL", f"## Performance\n\n{table}") == [
        (3, f"The table does not say whether its {label} is gross or net.")
    ]


@pytest.mark.parametrize(
    "markdown",
    [
        TABLE.format("Net IRR", "23%"),
        TABLE.format("IRR", "23%") + "\n: All figures net\n",
        "## Net performance\n\n" + TABLE.format("IRR", "23%"),
        "All returns are net of fees.\n\n" + TABLE.format("IRR", "23%"),
        TABLE.format("IRR, see text", "yes"),
        TABLE.format("DPI", "0.2x"),
    ],
)
def test_a_table_that_says_it_somewhere_is_fine(found, markdown):
    assert found("P-GROSSLABEL", markdown) == []


def test_a_label_in_a_footnote_counts(found):
    assert found("P-GROSSLABEL", "The IRR is 29.8%.[^1]\n\n[^1]: Gross of fees and carry.") == []


def test_the_net_return_may_stand_elsewhere_in_the_section_but_not_in_another(found):
    gross = "## Performance\n\nThe fund's gross IRR is 29.8%.\n"
    assert found("P-GROSSONLY", f"{gross}\nIts net IRR is 23.4%.") == []
    assert [line for line, _ in found("P-GROSSONLY", f"{gross}\n## More\n\nThe net IRR is 23.4%.")] == [3]
    assert [line for line, _ in found("P-GROSSONLY", f"{gross}\nThe net TVPI is 2.1x.")] == [3]


def test_of_a_single_company_the_funds_net_return_anywhere_is_enough(found):
    exits = "## Exits\n\nMarlow was sold at a gross multiple of 4.1x.\n"
    assert [line for line, _ in found("P-GROSSONLY", exits)] == [3]
    assert found("P-GROSSONLY", f"{exits}\n## Performance\n\nThe fund's net multiple is 2.1x.") == []


def test_a_table_of_gross_returns_without_a_net_one_is_found(found):
    fund = "| Fund | Gross IRR |\n|---|---|\n| Fund I | 29.8% |\n"
    companies = "| Company | Gross MOIC |\n|---|---|\n| Marlow | 4.1x |\n"
    assert found("P-GROSSONLY", fund) == [(1, "An IRR is told gross, and nothing here says it net.")]
    assert found("P-GROSSONLY", fund.replace("Gross IRR", "Gross IRR (net IRR: 23.4%)")) == []
    assert [line for line, _ in found("P-GROSSONLY", companies)] == [1]
    assert found("P-GROSSONLY", f"{companies}\n## Fund\n\nThe net multiple of the fund is 2.1x.") == []
