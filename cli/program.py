"""The program: the table of its commands, loaded one at a time, and how it starts."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from letterbook import __version__
from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.errors import run_command
from letterbook.errors import WrongUse
from letterbook.record import record


@record
class Listed:
    """A command in the table: the function that is it, and its line in the list of commands."""

    function: str
    about: str


GROUPS: dict[str, dict[str, Listed]] = {
    "Begin": {
        "init": Listed("letterbook.cli.init:init", "Make a workspace, or one with sample data."),
    },
    "Collect": {
        "import": Listed(
            "letterbook.cli.import_exports:import_exports", "Take in exports of highlights and notes."
        ),
        "add": Listed("letterbook.cli.add:add", "Add one item by hand."),
        "items": Listed("letterbook.cli.items:items", "Find items by theme, date, source or words."),
        "show": Listed("letterbook.cli.show:show", "Show an item and what editions said about it."),
        "tag": Listed("letterbook.cli.tag:tag", "Give themes to items and highlights."),
        "themes": Listed("letterbook.cli.themes:themes", "List, rename and merge themes."),
    },
    "Write": {
        "new": Listed("letterbook.cli.new:new", "Begin the next edition, with items placed."),
        "draft": Listed("letterbook.cli.draft:draft", "Write an edition as Word and Markdown."),
        "approve": Listed("letterbook.cli.approve:approve", "Approve a letter, and see what changes after."),
        "copies": Listed("letterbook.cli.copies:copies", "Make a copy of a letter for each recipient."),
        "check": Listed("letterbook.cli.check:check", "Look for what is wrong or unfinished."),
    },
    "Figures": {
        "figures": Listed("letterbook.cli.figures:figures", "List the numbers of a letter, and check them."),
        "explain": Listed("letterbook.cli.explain:explain", "Say where a number of a letter comes from."),
        "diff": Listed("letterbook.cli.diff:diff", "Compare a letter with the last one."),
        "verify": Listed("letterbook.cli.verify:verify", "Tick off a Word letter against the figures."),
    },
    "Make it yours": {
        "templates": Listed("letterbook.cli.templates:templates", "List the templates of editions."),
        "sections": Listed("letterbook.cli.sections:sections", "List the sections that {{ … }} can place."),
        "looks": Listed("letterbook.cli.looks:looks", "List the looks of Word files."),
        "eject": Listed("letterbook.cli.eject:eject", "Copy a section, template or look to change it."),
    },
    "Look after": {
        "doctor": Listed("letterbook.cli.doctor:doctor", "Examine the workspace and mend it."),
    },
}
COMMANDS: dict[str, Listed] = {name: listed for group in GROUPS.values() for name, listed in group.items()}


class Program(CommandGroup):
    """The group of all commands; a command's module is loaded when the command is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].function.split(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands by group, without loading any of them."""
        for title, commands in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name, listed.about) for name, listed in commands.items()])


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"max_content_width": 100},
)
@click.version_option(__version__, message="letterbook %(version)s")
@json_option
@click.pass_context
def letterbook(context: click.Context, as_json: bool) -> None:
    """Draft newsletter editions and investor letters from what you read.

    Without a command: where you are and what to do next.

    \b
    letterbook init my-letters --sample    make a workspace to play with
    letterbook import ~/Downloads          take in exports of Readwise or Snipd
    letterbook items theme:energy -used    find items
    letterbook new newsletter              begin the next edition
    letterbook draft                       write it as Word and Markdown
    """
    if context.invoked_subcommand is None:
        import_module("letterbook.cli.status").show_status(context.obj, as_json=as_json)
    elif as_json:
        raise WrongUse("--json stands too early.", hint=f"letterbook {context.invoked_subcommand} … --json")


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments` and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return run_command(letterbook, arguments)
