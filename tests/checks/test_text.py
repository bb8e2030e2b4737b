from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    ["TODO: the ending", "Returns of TBC", "tbd", "Lorem ipsum dolor", "See ???", "[ ]", "Dear [name],"],
)
def test_words_still_to_be_written_are_found(check, text):
    (found,) = check(f"Fine.\n\n{text.replace('[', chr(92) + '[')}")
    assert found[:2] == ("placeholder-text", 3)


@pytest.mark.parametrize(
    "text",
    [
        "What is left to do? Nothing.",
        "A to-do list and a tbdx.",
        "> She wrote TODO on the wall.",
        "Write `TODO` in code.",
        "- [ ] a question\n- [x] an answered one",
        "He [the author] left.",
    ],
)
def test_ordinary_words_quotations_and_code_are_not(check, text):
    assert check(text) == []


def test_a_heading_with_nothing_below_it_is_found(check):
    found = check("## One\n\n## Two\n\n### Three\n\nText.\n\n## Four")
    assert [(name, line) for name, line, _ in found] == [("heading-empty", 1), ("heading-empty", 9)]


def test_a_heading_right_before_a_deeper_one_is_none(check):
    assert check("## One\n\n### Two\n\nText.") == []


def test_a_machine_s_label_is_found_in_quotations_too(check):
    (found,) = check("A loudspeaker 1: fine.\n\n> **Speaker 2:** Is it?")
    assert found[:2] == ("speaker-label", 3)
