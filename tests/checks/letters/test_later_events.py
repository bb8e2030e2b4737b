"""What happened after the day of the figures, in the sections around them."""

from __future__ import annotations

from datetime import date

SALE = "Marlow was sold on 8 July 2026 for $20.0m."
FIGURES = "The net TVPI was 2.1x."


def test_only_the_section_with_the_funds_figures_is_looked_at(found):
    assert len(found("A-SUBSEQUENT", f"## Performance\n\n{FIGURES}\n\n{SALE}")) == 1
    assert found("A-SUBSEQUENT", f"## Performance\n\n{FIGURES}\n\n## Companies\n\n{SALE}") == []
    for heading in ("Outlook", "What comes next", "Since the end of June", "Subsequent events"):
        assert found("A-SUBSEQUENT", f"## {heading}\n\n{FIGURES}\n\n{SALE}") == []


def test_a_table_of_performance_makes_a_section_one_of_figures(found):
    table = "| Fund | Net IRR |\n|---|---|\n| Fund I | 23.4% |"
    assert [line for line, _ in found("A-SUBSEQUENT", f"{table}\n\n{SALE}")] == [5]


def test_a_day_of_the_letter_or_later_or_of_the_period_is_no_event(found):
    text = f"{FIGURES} {SALE}"
    assert found("A-SUBSEQUENT", text, date=date(2026, 7, 8)) == []
    assert found("A-SUBSEQUENT", text, as_of=date(2026, 7, 8)) == []
    assert found("A-SUBSEQUENT", text, as_of=None) == []


def test_german_letters_say_it_in_their_words(found):
    text = "Das TVPI betrug netto 2,1x. {}Marlow wurde am 8. Juli 2026 verkauft."
    assert len(found("A-SUBSEQUENT", text.format(""), language="de")) == 1
    assert found("A-SUBSEQUENT", text.format("Nach dem Stichtag: "), language="de") == []
