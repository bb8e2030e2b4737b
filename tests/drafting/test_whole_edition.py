"""An edition that uses every addition and every section, for two audiences, as Markdown and as Word.

The files are in `tests/data/drafting/whole`; what must come out in `whole-*`, written anew by `--refresh`.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.output.outputs import render
from letterbook.drafting.project import open_project
from letterbook.drafting.search_path import Kind
from letterbook.drafting.sections.fund.names import FUND_FUNCTIONS
from letterbook.drafting.templates.look_file import load_look
from letterbook.item import Audience
from letterbook.library.workspace import open_workspace
from letterbook.markup.additions import Expression
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.expressions import parse_call
from letterbook.markup.tree import iter_blocks
from letterbook.writers.writer import Resources
from tests.writers.word.outline import outline_of
from tests.writers.word.outline_reader import read_outline

DATA = Path(__file__).parent.parent / "data" / "drafting"
AUDIENCES = [Audience.PUBLIC, Audience.INVESTORS]


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "whole"
    shutil.copytree(DATA / "whole", folder)
    return open_project(open_workspace(folder))


@pytest.fixture
def edition(project):
    return read_edition(project.workspace, project.workspace.editions_folder / "Tidewatch 8.md")


@pytest.fixture
def assembled(project, edition):
    def for_audience(audience):
        return assemble(edition, project, today=date(2026, 7, 1), audience=audience)

    return for_audience


@pytest.fixture
def written(project, assembled):
    """The bytes of the draft for an audience in a format."""

    def data(audience, name):
        resources = Resources(load_look(project.search_path, "modern"), project.pictures.read)
        return render(assembled(audience).draft, [name], resources)[name].data

    return data


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_markdown_is_as_it_should_be(written, golden, audience):
    golden(f"drafting/whole-{audience}.md", written(audience, "md").decode())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_word_outline_is_as_it_should_be(written, golden, audience):
    rows = read_outline(written(audience, "docx"))
    golden(f"drafting/whole-{audience}.outline.txt", "".join(f"{row.kind}: {row.text}\n" for row in rows))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_findings_are_as_they_should_be(assembled, golden, audience):
    golden(
        f"drafting/whole-{audience}.findings.txt", "".join(f"{one}\n" for one in assembled(audience).findings)
    )


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_markdown_reads_back_as_the_same_tree(written, assembled, audience):
    markdown = written(audience, "md").decode()
    assert parse_blocks(markdown, dialect=Dialect.DRAFT, document=True) == assembled(audience).draft.blocks


@pytest.mark.parametrize("audience", AUDIENCES)
def test_word_says_what_the_tree_says(written, assembled, audience):
    assert read_outline(written(audience, "docx")) == outline_of(assembled(audience).draft)


@pytest.mark.parametrize("name", ["md", "docx"])
def test_two_runs_give_the_same_bytes(written, name):
    assert written(Audience.PUBLIC, name) == written(Audience.PUBLIC, name)


def test_what_is_private_is_in_no_copy(written):
    for audience in AUDIENCES:
        markdown = written(audience, "md").decode()
        for secret in ("ask Ines", "Marlow", "Dough varies", "Speaker"):
            assert secret not in markdown


def test_the_investors_copy_says_more_and_loses_nothing(written):
    public, investors = (written(audience, "md").decode().splitlines() for audience in AUDIENCES)
    assert "### Kelpworks" in investors
    assert "### Kelpworks" not in public
    assert [line for line in public if line not in investors] == []


def test_every_built_in_section_is_called(project, edition):
    called = {
        parse_call(block.source).name
        for block in iter_blocks(edition.blocks)
        if isinstance(block, Expression)
    }
    names = project.search_path.names(Kind.SECTION)
    sources = {name: project.search_path.read(Kind.SECTION, name).text for name in names}
    of_a_fund = [*(f"{function}(" for function in FUND_FUNCTIONS), "_chart("]
    assert called == {name for name, text in sources.items() if not any(each in text for each in of_a_fund)}
