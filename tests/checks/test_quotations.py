from __future__ import annotations

from letterbook.checks.checked_edition import Agreement, PrintedHighlight, Trace
from letterbook.finding import Place
from letterbook.item import Audience, Highlight, Item, Turn

HERE = Place("editions/Tidewatch 7.md", 12)
TURNS = (Turn("Speaker 1", "So what breaks?"),)
TALK = Item(title="Talk", name="Talk", path="items/Talk.md")


def trace(agreement, **options):
    return (
        Trace(
            words="one two three four five six seven eight nine", place=HERE, agreement=agreement, **options
        ),
    )


def test_altered_words_show_both_readings(check):
    found = check(traces=trace(Agreement.ALTERED, item="Talk", difference=("the cost", "the price")))
    assert found == [("quote-altered", 12, 'The quotation says "the cost" where "Talk" says "the price".')]


def test_a_quoted_takeaway_is_found(check):
    assert check(traces=trace(Agreement.MACHINE_WRITTEN, item="Talk"))[0][:2] == ("takeaway-quoted", 12)


def test_an_untraced_block_begins_with_its_first_words(check):
    found = check(traces=trace(Agreement.UNTRACED))
    assert found[0][0] == "quote-untraced"
    assert '"one two three four five six seven eight …"' in found[0][2]


def test_words_of_an_item_for_fewer_readers_are_found(check):
    firm = trace(Agreement.VERBATIM, item="Talk", audience=Audience.FIRM)
    assert check(traces=firm) == [
        ("quote-confidential", 12, 'These words are from "Talk", whose audience is firm.')
    ]
    assert check(traces=firm, audience=Audience.FIRM) == []


def test_verbatim_words_are_fine(check):
    assert check(traces=trace(Agreement.VERBATIM, item="Talk")) == []


def test_a_transcript_is_found_until_it_is_checked(check):
    heard = Highlight(anchor="h1", transcript=TURNS)
    checked = Highlight(anchor="h1", transcript=TURNS, checked=True)
    found = check(highlights=(PrintedHighlight(TALK, heard, HERE), PrintedHighlight(TALK, checked, HERE)))
    assert [(name, line) for name, line, _ in found] == [("transcript-unchecked", 12)]


def test_pasted_words_of_a_transcript_are_found_until_it_is_checked(check):
    assert check(traces=trace(Agreement.VERBATIM, item="Talk", anchor="h1", heard=True)) == [
        (
            "transcript-unchecked",
            12,
            'The words quoted from "Talk" are a machine\'s transcript that nobody has checked.',
        )
    ]
