"""The copies that `letterbook draft --recipients` makes of what it has just drafted."""

from __future__ import annotations

from pathlib import Path

from letterbook.cli.copies import copies_object, tell_made, with_progress
from letterbook.cli.json_output import JsonObject, error_object
from letterbook.drafting.copies.making import CopiesRequest, MadeCopies, default_target, make_copies
from letterbook.drafting.copies.merge import open_merge
from letterbook.drafting.copies.name_pattern import DEFAULT
from letterbook.drafting.output.outputs import Outputs
from letterbook.errors import LetterbookError
from letterbook.finding import Finding
from letterbook.record import record


@record
class DraftCopies:
    """What was made of a draft, what was found, and what stood in the way or went wrong."""

    made: MadeCopies | None = None
    findings: tuple[Finding, ...] = ()
    problem: LetterbookError | None = None

    def json(self) -> JsonObject:
        """The keys that the copies add to the object for the draft; its findings have those of the copies."""
        made = copies_object(self.made, ()) if self.made else {}
        made.pop("findings", None)
        return {**made, **(error_object(self.problem) if self.problem else {})}

    def tell(self) -> None:
        """Say what was made; the findings have been told."""
        if self.made is not None:
            tell_made(self.made, self.findings)


def copies_of_draft(outputs: Outputs, recipients: Path, folder: Path) -> DraftCopies:
    """Make a copy for each of the recipients of the Word file among `outputs`, drafted around `folder`.

    None is made when an edited draft stood in the way: it, and not the new one, may be the approved file.
    """
    if outputs.obstacle is not None:
        return DraftCopies()
    draft = next(output.path for output in outputs.files if output.format == "docx")
    try:
        merge = open_merge(draft, recipients, DEFAULT, folder)
        target = default_target(draft, zipped=False)
        made = make_copies(merge, CopiesRequest(target=target), with_progress)
    except LetterbookError as error:
        return DraftCopies(problem=error)
    return DraftCopies(made, (*merge.findings, *made.findings), made.obstacle)
