"""A control character is told with the item and the field it comes from, and printed nowhere."""

from __future__ import annotations

import pytest

from letterbook.writers.forbidden_characters import forbidden_characters
from letterbook.writers.markdown import write_markdown

ITEM = """\
---
title: "A \\a title"
source: "The \\x01 Source"
authors: ["Jo \\x02 Doe"]
teaser: "It's \\x0e \\"quoted\\""
---
My words \x03 here.

## Highlights

### T

> [!quote]
> Quoted \x04 words.

^h1
"""
FILES = {"items/Bell.md": ITEM, "items/Fine.md": "---\ntitle: A title\n---\nFine."}


def about(assembly):
    return [
        (str(finding.place), finding.message) for finding in assembly.findings if "-dropped" in finding.id
    ]


def sentence(character, part):
    return f"The character {character} in {part} cannot stand in a draft and was left out."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "### [[Bell]]\n\nMine.",
            [
                ("items/Bell.md", sentence("U+0007", 'the title of "Bell"')),
                ("items/Bell.md", sentence("U+0001", 'the source of "Bell"')),
            ],
        ),
        ("See [[Bell]] and [[Bell]].", [("items/Bell.md", sentence("U+0007", 'the title of "Bell"'))]),
        (
            "### [[Bell|it]]\n",
            [("items/Bell.md:7:1", sentence("U+0003", 'the commentary of "Bell"'))],
        ),
        (
            "![[Bell#^h1]]",
            [
                ("items/Bell.md", sentence("U+0007", 'the title of "Bell"')),
                ("items/Bell.md", sentence("U+0001", 'the source of "Bell"')),
                ("items/Bell.md", sentence("U+0002", 'the authors of "Bell"')),
                ("items/Bell.md:11:1", sentence("U+0004", 'the highlight ^h1 of "Bell"')),
            ],
        ),
        (
            "{{ contents }}\n\n### [[Bell|it]]\n\nMine.",
            [("items/Bell.md", sentence("U+000E", 'the teaser of "Bell"'))],
        ),
    ],
)
def test_what_an_item_says_is_told_with_its_field(drafted, body, found):
    assembly = drafted(body, FILES)
    assert about(assembly) == found
    assert not forbidden_characters(write_markdown(assembly.draft).replace("\n", ""))


def test_what_the_author_typed_is_told_where_it_stands(drafted):
    assembly = drafted(
        "Fine.\n\n`co\x06de` and \x05\x06 words\n\n```\n\x0e\n```\n\n![a \x0f b](Fine.png)", FILES
    )
    assert about(assembly)[:2] == [
        (
            "editions/Tidewatch 7.md:9:1",
            "The characters U+0005 and U+0006 cannot stand in a draft and were left out.",
        ),
        ("editions/Tidewatch 7.md:11:1", "The character U+000E cannot stand in a draft and was left out."),
    ]
    assert not forbidden_characters(write_markdown(assembly.draft).replace("\n", ""))


def test_the_title_of_the_edition_is_told_once_with_its_place(drafted):
    assembly = drafted("Text.", title='"A \\a loaf"')
    assert about(assembly) == [
        ("editions/Tidewatch 7.md:5:8", sentence("U+0007", "the title of this edition"))
    ]
    assert assembly.draft.metadata.title == "Tidewatch #7: A  loaf"
