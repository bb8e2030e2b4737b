from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("See [this](https://readwise.io/open/123).", "private-link"),
        ("> Quoted from [here](https://read.readwise.io/read/abc).", "private-link"),
        ("Note.[^1]\n\n[^1]: [there](https://www.instapaper.com/read/1)", "private-link"),
        ("See [this](https://x.example/?utm_source=a).", "tracking-link"),
        ("![Arms](https://x.example/arms.png)", "picture-remote"),
        ("A ![small](https://x.example/s.png) one.", "picture-remote"),
    ],
)
def test_a_link_that_should_not_go_out_is_found_wherever_it_stands(check, text, finding):
    assert [name for name, _, _ in check(text)] == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "[this](https://x.example/?id=1)",
        "[part](#part) [here]{#part}",
        "[mail](mailto:a@x.example)",
        "![Arms](attachments/a.png)",
    ],
)
def test_an_ordinary_link_is_fine(check, text):
    assert check(text) == []


def test_a_link_used_twice_is_mentioned_once(check):
    link = "[this](https://readwise.io/open/123)"
    assert len(check(f"{link}\n\n{link}")) == 1
