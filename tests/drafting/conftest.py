"""A workspace made of a few files, for whatever drafts from one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from letterbook.drafting.assemble import Assembly, assemble
from letterbook.drafting.edition import read_edition
from letterbook.drafting.project import Project, open_project
from letterbook.item import Audience
from letterbook.library.workspace import open_workspace
from letterbook.writers.markdown import write_markdown

TODAY = date(2026, 7, 1)

SETTINGS = """\
author: Nora Lindqvist
publications:
  tidewatch:
    title: Tidewatch
    template: newsletter
    numbering: number
  letters:
    title: Harbour Row Ventures
    template: investor-letter
    audience: investors
    numbering: half-year
"""

WorkspaceOf = Callable[[dict[str, str]], Project]


@pytest.fixture
def workspace_of(tmp_path: Path) -> WorkspaceOf:
    """Opens a workspace that holds the files given, beside a `letterbook.yaml` with two publications."""

    def make(files: dict[str, str]) -> Project:
        for name, text in {"letterbook.yaml": SETTINGS, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return open_project(open_workspace(tmp_path))

    return make


@pytest.fixture
def drafted(workspace_of: WorkspaceOf) -> Callable[..., Assembly]:
    """Assembles the edition `Tidewatch 7`, given as the body below its details, in a workspace of files."""

    def draft(body: str, files: dict[str, str] | None = None, audience: Audience | None = None) -> Assembly:
        project = workspace_of({**(files or {}), "editions/Tidewatch 7.md": edition_text(body)})
        edition = read_edition(project.workspace, project.workspace.editions_folder / "Tidewatch 7.md")
        return assemble(edition, project, today=TODAY, audience=audience)

    return draft


def edition_text(body: str, **details: str) -> str:
    """An edition file with its details, those given in place of the usual ones."""
    usual = {"publication": "tidewatch", "number": "7", "date": "2026-06-25", "title": "a loaf is not a box"}
    lines = [f"{key}: {value}" for key, value in {**usual, **details}.items() if value]
    return "\n".join(["---", *lines, "---", dedent(body)])


@pytest.fixture
def printed(drafted: Callable[..., Assembly]) -> Callable[..., str]:
    """The Markdown below the title of a draft, for `drafted`'s arguments."""

    def body(*arguments: object, **options: object) -> str:
        text = write_markdown(drafted(*arguments, **options).draft)
        return text.partition("\n\n")[2].strip() if text.startswith("# ") else text.strip()

    return body
