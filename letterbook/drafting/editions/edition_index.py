"""The summaries of all editions of a workspace, kept in `.letterbook/` so that they are read once.

The file is a cache and nothing else: it is keyed by path, time and size, rebuilt where it does not
fit and safe to delete.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.editions.edition_summary import EditionSummary, PlacedBy, Reference, summarise
from letterbook.errors import BadInput, LetterbookError
from letterbook.files import sha256, write
from letterbook.finding import Finding, Place, Severity
from letterbook.library.workspace import Workspace
from letterbook.record import record

INDEX_FILE = "editions.json"
_FORM = 1


@record
class Editions:
    """The editions that can be read, by path, and a finding for each that cannot."""

    summaries: tuple[EditionSummary, ...]
    findings: tuple[Finding, ...] = ()


def edition_files(workspace: Workspace) -> tuple[Path, ...]:
    """All edition files, sub-folders included, in the order of their paths; no hidden ones."""
    folder = workspace.editions_folder
    files = (path for path in folder.rglob("*.md") if path.is_file())
    return tuple(sorted(path for path in files if not _is_hidden(path.relative_to(folder))))


def read_editions(workspace: Workspace) -> Editions:
    """The summaries of all editions; those whose file is unchanged come from the index."""
    index = workspace.index_folder / INDEX_FILE
    settings = sha256(repr(workspace.settings).encode())
    known = _load(index, settings)
    entries: dict[str, tuple[str, EditionSummary]] = {}
    findings: list[Finding] = []
    for path in edition_files(workspace):
        relative, stamp = workspace.relative(path), _stamp(path)
        before = known.get(relative)
        try:
            summary = before[1] if before and before[0] == stamp else summarise(read_edition(workspace, path))
        except BadInput as error:
            findings.append(_unreadable(error, relative))
            continue
        entries[relative] = (stamp, summary)
    if entries != known:
        _save(index, settings, entries)
    return Editions(tuple(summary for _, summary in entries.values()), tuple(findings))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_mtime_ns} {status.st_size}"


def _unreadable(error: BadInput, path: str) -> Finding:
    return Finding(
        "edition-unreadable",
        Severity.WARNING,
        f"An edition was left out of account: {error.message}",
        error.hint,
        error.place or Place(path),
    )


def _load(index: Path, settings: str) -> dict[str, tuple[str, EditionSummary]]:
    """The entries of the index; none when there is no index, or not one that fits."""
    try:
        stored = json.loads(index.read_text(encoding="utf-8"))
        if (stored["form"], stored["settings"]) != (_FORM, settings):
            return {}
        return {path: (stamp, _summary(values)) for path, (stamp, values) in stored["editions"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _summary(values: dict[str, Any]) -> EditionSummary:
    headings, references = values.pop("headings"), values.pop("references")
    return EditionSummary(
        **values,
        headings=tuple(headings),
        references=tuple(
            Reference(
                reference["target"],
                PlacedBy(reference["placed_by"]),
                Place(**reference["place"]),
                reference["anchor"],
            )
            for reference in references
        ),
    )


def _save(index: Path, settings: str, entries: dict[str, tuple[str, EditionSummary]]) -> None:
    editions = {path: (stamp, asdict(summary)) for path, (stamp, summary) in entries.items()}
    stored = {"form": _FORM, "settings": settings, "editions": editions}
    try:
        write(index, json.dumps(stored, ensure_ascii=False).encode())
    except LetterbookError:
        return  # a workspace that cannot be written to is still read, only more slowly
