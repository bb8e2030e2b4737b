from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest
from pydantic import BaseModel, ConfigDict, Field

from letterbook.errors import BadInput
from letterbook.finding import Finding
from letterbook.markup.validation import TextList, json_schema, validate
from letterbook.markup.yaml_text import read_yaml


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Box(BaseModel):
    model_config = ConfigDict(extra="forbid")
    size: Size = Size.SMALL
    weight: int = 0


class Order(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    day: date | None = None
    paid: bool = False
    per_cent: float = Field(default=0, alias="per-cent")
    notes: TextList = ()
    boxes: dict[str, Box] = {}
    queue: tuple[Box, ...] = ()


def read(text: str) -> Order:
    return validate(Order, read_yaml(text, "order.yaml"), "order.yaml")


def findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(BadInput) as caught:
        read(text)
    return caught.value.findings


def test_text_is_converted_by_the_model() -> None:
    order = read(
        "title: No\nday: 2024-01-25\npaid: yes\nper-cent: 1.5\nboxes: {a: {size: large, weight: 012}}"
    )
    assert order.title == "No"
    assert order.day == date(2024, 1, 25)
    assert order.paid
    assert order.per_cent == 1.5
    assert order.boxes["a"] == Box(size=Size.LARGE, weight=12)


def test_a_key_that_says_nothing_counts_as_absent() -> None:
    assert read("title: x\nday:\nnotes: ~\nqueue:") == Order(title="x")


def test_a_single_text_is_a_list_of_one() -> None:
    assert read("title: x\nnotes: one").notes == ("one",)
    assert read("title: x\nnotes: [one, two]").notes == ("one", "two")


def test_all_errors_come_at_once_in_the_order_of_the_file() -> None:
    found = findings("titel: x\nday: 2024-13-45\npaid: maybe\nqueue:\n  - weight: heavy\n    colour: red\n")
    assert sorted((str(finding.place), finding.id) for finding in found) == [
        ("order.yaml:1:1", "missing-key"),
        ("order.yaml:1:1", "unknown-key"),
        ("order.yaml:2:6", "invalid-value"),
        ("order.yaml:3:7", "invalid-value"),
        ("order.yaml:5:13", "invalid-value"),
        ("order.yaml:6:5", "unknown-key"),
    ]
    lines = [finding.place.line for finding in found if finding.place]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("title: x\ntitel: y", 'There is no key "titel".', 'Did you mean "title"?'),
        ("title: x\nxyzzy: y", 'There is no key "xyzzy".', "Known keys: title, day, paid"),
        ("day: 2024-01-01", 'The key "title" is missing.', "Add `title: …`."),
        ("title: x\nday: 2024-13-45", '"day" must be a date such as 2024-01-25.', 'It says "2024-13-45".'),
        ("title: x\npaid: maybe", '"paid" must be yes or no.', 'It says "maybe".'),
        ("title: x\nper-cent: much", '"per-cent" must be a number.', 'It says "much".'),
        ("title: [x]", '"title" must be text.', "It says something else."),
        ("title: x\nboxes: []", '"boxes" must be keys with values.', "It says something else."),
        ("title: x\nqueue: x", '"queue" must be a list.', 'It says "x".'),
        ("title: x\nqueue: [x]", '"queue.1" must be keys with values.', 'It says "x".'),
        (
            "title: x\nboxes:\n  a:\n    size: smal",
            '"boxes.a.size" must be small or large.',
            'Did you mean "small"?',
        ),
        ("title: x\nboxes:\n  a:\n    wieght: 1", 'There is no key "wieght".', 'Did you mean "weight"?'),
    ],
)
def test_an_error_is_one_plain_sentence_with_a_hint(text: str, message: str, hint: str) -> None:
    (finding,) = findings(text)
    assert finding.message == message
    assert finding.hint.startswith(hint)
    assert finding.place is not None
    assert finding.place.line > 0


def test_the_schema_names_every_key() -> None:
    schema = json_schema(Order)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["properties"]) == {"title", "day", "paid", "per-cent", "notes", "boxes", "queue"}
