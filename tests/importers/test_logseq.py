from __future__ import annotations

from letterbook.importers.lines import lines_of
from letterbook.importers.logseq import as_note, is_logseq

PAGE = """title:: Sand
- ![](https://example.org/cover.png)
- Highlights first synced by [[Readwise]] [[Apr 16th, 2024]]
\t- first
\t  more
\t  id:: 634014ed
\t\t- **Note**: mine"""


def test_a_page_is_known_by_the_line_of_its_sync() -> None:
    assert is_logseq(lines_of(PAGE))
    assert not is_logseq(lines_of("- Highlights first synced by hand"))


def test_highlights_move_up_one_level_below_a_heading() -> None:
    assert [line.text for line in as_note(lines_of(PAGE))] == [
        "title:: Sand",
        "## Highlights first synced by [[Readwise]] [[Apr 16th, 2024]]",
        "- first",
        "  more",
        "    - **Note**: mine",
    ]


def test_lines_keep_their_numbers() -> None:
    assert [line.number for line in as_note(lines_of(PAGE))] == [1, 3, 4, 5, 7]
