from __future__ import annotations

from letterbook.draft import Footnote, Paragraph, Text
from letterbook.markup.recipient_fields import RecipientUse, recipient_fields
from letterbook.markup.recipient_tests import RecipientTest
from tests.recipient_parts import field, when

PASSAGE = '::: {.when test="recipient.public_records"}\nOnly for some.\n:::'


def test_a_draft_for_recipients_is_mentioned_once(check):
    markdown = f"Dear [«salutation»]{{recipient=salutation}},\n\n[«name»]{{recipient=name}}\n\n{PASSAGE}"
    ((name, line, message),) = check(markdown)
    assert (name, line) == ("for-recipients", 1)
    assert message == "The draft has fields for each recipient (salutation, name) and a passage for some."


def test_of_many_fields_the_first_are_named(check):
    markdown = " ".join(f"[«f{n}»]{{recipient=f{n}}}" for n in range(1, 9))
    ((_, _, message),) = check(markdown)
    assert message == "The draft has fields for each recipient (f1, f2, f3, f4, f5 and 3 more)."


def test_passages_alone_are_mentioned_too(check):
    ((_, line, message),) = check(f"Text.\n\n{PASSAGE}\n\n{PASSAGE}")
    assert (line, message) == (3, "The draft has 2 passages for some.")


def test_a_passage_that_does_not_say_for_whom_is_an_error(check):
    found = check('::: when\nText.\n:::\n\n::: {.when test="recipient.x = \'a"}\nText.\n:::')
    assert found[:2] == [
        ("recipient-test", 1, "The passage has no test."),
        ("recipient-test", 5, '"recipient.x = \'a" is no test of a recipient.'),
    ]


def test_what_a_tree_uses_of_a_recipient_is_listed_in_reading_order():
    note = Footnote((Paragraph((field("note"),)),))
    blocks = (
        Paragraph((field("salutation"), note)),
        when("recipient.public", Paragraph((field("city"),)), when("not recipient.public")),
        when("recipient.city = 'Bonn'"),
        when("unreadable"),
        Paragraph((field("salutation"),)),
    )
    use = recipient_fields(blocks)
    tests = (
        RecipientTest("public"),
        RecipientTest("public", negated=True),
        RecipientTest("city", value="Bonn"),
    )
    assert use == RecipientUse(("salutation", "note", "city"), tests)
    assert use.needed == ("salutation", "note", "city", "public")


def test_a_tree_for_everybody_uses_nothing():
    assert recipient_fields((Paragraph((Text("Dear all,"),)),)) == RecipientUse()
