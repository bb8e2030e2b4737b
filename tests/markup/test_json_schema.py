from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from letterbook.markup.json_schema import json_schema
from letterbook.markup.model import Range, TextList, key


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box."""

    size: Size = Size.SMALL
    weight: Annotated[float, Range(0, 9)] | None = None


@dataclass(frozen=True, kw_only=True)
class Order:
    """An order."""

    title: str = field(metadata=key("What it is called."))
    day: date | None = None
    per_cent: int = field(default=0, metadata=key(name="per-cent"))
    notes: TextList = ()
    boxes: dict[str, Box] = field(default_factory=dict)


def test_the_schema_says_what_each_key_may_hold() -> None:
    text = {"type": ["string", "number", "boolean"]}
    box = {
        "type": "object",
        "description": "A box.",
        "properties": {
            "size": {"enum": ["small", "large"]},
            "weight": {"type": "number", "minimum": 0, "maximum": 9},
        },
        "additionalProperties": False,
    }
    assert json_schema(Order) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "description": "An order.",
        "properties": {
            "title": {**text, "description": "What it is called."},
            "day": {"type": "string", "format": "date"},
            "per-cent": {"type": "integer"},
            "notes": {"anyOf": [{"type": "array", "items": text}, text]},
            "boxes": {"type": "object", "additionalProperties": box},
        },
        "additionalProperties": False,
        "required": ["title"],
    }
