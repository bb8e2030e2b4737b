"""Whatever a note looks like: nothing fails, and every word of it is in the item or under `unread`."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import BadInput
from letterbook.importers import read_file
from letterbook.importers.export import ExportFile, ImportedFile

LINES_WITH_WORDS = [
    *(
        "# {}",
        "## {}",
        "### {}",
        "#### {}",
        "{}",
        "> {}",
        ">{}",
        "- {}",
        "* {}",
        "1. {}",
        "  {}",
        "    {}",
        "\t{}",
    ),
    *(
        "  - {}",
        "    - {}",
        "\t- {}",
        "\t\t- {}",
        "\t  {}",
        "  • {}",
        "  1. {}",
        "(* {}., * b.)",
        "  (* a., * {}.)",
    ),
    *("- {} ([View Highlight](https://example.org/x))", "{} ([View Tweet](https://x.com/a/status/1))"),
    *("- {} ([Time\u00a00:08:30](https://share.snipd.com/snip/7744c4e1-fb3a-4381-a44e-0925f7373336))",),
    *(
        "  {} ([Location\u00a0285](https://readwise.io/to_kindle?asin=B0&location=285))",
        "- {} ^rw123",
        "- {} (Page 12)",
    ),
    *(
        "    - Note: {}",
        "    - **Note:** {}",
        "\t\t- **Note**: {}",
        "- Note: {}",
        "- [n] {}",
        "    - Tags: [[{}]] #{}",
    ),
    *(
        "    - Date:: {}",
        "    - Colour: {}",
        "- **Tags**: #[[{}]]",
        "    - See also: [[{}]]",
        "    - Link: {}",
    ),
    *(
        "- Author: {}",
        "- Author: [[{}]], [[{}]]",
        "author:: [[{}]]",
        ">Author:: {}",
        "- Full Title: {}",
        "title:: {}",
    ),
    *(
        "- Category: #{}",
        "- Category: {}",
        "- URL: {}",
        "- Source: {}",
        "- Published: {}",
        "- Rating: {}",
        "key:: {}",
    ),
    *(
        "- Summary: {}",
        "- Document Note: {}",
        "- Document Tags: [[{}]] #{}",
        "Author: {}",
        "mood: {}",
        "Note: {}",
    ),
    *(
        "> [!note] {}",
        "> [!quote]- {}",
        "  Speaker 1: {}",
        "  **{}:** {}",
        "  Transcript: {}",
        "  Summary: {}",
        "=={}==",
    ),
]
LINES_OF_STRUCTURE = [
    *(
        "",
        "",
        "---",
        "***",
        "  ---",
        "```",
        "```dataview\nLIST\n```",
        "## Metadata",
        "### Metadata",
        "## Highlights",
        "### Highlights",
    ),
    *(
        "## New highlights added March 3, 2024 at 7:05 PM",
        "### New highlights synced",
        "## Document Note",
        "## Full Document",
    ),
    *(
        "- Highlights first synced by [[Readwise]] [[Apr 16th, 2024]]",
        "- New highlights added [[Jun 17th, 2024]] at 8:32 PM",
    ),
    *(
        "![rw-book-cover](https://example.org/c.jpg)",
        "<br>",
        "  Key takeaways:",
        "  Transcript:",
        "  Summary:",
        "  Speaker 1",
    ),
    *(
        "  Episode AI notes",
        "^rwID-12",
        "   ^rw12",
        "[[2024-03-16]] 12:27",
        "### id753978805",
        "### Time\u00a00:12:59",
        "-",
        "- -",
    ),
    *(
        "> [!note]- Readwise Information",
        "> - Transcript:",
        "- # Chapter",
        "\t  id:: 634014ed",
        "    - [Page 2](https://example.org)",
    ),
]
WORD = re.compile(r"w\d+z")

structures = st.sampled_from(LINES_OF_STRUCTURE)
worded = st.sampled_from(LINES_WITH_WORDS)
soups = st.lists(st.one_of(structures, worded, worded), max_size=30)
readwise_marks = st.sampled_from(["![rw-book-cover](https://example.org/c.jpg)", ""])


def numbered(lines: list[str]) -> str:
    """The lines with a different word wherever one may stand."""
    parts = "\n".join(lines).split("{}")
    return "".join(f"{part}w{number}z" for number, part in enumerate(parts[:-1])) + parts[-1]


def read(text: str) -> ImportedFile:
    return read_file(ExportFile(Path("note.md"), text))


def words_of(imported: ImportedFile) -> set[str]:
    return {word for item in imported.items for word in WORD.findall(repr(asdict(item)))}


@settings(max_examples=100)
@given(soups, readwise_marks, st.booleans())
def test_every_word_of_any_layout_is_in_the_item_or_unread(lines: list[str], mark: str, flat: bool) -> None:
    text = numbered([mark, *lines, "last {}"])
    if flat:
        text = " ".join(text.split())
    assert set(WORD.findall(text)) - words_of(read(text)) == set()


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "title: {}",
                "author: @{}",
                "- {}",
                "tags: [{}, b",
                "x",
                "a: {{}}",
                "a: {}",
                "url: #{}",
                ": {}",
                "b: c #{}",
                "tags:\n- {}\n- x",
                "note: |\n  {}",
                "- [{}",
            ]
        )
    )
)
def test_every_word_of_any_front_matter_is_in_the_item_or_unread(lines: list[str]) -> None:
    text = numbered(["---", *lines, "---", "text {}"])
    assert set(WORD.findall(text)) - words_of(read(text)) == set()


@settings(max_examples=100)
@given(st.text() | st.text(alphabet="-#>*[]()^:|=\n\t `~WView Highlight0\u00a0"), readwise_marks)
def test_any_text_is_read_or_refused_as_no_export(text: str, mark: str) -> None:
    says_something = any(character.isalnum() for character in mark + text)
    if not says_something:
        with pytest.raises(BadInput, match="no export"):
            read(text)
    else:
        imported = read(f"{mark}\n{text}")
        assert imported.items or imported.skipped
