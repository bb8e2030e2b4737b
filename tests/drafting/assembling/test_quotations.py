"""Pasted quotations are traced to the highlight they come from, and altered words are shown."""

from __future__ import annotations

import pytest

from letterbook.checks.checked_edition import Agreement
from letterbook.drafting.assembling.quotations import QuotationSources, find_quotations
from letterbook.item import Highlight, Item, Turn
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect

ISLAND = Highlight(
    anchor="h1",
    text="We keep asking what the *battery* costs. Nobody on the [island](https://x.example) could tell me.",
    place="page 4",
)
TALK = Highlight(
    anchor="h2",
    transcript=(
        Turn("Speaker 1", "The last two per cent breaks."),
        Turn("Speaker 2", "A loaf is not a box."),
    ),
    takeaways=("Dough varies from one day to the next",),
)
SOURCES = QuotationSources(
    (
        Item(title="Battery", name="Battery", highlights=(ISLAND,)),
        Item(title="Robot", name="Robot", highlights=(TALK,)),
    )
)


def trace(markdown):
    blocks = parse_blocks(markdown, dialect=Dialect.EDITION, file="editions/A.md", smart="en")
    (trace,) = SOURCES.trace(find_quotations(blocks))
    return trace


@pytest.mark.parametrize(
    "words",
    [
        "We keep asking what the battery costs. Nobody on the island could tell me.",
        "we keep  asking, what the battery costs",
        "We keep asking […] Nobody on the island could tell me.",
        "We keep asking ... could tell me.",
        "Nobody on the [small] island could tell me",
        "We keep asking what the battery [sic] costs.",
        "[They] keep asking what the battery costs.",
    ],
)
def test_the_sources_words_are_verbatim_whatever_their_case_marks_and_gaps(words):
    traced = trace(f"> {words}")
    assert (traced.agreement, traced.item, traced.anchor) == (Agreement.VERBATIM, "Battery", "h1")
    assert traced.position == "page 4"


def test_a_quotation_may_run_over_several_turns_of_a_transcript():
    traced = trace("> The last two per cent breaks.\n>\n> A loaf is not a box.")
    assert (traced.agreement, traced.item) == (Agreement.VERBATIM, "Robot")


@pytest.mark.parametrize(
    ("words", "here", "there"),
    [
        ("We keep asking what the storage costs.", "what the storage costs", "what the battery costs"),
        ("We asking what the battery costs.", "We asking", "We keep asking"),
        ("Nobody on the whole island could tell me.", "on the whole island could", "on the island could"),
    ],
)
def test_altered_words_are_shown_with_those_of_the_source(words, here, there):
    traced = trace(f"> {words}")
    assert (traced.agreement, traced.item) == (Agreement.ALTERED, "Battery")
    assert traced.difference[0] in here or here in traced.difference[0]
    assert traced.difference[1] in there or there in traced.difference[1]


def test_a_takeaway_is_recognised_as_a_machines():
    assert trace("> Dough varies from one day to the next").agreement is Agreement.MACHINE_WRITTEN


def test_a_quotation_from_elsewhere_is_untraced():
    assert trace("> It was the best of times and the worst.").agreement is Agreement.UNTRACED


def test_words_quoted_in_a_line_are_traced_when_there_are_six_of_them():
    traced = trace('He said "we keep asking what the battery costs" to me.')
    assert (traced.agreement, traced.block) == (Agreement.VERBATIM, False)
    few = parse_blocks('He said "the battery costs" to me.', dialect=Dialect.EDITION)
    assert list(find_quotations(few)) == []


ITEM = """\
---
title: Battery
---

## Highlights

### —

> [!quote]
> Nobody on the island knew the price.

^h1
"""


def test_altered_words_are_a_finding_at_the_quotation(drafted):
    assembly = drafted("Text.\n\n> Nobody on the island knew the cost.\n", {"items/Battery.md": ITEM})
    (finding,) = assembly.findings
    assert (finding.id, finding.place.line) == ("quote-altered", 9)
    assert '"knew the cost"' in finding.message
    assert '"knew the price"' in finding.message


def test_an_untraced_block_is_a_note_and_a_line_is_nothing(found):
    words = "nobody anywhere has said these very words"
    body = f'He said "{words}".\n\n> {words}\n'
    assert found(body) == [("quote-untraced", 9)]


def test_a_large_library_is_searched_for_every_quotation():
    items = tuple(
        Item(
            title=f"{n}",
            name=f"{n}",
            highlights=(Highlight(anchor="h", text=f"Sentence number{n} about islands."),),
        )
        for n in range(2000)
    )
    blocks = parse_blocks("> Sentence number1999 about islands.", dialect=Dialect.EDITION)
    (trace,) = QuotationSources(items).trace(find_quotations(blocks))
    assert trace.item == "1999"


def test_it_is_known_that_a_machine_heard_the_words():
    assert trace("> The last two per cent breaks.").heard
    assert not trace("> We keep asking what the battery costs.").heard
