from __future__ import annotations

from pathlib import Path

from letterbook.importers.lines import Line, lines_of, unknown_lines

NOTE = Path("note.md")


def test_a_few_lines_are_reported_one_by_one() -> None:
    report = unknown_lines(NOTE, [Line(3, "  one"), Line(4, "two"), Line(9, "far")])
    assert [(unknown.line, unknown.text) for unknown in report] == [(3, "one"), (4, "two"), (9, "far")]


def test_a_long_run_is_reported_where_it_begins() -> None:
    (unknown,) = unknown_lines(NOTE, lines_of("\n\n".join("abcdefgh"), first=5))
    assert (unknown.line, unknown.text) == (5, "a (and 7 more lines)")


def test_a_tab_counts_as_four_columns() -> None:
    assert Line(1, "\t  text").indent == 6
    assert Line(1, "text").indent == 0


def test_a_bullet_gives_what_stands_behind_it() -> None:
    assert Line(1, "  - text ").bullet == "text"
    assert Line(1, "-").bullet == ""
    assert Line(1, "-text").bullet is None
