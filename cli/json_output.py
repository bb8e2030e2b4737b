"""What programs read: one JSON object a command, keys only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

import click

from letterbook.cli.reporting import is_unsafe
from letterbook.errors import LetterbookError
from letterbook.finding import Finding, Place
from letterbook.item import Highlight, Item
from letterbook.library.themes import ThemeCount

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
        **_place_keys(error.place),
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
            **_place_keys(finding.place),
        }
        for finding in findings
    ]


def _place_keys(place: Place | None) -> JsonObject:
    if place is None:
        return {"file": "", "line": 0, "column": 0}
    return {"file": place.file, "line": place.line, "column": place.column}


def item_object(item: Item, highlights: Iterable[Highlight], used_in: Iterable[str]) -> JsonObject:
    """The object for an item with the given ones of its highlights."""
    return {
        "id": item.name,
        "path": item.path,
        "title": item.title,
        "source": item.source,
        "authors": list(item.authors),
        "url": item.url,
        "kind": item.kind,
        "themes": list(item.themes),
        "tags": list(item.tags),
        "ids": list(item.ids),
        "published": item.published,
        "added": item.added,
        "via": item.via,
        "teaser": item.teaser,
        "audience": item.audience.value,
        "commentary": "\n\n".join(passage.text for passage in item.commentary),
        "used_in": list(used_in),
        "highlights": [highlight_object(highlight) for highlight in highlights],
    }


def highlight_object(highlight: Highlight) -> JsonObject:
    """The object for one highlight."""
    return {
        "id": highlight.anchor,
        "kind": highlight.kind.value,
        "title": highlight.title,
        "text": highlight.text,
        "takeaways": list(highlight.takeaways),
        "transcript": [asdict(turn) for turn in highlight.transcript],
        "note": highlight.note,
        "place": highlight.place,
        "url": highlight.url,
        "tags": list(highlight.tags),
        "themes": list(highlight.themes),
        "favourite": highlight.favourite,
        "colour": highlight.colour,
        "highlighted": highlight.highlighted,
        "checked": highlight.checked,
        "ids": list(highlight.ids),
    }


def theme_object(counted: ThemeCount) -> JsonObject:
    """The object for a theme and the number of its items."""
    theme = counted.theme
    return {
        "id": theme.id,
        "title": theme.title,
        "aliases": list(theme.aliases),
        "parent": theme.parent,
        "items": counted.items,
    }
