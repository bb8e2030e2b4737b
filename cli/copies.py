"""letterbook copies: a copy for each recipient, from the file that was approved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.findings import exit_code, strict_option
from letterbook.cli.json_output import JsonObject, error_object, finding_objects, print_json
from letterbook.cli.progress import counted
from letterbook.cli.reporting import count, print_data, report, say, shown, suggest, summary
from letterbook.drafting.approval.approval_record import SentCopy
from letterbook.drafting.approval.approve import Actor, record_sent
from letterbook.drafting.approval.copies_approval import CopiesApproval, approval_of, refuse_unapproved
from letterbook.drafting.copies.making import (
    CopiesRequest,
    MadeCopies,
    copy_formats,
    default_target,
    make_copies,
)
from letterbook.drafting.copies.masters import Master
from letterbook.drafting.copies.merge import Addressee, Merge, open_merge
from letterbook.drafting.copies.name_pattern import DEFAULT
from letterbook.errors import WrongUse
from letterbook.finding import Finding
from letterbook.library.lock import locked

_ZIP = ".zip"


@click.command(cls=Command)
@click.argument("approved", metavar="DRAFT.docx", type=click.Path(path_type=Path))
@click.argument("recipients", metavar="RECIPIENTS", type=click.Path(path_type=Path))
@click.option("--name", "pattern", default=DEFAULT, metavar="PATTERN", show_default=True, help="File names.")
@click.option("-o", "--output", default="", metavar="PATH", help="The folder, or with --zip the file.")
@click.option("--zip", "zipped", is_flag=True, help="Put all copies into one zip.")
@click.option(
    "--to", "formats", default="", metavar="FORMATS", help="docx, pdf (by LibreOffice), or docx,pdf."
)
@click.option("--sent", "is_sent", is_flag=True, help="Remember that the copies were sent today.")
@strict_option
@json_option
@click.pass_obj
def copies(
    folder: Path,
    approved: Path,
    recipients: Path,
    *,
    pattern: str,
    output: str,
    zipped: bool,
    formats: str,
    is_sent: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Make a copy of DRAFT.docx for each row of RECIPIENTS, a .csv or .xlsx.

    DRAFT.docx is the very file that was approved, edited in Word or not. Its fields, such as
    {{ recipient.salutation }} in the edition, become the recipient's own; of its passages each recipient
    gets those whose test holds. All else stays as it was approved, byte for byte.

    The copies go into a folder beside DRAFT.docx, with a proof sheet that says who gets what. A copy that
    you have edited since is left as it is. A file that "letterbook approve" does not know as approved gives
    a warning. With --sent it is remembered who was sent which file.

    \b
    Examples:
      letterbook copies "drafts/Letter 2026 H1.docx" fund/recipients.csv
      letterbook copies letter.docx investors.xlsx --name "{draft} for {company}" --to docx,pdf
      letterbook copies letter.docx investors.csv --zip -o letters.zip
      letterbook copies "drafts/Letter 2026 H1.docx" fund/recipients.csv --sent
    """
    request = read_copies_request(approved, formats=formats, output=output, zipped=zipped)
    return run_copies(
        folder, approved, recipients, pattern, request, is_sent=is_sent, strict=strict, as_json=as_json
    )


def read_copies_request(approved: Path, *, formats: str, output: str, zipped: bool) -> CopiesRequest:
    """What the options ask for. Raises WrongUse for what makes no sense."""
    names = [name.strip().casefold() for name in formats.split(",") if name.strip()]
    target = Path(output).expanduser() if output else default_target(approved, zipped=zipped)
    if target.suffix.casefold() == _ZIP and not zipped:
        raise WrongUse(f"{output} is the name of a zip.", hint="Add --zip, or name a folder.")
    if zipped and target.suffix.casefold() != _ZIP:
        raise WrongUse(f"{output} is no name for a zip.", hint="Let it end with .zip.")
    return CopiesRequest(target=target, zipped=zipped, formats=copy_formats(names))


