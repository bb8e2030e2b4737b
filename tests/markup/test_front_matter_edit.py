from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import BadInput
from letterbook.markup.front_matter import read_front_matter
from letterbook.markup.front_matter_edit import replace_values

TEXT_KEYS = ("title", "url")
REPLACEMENTS = [
    ("---\na: x # why\nb: 1\n---\n", {"a": "z"}, "---\na: z # why\nb: 1\n---\n"),
    ("---\na:   # why\n---\n", {"a": "z"}, "---\na: z   # why\n---\n"),
    ("---\na: 'x'\n---\n", {"a": "y: z"}, '---\na: "y: z"\n---\n'),
    ("---\na: |\n  x\n  y\nb: 1\n---\n", {"a": "z"}, "---\na: z\nb: 1\n---\n"),
    ("---\na: [x,  y]\n---\n", {"a": ["x", "z"]}, "---\na: [x, z]\n---\n"),
    ("---\na:\n    - x\n    - y\n# c\n---\n", {"a": ["p", "q"]}, "---\na:\n    - p\n    - q\n# c\n---\n"),
    ("---\na:\n- x\nb: 1\n---\n", {"a": []}, "---\na: []\nb: 1\n---\n"),
    ("---\na:\n- x\nb: 1\n---\n", {"a": None}, "---\nb: 1\n---\n"),
    ("---\na: >\n  x\n---\n", {"a": None}, "---\n---\n"),
    ("---\nb: 1\n---\nBody", {"a": "x"}, "---\nb: 1\na: x\n---\nBody"),
    ("---\r\nb: 1\r\n---\r\nBody", {"a": "x"}, "---\r\nb: 1\r\na: x\r\n---\r\nBody"),
    ("Body", {"a": "x", "b": ["z"]}, "---\na: x\nb: [z]\n---\nBody"),
    ("\ufeffBody", {"a": "x"}, "\ufeff---\na: x\n---\nBody"),
    ("Body", {"a": None}, "Body"),
    ("---\n---\n", {"a: b": "x"}, '---\n"a: b": x\n---\n'),
    ("---\n{a: 1, b: 2}\n---\n", {"a": "3"}, "---\n{a: 3, b: 2}\n---\n"),
    ("---\ntitle: x: y\n---\n", {"url": "z"}, "---\ntitle: x: y\nurl: z\n---\n"),
]


@pytest.mark.parametrize(("before", "changes", "after"), REPLACEMENTS)
def test_a_change_replaces_the_value_and_nothing_else(
    before: str, changes: dict[str, str], after: str
) -> None:
    assert replace_values(before, "f.md", changes, TEXT_KEYS) == after


def test_a_change_that_would_touch_more_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be changed") as caught:
        replace_values("---\n{a: 1}\n---\n", "f.md", {"b": "2"})
    assert caught.value.hint == "Change b by hand."


TEXTS = st.one_of(st.none(), st.text(max_size=6))
VALUES = st.one_of(TEXTS, st.lists(st.text(max_size=4), max_size=3))
CHANGES = st.fixed_dictionaries({}, optional={"title": TEXTS, "tags": VALUES, "new": VALUES})
TYPED = st.sampled_from(
    [
        "x",
        "'x'",
        '"x: y" # c',
        "",
        "a: b",
        "|\n  x\n  y",
        "[a, b] # c",
        "\n  - a\n  - b\n# c",
        "\n- a",
        "~",
        ">-\n  x",
    ]
)


@given(TYPED, TYPED, st.sampled_from(["\n", "\r\n"]), CHANGES)
@settings(max_examples=100, deadline=None)
def test_any_change_is_read_back_and_the_rest_stays(
    title: str, tags: str, line_end: str, changes: dict[str, str | list[str] | None]
) -> None:
    if ": b" in tags:
        tags = "x"
    text = f"---\n# top\ntitle: {title}\nother: [1,  2] # mine\ntags: {tags}\n---\nBody\n".replace(
        "\n", line_end
    )
    changed = replace_values(text, "f.md", changes, ("title",))
    values = read_front_matter(changed, "f.md", ("title",)).values.plain()
    for key, value in changes.items():
        assert values.get(key) == value
    assert f"# top{line_end}" in changed
    assert f"other: [1,  2] # mine{line_end}" in changed
    assert changed.endswith(f"---{line_end}Body{line_end}")
