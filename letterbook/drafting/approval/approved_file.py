"""The file of a draft that was approved, which nothing may take the place of: its copies are made from it."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.approval.kept_approvals import read_approval_record
from letterbook.errors import BadInput
from letterbook.files import sha256
from letterbook.library.workspace import Workspace


def approved_file(workspace: Workspace, draft: str) -> Path | None:
    """The file that was approved of a draft, if it still has the same bytes.

    Where the record of approvals is damaged, that is said elsewhere, and no file is known.
    """
    try:
        approved = read_approval_record(workspace, draft).approved
    except BadInput:
        return None
    path = workspace.root / approved.file if approved else None
    if approved is None or path is None or not path.is_file():
        return None
    return path if sha256(path.read_bytes()) == approved.sha256 else None
