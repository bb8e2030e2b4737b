from __future__ import annotations

import pytest

from letterbook.library.items.fences import closing_fence, fenced_lines


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\n```\nb\n```\nc", {1, 2, 3}),
        ("```py\nb\n```", {0, 1, 2}),
        ("~~~ `x`\n```\n~~~", {0, 1, 2}),
        ("````\n```\n````", {0, 1, 2}),
        ("```\nb\n````", {0, 1, 2}),
        ("```\nb", set()),
        ("```\nb\n~~~\nc\n~~~", {2, 3, 4}),
        ("    ```\nb\n```", set()),
        ("``` a`b\nb\n```", set()),
        ("> ```\nb\n```", set()),
    ],
)
def test_lines_between_fences_are_code(text: str, code: set[int]) -> None:
    assert fenced_lines(text.split("\n")) == code


@pytest.mark.parametrize(
    ("text", "fence"), [("```\na", "```"), ("~~~~ x\n~~~", "~~~~"), ("```\na\n```", ""), ("a", "")]
)
def test_the_fence_that_closes_open_code(text: str, fence: str) -> None:
    assert closing_fence(text) == fence
    assert closing_fence(f"{text}\n{fence}") == ""


def test_many_open_fences_take_linear_time() -> None:
    assert fenced_lines([f"```{number}" for number in range(50_000)]) == frozenset()
