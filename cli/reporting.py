"""What people read: sentences and findings on stderr, data on stdout, safe for any terminal."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from letterbook.finding import Finding, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_DIRECTIONS = frozenset(  # marks that turn the writing direction, and two line ends of Unicode
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
)


def safe(text: str) -> str:
    """`text` with what could steer a terminal or turn its writing direction shown as escapes."""
    return "".join(_escaped(character) if is_unsafe(character) else character for character in text)


def is_unsafe(character: str) -> bool:
    """Whether a character is a control character or changes the direction of writing."""
    if character in "\n\t":
        return False
    return character in _DIRECTIONS or unicodedata.category(character) in {"Cc", "Cs"}


def _escaped(character: str) -> str:
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"


def print_data(text: str) -> None:
    """Print a line of what was asked for, on stdout."""
    click.echo(safe(text), color=_coloured(sys.stdout))


def print_coloured(pieces: Iterable[tuple[str, str]]) -> None:
    """Print a line of what was asked for on stdout, made of pieces in a colour, `bold`, or none."""
    line = "".join(_styled(safe(text), colour) for text, colour in pieces)
    click.echo(line, color=_coloured(sys.stdout))


def _styled(text: str, colour: str) -> str:
    if not colour or not text:
        return text
    return click.style(text, bold=True) if colour == "bold" else click.style(text, fg=colour)


def say(text: str) -> None:
    """Tell the person something, on stderr."""
    click.echo(safe(text), err=True, color=_coloured(sys.stderr))


def suggest(*commands: str) -> None:
    """Say what to try next."""
    say("Next: " + f"\n{'or':>4}: ".join(commands))


def report(findings: Iterable[Finding]) -> None:
    """Print findings on stderr, hints below."""
    for finding in findings:
        click.echo(_told(finding), err=True, color=_coloured(sys.stderr))


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings as what was asked for, on stdout."""
    for finding in findings:
        click.echo(_told(finding), color=_coloured(sys.stdout))


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity: `1 error, 2 notes`, or `nothing found`."""
    severities = [finding.severity for finding in findings]
    counts = (count(severities.count(one), one.value) for one in Severity if one in severities)
    return ", ".join(counts) or "nothing found"


def _told(finding: Finding) -> str:
    where = f"{finding.place}: " if finding.place else ""
    severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity])
    hint = f"\n    {safe(finding.hint)}" if finding.hint else ""
    hint += f"\n    Allowed: {safe(finding.allowed)}" if finding.allowed else ""
    return f"{safe(where)}{severity}: {safe(finding.message)}{hint}"


def complain(text: str) -> None:
    """Print the sentence of an error on stderr."""
    name = click.style("letterbook", fg="red")
    click.echo(f"{name}: {safe(text)}", err=True, color=_coloured(sys.stderr))


def count(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: `1 item`, `2 items`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def shown(path: Path) -> str:
    """`path` as the person can use it: from the current folder when it lies there, else whole."""
    here, whole = Path.cwd(), path.absolute()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def _coloured(stream: TextIO) -> bool:
    """Colour only in a terminal that wants it (no-color.org: set and not empty means no)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
