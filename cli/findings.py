"""When findings make a command fail."""

from __future__ import annotations

from collections.abc import Iterable

import click

from letterbook.finding import Finding, Severity

FAILED = 1

strict_option = click.option(
    "--strict", is_flag=True, help="Exit with code 1 on any finding, not only on errors."
)


def exit_code(findings: Iterable[Finding], *, strict: bool) -> int:
    """1 when there is an error among `findings`, or anything not allowed and it is to be strict; else 0."""
    counted = (finding for finding in findings if not finding.allowed)
    return FAILED if any(strict or finding.severity is Severity.ERROR for finding in counted) else 0
