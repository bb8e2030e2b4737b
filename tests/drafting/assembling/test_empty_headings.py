from __future__ import annotations

EMPTY = '{{ items kind="video" }}'
FULL = '{{ items kind="article" }}'
FILES = {"items/Memo.md": "---\ntitle: Memo\nkind: article\n---\nWords.\n"}


def headings(printed, body):
    return [line for line in printed(body, FILES).splitlines() if line.startswith("#")]


def test_a_heading_over_sections_that_printed_nothing_goes_with_them(printed):
    assert headings(printed, f"## In brief\n\n{EMPTY}\n\n{EMPTY}\n\n## Next\n\nText.") == ["## Next"]


def test_a_heading_over_nothing_but_such_headings_goes_too(printed):
    assert headings(printed, f"## Lists\n\n### Videos\n\n{EMPTY}\n\n### Films\n\n{EMPTY}\n\nEnd.") == [
        "## Lists",
        "### Films",
    ]
    assert headings(printed, f"## Lists\n\n### Videos\n\n{EMPTY}\n\n## Next\n\nText.") == ["## Next"]


def test_a_heading_with_a_word_below_it_stays(printed):
    assert headings(printed, f"## In brief\n\nA word.\n\n{EMPTY}") == ["## In brief"]


def test_a_heading_with_one_full_section_stays(printed):
    assert headings(printed, f"## In brief\n\n{EMPTY}\n\n{FULL}")[0] == "## In brief"


def test_a_rule_ends_what_stands_below_a_heading(printed):
    assert headings(printed, f"## In brief\n\n{EMPTY}\n\n---\n\nText.") == []


def test_a_heading_its_author_left_empty_stays_and_is_mentioned(printed, found):
    body = "## To come\n\n## Next\n\nText."
    assert headings(printed, body) == ["## To come", "## Next"]
    assert found(body, FILES) == [("heading-empty", 7)]


def test_it_works_within_a_division(printed):
    body = f"::: {{.box}}\n## In brief\n\n{EMPTY}\n\n## Next\n\nText.\n:::"
    assert headings(printed, body) == ["## Next"]


def test_a_section_that_printed_nothing_leaves_no_trace_in_lists_quotations_and_notes(printed):
    text = printed(f"- {EMPTY}\n- word\n\n> {EMPTY}\n>\n> word\n\nNote.[^1]\n\n[^1]: Word.\n\n    {EMPTY}\n")
    assert text == "-\n- word\n\n> word\n\nNote.[^1]\n\n[^1]: Word."


def test_a_forgotten_heading_does_not_go_because_the_next_one_does(printed, found):
    body = f"## Highlights\n\n%% Write here. %%\n\n## Videos\n\n{EMPTY}\n\n## Next\n\nText."
    assert headings(printed, body) == ["## Highlights", "## Next"]
    assert found(body, FILES) == [("heading-empty", 7)]


def test_a_forgotten_heading_does_not_go_with_a_division_behind_it(printed):
    body = f"## Highlights\n\n::: {{.box}}\n## Videos\n\n{EMPTY}\n:::\n\n## Next\n\nText."
    assert headings(printed, body) == ["## Highlights", "## Next"]
    body = f"## Videos\n\n::: {{.box}}\n{EMPTY}\n:::\n\n## Next\n\nText."
    assert headings(printed, body) == ["## Next"]


def test_the_name_of_the_author_is_nothing_below_a_heading(printed, found):
    body = '## Asks and dates\n\n%% Who could help? %%\n\n{{ sign-off "Yours sincerely," }}'
    assert headings(printed, body) == ["## Asks and dates"]
    assert found(body, FILES) == [("heading-empty", 7)]
    assert found(body.replace("%% Who could help? %%", "Nothing."), FILES) == []
