"""The column of a printed word in its file."""

from __future__ import annotations

import pytest

from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES
from letterbook.checks.letters.word_columns import column_of
from tests.checks.letters.conftest import FILE, first_profile, letter


@pytest.mark.parametrize(
    ("printed", "word", "source", "column"),
    [
        ("The IRR is 4%.", "IRR", "The IRR is 4%.", 5),
        ("The IRR is 4%.", "IRR", "The **IRR** is 4%.", 7),
        ("net and net", " net", "net and [net](net.html)", 10),
        ("We made $4m.", "$4m", "We made $4m.", 9),
        ("It was 4% net.", "net", "It was {{ Fund I return }} net.", 28),
        ("It was 4% net.", "4%", "It was {{ Fund I return }} net.", 0),
        ('He said "       " and paid net.', "net", 'He said "net net" and paid net.', 28),
        ("", "", "Nothing.", 0),
    ],
)
def test_a_word_is_counted_between_the_marks_of_the_dialect(printed, word, source, column):
    assert column_of(printed, printed.find(word), source, 1) == column


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("Text.\n\nOf the fund:\nthe *net* IRR is 4%, and the IRR of others 5%.", 4, 11),
        ("- First.\n- The IRR is 4%.", 2, 7),
        ("| Fund | Value |\n|---|---|\n| IRR | 4% |", 1, 1),
    ],
)
def test_a_finding_points_to_its_words(text, line, column):
    edition = letter(text, source=text, path=FILE)
    (found,) = run_rule(RULES["A-MISSING"], edition, first_profile(RULES["A-MISSING"]))
    assert (found.place.line, found.place.column) == (line, column)
