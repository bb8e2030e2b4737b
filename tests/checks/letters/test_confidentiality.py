from __future__ import annotations

import pytest

from letterbook.checks.checked_edition import PlacedItem, PrintedHighlight
from letterbook.finding import Place
from letterbook.item import Audience, Highlight, Item

HERE = Place("editions/Letter 2026 H1.md", 12)


def company(signoff):
    return Item(title="Kelpworks opens", name="Kelpworks opens", kind="company", signoff=signoff)


@pytest.mark.parametrize(
    ("signoff", "says"), [("", "says nothing"), ("asked", 'says "asked"'), ("no", 'says "no"')]
)
def test_a_company_that_has_not_cleared_its_news_is_found_once(found, signoff, says):
    item = company(signoff)
    placed = (PlacedItem(item, HERE), PlacedItem(item, HERE))
    quoted = (PrintedHighlight(item, Highlight(anchor="h1"), HERE),)
    ((line, message),) = found("C-PORTCO", placed=placed, highlights=quoted)
    assert line == 12
    assert message == f'"Kelpworks opens" {says} about the sign-off of the company.'


def test_a_cleared_company_and_what_is_no_company_are_fine(found):
    article = Item(title="Kelp", name="Kelp", kind="article")
    assert found("C-PORTCO", placed=(PlacedItem(company("yes"), HERE), PlacedItem(article, HERE))) == []


def test_a_recipient_is_not_to_be_named_to_the_others_not_even_in_a_quotation(found):
    names = ("Quayside Family Office", "Ina", "Aino Lehtonen")
    text = "Thank you all.\n\n> Quayside Family Office asked.\n\nAino Lehtonenson baked."
    assert found("C-LPNAME", text, recipients=names) == [
        (3, 'The investor "Quayside Family Office" is named to all others.')
    ]


def test_a_recipients_field_names_nobody(found):
    assert found("C-LPNAME", "Dear [«name»]{recipient=name},", recipients=("Aino Lehtonen",)) == []


def test_a_letter_that_is_drafted_for_everybody_is_found(found):
    ((_, message),) = found("C-AUDIENCE", audience=Audience.PUBLIC)
    assert message == "A letter to investors is drafted for everybody."
