from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.recipient_tests import RecipientTest, parse_recipient_test, recipient_field


@pytest.mark.parametrize(
    ("source", "test"),
    [
        ("recipient.public_records", RecipientTest("public_records")),
        ("  not   recipient.x ", RecipientTest("x", negated=True)),
        ("recipient.country = 'DE'", RecipientTest("country", value="DE")),
        ('recipient.country="DE"', RecipientTest("country", value="DE")),
        ("recipient.country != ''", RecipientTest("country", negated=True, value="")),
        ("recipient.class = 'it = \"A\"'", RecipientTest("class", value='it = "A"')),
        ("recipient.excused contains 'Acme'", RecipientTest("excused", value="Acme", among=True)),
        (
            'not recipient.excused  Contains "Acme Robotics"',
            RecipientTest("excused", negated=True, value="Acme Robotics", among=True),
        ),
        ("recipient.contains", RecipientTest("contains")),
        ("recipient.first  name", RecipientTest("first name")),
        ("not recipient.größe-2", RecipientTest("größe-2", negated=True)),
    ],
)
def test_a_test_asks_for_yes_for_no_or_for_a_value(source, test):
    assert parse_recipient_test(source) == test


@pytest.mark.parametrize(
    "source",
    [
        "",
        "public_records",
        "recipient.",
        "recipient.a.b",
        "recipient.x = DE",
        "recipient.x == 'DE'",
        "recipient.x = 'DE",
        "recipient.x = 'DE' or recipient.y",
        "not recipient.x = 'DE'",
        "recipient.x and recipient.y!",
        "recipient.__class__",
        "recipient.excused contains Acme",
        "recipient.excused contains ''",
        "recipient.excused not contains 'Acme'",
        "recipient.excused contains 'Acme' or recipient.y",
        "contains 'Acme'",
    ],
)
def test_what_is_no_test_is_refused_with_its_place(source):
    with pytest.raises(BadInput) as raised:
        parse_recipient_test(source, Place("editions/a.md", 7, 1))
    assert str(raised.value.place) == "editions/a.md:7:1"
    assert "recipient." in raised.value.hint


@pytest.mark.parametrize("given", ["yes", "TRUE", "1", "x", "Y", "ja", "Oui", "SÍ", "wahr", "vrai", " yes "])
def test_these_words_mean_yes(given):
    assert RecipientTest("f").holds(given)
    assert not RecipientTest("f", negated=True).holds(given)


@pytest.mark.parametrize("given", ["", " ", "no", "False", "0", "n", "Nein", "non"])
def test_these_words_mean_no(given):
    assert not RecipientTest("f").holds(given)
    assert RecipientTest("f", negated=True).holds(given)


def test_a_word_that_means_neither_is_refused_with_what_to_do():
    with pytest.raises(BadInput) as raised:
        RecipientTest("public").holds("perhaps", Place("rows.csv", 4))
    assert raised.value.message == '"perhaps" in the field "public" is neither yes nor no.'
    assert "recipient.public = 'perhaps'" in raised.value.hint
    assert str(raised.value.place) == "rows.csv:4"


def test_a_comparison_minds_neither_case_nor_blanks_at_the_edges():
    assert RecipientTest("country", value="DE").holds(" de ")
    assert not RecipientTest("country", value="DE").holds("perhaps")
    assert RecipientTest("country", negated=True, value="DE").holds("FR")
    assert RecipientTest("country", value="Zu\u0308rich").holds("Z\u00fcrich")


LISTS = ["Acme", "Kelpworks; ACME", "acme,Kelpworks", " Acme ;", "Kelpworks ,  acme"]


@pytest.mark.parametrize("given", LISTS)
def test_a_list_contains_what_is_one_of_its_entries(given):
    assert RecipientTest("excused", value="Acme", among=True).holds(given)
    assert not RecipientTest("excused", negated=True, value="Acme", among=True).holds(given)


@pytest.mark.parametrize("given", ["", ";", "Acme Robotics", "no", "Kelpworks; Acm"])
def test_a_list_does_not_contain_what_is_only_like_an_entry(given):
    assert not RecipientTest("excused", value="Acme", among=True).holds(given)
    assert RecipientTest("excused", negated=True, value="Acme", among=True).holds(given)


@pytest.mark.parametrize("source", ["edition.number", "recipient", "recipient.a/b", "recipient.-x", "x"])
def test_other_expressions_are_no_field_of_a_recipient(source):
    assert recipient_field(source) is None
