"""What programs read: one JSON object a command, keys only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import click

from letterbook.cli.reporting import is_unsafe
from letterbook.errors import LetterbookError
from letterbook.finding import Finding, Place

JsonObject = dict[str, object]


def print_json(value: Mapping[str, object]) -> None:
    """Print `value` as one JSON object on stdout, with nothing in it that could steer a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo("".join(f"\\u{ord(c):04x}" if is_unsafe(c) else c for c in text))


def error_object(error: LetterbookError) -> JsonObject:
    """The object for an error; `findings` is there when a reader found several problems at once."""
    said: JsonObject = {
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        **place_keys(error.place),
    }
    findings = {"findings": finding_objects(error.findings)} if error.findings else {}
    return {"error": said, **findings}


def finding_objects(findings: Iterable[Finding]) -> list[JsonObject]:
    """The objects for findings, in their order."""
    return [
        {
            "id": finding.id,
            "severity": finding.severity.value,
            "message": finding.message,
            "hint": finding.hint,
            **place_keys(finding.place),
            **({"allowed": finding.allowed} if finding.allowed else {}),
        }
        for finding in findings
    ]


def place_keys(place: Place | None) -> JsonObject:
    """The keys by which an object says its place in a file; without one they are empty."""
    if place is None:
        return {"file": "", "line": 0, "column": 0}
    sheet = {"sheet": place.sheet} if place.sheet else {}
    return {"file": place.file, "line": place.line, "column": place.column, **sheet}
