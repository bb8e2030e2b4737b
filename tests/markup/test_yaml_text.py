"""The traps of YAML: each gives the text that was typed or one located sentence, never another error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import BadInput
from letterbook.finding import Finding
from letterbook.markup.yaml_text import DEEPEST, LARGEST, YamlMapping, YamlScalar, YamlSequence, read_yaml

VALUES: list[tuple[str, object]] = [
    ("No", "No"),
    ("yes", "yes"),
    ("on", "on"),
    ("true", "true"),
    ("012", "012"),
    ("0x1F", "0x1F"),
    ("1_000", "1_000"),
    ("1e3", "1e3"),
    (".inf", ".inf"),
    ("12:30:45", "12:30:45"),
    ("0:08:30", "0:08:30"),
    ("2024-01-11", "2024-01-11"),
    ("2024-13-45", "2024-13-45"),
    ("2024-01-11T10:00:00+99:99", "2024-01-11T10:00:00+99:99"),
    ("9" * 6000, "9" * 6000),
    ("=", "="),
    ("Null", "Null"),
    ("null", None),
    ("~", None),
    ("", None),
    ("# nothing", None),
    ("'null'", "null"),
    ('""', ""),
    ("foo #bar", "foo"),
    ("foo#bar", "foo#bar"),
    ("a:b", "a:b"),
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("'it''s'", "it's"),
    (r'"a \"b\" \u00e9\n"', 'a "b" é\n'),
    ("two\n  lines", "two lines"),
    ("|\n  two\n  lines\n", "two\nlines\n"),
    (">-\n  two\n  lines\n", "two lines"),
    ("😀 smile", "😀 smile"),
    ("[a, 'b, c', 3]", ["a", "b, c", "3"]),
    ("[a, , b]", None),
    ("\n  - a\n  -\n", ["a", None]),
    ("\n- a\n- b", ["a", "b"]),
    ("{b: {c: d}}", {"b": {"c": "d"}}),
    ("\n  b: c\n  d: [e]", {"b": "c", "d": ["e"]}),
    ("<<", "<<"),
]
REFUSALS: list[tuple[str, str, str]] = [
    ("a: b: c", "1:5", "a colon is not expected here"),
    ("a: 1\n  b: 2", "2:4", "a colon is not expected here"),
    ("a: @name", "1:4", "a value cannot begin like this"),
    ("a: `x`", "1:4", "a value cannot begin like this"),
    ("a: %x", "1:4", "a value cannot begin like this"),
    ("a:\n\t- x", "2:1", "a value cannot begin like this"),
    ('a: "x', "1:4", "not closed"),
    ("a: 'x", "1:4", "not closed"),
    ("a: [1, 2", "1:4", "not closed"),
    ("a: {b: 1", "1:4", "not closed"),
    (r'a: "\q"', "1:5", "unknown escape"),
    (r'a: "\ud800"', "1:7", "not valid YAML"),
    ("a: |x\n b", "1:5", "not valid YAML"),
    ("a: 'x' y", "1:8", "not valid YAML"),
    ("a\nb: c", "1:1", "Keys with values are expected"),
    ("a: 1\nb", "2:2", "a key without a colon"),
    ("- a\nb: c", "2:1", "not valid YAML"),
    ("- a", "1:1", "Keys with values are expected"),
    ("just text", "1:1", "Keys with values are expected"),
    ("? [a]\n: b", "1:3", "A key must be plain text"),
    ("a: &x 1", "1:4", "Anchors and aliases (&x)"),
    ("a: *x", "1:4", "Anchors and aliases (*x)"),
    ("a: &x [*x]", "1:4", "Anchors and aliases (&x)"),
    ("a: !!python/object/apply:os.system [ls]", "1:4", "Tags ("),
    ("a: !!timestamp foo", "1:4", "Tags ("),
    ('a: !!float ""', "1:4", "Tags ("),
    ("a: !!bool maybe", "1:4", "Tags ("),
    ("a: 1\n---\nb: 2", "1:1", "Only one YAML document"),
    ("%TAG ! x\n---\na: !b c", "3:4", "Tags ("),
    ("a: x\x07y", "1:5", "U+0007"),
    ("a: \x00", "1:4", "U+0000"),
    ("a: \ud800", "1:4", "U+D800"),
    ("a: \ufeffb", "1:4", "U+FEFF"),
    ("a: " + "[" * (DEEPEST + 1), f"1:{DEEPEST + 3}", "nested deeper than 20"),
    ("a: " + "{a: " * 9999, "", "larger than 32 KiB"),
    ("a: " + "x" * LARGEST, "1:1", "larger than 32 KiB"),
]


def refusal(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_yaml(text, "f.yaml")
    return caught.value


@pytest.mark.parametrize(("written", "expected"), VALUES)
def test_a_value_stays_the_text_that_was_typed(written: str, expected: object) -> None:
    if written == "[a, , b]":
        assert refusal(f"a: {written}").findings
    else:
        assert read_yaml(f"a: {written}", "f.yaml").plain() == {"a": expected}


@pytest.mark.parametrize(("text", "place", "words"), REFUSALS)
def test_what_cannot_be_read_is_one_located_sentence_with_a_hint(text: str, place: str, words: str) -> None:
    error = refusal(text)
    assert words in error.message
    assert error.hint
    assert str(error.place).startswith(f"f.yaml:{place}")


@pytest.mark.parametrize("text", ["", "\n", "# only a remark", "---", "--- # x\n...", "{}"])
def test_nothing_is_no_values(text: str) -> None:
    assert read_yaml(text, "f.yaml").entries == ()


def test_keys_given_twice_are_all_reported_with_both_lines() -> None:
    findings = refusal("a: 1\nb:\n  c: 1\n  c: 2\na: 3\na: 4\n").findings
    assert [(finding.message, str(finding.place)) for finding in findings] == [
        ('"c" is given twice: in line 3 and in line 4.', "f.yaml:4:3"),
        ('"a" is given twice: in line 1 and in line 5.', "f.yaml:5:1"),
        ('"a" is given twice: in line 1 and in line 6.', "f.yaml:6:1"),
    ]


def test_a_value_knows_its_span_and_place() -> None:
    text = "intro\na: 'x'\nb:\n  - one\n  - two\n# remark\nc: [p, q]\nd:\n"
    values = read_yaml(text, "f.md", 6)
    spans = {entry.key.text: text[entry.value.start : entry.value.end] for entry in values.entries}
    assert spans == {"a": "'x'", "b": "- one\n  - two", "c": "[p, q]", "d": ""}
    value = values.get("b")
    assert isinstance(value, YamlSequence)
    assert str(value.entries[1].place) == "f.md:5:5"


def test_a_single_text_counts_as_a_list_and_a_list_as_a_text() -> None:
    values = read_yaml("a: x\nb: [x, '', ~, y]\nc:\nd: {e: f}", "f.yaml")
    assert [values.texts(key) for key in "abcde"] == [("x",), ("x", "y"), (), (), ()]
    assert [values.text(key) for key in "abcde"] == ["x", "x, y", "", "", ""]


def test_a_quoted_word_for_nothing_is_text() -> None:
    value = read_yaml("a: 'null'", "f.yaml").get("a")
    assert isinstance(value, YamlScalar)
    assert value.quoted
    assert not value.is_null


@given(st.text(alphabet="ab:-#[]{}'\"|>&*!%@`,?\\ \n\t~\r\x85\u2028é", max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused_with_findings(text: str) -> None:
    outcome = values_or_findings(text)
    assert isinstance(outcome, YamlMapping) or all(finding.place for finding in outcome)
    assert outcome != ()


def values_or_findings(text: str) -> YamlMapping | tuple[Finding, ...]:
    try:
        return read_yaml(text, "f.yaml")
    except BadInput as error:
        return error.findings
