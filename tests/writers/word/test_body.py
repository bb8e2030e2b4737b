"""Blocks and runs: the named styles they get and how they are aligned."""

from __future__ import annotations

import pytest

from letterbook.draft import (
    BulletList,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Division,
    Draft,
    Emphasis,
    Footnote,
    Heading,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Span,
    Strikethrough,
    Strong,
    Subtitle,
    Text,
    Title,
)
from letterbook.markup.labels import labels
from letterbook.writers.word.document import write_word
from letterbook.writers.word.targets import targets
from tests.writers.word.reading import paragraph, paragraphs
from tests.writers.word.word_package import W, open_word_package, value

WORDS = (Text("words"),)
STYLES = {
    "Title": Title(WORDS),
    "Subtitle": Subtitle(WORDS),
    "Heading 1": Heading(1, WORDS),
    "Heading 6": Heading(6, WORDS),
    "Body Text": Paragraph(WORDS),
    "Quote": Quote((Paragraph(WORDS),)),
    "List Bullet": BulletList((ListItem((Paragraph(WORDS),)),)),
    "List Number": NumberedList((ListItem((Paragraph(WORDS),)),)),
    "Definition Term": DefinitionList((Definition(WORDS, ((Paragraph(WORDS),),)),)),
    "Source Code": CodeBlock("words"),
    "Horizontal Rule": Rule(),
    "Pull Quote": Division((Paragraph(WORDS),), ("pull-quote",)),
    "Signature Block": Division((Paragraph(WORDS),), ("other", "signature-block")),
}


@pytest.mark.parametrize("style", STYLES)
def test_a_block_has_the_style_of_its_kind(resources, style):
    assert paragraphs(resources, STYLES[style])[0].style.name == style


def test_a_quote_stays_with_its_attribution(resources):
    quoted, attribution = paragraphs(resources, Quote((paragraph("words"),), (Text("Ines, 0:08"),)))
    assert quoted.paragraph_format.keep_with_next
    assert (attribution.style.name, attribution.text) == ("Quote Attribution", "— Ines, 0:08")


def test_a_division_without_a_style_changes_nothing(resources):
    assert paragraphs(resources, Division((paragraph("words"),), ("unknown",)))[0].style.name == "Body Text"


def test_neighbouring_quotes_have_borders_of_their_own(resources):
    quotes = [Quote((paragraph(f"{number} one"), paragraph(f"{number} two"))) for number in range(3)]
    indents = [each.paragraph_format.left_indent for each in paragraphs(resources, *quotes)]
    assert indents[0] == indents[1] != indents[2] == indents[3] != indents[4] == indents[5]


def test_a_quote_in_a_quote_stands_deeper(resources):
    outer, inner = paragraphs(resources, Quote((paragraph("outer"), Quote((paragraph("inner"),)))))
    assert outer.paragraph_format.left_indent is None
    assert inner.paragraph_format.left_indent.pt == 2 * outer.style.paragraph_format.left_indent.pt


def test_what_follows_in_an_item_is_aligned_with_its_text(resources):
    item = ListItem((paragraph("first"), paragraph("second"), Quote((paragraph("quoted"),))))
    _, second, quoted = paragraphs(resources, BulletList((item,)))
    assert (second.style.name, second.paragraph_format.left_indent.pt) == ("List Continue", 18)
    assert quoted.paragraph_format.left_indent.pt == 18 + 20


def test_lists_nest_nine_levels_deep_and_no_deeper(resources):
    nested = BulletList((ListItem((paragraph("level 12"),)),))
    for level in range(11, 0, -1):
        nested = BulletList((ListItem((paragraph(f"level {level}"), nested)),))
    found = paragraphs(resources, nested)
    assert [line._p.pPr.numPr.ilvl.val for line in found] == [*range(9), 8, 8, 8]


def test_loose_lists_have_space_between_their_items(resources):
    items = (ListItem((paragraph("a"),)), ListItem((paragraph("b"),)))
    tight, loose = BulletList(items, tight=True), BulletList(items, tight=False)
    between = paragraph("between")
    found = ["contextualSpacing" in line._p.pPr.xml for line in paragraphs(resources, tight, between, loose)]
    assert found == [False, False, False, True, True]


def gaps(found):
    """What is said about the space below each paragraph: none, its style's, or that even in a list."""
    formats = [line._p.pPr for line in found]
    return [
        "none" if line.spacing_after == 0 else "some" if "contextualSpacing" in line.xml else "style"
        for line in formats
    ]


def nested_list(*, tight):
    inner = NumberedList((ListItem((paragraph("a"),)), ListItem((paragraph("b"),))))
    return BulletList((ListItem((paragraph("1"), inner)), ListItem((paragraph("2"), inner))), tight=tight)


def test_a_list_within_a_tight_one_touches_the_next_item_but_not_the_text_below(resources):
    found = paragraphs(resources, nested_list(tight=True), paragraph("below"))
    assert gaps(found) == ["none", "style", "none", "none", "style", "style", "style"]


