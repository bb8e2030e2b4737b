"""The specimen of a look or a letterhead as a Word file, never written over one that was edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from letterbook.drafting.assembling.pictures import Pictures
from letterbook.drafting.output.outputs import Output, Outputs, write_outputs
from letterbook.drafting.specimens.specimen import specimen, specimen_picture
from letterbook.drafting.templates.look_logo import with_logo
from letterbook.errors import EditedFileInTheWay
from letterbook.files import sha256, write
from letterbook.finding import Finding, Place
from letterbook.library.lock import locked
from letterbook.library.workspace import Workspace
from letterbook.look import Look
from letterbook.writers import writer_of
from letterbook.writers.writer import LetterheadFile, Resources, Written

FORMAT = "docx"


def write_specimen(
    look: Look,
    workspace: Workspace | None,
    *,
    letterhead: LetterheadFile | None = None,
    destination: Path | None = None,
) -> Outputs:
    """Write the specimen of `look`, or of a letterhead, to `destination`.

    Without one it is `Look NAME.docx` or `Letterhead NAME.docx`, in the drafts of the workspace, else in the
    current folder. A file that is there already and that letterbook does not know as its own stays: in a
    workspace the new one lies beside it, elsewhere EditedFileInTheWay is raised. Raises BadInput for a
    letterhead that cannot be used.
    """
    name = f"Letterhead {Path(letterhead.name).stem}" if letterhead else f"Look {look.name}"
    written = _written(look, workspace, letterhead)
    if workspace is None:
        return _write_new(destination or Path(f"{name}.{FORMAT}"), written)
    with locked(workspace):
        return write_outputs(workspace, name, {FORMAT: written}, destination=destination)


def _written(look: Look, workspace: Workspace | None, letterhead: LetterheadFile | None) -> Written:
    """The file, without a build id: a specimen is not reviewed, so no record of it is kept."""
    findings: tuple[Finding, ...] = ()
    pictures = Pictures(workspace) if workspace else None
    if pictures:
        look, findings = with_logo(look, pictures)

    def read(source: str) -> bytes | None:
        return specimen_picture(source, pictures.read if pictures else lambda _source: None)

    written = writer_of(FORMAT)(specimen(look), Resources(look, read, letterhead=letterhead))
    return replace(written, findings=(*findings, *written.findings), build="", anchors=())


def _write_new(path: Path, written: Written) -> Outputs:
    """Write a file where no record says which files are letterbook's own."""
    if path.exists() and not (path.is_file() and path.read_bytes() == written.data):
        raise EditedFileInTheWay(
            f"{path} is there already, so it was left as it is.",
            hint="Name another file with -o, or move this one away.",
            place=Place(path.as_posix()),
        )
    write(path, written.data)
    return Outputs((Output(path, FORMAT, len(written.data), sha256(written.data)),), written.findings)
