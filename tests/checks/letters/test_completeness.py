from __future__ import annotations

from letterbook.checks import run_checks
from letterbook.checks.checked_edition import PrintedHighlight
from letterbook.checks.letters.profile import Profile
from letterbook.finding import Place
from letterbook.item import Highlight, Item
from tests.checks.letters.conftest import letter

HERE = Place("editions/Letter 2026 H1.md", 12)


def quoted(**details):
    item = Item(title="A paper", name="A paper", **details)
    return (
        PrintedHighlight(item, Highlight(anchor="h1"), HERE),
        PrintedHighlight(item, Highlight(anchor="h2"), HERE),
    )


def test_what_is_unfinished_is_an_error_in_a_letter_and_told_once():
    text = letter("Net asset value was TBC.\n\n## Outlook", title="Letter")
    of_letter = [(each.id, each.severity.value) for each in run_checks(text, (), Profile.LP_LETTER)]
    assert of_letter == [("S-EMPTY", "error"), ("S-EMPTY", "error")]
    of_newsletter = [each.id for each in run_checks(text, (), Profile.PUBLIC_NEWSLETTER)]
    assert of_newsletter == ["placeholder-text", "heading-empty"]


def test_a_quoted_item_without_source_or_date_is_found_once(found):
    assert found("S-QUOTE", highlights=quoted(source="", published="")) == [
        (12, '"A paper" is quoted and has no source and no date.')
    ]
    assert found("S-QUOTE", highlights=quoted(source="A show")) == [
        (12, '"A paper" is quoted and has no date.')
    ]
    assert found("S-QUOTE", highlights=quoted(source="A show", published="2026-04")) == []


def test_only_what_stands_below_asks_is_an_ask(found):
    assert found("S-ASK", "## Thanks\n\n- Introductions to customers") == []
