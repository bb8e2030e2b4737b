"""The parts of a letter of which only the paragraphs are remembered that were approved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from letterbook.common_parts import runs
from letterbook.drafting.approval.approval_record import Snapshot
from letterbook.drafting.comparison.build_text import (
    IsOwn,
    Written,
    assembled_parts,
    written_paragraphs,
)
from letterbook.drafting.comparison.printed_letter import Part, plain
from letterbook.drafting.output.build_record import BuildRecord


def parts_of_snapshot(approved: Snapshot, build: BuildRecord | None, is_own: IsOwn) -> tuple[Part, ...]:
    """The parts of the letter that was approved, in the shape of the `build` that it came from.

    What stands behind the last paragraph of the build, notes, headers and footers, is left out; so is
    nothing where there is no build.
    """
    if build is None:
        return tuple(assembled_parts([Written(text, "") for text in approved.paragraphs], is_own))
    before = [each for each in written_paragraphs(build) if plain(each.text)]
    return tuple(assembled_parts(tuple(_said(before, approved.paragraphs)), is_own))


def _said(before: Sequence[Written], said: Sequence[str]) -> Iterator[Written]:
    """The paragraphs as they were approved: one that differs is what stood in its place."""
    found = list(runs([plain(each.text) for each in before], [plain(text) for text in said]))
    for position, run in enumerate(found):
        old, new = before[run.start : run.end], said[run.other_start : run.other_end]
        if run.same:
            yield from old
            continue
        is_last = position == len(found) - 1
        for at, text in enumerate(new):
            if at < len(old):
                yield replace(old[at], text=text, figures=())
            elif not is_last:
                yield Written(text, "")
