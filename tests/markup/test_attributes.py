from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.markup.attributes import Attributes, read_attributes, write_attributes


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("{#a .b .c d=e}", Attributes("a", ("b", "c"), (("d", "e"),))),
        ('{ k="v \\"w\\"" }', Attributes(pairs=(("k", 'v "w"'),))),
        ("{#sec.2}", Attributes("sec.2")),
        ("{}", Attributes()),
        ("{{ x }}", None),
        ("{.a.b}", None),
        ('{k="open}', None),
        ("{plain}", None),
    ],
)
def test_braces_mean_attributes_or_nothing(text, attributes):
    found = read_attributes(text, 0)
    assert (found[0] if found else None) == attributes


@given(st.lists(st.sampled_from(["a", "b-c"])), st.dictionaries(st.sampled_from(["k", "l"]), st.text()))
def test_written_attributes_read_back(classes, pairs):
    text = write_attributes(classes, pairs.items())
    assert read_attributes(text, 0) == (Attributes("", tuple(classes), tuple(pairs.items())), len(text))
