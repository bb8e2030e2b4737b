"""`records/editions/NAME.json`: what was approved of a letter, by whom and when, and who was sent what.

The file is to be read by people too: a line for each step, each paragraph, each figure and each copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from letterbook.drafting.approval.approval_record import (
    Allowed,
    ApprovalRecord,
    Did,
    SentCopy,
    Snapshot,
    Step,
)
from letterbook.drafting.figures.printed_figure import (
    printed_figure_line,
    read_printed_figure,
)
from letterbook.drafting.output.draft_names import stored_name
from letterbook.errors import BadInput
from letterbook.files import unreadable, write
from letterbook.finding import Finding, Place, Severity
from letterbook.library.workspace import Workspace

EDITIONS_FOLDER = "editions"
_KEYS = ("draft", "edition", "state", "steps", "approved", "sent")


def read_approval_record(workspace: Workspace, draft: str) -> ApprovalRecord:
    """What is remembered of a draft; raises BadInput when its file is damaged."""
    path = approval_path(workspace, draft)
    try:
        content = json.loads(path.read_bytes())
        return _record(draft, content)
    except FileNotFoundError:
        return ApprovalRecord(draft=draft)
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise BadInput(
            "This record of approvals is damaged.",
            hint="Take it back from your version control or a backup, or delete it and approve again.",
            place=Place(workspace.relative(path)),
        ) from error


def write_approval_record(workspace: Workspace, kept: ApprovalRecord) -> Path:
    """Write the record of a draft and return its path; the caller holds the workspace's lock."""
    path = approval_path(workspace, kept.draft)
    write(path, _rendered(kept).encode())
    return path


def approval_path(workspace: Workspace, draft: str) -> Path:
    """Where the record of a draft lies."""
    return workspace.records_folder / EDITIONS_FOLDER / f"{stored_name(draft)}.json"


def approved_builds(workspace: Workspace) -> frozenset[str]:
    """The builds that were approved, which must be kept; damaged records are passed over."""
    folder = workspace.records_folder / EDITIONS_FOLDER
    builds = set()
    for path in folder.glob("*.json") if folder.is_dir() else ():
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            builds.add(str(json.loads(path.read_bytes())["approved"]["build"]))
    return frozenset(builds)


def damaged_approvals(workspace: Workspace) -> Iterator[Finding]:
    """A warning for each record of approvals that cannot be read."""
    folder = workspace.records_folder / EDITIONS_FOLDER
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            read_approval_record(workspace, path.stem)
        except BadInput as error:
            yield damaged_record(error)


def damaged_record(error: BadInput) -> Finding:
    """The warning of a record that cannot be read."""
    return Finding("approval-record-damaged", Severity.WARNING, error.message, error.hint, error.place)


def _record(draft: str, content: Mapping[str, Any]) -> ApprovalRecord:
    approved = content["approved"]
    return ApprovalRecord(
        draft=draft,
        edition=str(content["edition"]),
        steps=tuple(map(_step, content["steps"])),
        approved=_snapshot(approved) if approved is not None else None,
        sent=tuple(
            SentCopy(*(str(copy[key]) for key in ("recipient", "file", "sha256", "on", "approved")))
            for copy in content["sent"]
        ),
        others={key: value for key, value in content.items() if key not in _KEYS},
    )


def _step(content: Mapping[str, Any]) -> Step:
    texts = {key: str(content.get(key, "")) for key in ("by", "on", "file", "sha256", "figures", "sources")}
    return Step(
        did=Did(content["did"]),
        **texts,
        covers=tuple(map(str, content.get("covers", ()))),
        allowed=tuple(Allowed(str(each["id"]), str(each["reason"])) for each in content.get("allowed", ())),
    )


def _snapshot(content: Mapping[str, Any]) -> Snapshot:
    return Snapshot(
        file=str(content["file"]),
        sha256=str(content["sha256"]),
        build=str(content["build"]),
        paragraphs=tuple(map(str, content["paragraphs"])),
        figures=tuple(map(read_printed_figure, content["figures"])),
        sources=_texts(content["sources"]),
        edition_lines=tuple(map(str, content["edition_lines"])),
        accounts={str(who): _texts(values) for who, values in content.get("accounts", {}).items()},
        account_files=_texts(content.get("account_files", {})),
    )


def _texts(content: Mapping[str, Any]) -> Mapping[str, str]:
    return {str(name): str(text) for name, text in content.items()}


def _rendered(kept: ApprovalRecord) -> str:
    parts = [
        f' "draft": {_json(kept.draft)}',
        f' "edition": {_json(kept.edition)}',
        f' "state": {_json(kept.state)}',
        f' "steps": {_listed(map(_json, map(_step_object, kept.steps)))}',
        f' "approved": {_snapshot_text(kept.approved) if kept.approved else "null"}',
        f' "sent": {_listed(map(_json, map(_copy_object, kept.sent)))}',
        *(f" {_json(key)}: {_json(value)}" for key, value in kept.others.items()),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _step_object(step: Step) -> dict[str, object]:
    """A step as it is kept; what is empty is left out."""
    content = {
        "did": step.did,
        "by": step.by,
        "on": step.on,
        "file": step.file,
        "sha256": step.sha256,
        "figures": step.figures,
        "sources": step.sources,
        "covers": list(step.covers),
        "allowed": [{"id": each.id, "reason": each.reason} for each in step.allowed],
    }
    return {key: value for key, value in content.items() if value}


def _snapshot_text(snapshot: Snapshot) -> str:
    texts = ", ".join(f"{_json(key)}: {_json(getattr(snapshot, key))}" for key in ("file", "sha256", "build"))
    sources = (f"{_json(name)}: {_json(digest)}" for name, digest in sorted(snapshot.sources.items()))
    parts = (
        texts,
        f'"sources": {_listed(sources, "{}")}',
        f'"figures": {_listed(map(printed_figure_line, snapshot.figures))}',
        f'"paragraphs": {_listed(map(_json, snapshot.paragraphs))}',
        f'"edition_lines": {_listed(map(_json, snapshot.edition_lines))}',
        *_accounts(snapshot),
    )
    return "{\n  " + ",\n  ".join(parts) + "\n }"


def _accounts(snapshot: Snapshot) -> Iterator[str]:
    """The accounts that were approved, a line for each recipient; nothing where the letter has none."""
    if snapshot.accounts:
        rows = (f"{_json(who)}: {_json(values)}" for who, values in snapshot.accounts.items())
        yield f'"account_files": {_json(snapshot.account_files)}'
        yield f'"accounts": {_listed(rows, "{}")}'


def _copy_object(copy: SentCopy) -> dict[str, str]:
    return {
        "recipient": copy.recipient,
        "file": copy.file,
        "sha256": copy.sha256,
        "on": copy.on,
        "approved": copy.approved,
    }


def _listed(lines: Iterable[str] | Iterator[str], brackets: str = "[]") -> str:
    inner = ",\n   ".join(lines)
    return f"{brackets[0]}\n   {inner}\n  {brackets[1]}" if inner else brackets


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
