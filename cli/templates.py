"""letterbook templates: how an edition of one kind starts, and what surrounds it."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.json_output import print_json
from letterbook.cli.own_and_built_in import Listing, print_file, print_listings, search_path_of
from letterbook.cli.reporting import print_data
from letterbook.drafting.search_path import Kind
from letterbook.drafting.templates.template import (
    DETAILS_FILE,
    LAYOUT_FILE,
    OUTLINE_FILE,
    EditionTemplate,
    list_templates,
    load_template,
)


@click.group(cls=CommandGroup, invoke_without_command=True)
@json_option
@click.pass_context
def templates(context: click.Context, as_json: bool) -> None:
    """List the templates: how an edition of one kind starts, and what surrounds it.

    \b
    Examples:
      letterbook templates
      letterbook templates show newsletter
    """
    if context.invoked_subcommand is None:
        found = list_templates(search_path_of(context.obj))
        listings = (Listing(template.name, template.about, template.is_own) for template in found)
        print_listings(Kind.TEMPLATE, listings, as_json=as_json)


@templates.command("show")
@click.argument("name")
@json_option
@click.pass_obj
def show_template(folder: Path, name: str, as_json: bool) -> None:
    """Show the template NAME: what it is for, and its files.

    \b
    Example:
      letterbook templates show investor-letter
    """
    search_path = search_path_of(folder)
    template = load_template(name, search_path)
    if as_json:
        print_json(_template_object(template))
        return
    print_data(f"{template.name}: {template.about}")
    for part in (DETAILS_FILE, OUTLINE_FILE, LAYOUT_FILE):
        if search_path.has_part(name, part):
            print_file(search_path.read(Kind.TEMPLATE, name, part))


def _template_object(template: EditionTemplate) -> dict[str, object]:
    return {
        "name": template.name,
        "about": template.about,
        "own": template.is_own,
        "kind": template.kind.value,
        "look": template.look,
        "audience": template.audience.value,
        "checks": list(template.checks),
    }
