from __future__ import annotations

import pytest

from letterbook.checks.checked_edition import PlacedItem
from letterbook.finding import Place
from letterbook.item import Item


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


def test_a_control_character_is_named_with_its_line(check):
    ((name, line, message),) = check("Fine.\n\nA \x01 bell.")
    assert (name, line) == ("character-dropped", 3)
    assert "U+0001" in message


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("%% never for readers", "%%"),
        ("Said. %% not closed", "%%"),
        ("<!-- a remark", "<!--"),
        ("{{ contents", "{{"),
        ("See [[Small models", "[["),
        ("[[One]] and [[Two", "[["),
        ("- in a list {{ contents", "{{"),
    ],
)
def test_what_begins_and_never_ends_is_found(check, text, opening):
    (found,) = check(f"Fine.\n\n{text}")
    assert found[:2] == ("mark-unclosed", 3)
    assert found[2].startswith(f'"{opening}" is not closed')


@pytest.mark.parametrize(
    "text",
    [
        "A %% remark %% here.",
        "\\{{ literal }}",
        "`{{ contents`",
        "> %% quoted",
        "Up 100% and 5% more.",
        "[[x]]",
    ],
)
def test_what_ends_is_quoted_or_is_code_is_not(check, text):
    assert [found for found in check(text) if found[0] == "mark-unclosed"] == []


def test_marks_in_the_title_of_an_item_mean_nothing(check):
    item = Item(name="A", path="items/A.md", title="A {{ title")
    placed = (PlacedItem(item, Place("editions/Tidewatch 7.md", 1, 5)),)
    assert check("### A {{ title\n\nText.", placed=placed) == []


def test_a_heading_with_nothing_below_it_is_found(check):
    found = check("## One\n\n## Two\n\n### Three\n\nText.\n\n## Four")
    assert [(name, line) for name, line, _ in found] == [("heading-empty", 1), ("heading-empty", 9)]


def test_a_heading_right_before_a_deeper_one_is_none(check):
    assert check("## One\n\n### Two\n\nText.") == []


def test_a_machine_s_label_is_found_in_quotations_too(check):
    (found,) = check("A loudspeaker 1: fine.\n\n> **Speaker 2:** Is it?")
    assert found[:2] == ("speaker-label", 3)
