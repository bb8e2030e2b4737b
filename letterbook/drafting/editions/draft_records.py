"""`records/drafts.json`: what letterbook wrote, so that what a person has edited is known from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.files import read_text, write
from letterbook.finding import Place
from letterbook.library.workspace import Workspace
from letterbook.record import record

DRAFTS_FILE = "drafts.json"


@record
class DraftRecords:
    """The SHA-256 of each output by its path, and the items that each edition's last draft printed."""

    outputs: Mapping[str, str] = field(default_factory=dict)
    placed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_draft_records(workspace: Workspace) -> DraftRecords:
    """The records of the workspace, empty when there are none; raises BadInput when they are broken."""
    path = workspace.records_folder / DRAFTS_FILE
    if not path.exists():
        return DraftRecords()
    try:
        stored = json.loads(read_text(path))
        return DraftRecords(
            {str(name): str(digest) for name, digest in stored["outputs"].items()},
            {str(name): tuple(map(str, items)) for name, items in stored["placed"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            "The record of drafts is broken.",
            hint="Restore it from your backup, or delete it; every draft there is then counts as edited.",
            place=Place(workspace.relative(path)),
        ) from error


def write_draft_records(workspace: Workspace, records: DraftRecords) -> Path:
    """Write `records` and return their path."""
    path = workspace.records_folder / DRAFTS_FILE
    stored = {
        "outputs": dict(sorted(records.outputs.items())),
        "placed": {name: list(items) for name, items in sorted(records.placed.items())},
    }
    write(path, (json.dumps(stored, ensure_ascii=False, indent=1) + "\n").encode())
    return path
