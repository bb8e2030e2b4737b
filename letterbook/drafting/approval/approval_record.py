"""What is remembered of a letter that goes out: who approved which file, and who was sent what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from letterbook.drafting.figures.printed_figure import (
    PrintedFigure,
    printed_figure_line,
)
from letterbook.files import sha256
from letterbook.record import named_record, record


class State(StrEnum):
    """How far a letter has come."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    SENT = "sent"


class Did(StrEnum):
    """What was done in one step of a letter's way."""

    REVIEW = "sent round for review"
    APPROVE = "approved"
    WITHDRAW = "approval withdrawn"
    SEND = "copies sent"


@record
class Allowed:
    """Findings of one id that were allowed, and the reason that was given."""

    id: str
    reason: str


@named_record
class Step:
    """Something done `by` somebody `on` a day (ISO text) with the state of a file that has this SHA-256.

    `covers` is what differs from the approval before; `figures` and `sources` are the SHA-256 of both lists
    at an approval.
    """

    did: Did
    by: str
    on: str
    file: str = ""
    sha256: str = ""
    figures: str = ""
    sources: str = ""
    covers: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()


@named_record
class Snapshot:
    """A state of a letter: the `file`, its build and SHA-256, what it says, and what that came from.

    `sources` have the SHA-256 of each file, `edition_lines` are the lines of the edition's file. `accounts`
    are the texts of the fields of accounts for each recipient, made from `account_files`.
    """

    file: str
    sha256: str
    build: str
    paragraphs: tuple[str, ...] = ()
    figures: tuple[PrintedFigure, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    edition_lines: tuple[str, ...] = ()
    accounts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    account_files: Mapping[str, str] = field(default_factory=dict)

    @property
    def figures_digest(self) -> str:
        """The SHA-256 of the figures, one to a line."""
        return sha256("\n".join(map(printed_figure_line, self.figures)).encode())

    @property
    def sources_digest(self) -> str:
        """The SHA-256 of the sources, one to a line."""
        return sha256("\n".join(f"{name} {digest}" for name, digest in sorted(self.sources.items())).encode())


@record
class SentCopy:
    """A copy that went to a recipient on a day; `approved` is the SHA-256 of the file it was made from."""

    recipient: str
    file: str
    sha256: str
    on: str
    approved: str


@named_record
class ApprovalRecord:
    """What is remembered of the draft `draft`, made from the file `edition`; `approved` is None before.

    `others` are keys of the file that are not known here, and kept.
    """

    draft: str
    edition: str = ""
    steps: tuple[Step, ...] = ()
    approved: Snapshot | None = None
    sent: tuple[SentCopy, ...] = ()
    others: Mapping[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """How far the letter has come, as far as it is recorded."""
        if self.approved is None:
            return State.IN_REVIEW if self.steps else State.DRAFT
        is_sent = any(copy.approved == self.approved.sha256 for copy in self.sent)
        return State.SENT if is_sent else State.APPROVED

    @property
    def approval(self) -> Step | None:
        """The step that approved what is approved."""
        approvals = [step for step in self.steps if step.did is Did.APPROVE]
        return approvals[-1] if self.approved and approvals else None
