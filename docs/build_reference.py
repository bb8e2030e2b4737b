"""Write docs/reference/commands.md from the help of every command."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

PAGE = Path(__file__).parent / "reference" / "commands.md"
WIDTH = 100
INTRODUCTION = """\
# Commands

This page is made from the program's own help by `make docs`. `letterbook COMMAND --help` says the same.
Exit codes and what `--json` prints: [JSON output](json.md). The words of a query: [queries](query.md).
"""


def reference() -> str:
    """The page: the help of the program and of each command, as one would see it."""
    program: click.Command = import_module("letterbook.cli.program").letterbook
    return "\n".join([INTRODUCTION, *_sections(program, "letterbook", parent=None)])


def _sections(command: click.Command, name: str, parent: click.Context | None) -> list[str]:
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH)
    level = "##" if parent is None else "###"
    sections = [f"{level} {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group):
        for child_name in command.list_commands(context):
            child = command.get_command(context, child_name)
            sections.extend(_sections(child, child_name, context) if child else [])
    return sections


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
