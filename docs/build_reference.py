"""Write docs/reference/commands.md from the help of every command."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

PAGE = Path(__file__).parent / "reference" / "commands.md"
INTRODUCTION = """\
# Commands

This page is made from the program's own help by `make docs`. `letterbook COMMAND --help` says the same.
Exit codes and what `--json` prints: [JSON output](json.md). The words of a query: [queries](query.md).
"""


def reference() -> str:
    """The page: the help of the program and of each command, as one would see it."""
    program = import_module("letterbook.cli.program").letterbook
    context = click.Context(program, info_name="letterbook", terminal_width=100)
    return "\n".join([INTRODUCTION, *_sections(program, context, level=2)])


def _sections(command: click.Command, context: click.Context, level: int) -> list[str]:
    help_text = command.get_help(context)
    sections = [f"{'#' * level} {context.command_path}\n\n```text\n{help_text}\n```\n"]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                child_context = click.Context(child, info_name=name, parent=context, terminal_width=100)
                sections.extend(_sections(child, child_context, level=min(level + 1, 3)))
    return sections


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
