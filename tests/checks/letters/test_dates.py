from __future__ import annotations

from datetime import date

import pytest

TABLE = "| Fund | Net IRR |\n|---|---|\n| Fund I | 23.4% |\n"


def test_a_table_needs_its_own_date(found):
    text = f"At 30 June 2026 we counted.\n\n## Performance\n\n{TABLE}"
    assert found("A-MISSING", text) == [(5, "The table does not say of which day its figures are.")]


@pytest.mark.parametrize(
    "markdown",
    [
        f"{TABLE}\n: At 30 June 2026\n",
        f"## Performance at 30 June 2026\n\n{TABLE}",
        f"As at 30 June 2026:\n\n{TABLE}",
        f"{TABLE}\nFigures as of 30 June 2026.",
        "| Fund | Net IRR, June 2026 |\n|---|---|\n| Fund I | 23.4% |",
        f"All figures are as of 30 June 2026.\n\n## A\n\nText.\n\n## B\n\n{TABLE}",
        "| Bakery | Robots |\n|---|---|\n| Crumb | 4 |",
    ],
)
def test_a_table_with_a_date_on_it_or_beside_it_is_fine(found, markdown):
    assert found("A-MISSING", markdown) == []


def test_a_chart_of_performance_needs_a_date_in_its_caption_or_description(found):
    assert found("A-MISSING", "![Net asset value since inception: NAV in $m](nav.png)") == [
        (1, "The chart does not say of which day its figures are.")
    ]
    assert found("A-MISSING", "![NAV to 30 June 2026](nav.png)") == []
    assert found("A-MISSING", "![Our new oven](oven.png)") == []


def test_a_heading_about_another_period_is_found(found):
    ((line, message),) = found("A-PERIODWORDS", "# Half-year letter to 31 December 2025\n\nText.")
    assert line == 1
    assert message.endswith("the letter is about the time to 2026-06-30.")
    assert found("A-PERIODWORDS", "# Half-year letter to 30 June 2026\n\nText.") == []
    assert found("A-PERIODWORDS", "# Half-year letter to 30 June 2026\n\nText.", as_of=None) == []


def test_which_words_fit_depends_on_the_number_of_the_letter(found):
    quarterly = {"number": "2026 Q2", "as_of": date(2026, 6, 30)}
    assert found("A-PERIODWORDS", "This quarter was quiet.", **quarterly) == []
    assert found("A-PERIODWORDS", "This half-year was quiet.", **quarterly) == [
        (1, '"This half-year" in a letter about a quarter.')
    ]
    assert found("A-PERIODWORDS", "This quarter was quiet.", number="7") == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Highlights of the second half of 2025", 1),
        ("Q3 2025 in review", 1),
        ("2025 H2", 1),
        ("Highlights of the first half of 2026", 0),
        ("The second quarter of 2026", 0),
        ("Outlook for the second half of 2026", 0),
        ("What we said in H2 2025", 0),
        ("From H2 2025 to H1 2026", 0),
    ],
)
def test_a_heading_does_not_name_a_period_that_was_over_before(found, heading, count):
    assert len(found("A-PERIODWORDS", f"## {heading}\n\nText.")) == count


def test_the_quarter_means_one_that_the_paragraph_names(found):
    assert len(found("A-PERIODWORDS", "During the quarter we hired a new partner.")) == 1
    assert found("A-PERIODWORDS", "The second quarter was quiet. During the quarter we hired.") == []
    assert found("A-PERIODWORDS", "During the quarter we hired a partner.", number="2026 Q2") == []
