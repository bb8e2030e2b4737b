"""Passages of two letters, each of which is told once: the same, moved, reworded, new or gone."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from letterbook.drafting.comparison.passage_changes import Outcome, part_changes
from letterbook.drafting.comparison.printed_letter import Kind, PrintedCell, PrintedPassage, PrintedTable
from letterbook.drafting.comparison.rewording import changes_in
from letterbook.drafting.comparison.table_changes import RowOutcome, table_change
from tests.steps import steps_of

WORDS = "the fund rose by 12 to $3.4m as of 30 June 2026 after Kelpworks sold".split()  # noqa: SIM905
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), max_size=12)


def passages(texts):
    return tuple(PrintedPassage(text) for text in texts)


def outcomes(before, after):
    return [change.outcome for change in part_changes(passages(before), passages(after))]


def table(header, *rows):
    def cells(texts):
        return tuple(PrintedCell(at, text) for at, text in enumerate(texts, start=1) if text)

    return PrintedTable((cells(header),), tuple(map(cells, rows)))


@given(TEXTS, TEXTS)
def test_every_passage_of_both_letters_is_told_once(before, after):
    changes = part_changes(passages(before), passages(after))
    assert Counter(change.before.text for change in changes if change.before) == Counter(before)
    assert [change.after.text for change in changes if change.after] == after


@given(TEXTS)
def test_nothing_has_changed_in_a_letter_compared_with_itself(texts):
    assert set(outcomes(texts, texts)) <= {Outcome.SAME}


@given(TEXTS, TEXTS)
def test_the_words_of_a_reworded_passage_make_both_states_of_it(before, after):
    one, other = " ".join(before), " ".join(after)
    changes = changes_in(one, other)
    assert "".join(change.old for change in changes) == one
    assert "".join(change.new for change in changes) == other


def test_a_passage_is_reworded_only_in_its_numbers():
    before, after = ["At 31 December 2025 we held 8 companies."], ["At 30 June 2026 we held 9 companies."]
    assert outcomes(before, after) == [Outcome.NUMBERS]


def test_a_passage_that_stands_elsewhere_has_moved_and_is_not_gone():
    letter = ["The first thing.", "Another one of them.", "And a third that stays."]
    assert sorted(outcomes(letter, [letter[1], letter[2], letter[0]])) == ["moved", "same", "same"]


def test_what_is_new_and_gone_is_not_taken_for_reworded():
    found = outcomes(["We sold Tern Avionics to its managers."], ["Interest rates fell twice last spring."])
    assert found == [Outcome.NEW, Outcome.GONE]


def test_a_reworded_passage_shows_the_words_that_changed():
    (change,) = part_changes(
        passages(["We expect to close in the autumn, at the latest."]),
        passages(["We expect to sign in the spring, at the latest."]),
    )
    shown = [(each.old, each.new) for each in change.words if not each.is_same]
    assert shown == [("close", "sign"), ("autumn", "spring")]


def test_a_day_is_one_word_when_it_changes():
    found = [each for each in changes_in("As of 30 June 2025.", "As of 30 June 2026.") if not each.is_same]
    assert [(each.old, each.new) for each in found] == [("30 June 2025", "30 June 2026")]


def test_a_table_is_compared_by_its_rows_and_columns_in_whatever_order_they_are():
    before = table(
        ("Company", "Cost"), ("Kelpworks", "4.5"), ("Tern", "3.2"), ("At 30 June 2025", "1"), ("Old", "2")
    )
    after = table(
        ("Company", "Value", "Cost"),
        *(("Tern", "9", "3.2"), ("Kelpworks", "8", "5.7"), ("At 30 June 2026", "7", "2"), ("New", "", "1")),
    )
    change = table_change(before, after)
    told = [
        (row.outcome, row.after or row.before, [(c.column, c.before, c.after) for c in row.cells])
        for row in change.rows
    ]
    assert told == [
        (RowOutcome.SAME, "Tern", []),
        (RowOutcome.CHANGED, "Kelpworks", [("Cost", "4.5", "5.7")]),
        (
            RowOutcome.CHANGED,
            "At 30 June 2026",
            [("Company", "At 30 June 2025", "At 30 June 2026"), ("Cost", "1", "2")],
        ),
        (RowOutcome.NEW, "New", [("Cost", "", "1")]),
        (RowOutcome.GONE, "Old", [("Cost", "2", "")]),
    ]
    assert (change.new_columns, change.gone_columns) == (("Value",), ())


def test_a_row_of_another_day_is_another_row():
    before = table(("Date", "Company"), ("17 Feb 2026", "Kelpworks"))
    after = table(("Date", "Company"), ("15 Apr 2026", "Kelpworks"))
    assert [row.outcome for row in table_change(before, after).rows] == [RowOutcome.NEW, RowOutcome.GONE]


def test_a_table_is_never_a_passage():
    passage = PrintedPassage("Kelpworks", Kind.TEXT)
    changes = part_changes((passage,), (table(("Kelpworks",)),))
    assert [change.outcome for change in changes] == [Outcome.NEW, Outcome.GONE]


def test_the_work_for_many_paragraphs_grows_with_them():
    random = Random(1)
    words = ["".join(random.choices("abcdefghijklmnop", k=6)) for _ in range(3_000)]
    before = [" ".join(random.choices(words, k=30)) for _ in range(1_600)]
    after = [" ".join((*text.split()[:20], *random.choices(words, k=8))) for text in before]

    def compare(count):
        assert outcomes(before[:count], after[:count]).count(Outcome.REWORDED) == count

    few, many = steps_of(lambda: compare(200)), steps_of(lambda: compare(1_600))
    assert many < 12 * few
