"""The real edition, written as an edition file with its three items, drafts to its own text."""

from __future__ import annotations

from datetime import date

import pytest

from letterbook.draft import Quote
from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.output.outputs import render
from letterbook.drafting.project import open_project
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.templates.look_file import load_look
from letterbook.library.workspace import open_workspace
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks
from letterbook.writers.markdown import write_markdown
from letterbook.writers.writer import Resources
from tests.writers.word.outline_reader import read_outline

SETTINGS = """\
author: Casey
publications:
  ruminations: {title: Ruminations, template: newsletter, numbering: number}
  letters: {title: Letters, template: investor-letter, audience: investors, numbering: half-year}
"""
LETTER = """\
---
publication: letters
number: 2023 H2
---
## {heading}

Text.
"""
EDITION = """\
---
publication: ruminations
number: 12
date: 2024-01-25
title: {title}
subtitle: {subtitle}
---
"""
# Which lines of the real edition are quotations, by their position below the first item's heading.
FIRST_BULLET, LAST_BULLET, LETTER_LINE, SECTION_LINE = 5, 7, 8, 9
ITEM_LINES = {10: "Modular.ai", 13: "The Information", 20: "Dwarkesh Patel"}
QUOTE_LINES = {15, 18, 24, 25, 26, 27}
THANKS, NAME = 29, 30


@pytest.fixture
def seed_lines(seeds):
    text = (seeds / "newsletter-edition.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    return lines[: lines.index("Casey") + 1]


@pytest.fixture
def seed_project(seed_lines, tmp_path):
    """A workspace whose files are made from the lines of the real edition."""
    titles = {number: _title(seed_lines[number], source) for number, source in ITEM_LINES.items()}
    teasers = seed_lines[FIRST_BULLET : LAST_BULLET + 1]
    for (number, title), teaser in zip(titles.items(), teasers, strict=True):
        item = f'---\ntitle: "{title}"\nsource: {ITEM_LINES[number]}\nteaser: {teaser}\n---\n'
        _write(tmp_path / "items" / f"item {number}.md", item)
    heading = seed_lines[LETTER_LINE].partition("“")[2].partition("”")[0]
    _write(tmp_path / "editions" / "Letter 2023 H2.md", LETTER.format(heading=heading))
    _write(tmp_path / "letterbook.yaml", SETTINGS)
    name, _, title = seed_lines[0].partition(": ")
    assert name == "Ruminations #12"
    details = EDITION.format(title=title, subtitle=seed_lines[1])
    body = "\n\n".join(
        _as_written(number, line, heading) for number, line in enumerate(seed_lines) if number > 1
    )
    _write(tmp_path / "editions" / "Ruminations 12.md", details + body + "\n")
    return open_project(open_workspace(tmp_path))


def _title(line, source):
    return line.removesuffix(source).rstrip().removesuffix(",")


def _as_written(number, line, heading):
    """A line of the real edition as its author would have written it."""
    if number == FIRST_BULLET:
        return "{{ contents }}"
    if FIRST_BULLET < number <= LAST_BULLET or number == NAME:
        return ""
    if number == THANKS:
        return f'{{{{ sign-off "{line}" }}}}'
    if number == LETTER_LINE:
        return line.replace(heading, f"[[Letter 2023 H2#{heading}]]")
    if number == SECTION_LINE:
        return f"## {line}"
    if number in ITEM_LINES:
        return f"### [[item {number}]]"
    return f"> {line}" if number in QUOTE_LINES else line


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def seed_assembly(seed_project):
    path = seed_project.workspace.editions_folder / "Ruminations 12.md"
    return assemble(read_edition(seed_project.workspace, path), seed_project, today=date(2024, 1, 25))


def test_the_markdown_says_the_real_edition_line_by_line(seed_assembly, seed_lines):
    markdown = write_markdown(seed_assembly.draft)
    blocks = parse_blocks(markdown, dialect=Dialect.DRAFT, document=True)
    assert plain_text(blocks).splitlines() == seed_lines


def test_the_real_quotations_are_quotations(seed_assembly, seed_lines):
    quotes = [block for block in iter_blocks(seed_assembly.draft.blocks) if isinstance(block, Quote)]
    quoted = [line for quote in quotes for line in plain_text(quote.blocks).splitlines()]
    assert quoted == [seed_lines[number] for number in sorted(QUOTE_LINES)]


def test_nothing_is_wrong_with_the_real_edition(seed_assembly):
    assert {finding.id for finding in seed_assembly.findings} <= {"quote-untraced"}


def test_word_says_the_real_edition_line_by_line(seed_assembly, seed_lines):
    look = load_look(SearchPath(), "modern")
    data = render(seed_assembly.draft, ["docx"], Resources(look, lambda _: None))["docx"].data
    assert [row.text for row in read_outline(data)] == seed_lines
