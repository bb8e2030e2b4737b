"""A line taken apart where quotations begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letterbook.draft import Emphasis, Footnote, Paragraph, Span, Text
from letterbook.drafting.sources.line_parts import Stretch, Told, in_order, line_parts
from letterbook.markup.text import plain_text


def quotation(start, end):
    return Stretch(start, end, "words", Told("a quotation"))


def parts(inlines, *spans):
    made = line_parts(inlines, [quotation(*span) for span in spans])
    return [(plain_text(part.inlines), part.stretch is not None) for part in made]


def test_a_text_is_cut_where_a_quotation_begins_and_ends():
    assert parts((Text("He said “yes” and “no”."),), (8, 13), (18, 22)) == [
        ("He said ", False),
        ("“yes”", True),
        (" and ", False),
        ("“no”", True),
        (".", False),
    ]


def test_a_quotation_keeps_the_marked_up_text_within_it():
    line = (Text("He said “yes, "), Emphasis((Text("very"),)), Text(" much” then."))
    assert parts(line, (8, 24)) == [("He said ", False), ("“yes, very much”", True), (" then.", False)]


def test_a_quotation_that_ends_within_marked_up_text_has_all_of_it():
    line = (Text("A “b "), Emphasis((Text("c” d"),)), Text(" e"))
    assert parts(line, (2, 7)) == [("A ", False), ("“b c” d", True), (" e", False)]


def test_two_quotations_in_the_same_marked_up_text_are_one_part():
    line = (Emphasis((Text("“a” and “b”"),)), Text(" end"))
    assert parts(line, (0, 3), (8, 11)) == [("“a” and “b”", True), (" end", False)]


def test_a_footnote_after_a_quotation_is_not_lost():
    line = (Text("“a”"), Footnote((Paragraph((Text("n"),)),)), Text("."))
    made = [inline for part in line_parts(line, [quotation(0, 3)]) for inline in part.inlines]
    assert made == list(line)


@given(st.lists(st.text("ab “”", min_size=1, max_size=8), max_size=6), st.data())
def test_no_word_is_lost_or_moved(texts, data):
    line = tuple(Span((Text(text),)) if at % 2 else Text(text) for at, text in enumerate(texts))
    length = len("".join(texts))
    cuts = sorted(data.draw(st.sets(st.integers(0, length), max_size=6)))
    spans = [tuple(pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    made = list(line_parts(line, [quotation(*span) for span in spans]))
    assert "".join(plain_text(part.inlines) for part in made) == "".join(texts)


def test_what_begins_within_another_is_left_to_it():
    outer, inner, after = quotation(2, 9), quotation(4, 6), quotation(9, 12)
    assert in_order((after, inner, outer)) == (outer, after)
