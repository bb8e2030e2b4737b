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


def test_one_highlight_is_shown_alone(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "show", f"{NAME}#^h8e14b2d9")
    assert run.code == 0
    assert [line[:10] for line in run.stdout.splitlines() if line.startswith("^")] == ["^h8e14b2d9"]
    assert "File:" not in run.stdout
    (item,) = letterbook("-C", sample_workspace, "show", f"{NAME}#^h8e14b2d9", "--json").json["items"]
    assert [highlight["id"] for highlight in item["highlights"]] == ["h8e14b2d9"]


def test_a_highlight_that_is_not_there_is_told(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "show", f"{NAME}#^h8e14b2d8")
    assert run.code == 2
    assert "h8e14b2d9" in run.stderr


def test_a_title_may_have_a_number_sign(letterbook, sample_workspace):
    (sample_workspace / "items" / "C sharp.md").write_text("---\ntitle: C# in depth\n---\n", "utf-8")
    assert letterbook("-C", sample_workspace, "show", "C# in depth").code == 0
