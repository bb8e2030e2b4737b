"""How a letter stands, in words and as keys of JSON: draft, in review, approved, sent."""

from __future__ import annotations

from letterbook.cli.json_output import JsonObject
from letterbook.cli.reporting import count
from letterbook.drafting.approval.approval_record import State
from letterbook.drafting.approval.present_state import Standing


def standing_words(standing: Standing) -> str:
    """The state of a letter with who and when, and how much has changed since."""
    kept = standing.kept
    if kept.approval is None:
        step = kept.steps[-1] if kept.steps else None
        return f"{standing.state} ({step.did} by {step.by} on {step.on})" if step else standing.state.value
    words = f"approved by {kept.approval.by} on {kept.approval.on}"
    if standing.state is State.SENT and kept.approved:
        sent = [copy for copy in kept.sent if copy.approved == kept.approved.sha256]
        words += f", sent to {count(len({copy.recipient for copy in sent}), 'recipient')} by {sent[-1].on}"
    return f"{words}; {count(len(standing.changes), 'change')} since" if standing.changes else words


def standing_object(standing: Standing) -> JsonObject:
    """The state as JSON: `state`, and of what is approved `by`, `on`, `sha256` and how much `changed`."""
    approval, approved = standing.kept.approval, standing.kept.approved
    return {
        "state": standing.state.value,
        "by": approval.by if approval else "",
        "on": approval.on if approval else "",
        "sha256": approved.sha256 if approved else "",
        "changes": len(standing.changes),
    }
