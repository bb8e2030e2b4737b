from __future__ import annotations

import pytest

from letterbook.draft import (
    BulletList,
    Division,
    Footnote,
    Heading,
    Image,
    Link,
    ListItem,
    Paragraph,
    Picture,
    Span,
    Strong,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
)
from letterbook.markup.labels import Label, LabelKind, labels, number_headings, with_labels


def picture(identifier: str = "") -> Picture:
    return Picture(Image("x.png"), (), identifier)


def table(identifier: str = "", *cell) -> Table:
    return Table((), (TableRow((TableCell(cell),)),), (), (), (), identifier)


def heading(level: int, words: str, identifier: str = "") -> Heading:
    return Heading(level, (Text(words),), identifier)


def words_of(blocks, language="en", **options) -> dict[str, str]:
    return {name: label.words for name, label in labels(blocks, language, **options).items()}


def test_figures_and_tables_count_apart_in_reading_order_wherever_they_stand():
    blocks = (
        picture("a"),
        picture(),
        BulletList((ListItem((table("t"), picture("b"))),)),
        Division((picture("c"), table("u")), ("box",)),
    )
    assert words_of(blocks) == {
        "a": "Figure 1",
        "t": "Table 1",
        "b": "Figure 2",
        "c": "Figure 3",
        "u": "Table 2",
    }


def test_those_in_footnotes_come_last_in_the_order_of_the_notes():
    inner = Footnote((picture("deepest"),))
    first = Footnote((picture("first"), Paragraph((inner,))))
    second = Footnote((picture("second"),))
    blocks = (
        Paragraph((Strong((first,)),)),
        table("t", second),
        picture("body"),
    )
    assert words_of(blocks) == {
        "t": "Table 1",
        "body": "Figure 1",
        "first": "Figure 2",
        "second": "Figure 3",
        "deepest": "Figure 4",
    }


def test_of_two_with_one_identifier_the_first_counts():
    blocks = (picture("x"), picture("x"), heading(2, "H", "y"), picture("y"), picture("z"))
    assert words_of(blocks) == {"x": "Figure 1", "y": "H", "z": "Figure 2"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "Figure 1"),
        ("de", "Abbildung 1"),
        ("DE-ch", "Abbildung 1"),
        ("fr", "Figure 1"),
        ("es", "Figura 1"),
        ("nl", "Figuur 1"),
        ("pl", "Rysunek 1"),
        ("ja", "Figure 1"),
        ("", "Figure 1"),
    ],
)
def test_the_word_is_that_of_the_language(language, words):
    assert words_of((picture("x"),), language)["x"] == words


def test_a_heading_is_called_by_its_words_without_notes_and_line_ends():
    block = Heading(2, (Text("Net  asset"), Footnote((Paragraph((Text("no"),)),)), Text(" value")), "nav")
    assert labels((block,), "en") == {"nav": Label(LabelKind.HEADING, "", "", "Net asset value")}


def test_a_numbered_heading_is_called_by_its_number_below_the_title():
    blocks = (
        Title((Text("Letter"),)),
        heading(2, "One"),
        heading(3, "A"),
        Division((heading(3, "B", "b"),), ("box",)),
        heading(2, "Two", "two"),
        heading(4, "Deep", "deep"),
        heading(3, "After", "after"),
    )
    found = labels(blocks, "de", heading_numbers=True)
    assert found["b"] == Label(LabelKind.HEADING, "Abschnitt", "1.2", "Abschnitt 1.2")
    assert [label.number for label in found.values()] == ["1.2", "2", "2.1.1", "2.2"]


def test_heading_numbers_begin_at_the_uppermost_level_in_use():
    assert number_headings([heading(4, ""), heading(3, ""), heading(3, ""), heading(4, "")]) == (
        "1.1",
        "2",
        "3",
        "3.1",
    )
    assert number_headings([]) == ()


def test_nothing_has_a_label_where_nothing_has_an_identifier():
    assert labels((picture(), table(), heading(2, "Two")), "en", heading_numbers=True) == {}


def test_links_without_words_get_those_of_their_targets():
    note = Footnote((Paragraph((Link((), "#a"),)),))
    blocks = (picture("a"), Paragraph((Link((), "#a"), Link((), "#b"), Link((Text("x"),), "#a"), note)))
    filled = with_labels(blocks, labels(blocks, "en"))
    label = Link((Text("Figure 1"),), "#a")
    inner = Footnote((Paragraph((label,)),))
    assert filled[1] == Paragraph((label, Link((), "#b"), Link((Text("x"),), "#a"), inner))


def test_a_reference_to_a_heading_has_the_recipients_field_that_the_heading_has():
    name = Span((Text("«name»"),), (), (("recipient", "name"),))
    blocks = (Heading(1, (Text("For "), Strong((name,))), "for"), Paragraph((Link((), "#for"),)))
    known = labels(blocks, "en")
    assert known["for"].words == "For «name»"
    assert with_labels(blocks, known)[1] == Paragraph((Link((Text("For "), name), "#for"),))
