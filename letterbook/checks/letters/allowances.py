"""Findings that a person allows, with their reason: for a whole edition or for one of its passages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from letterbook.draft import Block, Division, LineBreak, SoftBreak, Span, Table
from letterbook.finding import Finding, Place, Severity
from letterbook.markup.tree import inlines_of, iter_blocks, map_blocks
from letterbook.record import record
from letterbook.suggestion import did_you_mean

ALLOW = "allow"
CHECK = "check"
BECAUSE = "because"


@record
class Lines:
    """The lines of a file from `first` to `last`."""

    file: str
    first: int
    last: int

    def has(self, place: Place) -> bool:
        """Whether `place` is in them."""
        return place.file == self.file and self.first <= place.line <= self.last


@record
class Allowance:
    """A check that is allowed to find something, and why; `place` is where it is said.

    Of a passage, `lines` are those of each file that the passage prints; empty for the whole edition.
    """

    check: str
    reason: str
    place: Place
    lines: tuple[Lines, ...] = ()

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of `finding`."""
        if finding.id != self.check:
            return False
        place = finding.place or Place("")
        return not self.lines or any(lines.has(place) for lines in self.lines)


def passage_allowances(blocks: Sequence[Block]) -> tuple[Allowance, ...]:
    """The allowances of `::: {.allow check=… because=…}` in a printed tree; one may be for several checks."""
    return tuple(
        Allowance(check, _said(division, BECAUSE), division.place or Place(""), _lines(division))
        for block in iter_blocks(blocks)
        if (division := _fence(block))
        for check in _said(division, CHECK).replace(",", " ").split() or ("",)
    )


def without_allowances(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The tree without the fences of allowances; what stands in them stays."""
    return map_blocks(blocks, _opened, {Division})


def _opened(block: Block) -> tuple[Block, ...]:
    fence = _fence(block)
    return fence.blocks if fence else (block,)


def _fence(block: Block) -> Division | None:
    return block if isinstance(block, Division) and ALLOW in block.classes else None


def broken_allowances(allowances: Sequence[Allowance], known: Collection[str]) -> Iterator[Finding]:
    """An error for each allowance without a reason, and for each of a check that is none of those `known`."""
    for each in allowances:
        check = each.check if each.check in known else "P-GROSSLABEL"
        hint = f"Write {check}: and the reason behind it, below allow: at the top."
        if each.lines:
            hint = f'::: {{.allow check="{check}" because="reason"}} is how it is written.'
        if not each.check:
            message = "The allowance does not say which check it is for."
            yield Finding("allow-broken", Severity.ERROR, message, hint, each.place)
        elif each.check not in known:
            message = f'There is no check "{each.check}" to allow.'
            known_hint = did_you_mean(each.check, known) or "docs/reference/checks.md lists them."
            yield Finding("allow-broken", Severity.ERROR, message, known_hint, each.place)
        if not each.reason:
            message = "The allowance gives no reason, so it allows nothing."
            yield Finding("allow-broken", Severity.ERROR, message, hint, each.place)


def _said(division: Division, key: str) -> str:
    return dict(division.attributes).get(key, "").strip()


def _lines(division: Division) -> tuple[Lines, ...]:
    """The lines of each file that a passage has blocks of."""
    lines: dict[str, Lines] = {}
    for block in iter_blocks((division,)):
        for place in _places(block):
            known = lines.get(place.file, Lines(place.file, place.line, place.line))
            lines[place.file] = Lines(place.file, min(known.first, place.line), max(known.last, place.line))
    return tuple(lines.values())


def _places(block: Block) -> Iterator[Place]:
    if block.place is None:
        return
    yield block.place
    yield replace(block.place, line=block.place.line + _lines_below(block))
    yield from (each.place for each in inlines_of(block) if isinstance(each, Span) and each.place)


def _lines_below(block: Block) -> int:
    """How many lines of the file a block goes on below its first."""
    if isinstance(block, Table):
        return len(block.header) + len(block.body)
    return sum(isinstance(each, (SoftBreak, LineBreak)) for each in inlines_of(block))


def with_allowances(
    findings: Sequence[Finding], allowances: Sequence[Allowance], applied: Collection[str]
) -> tuple[Finding, ...]:
    """The findings, each that is allowed as a note with its reason, and a note for each needless allowance.

    `applied` are the checks that ran: an allowance of another is not needless. One without a reason allows
    nothing.
    """
    valid = [each for each in allowances if each.reason]
    used: set[Allowance] = set()
    said: list[Finding] = []
    for finding in findings:
        allowance = next((each for each in valid if each.covers(finding)), None)
        if allowance is None:
            said.append(finding)
        else:
            used.add(allowance)
            said.append(replace(finding, severity=Severity.NOTE, hint="", allowed=allowance.reason))
    needless = (each for each in valid if each not in used and each.check in applied)
    return (*said, *map(_needless, needless))


def _needless(allowance: Allowance) -> Finding:
    message = f"Nothing needs the allowance of {allowance.check} any more."
    return Finding("allow-needless", Severity.NOTE, message, "Take it out.", allowance.place)
