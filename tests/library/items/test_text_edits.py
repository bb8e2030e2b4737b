from __future__ import annotations

import pytest

from letterbook.library.items.text_edits import TextEdits

TEXT = "one\ntwo\n\nthree\n"


def test_nothing_changes_nothing() -> None:
    assert TextEdits(TEXT).apply() == TEXT


def test_spans_are_replaced_whatever_their_order() -> None:
    edits = TextEdits(TEXT)
    edits.replace(9, 14, "3")
    edits.replace(0, 3, "1")
    assert edits.apply() == "1\ntwo\n\n3\n"


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (4, "one\n\nnew\n\ntwo\n\nthree\n"),
        (8, "one\ntwo\n\nnew\n\nthree\n"),
        (15, "one\ntwo\n\nthree\n\nnew\n"),
    ],
)
def test_a_block_has_blank_lines_around_it(offset: int, expected: str) -> None:
    edits = TextEdits(TEXT)
    edits.insert_block(offset, "new\n")
    assert edits.apply() == expected


def test_blocks_in_one_place_keep_their_order_behind_lines() -> None:
    edits = TextEdits(TEXT)
    edits.insert_block(8, "A\n")
    edits.insert_block(8, "B\n")
    edits.insert_line(8, "line\n")
    assert edits.apply() == "one\ntwo\nline\n\nA\n\nB\n\nthree\n"


def test_a_last_line_without_end_gets_one_when_something_follows() -> None:
    edits = TextEdits("one")
    edits.insert_block(3, "A\n")
    edits.insert_block(3, "B\n")
    assert edits.apply() == "one\n\nA\n\nB\n"


def test_a_last_line_without_end_keeps_none_when_it_is_replaced() -> None:
    edits = TextEdits("one\ntwo")
    edits.replace(4, 7, "2\n")
    assert edits.apply() == "one\n2"


def test_line_ends_are_those_of_the_text() -> None:
    edits = TextEdits("one\r\ntwo\r\n")
    edits.insert_block(5, "A\nB\n")
    assert edits.apply() == "one\r\n\r\nA\r\nB\r\n\r\ntwo\r\n"