def test_a_list_within_a_loose_one_keeps_its_distance_from_the_next_item(resources):
    found = paragraphs(resources, nested_list(tight=False), paragraph("below"))
    assert gaps(found) == ["some", "style", "some", "some", "style", "style", "style"]


def test_two_lists_do_not_touch(resources):
    items = (ListItem((paragraph("a"),)), ListItem((paragraph("b"),)))
    found = paragraphs(resources, NumberedList(items), NumberedList(items, start=5))
    assert gaps(found) == ["style", "some", "style", "style"]


def test_a_list_at_the_end_of_a_quote_stays_with_the_attribution(resources):
    quote = Quote((BulletList((ListItem((paragraph("a"),)), ListItem((paragraph("b"),)))),), (Text("Ines"),))
    found = paragraphs(resources, quote)
    assert [line.paragraph_format.keep_with_next for line in found] == [None, True, None]


def test_a_list_in_a_quote_looks_quoted(resources):
    items = (ListItem((paragraph("a"),)), ListItem((paragraph("b"), paragraph("more"))))
    found = paragraphs(resources, Quote((BulletList(items),)), BulletList(items))
    assert [line.style.name for line in found[:3]] == ["Quote"] * 3
    assert [line._p.pPr.numPr is not None for line in found[:3]] == [True, True, False]
    assert gaps(found[:1]) == ["none"]
    assert found[3].style.name == "List Bullet"


@pytest.mark.parametrize("block", [Quote((paragraph("a"),)), CodeBlock("a")])
def test_the_sign_of_an_item_without_words_stays_right_above_what_it_holds(resources, block):
    sign, held = paragraphs(resources, NumberedList((ListItem((block,)),)))
    assert (sign.text, sign.paragraph_format.keep_with_next, sign.paragraph_format.space_after) == (
        "",
        True,
        0,
    )
    assert held.text == "a"


def test_a_page_break_opens_the_next_paragraph(resources):
    _, second = paragraphs(resources, paragraph("a"), PageBreak(), paragraph("b"))
    assert second.paragraph_format.page_break_before


def test_code_keeps_its_lines_and_tabs(resources):
    assert paragraphs(resources, CodeBlock("a\n\tb"))[0].text == "a\n\tb"


def test_marks_nest_and_neighbours_join(resources):
    words = (Strong((Text("bold"), Emphasis((Text("both"),)))), Text("one"), Text("two"))
    runs = paragraphs(resources, Paragraph(words))[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("bold", True, None),
        ("both", True, True),
        ("onetwo", None, None),
    ]


def test_emphasis_in_emphasis_stands_upright(resources):
    (line,) = paragraphs(resources, Paragraph((Emphasis((Text("a"), Emphasis((Text("b"),)))),)))
    assert [run.italic for run in line.runs] == [True, None]


def test_classes_of_spans_become_formats(resources):
    spans = [Span(WORDS, (name,)) for name in ("sup", "sub", "smallcaps", "mark")]
    found = [paragraphs(resources, Paragraph((span,)))[0].runs[0].font for span in spans]
    assert found[0].superscript
    assert found[1].subscript
    assert found[2].small_caps
    assert found[3].highlight_color is not None
    assert paragraphs(resources, Paragraph((Strikethrough(WORDS),)))[0].runs[0].font.strike


def test_code_in_a_line_has_its_character_style(resources):
    assert paragraphs(resources, Paragraph((Code("x"),)))[0].runs[0].style.name == "Verbatim Char"


def test_languages_and_scripts_are_marked(resources):
    words = (Text("East 東京 and "), Span((Text("Grüße"),), (), (("lang", "de"),)), Text(" עברית"))
    (line,) = paragraphs(resources, Paragraph(words))
    assert 'w:hint="eastAsia"' in line.runs[1]._r.xml
    assert 'w:lang w:val="de-DE"' in line.runs[3]._r.xml
    assert "<w:rtl/>" in line.runs[-1]._r.xml


def test_a_paragraph_that_begins_right_to_left_runs_so(resources):
    lines = paragraphs(resources, paragraph("עברית first"), paragraph("first עברית"))
    assert ["<w:bidi/>" in line._p.xml for line in lines] == [True, False]


def test_bookmarks_have_names_that_word_allows():
    headings = [Heading(1, WORDS, name) for name in ("a-b", "A.B", "9", "ü", "x" * 60, "x" * 61, "a-b")]
    found = targets(labels(headings, "en"))
    assert [target.bookmark for target in found.values()] == [
        "a_b",
        "A_B_2",
        "h9",
        "h_",
        "x" * 40,
        "x" * 38 + "_2",
    ]


def test_a_list_in_a_footnote_is_as_small_as_the_note(resources):
    items = BulletList((ListItem((paragraph("item"), paragraph("more"))),))
    draft = Draft((Paragraph((Text("a"), Footnote((paragraph("note"), items)))),))
    notes = open_word_package(write_word(draft, resources).data).part("footnotes")
    assert [value(p, "pPr/pStyle") for p in notes.iter(f"{W}p")][2:] == ["FootnoteText"] * 3
