"""Tables: the grid behind them, their headings and their alignment."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from letterbook.draft import Alignment, Draft, Paragraph, Table, TableCell, TableRow, Text
from letterbook.writers.word.document import write_word
from letterbook.writers.word.tables import grid


def cell(text="", **spans):
    return TableCell((Text(text),) if text else (), **spans)


def row(*cells):
    return TableRow(cells)


def shape(table):
    """Each row of the body as text, `.` for a continued cell, with its columns."""
    return [
        [("." if slot.continued else slot.cell.children[0].text if slot.cell.children else "", slot.columns)
         for slot in slots]
        for slots in grid(table).body
    ]  # fmt: skip


def test_short_rows_are_filled():
    table = Table((Alignment.LEFT,) * 2, (), (row(cell("a")), row()))
    assert shape(table) == [[("a", 1), ("", 1)], [("", 1), ("", 1)]]


def test_long_rows_widen_the_table():
    assert grid(Table((Alignment.LEFT,), (), (row(cell("a"), cell("b")),))).columns == 2


def test_a_cell_over_rows_continues_below():
    table = Table((), (), (row(cell("tall", rows=2), cell("a")), row(cell("b")), row(cell("c"), cell("d"))))
    assert shape(table) == [[("tall", 1), ("a", 1)], [(".", 1), ("b", 1)], [("c", 1), ("d", 1)]]


def test_a_wide_cell_stops_at_one_from_above():
    table = Table((), (), (row(cell("a"), cell("tall", rows=2)), row(cell("wide", columns=2))))
    assert shape(table) == [[("a", 1), ("tall", 1)], [("wide", 1), (".", 1)]]


def written(table, resources):
    document = docx.Document(io.BytesIO(write_word(Draft((table,)), resources).data))
    return document.tables[0]


def test_heading_rows_repeat_and_no_row_is_split(resources):
    table = written(Table((), (row(cell("Company")),), (row(cell("Tessel")),)), resources)
    properties = [found._tr.trPr.xml for found in table.rows]
    assert ["tblHeader" in xml for xml in properties] == [True, False]
    assert all("cantSplit" in xml for xml in properties)


def test_columns_are_aligned_as_the_draft_says(resources):
    alignments = (Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT)
    table = written(Table(alignments, (), (row(cell("a"), cell("b"), cell("c")),)), resources)
    assert [found.paragraphs[0].alignment for found in table.rows[0].cells] == [
        WD_ALIGN_PARAGRAPH.LEFT,
        WD_ALIGN_PARAGRAPH.CENTER,
        WD_ALIGN_PARAGRAPH.RIGHT,
    ]


def test_a_heading_over_several_columns_stands_in_their_middle(resources):
    header = row(cell("Fund"), cell("Multiple", columns=2))
    table = Table((Alignment.LEFT, Alignment.RIGHT, Alignment.DECIMAL), (header,), (row(*[cell("1.0")] * 3),))
    assert [each.paragraphs[0].alignment for each in written(table, resources).rows[0].cells][1] == (
        WD_ALIGN_PARAGRAPH.CENTER
    )


def test_two_tables_stay_apart(resources):
    table = Table((), (), (row(cell("a")),))
    document = docx.Document(io.BytesIO(write_word(Draft((table, table)), resources).data))
    assert len(document.tables) == 2


def test_text_below_a_table_keeps_its_distance(resources):
    draft = Draft((Table((), (), (row(cell("a")),)), Paragraph((Text("below"),))))
    (paragraph,) = docx.Document(io.BytesIO(write_word(draft, resources).data)).paragraphs
    assert paragraph.paragraph_format.space_before.pt == 10


def stops(table):
    """The decimal tab stop of each cell of the body, in twentieths of a point, or None."""
    found = (cell.paragraphs[0].paragraph_format.tab_stops for line in table.rows[1:] for cell in line.cells)
    return [tabs[0].position.twips if len(tabs) else None for tabs in found]


def decimals(*numbers):
    return Table((Alignment.DECIMAL,), (row(cell("Net")),), tuple(row(cell(number)) for number in numbers))


def test_numbers_are_aligned_on_their_decimal_points(resources):
    table = written(decimals("2.1x", "12.25x", "1,234"), resources)
    first, *others = stops(table)
    assert first is not None
    assert others == [first, first]
    assert table.rows[0].cells[0].paragraphs[0].alignment is WD_ALIGN_PARAGRAPH.RIGHT


def test_the_longest_fraction_still_fits(resources):
    short, long = (stops(written(decimals(number), resources))[0] for number in ("1", "1.23456"))
    assert long < short


def test_words_among_numbers_stand_at_the_right(resources):
    table = written(decimals("2.1x", "n/a"), resources)
    assert stops(table)[1] is None
    assert table.rows[2].cells[0].paragraphs[0].alignment is WD_ALIGN_PARAGRAPH.RIGHT


def test_columns_are_as_wide_as_the_draft_says(resources):
    table = Table((Alignment.LEFT,) * 3, (), (row(cell("a"), cell("b"), cell("c")),), (), (2.0, 1.0, 1.0))
    first, second, third = (column.width for column in written(table, resources).columns)
    assert abs(first - 2 * second) < 1000
    assert second == third


def test_a_table_without_rows_is_left_out(resources):
    assert docx.Document(io.BytesIO(write_word(Draft((Table((), (), ()),)), resources).data)).tables == []


def widths(table, resources):
    return [column.width.twips for column in written(table, resources).columns]


def test_a_column_is_never_narrower_than_its_longest_word(resources):
    long = " ".join(["plain words"] * 20)
    table = Table((), (row(cell("Where"), cell("What")),), (row(cell("Newfoundland"), cell(long)),))
    narrow, wide = widths(table, resources)
    assert narrow > 12 * 10 * 20 * 0.6
    assert wide > 2 * narrow


def test_words_that_cannot_all_fit_share_the_width(resources):
    word = "x" * 40
    assert len(set(widths(Table((), (), (row(*(cell(word) for _ in range(8))),)), resources))) == 1


def kept(rows, resources):
    table = Table((), (row(cell("Head")),), tuple(row(cell(str(number))) for number in range(rows)))
    found = written(table, resources).rows
    return [bool(each.cells[0].paragraphs[0].paragraph_format.keep_with_next) for each in found]


def test_a_short_table_stays_on_one_page(resources):
    assert kept(3, resources) == [True, True, True, False]


def test_a_long_table_may_go_on_but_not_leave_its_heading(resources):
    assert kept(30, resources) == [True] + [False] * 30
