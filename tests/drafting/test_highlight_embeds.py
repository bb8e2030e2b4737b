"""`![[Item#^id]]` and `![[Item#^id|first … last]]`: verbatim, attributed, and never a machine's summary."""

from __future__ import annotations

import pytest

TALK = """\
---
title: A robot in every bakery
source: Bench Talk
url: https://talk.example/robots
speakers: [Tomas Wieland]
---

## Highlights

### The last two per cent

> [!transcript]
> **Speaker 1:** The last two per cent breaks. A loaf is not a box.
>
> **Speaker 2:** Is it not?

^h1111aaaa

> [!takeaways]- Written by Snipd, never quoted
> - Dough varies from day to day.

### Only a summary

> [!takeaways]- Written by Snipd, never quoted
> - Automation pays in the last per cent.

^h2222bbbb

### A quote

> [!quote]
> Nobody on the island could tell me what the battery costs, and nobody cared.

^h3333cccc
"""
FILES = {"items/Talk.md": TALK}
SOURCE = "[A robot in every bakery](https://talk.example/robots), Bench Talk"


def test_a_highlight_is_quoted_with_its_source(printed):
    text = printed("![[Talk#^h3333cccc]]", FILES)
    words = "Nobody on the island could tell me what the battery costs, and nobody cared."
    assert text == f"> {words}\n>\n> — {SOURCE}"


def test_below_its_own_item_the_source_is_not_named_again(printed):
    text = printed("### [[Talk]]\n\n![[Talk#^h3333cccc]]\n", FILES)
    assert "—" not in text


def test_a_passage_is_cut_out_word_for_word(printed):
    text = printed("![[Talk#^h3333cccc|nobody on … battery costs]]", FILES)
    assert text.startswith("> Nobody on the island could tell me what the battery costs\n")


def test_speakers_are_named_and_unknown_ones_are_not_labelled(printed):
    text = printed("![[Talk#^h1111aaaa]]", FILES)
    assert "Tomas Wieland" in text
    assert "Is it not?" in text
    assert "Speaker" not in text


def test_a_passage_of_one_turn_is_attributed_to_the_person_who_speaks(printed):
    text = printed("![[Talk#^h1111aaaa|The last … not a box.]]", FILES)
    assert text.startswith("> The last two per cent breaks. A loaf is not a box.\n>\n> — Tomas Wieland, ")
    assert "Tomas" not in printed("![[Talk#^h1111aaaa|Is it not?]]", FILES)


def test_a_transcript_is_a_finding_until_it_is_checked(found):
    assert found("![[Talk#^h1111aaaa]]", FILES) == [("transcript-unchecked", 7)]
    checked = TALK.replace("^h1111aaaa\n", "^h1111aaaa\n\n- checked: yes\n")
    assert found("![[Talk#^h1111aaaa]]", {"items/Talk.md": checked}) == []


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("![[Talk#^h2222bbbb]]", "takeaway-quoted"),
        ("![[Talk#^h9999ffff]]", "highlight-missing"),
        ("![[Talk#h1111aaaa]]", "highlight-missing"),
        ("![[Talk#^h3333cccc|words … never said]]", "passage-missing"),
    ],
)
def test_what_cannot_be_quoted_is_an_error_and_prints_nothing(drafted, printed, written, finding):
    first = drafted(written, FILES).findings[0]
    assert (first.id, first.severity, first.place.line) == (finding, "error", 7)
    assert printed(f"{written}\n\nText.", FILES) == "Text."


def test_an_id_without_its_caret_is_pointed_out(drafted):
    assert drafted("![[Talk#h1111aaa]]", FILES).findings[0].hint == 'Did you mean "Talk#^h1111aaaa"?'


def test_a_doubled_id_is_an_error(drafted):
    doubled = TALK.replace("^h3333cccc", "^h2222bbbb")
    findings = drafted("![[Talk#^h2222bbbb]]", {"items/Talk.md": doubled}).findings
    assert findings[0].severity == "error"
