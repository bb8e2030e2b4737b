"""letterbook show."""

from __future__ import annotations

NAME = "A robot in every bakery"


def test_an_item_is_shown_with_its_highlights_and_what_was_said(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "show", NAME)
    assert run.code == 0
    lines = run.stdout.splitlines()
    assert lines[0] == NAME
    assert "File: items/A robot in every bakery.md" in lines
    assert any(line.startswith("^h8e14b2d9 · ") for line in lines)
    assert any(line.startswith("Tidewatch 7 (editions/Tidewatch 7.md:") for line in lines)


def test_the_words_of_a_name_need_no_quotation_marks(letterbook, sample_workspace):
    quoted = letterbook("-C", sample_workspace, "show", NAME)
    assert letterbook("-C", sample_workspace, "show", *NAME.split()).stdout == quoted.stdout


def test_the_object_is_that_of_a_list_with_one_item(letterbook, sample_workspace):
    (item,) = letterbook("-C", sample_workspace, "show", NAME, "--json").json["items"]
    every = letterbook("-C", sample_workspace, "items", "--json").json["items"]
    said = item.pop("said")
    assert item in every
    assert said[0]["edition"] == "Tidewatch 7"
    assert said[0]["file"] == "editions/Tidewatch 7.md"
