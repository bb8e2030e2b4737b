"""A fault that is in row after row, told once: a column of ten thousand wrong cells is one mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from letterbook.finding import Finding

MOST = 20
"""So many cells of a column with the same fault are told one by one."""

_NAMED = 10
_SAID = re.compile('"[^"]*"|[0-9]+')


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, with one for all that say the same of more than `MOST` cells of a column.

    It stands at the first of them, says how many more there are, and names the rows of some. Two say the same
    whatever they quote, and whatever numbers they name.
    """
    alike: dict[object, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_kind(finding), []).append(finding)
    return tuple(
        each for group in alike.values() for each in (_as_one(group) if len(group) > MOST else group)
    )


def _kind(finding: Finding) -> object:
    place = finding.place
    where = (place.file, place.sheet, place.column) if place and place.line else finding
    return finding.id, finding.severity, where, _SAID.sub("", finding.message)


def _as_one(group: list[Finding]) -> tuple[Finding]:
    first, *others = group
    rows = list(dict.fromkeys(each.place.line for each in others if each.place))
    named = ", ".join(map(str, rows[:_NAMED]))
    more = f" and {len(rows) - _NAMED:,} more" if len(rows) > _NAMED else ""
    message = f"{first.message} It is the same in {len(rows):,} more rows: {named}{more}."
    return (replace(first, message=message),)
