"""The outline of the Word file is the outline of the tree."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from letterbook.draft import (
    BulletList,
    Draft,
    Footnote,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    Text,
    Title,
)
from letterbook.writers.word.document import write_word
from tests.writers.strategies import drafts
from tests.writers.word.lint import lint
from tests.writers.word.outline import OutlineRow, outline_of
from tests.writers.word.outline_reader import read_outline
from tests.writers.word.reading import paragraph


def outline(blocks, resources):
    return read_outline(write_word(Draft(tuple(blocks)), resources).data)


@given(draft=drafts())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_file_says_what_the_tree_says_and_has_no_fault(resources, draft):
    data = write_word(draft, resources).data
    assert read_outline(data) == outline_of(draft)
    assert lint(data) == ()


def test_headings_move_up_below_a_title(resources):
    blocks = [Title((Text("Letter"),)), Heading(2, (Text("Part"),)), Heading(3, (Text("Detail"),))]
    assert [row.kind for row in outline(blocks, resources)] == ["title", "heading 1", "heading 2"]


def test_headings_stay_where_a_level_1_heading_stands_beside_the_title(resources):
    blocks = [Title((Text("Letter"),)), Heading(1, (Text("Part"),)), Heading(2, (Text("Detail"),))]
    assert [row.kind for row in outline(blocks, resources)] == ["title", "heading 1", "heading 2"]


def test_headings_stay_without_a_title(resources):
    assert outline([Heading(2, (Text("Part"),))], resources) == (OutlineRow("heading 2", "Part"),)


def test_each_numbered_list_begins_with_its_own_number(resources):
    inner = NumberedList((ListItem((paragraph("inner"),)),))
    first = NumberedList((ListItem((paragraph("a"), inner)), ListItem((paragraph("b"), inner))))
    later = NumberedList((ListItem((paragraph("c"),)),), start=7)
    assert [row.text for row in outline([first, later], resources)] == [
        "1. a",
        "1. inner",
        "2. b",
        "1. inner",
        "7. c",
    ]


def test_tasks_have_their_boxes(resources):
    tasks = BulletList((ListItem((paragraph("open"),), False), ListItem((paragraph("done"),), True)))
    assert outline([tasks], resources) == (OutlineRow("task 1", "☐ open"), OutlineRow("task 1", "☒ done"))


def test_footnotes_follow_the_text_in_order(resources):
    blocks = [Paragraph((Text(word), Footnote((paragraph(f"note on {word}"),)))) for word in ("one", "two")]
    assert [row.text for row in outline(blocks, resources)] == [
        "one[^1]",
        "two[^2]",
        " note on one",
        " note on two",
    ]
