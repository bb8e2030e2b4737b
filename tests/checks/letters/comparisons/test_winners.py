"""Better or worse than an index: beside a table, in a section, in German."""

from __future__ import annotations

import pytest

TABLE = "| Period | Net | MSCI World |\n|---|---|---|\n| H1 | {} | 4.9% |\n| 1 year | {} | 5.2% |"


def test_a_table_of_the_section_is_a_pair_and_may_contradict(found):
    text = "## Returns\n\nThe fund outperformed the MSCI World.\n\n"
    assert found("B-BEAT", text + TABLE.format("5.1%", "3.0%")) == []
    assert found("B-BEAT", text + TABLE.format("3.1%", "3.0%")) == [
        (3, '"outperformed … MSCI World": the table beside it says the reverse (3.1% beside 4.9%).')
    ]


def test_a_table_of_another_section_is_no_pair(found):
    text = "## Summary\n\nThe fund outperformed the MSCI World.\n\n## Returns\n\n"
    assert [line for line, _ in found("B-BEAT", text + TABLE.format("5.1%", "6.0%"))] == [3]
    said = text.replace("World.", "World, as the table below shows.")
    assert found("B-BEAT", said + TABLE.format("5.1%", "6.0%")) == []


def test_two_numbers_in_another_sentence_are_a_pair(found):
    text = "The fund returned 4.2% net. The MSCI World returned 3.9%. The fund outperformed the MSCI World."
    assert found("B-BEAT", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Der Fonds übertraf den DAX.", 1),
        ("Der Fonds schlug den MSCI World mit 3,1 % gegen 4,2 %.", 1),
        ("Unser Fonds blieb hinter dem DAX.", 1),
        ("Der Fonds lag mit 4,2 % vor dem DAX.", 1),
        ("Der Fonds schlug den MSCI World mit 4,2 % gegen 3,1 %.", 0),
        ("Der Fonds hat den DAX nicht übertroffen.", 0),
        ("Der Fonds verlor 4,2 %, der DAX 6,3 %.", 0),
    ],
)
def test_german_comparisons(found, text, count):
    assert len(found("B-BEAT", text, language="de")) == count


def test_what_is_wrong_is_said_with_both_numbers(found):
    assert found("B-BEAT", "The fund beat the index, 3.1% against 3.9%.") == [
        (1, '"beat … index" is said of 3.1% beside 3.9%.')
    ]
