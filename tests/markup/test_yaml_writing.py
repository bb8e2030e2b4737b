from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.markup.yaml_text import read_yaml
from letterbook.markup.yaml_writing import list_yaml, scalar_yaml

AWKWARD = st.text(alphabet="ab:-#[]{}'\"|>&*!%@`,?\\ \n\t~\r\x85\u2028\ufeff\x07é=.", max_size=8)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Slow hours", "Slow hours"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("2024-01-11", "2024-01-11"),
        ("A title: with a colon", '"A title: with a colon"'),
        ("#299", '"#299"'),
        ("No", '"No"'),
        ("", '""'),
        (" blank", '" blank"'),
        ('Why "AI"', 'Why "AI"'),
        ('"AI" now', "'\"AI\" now'"),
        ("two\nlines", r'"two\nlines"'),
        ("bell \x07", r'"bell \x07"'),
        ("half \ud800", '"half \ufffd"'),
    ],
)
def test_text_is_written_as_plainly_as_possible(text: str, written: str) -> None:
    assert scalar_yaml(text) == written


@given(st.one_of(st.text(max_size=8), AWKWARD))
@settings(max_examples=100, deadline=None)
def test_a_text_is_read_back_by_us_and_by_any_yaml_reader(text: str) -> None:
    written = f"a: {scalar_yaml(text)}\n"
    assert read_yaml(written, "f").get("a").text == text
    assert yaml.load(written, yaml.BaseLoader) == {"a": text}


@given(st.lists(st.one_of(st.text(max_size=8), AWKWARD), max_size=4))
@settings(max_examples=100, deadline=None)
def test_a_list_is_read_back_by_us_and_by_any_yaml_reader(texts: list[str]) -> None:
    written = f"a: {list_yaml(texts)}\n"
    assert [entry.text for entry in read_yaml(written, "f").get("a").entries] == texts
    assert yaml.load(written, yaml.BaseLoader) == {"a": texts}
