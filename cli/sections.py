"""letterbook sections: what `{{ … }}` can place in an edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.json_output import JsonObject, print_json
from letterbook.cli.own_and_built_in import Listing, print_file, print_listings, search_path_of
from letterbook.cli.reporting import print_data
from letterbook.drafting.search_path import Kind
from letterbook.drafting.sections.parameters import Parameter
from letterbook.drafting.sections.section_file import Section, list_sections, load_section


@click.group(cls=CommandGroup, invoke_without_command=True)
@json_option
@click.pass_context
def sections(context: click.Context, as_json: bool) -> None:
    """List the sections: the blocks that {{ … }} puts into an edition.

    \b
    Examples:
      letterbook sections
      letterbook sections show reading-list
    """
    if context.invoked_subcommand is None:
        found = list_sections(search_path_of(context.obj))
        listings = (Listing(section.name, section.header.about, section.is_own) for section in found)
        print_listings(Kind.SECTION, listings, as_json=as_json)


@sections.command("show")
@click.argument("name")
@json_option
@click.pass_obj
def show_section(folder: Path, name: str, as_json: bool) -> None:
    """Show what the section NAME prints, what it takes, and its file.

    \b
    Example:
      letterbook sections show items
    """
    search_path = search_path_of(folder)
    section = load_section(name, search_path)
    if as_json:
        print_json(_section_object(section))
        return
    for line in _description(section):
        print_data(line)
    print_file(search_path.read(Kind.SECTION, name))


def _description(section: Section) -> Iterator[str]:
    yield f"{section.name}: {section.header.about}"
    needed = "".join(f" {name}=…" for name, parameter in section.parameters.items() if parameter.required)
    yield f"In an edition, alone in a paragraph: {{{{ {section.name}{needed} }}}}"
    for name, parameter in section.parameters.items():
        yield f"  {name}=…  {parameter.about} ({_kind_of_value(parameter)})"


def _kind_of_value(parameter: Parameter) -> str:
    kind = f"{parameter.type}: {', '.join(parameter.choices)}" if parameter.choices else parameter.type
    if parameter.required:
        return f"{kind}; needed"
    return f"{kind}; {parameter.default} if not given" if parameter.default else kind


def _section_object(section: Section) -> JsonObject:
    parameters = [{"name": name, **parameter.model_dump()} for name, parameter in section.parameters.items()]
    return {
        "name": section.name,
        "about": section.header.about,
        "own": section.is_own,
        "parameters": parameters,
    }
