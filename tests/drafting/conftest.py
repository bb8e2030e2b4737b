"""A workspace made of a few files, for whatever drafts from one."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.project import open_project
from letterbook.library.workspace import open_workspace
from letterbook.writers.markdown import write_markdown
from tests.drafting.sample_fund import FUND

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


@pytest.fixture
def today():
    """The day on which everything is drafted."""
    return date(2026, 7, 1)


@pytest.fixture
def workspace_of(tmp_path):
    """Opens a workspace that holds the files given, beside a `letterbook.yaml` with two publications."""

    def make(files):
        for name, content in {"letterbook.yaml": SETTINGS, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return open_project(open_workspace(tmp_path))

    return make


@pytest.fixture
def edition_text():
    """The text of an edition file with its body, and details in place of the usual ones."""

    def text(body, **details):
        usual = {"publication": "tidewatch", "number": "7", "date": "2026-06-25", "title": "a loaf"}
        lines = [f"{key}: {value}" for key, value in {**usual, **details}.items() if value]
        return "\n".join(["---", *lines, "---", dedent(body)])

    return text


@pytest.fixture
def drafted(workspace_of, edition_text, today):
    """Assembles `editions/Tidewatch 7.md`, which has this body, in a workspace with these files."""

    def draft(body, files=None, audience=None, **details):
        project = workspace_of({**(files or {}), "editions/Tidewatch 7.md": edition_text(body, **details)})
        edition = read_edition(project.workspace, project.workspace.editions_folder / "Tidewatch 7.md")
        return assemble(edition, project, today=today, audience=audience)

    return draft


@pytest.fixture
def printed(drafted):
    """The Markdown below the masthead of what `drafted` assembles."""

    def body(*arguments, **options):
        masthead, _, below = write_markdown(drafted(*arguments, **options).draft).partition("\n\n")
        assert masthead == "# Tidewatch #7: a loaf"
        return below.strip()

    return body


@pytest.fixture
def found(drafted):
    """What is found in what `drafted` assembles: the id, the line and the message of each finding."""

    def findings(*arguments, **options):
        return [
            (finding.id, finding.place.line if finding.place else 0)
            for finding in drafted(*arguments, **options).findings
        ]

    return findings


@pytest.fixture
def letter(drafted):
    """Assembles a half-yearly letter of the sample's fund, some of whose files may be replaced."""

    def draft(body, files=None, audience=None, **details):
        usual = {"publication": "letters", "number": "2026 H1", "date": "2026-07-20", "title": "Letter"}
        return drafted(body, {**FUND, **(files or {})}, audience, **{**usual, **details})

    return draft
