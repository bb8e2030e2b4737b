from __future__ import annotations

import pytest

from letterbook.checks.checked_edition import Agreement, PrintedHighlight, Trace
from letterbook.finding import Place
from letterbook.item import Highlight, Item
from tests.checks.letters.conftest import FILE

PRAISE = "> You were the most helpful investors that we ever had.\n>\n> — Ines, founder of Kelpworks\n"
ABOVE = "The founder of Kelpworks wrote to us:\n\n"


def test_a_block_quotation_is_read_with_the_paragraph_before_it(found):
    ((line, message),) = found("T-TESTIMONIAL", ABOVE + PRAISE)
    assert line == 3
    assert message.startswith('"You were the most helpful investors that we …" is praise of the manager')
    assert found("T-TESTIMONIAL", "We read this:\n\n> You were the most helpful investors ever.") == []


def test_the_manager_may_be_praised_by_name(found, found_of_fund):
    text = "“Harbour Row are fantastic,” said the founder of Kelpworks."
    assert found("T-TESTIMONIAL", text) == []
    assert len(found_of_fund("T-TESTIMONIAL", text)) == 1


@pytest.mark.parametrize(("kind", "told"), [("podcast", 0), ("company", 1)])
def test_what_is_quoted_from_an_item_is_about_others_unless_it_is_news_of_a_company(found, kind, told):
    item = Item(title="A talk", name="A talk", kind=kind)
    trace = Trace(words="You were", place=Place(FILE, 3), agreement=Agreement.VERBATIM, item="A talk")
    assert len(found("T-TESTIMONIAL", ABOVE + PRAISE, traces=(trace,), items=(item,))) == told
    printed = PrintedHighlight(item, Highlight(anchor="h1"), Place(FILE, 3))
    assert len(found("T-TESTIMONIAL", ABOVE + PRAISE, highlights=(printed,), items=(item,))) == told


def test_a_signed_quotation_in_praise_is_found_without_words_before_it(found):
    quoted = (
        "> I would choose Harbour Row again without a second thought.\n>\n> — Ada Brook, founder of Kelpworks"
    )
    assert len(found("T-TESTIMONIAL", quoted)) == 1
    assert found("T-TESTIMONIAL", quoted.replace("founder of", "who walked past")) == []
    assert found("T-TESTIMONIAL", quoted.replace("choose Harbour Row again", "take the bus")) == []
