"""The documentation says what is there, and what it says is there."""

from __future__ import annotations

import importlib
import re
import runpy
from pathlib import Path

import click
import pytest

from letterbook.checks import CHECKS
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import RULES
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.sections.section_file import list_sections
from letterbook.drafting.templates.template import TemplateDetails
from letterbook.errors import LetterbookError
from letterbook.library.queries.query import FIELDS
from letterbook.library.settings import PublicationSettings, Settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
PAGE_NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
PROGRAM = importlib.import_module("letterbook.cli.program")

FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(page):
    return (ROOT / page).read_text(encoding="utf-8")


def commands_in(page):
    """The command lines that a page shows, in blocks of code and in the text."""
    text = text_of(page)
    lines = [line.strip() for block in FENCE.findall(text) for line in block.splitlines()]
    spans = CODE.findall(FENCE.sub("", text))
    for line in (*lines, *spans):
        if line.startswith("letterbook "):
            yield line.split(" #")[0].split("   ")[0]


def words_of(line):
    """The words of a command line after the program and the workspace it names."""
    words = [word.strip("[]") for word in line.split()[1:]]
    while words[:1] == ["-C"]:
        words = words[2:]
    return words


def parameters(name):
    context = click.Context(PROGRAM.letterbook)
    command = PROGRAM.letterbook.get_command(context, name)
    groups = [command]
    if isinstance(command, click.Group):
        groups += [command.get_command(context, child) for child in command.list_commands(context)]
    return {option for each in groups for parameter in each.get_params(context) for option in parameter.opts}


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_the_commands_that_a_page_shows_exist(page):
    named = {words_of(line)[0] for line in commands_in(page) if words_of(line)}
    assert {name for name in named if re.fullmatch("[a-z]+", name)} <= set(PROGRAM.COMMANDS)


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_the_options_that_a_page_shows_exist(page):
    for line in commands_in(page):
        name, *rest = words_of(line) or [""]
        if name in PROGRAM.COMMANDS:
            used = {word.split("=")[0] for word in rest if re.match("--[a-z]", word)}
            assert used <= parameters(name), line


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_the_links_of_a_page_lead_somewhere(page):
    for target in LINK.findall(CODE.sub("", FENCE.sub("", text_of(page)))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        linked = (ROOT / page).parent / file if file else ROOT / page
        assert linked.exists(), f"{page} links to {target}"
        if anchor and linked.suffix == ".md":
            assert anchor in anchors(linked), f"{page} links to {target}"


def anchors(page):
    titles = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def parameters_of_sections():
    for section in list_sections(SearchPath()):
        yield from (f"{section.name} {name}" for name in section.parameters)


EXIT_CODES = {error.exit_code for error in LetterbookError.__subclasses__()} | {0, 1, 130}
DOCUMENTED = [
    *(("docs/reference/sections.md", f"## {name}\n") for name in SearchPath().names(Kind.SECTION)),
    *(("docs/reference/templates.md", f"`{name}`") for name in SearchPath().names(Kind.TEMPLATE)),
    *(("docs/reference/looks.md", f"`{name}`") for name in SearchPath().names(Kind.LOOK)),
    *(("docs/reference/checks.md", f"`{name}`") for name in (*CHECKS, *RULES)),
    *(("docs/reference/checks.md", f"| `{profile}` |") for profile in Profile),
    *(("docs/reference/query.md", f"`{name}:") for name in FIELDS),
    *(
        ("docs/reference/templates.md", f"`{field.alias or name}`")
        for name, field in TemplateDetails.model_fields.items()
    ),
    *(("docs/reference/json.md", f"| {code} |") for code in EXIT_CODES),
    *(
        ("docs/reference/workspace.md", f"`{field.alias or name}`")
        for name, field in Settings.model_fields.items()
    ),
    *(("docs/reference/workspace.md", f"`{name}`") for name in PublicationSettings.model_fields),
]


@pytest.mark.parametrize(("page", "name"), DOCUMENTED)
def test_everything_that_has_a_name_is_in_its_reference(page, name):
    assert name in text_of(page)


@pytest.mark.parametrize("words", list(parameters_of_sections()))
def test_every_parameter_of_a_section_is_in_the_reference(words):
    section, parameter = words.split()
    described = text_of("docs/reference/sections.md").split(f"\n## {section}\n")[1].split("\n## ")[0]
    assert f"`{parameter}`" in described


@pytest.mark.parametrize("name", PROGRAM.COMMANDS)
def test_every_command_is_in_the_reference(name):
    assert f"## letterbook {name}\n" in text_of("docs/reference/commands.md")


def test_the_reference_of_commands_is_current():
    page = runpy.run_path(str(ROOT / "docs" / "build_reference.py"))["reference"]()
    assert text_of("docs/reference/commands.md") == page, "run: make docs"


def test_the_schemas_for_editors_are_what_the_models_say():
    schemas = runpy.run_path(str(ROOT / "docs" / "build_schemas.py"))["schemas"]()
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "schemas").iterdir()}
    assert written == schemas, "run: make docs"
