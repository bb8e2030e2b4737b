from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.markup.front_matter import read_front_matter
from letterbook.markup.front_matter_edit import mend_front_matter

TEXT_KEYS = ("title", "url")
WHOLE_LINES = [
    *(
        "A title: with a colon",
        "#299 with a number",
        "@name",
        "[Draft] of it",
        "[Draft]",
        "{a}",
        '"half',
        "'tis so",
    ),
    *(
        "&also",
        "*star",
        "!important",
        "%x",
        "`code`",
        "- a",
        "? b",
        ": c",
        '"a" b',
        "> q",
        "a: b: c",
        "x\x07y",
        "a:",
    ),
]


def note(title: str) -> str:
    return f"---\ntitle: {title}\ntags: [a]\n---\nBody.\n"


@pytest.mark.parametrize("title", WHOLE_LINES)
def test_a_title_that_yaml_cannot_read_is_the_whole_line(title: str) -> None:
    front = read_front_matter(note(title), "f.md", TEXT_KEYS)
    assert front.values.text("title") == title
    assert front.values.texts("tags") == ("a",)
    assert [(finding.id, str(finding.place)) for finding in front.findings] == [
        ("front-matter-unquoted", "f.md:2:8")
    ]


@pytest.mark.parametrize("title", WHOLE_LINES)
def test_mending_quotes_the_whole_line_once(title: str) -> None:
    mended = mend_front_matter(note(title), "f.md", TEXT_KEYS)
    front = read_front_matter(mended, "f.md", TEXT_KEYS)
    assert (front.values.text("title"), front.findings) == (title, ())
    assert mended.split("\n")[2:] == note(title).split("\n")[2:]
    assert mend_front_matter(mended, "f.md", TEXT_KEYS) == mended


@pytest.mark.parametrize(
    "title",
    [
        "No",
        "12:30",
        "'quoted: yes'",
        '"x"',
        "two\n  lines",
        "|\n  two\n  lines",
        "~",
        "null",
        "",
        "http://x#y",
    ],
)
def test_what_yaml_can_read_is_left_to_it(title: str) -> None:
    assert read_front_matter(note(title), "f.md", TEXT_KEYS).findings == ()


def test_a_comment_that_looks_like_part_of_a_title_is_a_note() -> None:
    front = read_front_matter(note("foo #bar"), "f.md", TEXT_KEYS)
    assert front.values.text("title") == "foo"
    (finding,) = front.findings
    assert finding.id == "front-matter-comment"
    assert '"#bar" is a comment' in finding.message


def test_only_text_keys_may_be_whole_lines() -> None:
    with pytest.raises(BadInput, match="a colon is not expected here"):
        read_front_matter("---\ntitle: ok\nother: a: b\n---\n", "f.md", TEXT_KEYS)


def test_several_lines_may_be_whole_lines_at_once() -> None:
    front = read_front_matter("---\ntitle: a: b\nurl: @c\n---\n", "f.md", TEXT_KEYS)
    assert front.values.plain() == {"title": "a: b", "url": "@c"}
    front = read_front_matter("---\ntitle: '#1'\nurl: #2: x\nkind: a\n---\n", "f.md", TEXT_KEYS)
    assert front.values.plain() == {"title": "#1", "url": "#2: x", "kind": "a"}
    front = read_front_matter("---\ntitle: #1\nurl: @c\n---\n", "f.md", TEXT_KEYS)
    assert front.values.plain() == {"title": "#1", "url": "@c"}


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: 1\n---\nBody", "Body", 4),
        ("\ufeff---\r\na: 1\r\n---\r\nBody", "Body", 4),
        ("--- \na: 1\n...\n\nBody", "\nBody", 4),
        ("---\n---\nBody", "Body", 3),
        ("---\na: 1\n---", "", 3),
        ("Body\n---\n", "Body\n---\n", 1),
        ("----\na\n", "----\na\n", 1),
        ("", "", 1),
    ],
)
def test_the_body_begins_below_the_front_matter(text: str, body: str, line: int) -> None:
    front = read_front_matter(text, "f.md")
    assert (front.body, front.body_line) == (body, line)
    assert text[front.body_start :] == body


def test_front_matter_that_is_not_closed_is_refused() -> None:
    with pytest.raises(BadInput, match="not closed") as caught:
        read_front_matter("---\ntitle: x\n\nBody", "f.md")
    assert str(caught.value.place) == "f.md:1:1"


def test_a_value_that_looks_like_a_comment_is_a_whole_line_beside_one_that_breaks_the_yaml() -> None:
    text = "---\nauthor: @x\ntitle: #299 A number\n---\n"
    values = read_front_matter(text, "n.md", ("author", "title")).values
    assert (values.text("author"), values.text("title")) == ("@x", "#299 A number")
