from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.expressions import Call, parse_call


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ("contents", Call("contents")),
        ("Fund I NAV, change", Call("Fund I NAV, change")),
        ("recipient.salutation", Call("recipient.salutation")),
        (
            'items theme="state space models" since=2024-01 limit=5',
            Call("items", (("theme", "state space models"), ("since", "2024-01"), ("limit", "5"))),
        ),
        ('quote "State Space Models#^h1"', Call("quote", words="State Space Models#^h1")),
        ("items limit=5 free words", Call("items", (("limit", "5"),), "free words")),
        ('items source=""', Call("items", (("source", ""),))),
    ],
)
def test_a_call_has_a_name_arguments_and_words(source, call):
    assert parse_call(source) == call


@pytest.mark.parametrize("source", ['items theme="open', "items a=1 a=2", "", "  ", '"only words"'])
def test_a_broken_call_says_where_it_is(source):
    with pytest.raises(BadInput) as raised:
        parse_call(source, Place("editions/a.md", 3))
    assert str(raised.value.place) == "editions/a.md:3"
    assert raised.value.hint
