from __future__ import annotations

from letterbook.importers.flattened import is_flattened, restored
from letterbook.importers.lines import lines_of

COVER = "![rw-book-cover](https://example.org/c.jpg)"
HEAD = f"A title {COVER} ## Metadata - Author: A - B - Full Title: T ## Highlights "
TAIL = "([View Highlight](https://example.org/x))"


def lines(highlights: str) -> list[str]:
    return [line.text for line in restored(lines_of(HEAD + highlights))][5:]


def test_only_headings_of_readwise_within_a_line_are_a_sign() -> None:
    assert is_flattened(lines_of(HEAD))
    assert not is_flattened(lines_of("## Metadata\n- Author: A\n\n## Highlights\n- see ## Highlights below"))


def test_title_cover_and_metadata_get_their_lines_and_dashes_in_values_stay() -> None:
    assert [line.text for line in restored(lines_of(HEAD))][:5] == [
        "# A title",
        COVER,
        "## Metadata",
        "- Author: A - B",
        "- Full Title: T",
    ]


def test_a_dash_within_a_highlight_separates_nothing() -> None:
    assert lines(f"- one - still one {TAIL} - two {TAIL}") == [
        "## Highlights",
        f"- one - still one {TAIL}",
        f"- two {TAIL}",
    ]


def test_a_private_note_never_flows_into_the_next_quotation() -> None:
    assert lines(f"- one {TAIL} - Note: ask - then wait - two {TAIL}")[2:] == [
        "    - Note: ask - then wait",
        f"- two {TAIL}",
    ]


def test_tags_end_at_the_first_dash() -> None:
    assert lines(f"- one {TAIL} - Tags: [[a]] #b - two - still two {TAIL}")[2:] == [
        "    - Tags: [[a]] #b",
        f"- two - still two {TAIL}",
    ]


def test_every_line_keeps_the_number_of_the_line_it_was_cut_from() -> None:
    assert {line.number for line in restored(lines_of(f"\n{HEAD}- one {TAIL}"))} == {1, 2}
