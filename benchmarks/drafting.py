"""Drafting one edition: letterbook against docxtpl in one process, and against pandoc as commands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.content import edition, write_workspace
from benchmarks.peers import (
    draft_with_docxtpl,
    pandoc_command,
    write_docxtpl_template,
    write_pandoc_reference,
)
from benchmarks.timing import Timing, command, interleave
from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.output.outputs import render
from letterbook.drafting.project import Project, open_project
from letterbook.drafting.templates.look_file import load_look
from letterbook.library.workspace import open_workspace
from letterbook.look import Look
from letterbook.writers.writer import Resources

_EDITION = "Harbour Notes 1"
_PROGRAM = str(Path(sys.executable).with_name("letterbook"))


def warm(folder: Path, rounds: int) -> dict[str, Timing]:
    """Drafting the edition again and again in one process, from its file to the bytes of a .docx.

    letterbook holds its workspace and look open, as a preview does; docxtpl opens its template, which
    a rendering uses up, and gets the fields ready.
    """
    root, template = folder / "warm", folder / "template.docx"
    write_workspace(root)
    write_docxtpl_template(template)
    project = open_project(open_workspace(root))
    look, content = load_look(project.search_path, "modern"), edition()
    contenders: dict[str, Callable[[], object]] = {
        "letterbook": lambda: draft_with_letterbook(project, look),
        "docxtpl": lambda: draft_with_docxtpl(template, content, root / "attachments"),
    }
    return interleave(contenders, rounds)


def written(folder: Path, rounds: int) -> dict[str, Timing]:
    """Writing the edition alone: letterbook from the assembled draft, docxtpl from fields that are ready."""
    root, template = folder / "written", folder / "written.docx"
    write_workspace(root)
    write_docxtpl_template(template)
    project = open_project(open_workspace(root))
    look, content = load_look(project.search_path, "modern"), edition()
    workspace = project.workspace
    issue = read_edition(workspace, workspace.editions_folder / f"{_EDITION}.md")
    draft = assemble(issue, project, today=date(2026, 1, 15)).draft
    resources = Resources(look, project.pictures.read)
    contenders: dict[str, Callable[[], object]] = {
        "letterbook": lambda: render(draft, ("docx",), resources),
        "docxtpl": lambda: draft_with_docxtpl(template, content, root / "attachments"),
    }
    return interleave(contenders, rounds)


def draft_with_letterbook(project: Project, look: Look) -> bytes:
    """Read the edition's file, assemble it and return the document's bytes."""
    workspace = project.workspace
    issue = read_edition(workspace, workspace.editions_folder / f"{_EDITION}.md")
    assembly = assemble(issue, project, today=date(2026, 1, 15))
    return render(assembly.draft, ("docx",), Resources(look, project.pictures.read))["docx"].data


def cold(folder: Path, rounds: int) -> dict[str, Timing]:
    """The whole command, from the shell: `letterbook draft`, and pandoc on the draft's Markdown.

    pandoc's reference document is its own default one.
    """
    root, reference = folder / "cold", folder / "reference.docx"
    write_workspace(root)
    write_pandoc_reference(reference)
    draft = (_PROGRAM, "-C", str(root), "draft", _EDITION, "--to")
    command((*draft, "docx,md"), str(root))()
    markdown = root / "drafts" / f"{_EDITION}.md"
    contenders: dict[str, Callable[[], object]] = {
        "letterbook draft": command((*draft, "docx"), str(root)),
        "pandoc": command(pandoc_command(markdown, reference, folder / "pandoc.docx"), str(root)),
    }
    return interleave(contenders, rounds)


def start(folder: Path, rounds: int) -> dict[str, Timing]:
    """Starting and saying the version, against Python doing nothing."""
    contenders: dict[str, Callable[[], object]] = {
        "letterbook --version": command((_PROGRAM, "--version"), str(folder)),
        "python -c pass": command((sys.executable, "-c", "pass"), str(folder)),
    }
    return interleave(contenders, rounds)