def run_copies(
    folder: Path,
    file: Path,
    recipients: Path,
    pattern: str,
    request: CopiesRequest,
    *,
    is_sent: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Make the copies, say what was made, and return the exit code."""
    merge = open_merge(file, recipients, pattern, folder)
    approvals = {master: _approval(master, folder, is_sent=is_sent) for master in merge.masters}
    made = make_copies(merge, request, with_progress)
    found = (finding for approval in approvals.values() if approval for finding in approval.findings)
    promised = _promised(approvals, merge, request)
    findings = (*dict.fromkeys(found), *merge.findings, *promised, *made.findings)
    sent = _record_sent(approvals, made) if is_sent and made.obstacle is None else None
    if as_json:
        print_json(copies_object(made, findings) | ({"sent": sent} if sent is not None else {}))
    else:
        report(findings)
        tell_made(made, findings)
        if sent is not None:
            say(f"Remembered {count(sent, 'file')} as sent.")
    if made.obstacle is None:
        return exit_code(findings, strict=strict)
    if as_json:
        return made.obstacle.exit_code
    raise made.obstacle


def _promised(
    approvals: Mapping[Master, CopiesApproval | None], merge: Merge, request: CopiesRequest
) -> tuple[Finding, ...]:
    """The side letters of the letter's workspace that ask for another format."""
    known = next((approval for approval in approvals.values() if approval), None)
    if known is None or not (known.project.workspace.root / "fund" / "side_letters.yaml").is_file():
        return ()
    # Few workspaces have side letters, and the others need not wait for what reads them.
    from letterbook.drafting.copies.promised_formats import promised_formats  # noqa: PLC0415

    return tuple(promised_formats(known.project.workspace.root, merge, request.formats))


def _approval(master: Master, folder: Path, *, is_sent: bool) -> CopiesApproval | None:
    """How a file stands; raises LetterbookError when its copies are sent and it was not approved."""
    approved = master.approved
    approval = approval_of(master.path, approved.digest, approved.properties.build, folder)
    return refuse_unapproved(approval, master.path) if is_sent else approval


def _record_sent(approvals: Mapping[Master, CopiesApproval | None], made: MadeCopies) -> int:
    """Remember the copies as sent today, and return how many of them were not so yet."""
    day = today()
    number = 0
    for master, approval in approvals.items():
        if approval is None or approval.kept.approved is None:
            continue
        workspace, digest = approval.project.workspace, approval.kept.approved.sha256
        target = workspace.relative(made.target)
        sent = tuple(
            SentCopy(copy.addressee.recipient, f"{target}/{copy.name}", copy.sha256, day.isoformat(), digest)
            for copy in made.copies
            if copy.addressee.master is master
        )
        with locked(workspace):
            actor = Actor(by=workspace.settings.author, on=day)
            number += len(record_sent(workspace, approval.kept, sent, actor))
    return number


def copies_object(made: MadeCopies, findings: Sequence[Finding]) -> JsonObject:
    """The JSON object for what was made."""
    return {
        "target": str(made.target),
        "proof_sheet": made.sheet,
        "copies": [
            {
                "line": copy.addressee.line,
                "recipient": copy.addressee.recipient,
                "path": copy.name,
                "format": copy.format,
                "bytes": copy.size,
                "sha256": copy.sha256,
            }
            for copy in made.copies
        ],
        "findings": finding_objects(findings),
        **(error_object(made.obstacle) if made.obstacle else {}),
    }


def with_progress(addressees: Iterable[Addressee]) -> Iterable[Addressee]:
    """Pass those who get a copy on; after a second a terminal shows how many there were."""
    return counted(addressees, "Making copy")


def tell_made(made: MadeCopies, findings: Sequence[Finding]) -> None:
    """Say what was made, where, and how many findings there were."""
    if not made.copies:
        say("Nothing was written.")
        return
    print_data(shown(made.target))
    people = len({copy.addressee.line for copy in made.copies})
    files = "" if len(made.copies) == people else f", {len(made.copies):,} files"
    say(f"Made {count(people, 'copy', 'copies')}{files}: {summary(findings)}.")
    if made.target.is_dir():
        suggest(f"open {shown(made.target / made.sheet)}")
