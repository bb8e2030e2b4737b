from __future__ import annotations

import pytest

from letterbook.draft import CodeBlock, Footnote, Link, Paragraph, Quote, Strong, Text
from letterbook.drafting.printing.item_print import FIRST_HIGHLIGHTS, ItemPrinter, chosen_highlights
from letterbook.drafting.printing.transcript import speaker_name
from letterbook.finding import Place
from letterbook.item import Highlight, Item, Passage, Turn
from letterbook.markup.text import plain_text
from letterbook.markup.tree import inlines_of

PRINTER = ItemPrinter(language="en")


def item(**details):
    return Item(**{"name": "Tides", "title": "Tides", "path": "items/Tides.md", **details})


def quote(text, anchor="h1", **details):
    return Highlight(anchor=anchor, text=text, **details)


def transcript(*turns, **details):
    return Highlight(anchor="t1", transcript=tuple(Turn(*turn) for turn in turns), **details)


def test_a_teaser_is_the_author_s_prose_and_a_title_is_literal():
    assert PRINTER.teaser(item(teaser='What a *"lease"* is')) != PRINTER.teaser(item())
    assert plain_text(PRINTER.teaser(item(teaser='a "lease"'))) == "a “lease”"
    assert PRINTER.teaser(item(title='*a* "b"')) == (Text('*a* "b"'),)


def test_a_link_prints_the_title_or_other_words():
    tides = item(url="https://tides.example")
    assert PRINTER.link(tides) == (Link((Text("Tides"),), "https://tides.example"),)
    assert PRINTER.link(tides, (Text("here"),)) == (Link((Text("here"),), "https://tides.example"),)
    assert PRINTER.link(item(), (Text("here"),)) == (Text("here"),)


def test_each_passage_of_a_commentary_is_parsed_alone():
    tides = item(
        commentary=(
            Passage("One.[^1]\n\n[^1]: a note\n\n```\nopen", 10),
            Passage("Two *dashes* -- {{ x }}", 40),
        )
    )
    first, code, second = PRINTER.commentary(tides)
    assert (first.place, second.place) == (Place("items/Tides.md", 10, 1), Place("items/Tides.md", 40, 1))
    assert code == CodeBlock("open")
    assert sum(isinstance(node, Footnote) for node in inlines_of(first)) == 1
    assert plain_text((second,)) == "Two dashes – {{ x }}"


def test_an_item_prints_its_commentary_else_its_favourites_else_its_first_highlights():
    plain = tuple(quote(f"Words {number}.", f"h{number}") for number in range(5))
    favourite = quote("Loved.", "f1", favourite=True)
    assert plain_text(PRINTER.body(item(commentary=(Passage("Mine."),), highlights=plain))) == "Mine."
    assert plain_text(PRINTER.body(item(highlights=(*plain, favourite)))) == "Loved."
    assert len(PRINTER.body(item(highlights=plain))) == FIRST_HIGHLIGHTS
    assert PRINTER.body(item()) == ()


def test_what_a_machine_wrote_is_never_quoted():
    takeaways = Highlight(anchor="m1", takeaways=("Machine.",), favourite=True)
    podcast = item(highlights=(takeaways, quote("Said.")))
    assert [highlight.anchor for highlight in chosen_highlights(podcast)] == ["h1"]
    assert PRINTER.quotation(podcast, takeaways) is None


def test_a_quotation_names_its_author_and_its_item():
    printed = PRINTER.quotation(
        item(source="The Post", authors=("A", "B"), url="https://t.example"),
        quote('Plain "quotes" -- stay.', line=7),
    )
    assert plain_text(printed.blocks) == 'Plain "quotes" -- stay.'
    assert plain_text(printed.attribution) == "A, B, Tides, The Post"
    assert printed.place == Place("items/Tides.md", 7)


def test_brackets_and_braces_in_a_quotation_are_words():
    words = "See [[Notes]], ![[x.png]] and {{ contents }}."
    printed = PRINTER.quotation(item(), quote(words))
    assert printed.blocks == (Paragraph((Text(words),)),)


def test_a_quotation_below_its_item_needs_no_attribution():
    assert PRINTER.quotation(item(source="Post"), quote("x"), attributed=False).attribution == ()


def test_a_highlight_s_address_serves_where_the_item_has_none():
    printed = PRINTER.quotation(item(), quote("x", url="https://snip.example"))
    assert printed.attribution == (Link((Text("Tides"),), "https://snip.example"),)


def test_a_passage_is_quoted_or_nothing():
    tides = item()
    assert plain_text(PRINTER.quotation(tides, quote("One two three."), "two … three").blocks) == "two three"
    assert PRINTER.quotation(tides, quote("One two three."), "four") is None


def test_one_speaker_is_named_in_the_attribution_and_several_before_their_words():
    podcast = item(source="Show", speakers=("Mina Orr", "Tom Hale"), authors=("The host",))
    alone = PRINTER.quotation(podcast, transcript(("Speaker 2", "One."), ("Speaker 2", "Two.")))
    assert alone.blocks == (Paragraph((Text("One. Two."),)),)
    assert plain_text(alone.attribution) == "Tom Hale, Tides, Show"
    both = PRINTER.quotation(podcast, transcript(("Speaker 1", "One."), ("Speaker 2", "Two.")))
    assert both.blocks[0] == Paragraph((Strong((Text("Mina Orr:"),)), Text(" One.")))
    assert plain_text(both.attribution) == "Tides, Show"


def test_a_machine_s_label_for_a_speaker_is_never_printed():
    printed = PRINTER.quotation(item(), transcript(("Speaker 1", "One."), ("Speaker 2", "Two.")))
    assert isinstance(printed, Quote)
    assert "Speaker" not in plain_text((printed,))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Speaker 1", "Mina"),
        ("speaker 2", ""),
        ("SPEAKER 0", ""),
        ("Speaker 99999999", ""),
        ("Unknown Speaker", ""),
        ("Speaker B", ""),
        ("Speakers Corner", "Speakers Corner"),
        ("Ada Quill", "Ada Quill"),
        ("", ""),
    ],
)
def test_a_speaker_s_name_is_looked_up_by_number(label, name):
    assert speaker_name(label, ("Mina",)) == name
