"""What was carried over from one letter into the next."""

from __future__ import annotations

from datetime import date

from letterbook.drafting.comparison.carried_over import Reading, carried_over
from letterbook.drafting.comparison.passage_changes import part_changes
from letterbook.drafting.comparison.printed_letter import Kind, PrintedCell, PrintedPassage, PrintedTable

READING = Reading(date(2026, 1, 1))
STILL = "We expect to close the second fund in the autumn."


def found(before, after, reading=READING):
    old, new = (
        [each if not isinstance(each, str) else PrintedPassage(each, is_own=True) for each in side]
        for side in (before, after)
    )
    return carried_over(old, part_changes(old, new), reading)


def test_a_sentence_in_both_letters_is_carried_over_with_the_words_that_speak_of_a_time():
    carried = found([f"Something else. {STILL}"], [f"Quite another beginning of it. {STILL}"])
    assert [(each.text, each.times) for each in carried.sentences] == [(STILL, ("in the autumn", "expect"))]


def test_a_date_from_before_the_letter_that_still_stands_is_past():
    text = "The values are as of 31 December 2025 and the report is due by 30 June 2026."
    days = found([text], [text]).days
    assert [(day.text, day.is_past) for day in days] == [("31 December 2025", True), ("30 June 2026", False)]


def test_a_date_stands_in_the_same_sentence_although_its_words_were_changed():
    before = "The values are as of 31 December 2025, and nobody has audited them."
    after = "The values are as of 31 December 2025, and the auditors have seen them."
    (day,) = found([before], [after]).days
    assert day.text == "31 December 2025"


def test_a_date_that_was_moved_on_is_not_carried_over():
    carried = found(
        ["The values are those as of 30 June 2025."], ["The values are those as of 30 June 2026."]
    )
    assert (carried.days, carried.sentences) == ((), ())
    assert [each.text for each in carried.but_for_numbers] == ["The values are those as of 30 June 2026."]


def test_typed_numbers_are_told_and_those_of_figures_are_not():
    text = "We own 14.2% of it, worth $21.4m, in 31 bakeries on page 7."
    start = text.index("$21.4m")
    passage = PrintedPassage(text, is_own=True, figures=((start, start + 6),))
    assert [number.text for number in found([passage], [passage]).numbers] == ["14.2%", "31"]


def test_short_sentences_greetings_headings_and_words_of_others_do_not_count():
    same = [
        "Thank you for this.",
        "Dear investors and friends of our second fund,",
        PrintedPassage("What we expect of the year ahead of us", Kind.HEADING, is_own=True),
        PrintedPassage("Somebody else said this in quite a few words.", Kind.QUOTE),
        PrintedPassage("This stands in a template and not in the letter."),
    ]
    assert found(same, same).sentences == ()


def test_what_is_meant_to_be_the_same_does_not_count():
    reading = Reading(date(2026, 1, 1), is_stock=lambda text: text == STILL)
    assert found([STILL], [STILL], reading).sentences == ()


def test_a_date_in_a_heading_or_a_footer_counts():
    heading = PrintedPassage("Letter to 31 December 2025", Kind.HEADING, is_own=True)
    footer = PrintedPassage("Half-year to 31 December 2025", Kind.MARGIN)
    assert len(found([heading, footer], [heading, footer]).days) == 2


def test_a_number_typed_into_a_table_counts():
    cells = (PrintedCell(1, "TVPI"), PrintedCell(2, "2.1x"), PrintedCell(3, "1.9x", is_figure=True))
    table = PrintedTable((), (cells,), is_own=True)
    assert [(each.text, each.words) for each in found([table], [table]).numbers] == [("2.1x", "TVPI")]
    assert found([table], [PrintedTable((), (cells,))]).numbers == ()


def test_all_of_a_letter_is_carried_over_into_itself():
    letter = [
        f"This is the paragraph of the number {word} in it. {STILL}" for word in ("one", "two", "three")
    ]
    assert len(found(letter, letter).sentences) == 6
