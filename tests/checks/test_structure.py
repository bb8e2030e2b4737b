from __future__ import annotations

import pytest

from letterbook.checks import run_checks
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Draft, Heading, Metadata, Paragraph, Text, Title
from letterbook.finding import Place

TABLE = "| Fund | TVPI |\n|---|---|\n| I | 2.1 |\n"


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("## A\n\nText.\n\n#### B\n\nText.", 5),
        ("# A\n\nText.\n\n### B\n\nText.", 5),
        ("### A\n\nText.\n\n## B\n\nText.\n\n> Said.\n\n#### C\n\nText.", 11),
    ],
)
def test_a_heading_that_leaves_out_a_level_is_found(check, markdown, line):
    ((name, at, _),) = check(markdown)
    assert (name, at) == ("heading-skipped", line)


@pytest.mark.parametrize("markdown", ["## A\n\nText.\n\n### B\n\nText.\n\n## C\n\nText.", "### A\n\nText."])
def test_headings_in_order_are_not(check, markdown):
    assert check(markdown) == []


def test_the_headings_of_a_quotation_are_its_own(check):
    assert check("## A\n\n> #### Said\n>\n> Words.\n\n### B\n\nText.") == []


def test_below_the_title_a_heading_may_have_any_level():
    blocks = (Title((Text("T"),)), Heading(3, (Text("A"),)), Paragraph((Text("a"),)))
    assert run_checks(CheckedEdition(name="x", path="", publication="", draft=Draft(blocks))) == ()


@pytest.mark.parametrize("markdown", ["![](a.png)", "Text ![](a.png) text.", '![](a.png){alt=" "}'])
def test_a_picture_without_any_words_is_found(check, markdown):
    ((name, _, message),) = check(markdown)
    assert name == "picture-undescribed"
    assert "a.png" in message


@pytest.mark.parametrize(
    "markdown",
    ['![](a.png){alt="A line"}', "![Caption](a.png)", '![Caption](a.png){alt=""}', "![x](a.png) x"],
)
def test_a_picture_with_a_caption_or_a_description_is_not(check, markdown):
    assert check(markdown) == []


def test_a_table_without_header_is_found(check):
    ((name, line, _),) = check("Text.\n\n| | |\n|---|---|\n| a | b |")
    assert (name, line) == ("table-headless", 3)
    assert check(TABLE) == []


@pytest.mark.parametrize(
    ("language", "fine"), [("english", False), ("", False), ("de-CH", True), ("gsw", True)]
)
def test_a_language_that_no_program_knows_is_found(language, fine):
    draft = Draft((Paragraph((Text("a"),)),), Metadata(language=language))
    edition = CheckedEdition(
        name="x", path="", publication="", draft=draft, places={"language": Place("editions/x.md", 4)}
    )
    found = [(finding.id, finding.place.line) for finding in run_checks(edition)]
    assert found == ([] if fine else [("language-unknown", 4)])


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ('widths="1"', '"1" are not the widths of 2 columns.'),
        ('widths="0 1"', '"0 1" are not the widths of 2 columns.'),
        ('widths="-1 2"', '"-1 2" are not the widths of 2 columns.'),
        ('widths="50% 1"', '"50% 1" are not the widths of 2 columns.'),
        ('align="left centre"', '"left centre" are not the alignments of 2 columns.'),
        ("align=left", '"left" are not the alignments of 2 columns.'),
        ("header=3", '"3" is no number of header rows in a table of 2.'),
        ('wdths="1 2"', 'A table part has no attribute "wdths".'),
    ],
)
def test_what_a_table_cannot_be_is_found_and_the_table_stays(check, attributes, message):
    assert check(f"::: {{.table {attributes}}}\n{TABLE}:::") == [("attribute-ignored", 1, message)]
    assert check(f"{TABLE}\n: Caption {{#x {attributes}}}") == [("attribute-ignored", 1, message)]


def test_what_a_table_can_be_is_not(check):
    told = 'lang=de header=1 widths="2, 1.5" align="LEFT decimal"'
    assert check(f"::: {{.table #nav {told}}}\n{TABLE}:::") == []
    assert check(f"::: {{.table .box lang=de own=x}}\n{TABLE}:::") == []
    assert check("::: {.table .box}\nNo table.\n:::") == []


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("::: {.toc depth=7}\n:::", '"7" is no depth of a table of contents.'),
        ("::: {.toc dept=2}\n:::", 'A toc part has no attribute "dept".'),
        (
            "::: toc\nWords.\n:::",
            "A table of contents is made of the headings; this part holds something else and prints that.",
        ),
    ],
)
def test_what_contents_cannot_be_is_found(check, markdown, message):
    assert check(markdown) == [("attribute-ignored", 1, message)]


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("- a\n\n  ::: landscape\n  Text.\n  :::", 3),
        (":::: box\n::: {.columns count=2}\nText.\n:::\n::::", 2),
        ("> ::: landscape\n> Text.\n> :::", 1),
        ("::: {.columns count=4}\nText.\n:::", 1),
        ("::: {.columns count=two}\nText.\n:::", 1),
    ],
)
def test_a_part_that_cannot_be_is_found(check, markdown, line):
    ((name, at, _),) = check(markdown)
    assert (name, at) == ("part-misplaced", line)


def test_parts_of_the_whole_draft_are_not(check):
    assert (
        check("::: landscape\nText.\n:::\n\n::: columns\nText.\n:::\n\n::: {.columns count=3}\nT.\n:::") == []
    )
