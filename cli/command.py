"""The click classes that all commands share: where they work, and words that begin with a minus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from letterbook.errors import WrongUse
from letterbook.suggestion import did_you_mean

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for programs.")


def _remember_folder(context: click.Context, _parameter: click.Parameter, folder: str | None) -> None:
    if folder is not None:
        context.obj = Path(folder).expanduser()


COMMON_OPTIONS: tuple[click.Parameter, ...] = (
    click.Option(
        ["-C", "folder"],
        metavar="DIR",
        expose_value=False,
        callback=_remember_folder,
        help="Work in the workspace DIR instead of the current folder.",
    ),
    click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        help="On an error show where in the program it happened.",
    ),
)


class Command(click.Command):
    """A command that also takes the common options."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters, then those that every command has, then `--help`."""
        *own, help_option = super().get_params(ctx)
        return [*own, *COMMON_OPTIONS, help_option]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse `args`; an error knows the command, so that its help can be named."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option_names(self, _ctx: click.Context) -> list[str]:
        """Help has a short form, in whatever context."""
        return ["-h", "--help"]


class CommandGroup(Command, click.Group):
    """A command with commands below it; one that does not exist is answered with a near name."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first of `args` names. Raises WrongUse when there is none."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            raise WrongUse(
                f'There is no command "{ctx.command_path} {args[0]}".',
                hint=did_you_mean(args[0], known) or f'"{ctx.command_path} --help" lists them.',
            )
        return super().resolve_command(ctx, args)


class WordsCommand(Command):
    """A command whose arguments may begin with one minus, such as the query word `-used`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse `args` after moving the words that are no options behind `--`."""
        return super().parse_args(ctx, behind_dashes(args, self.get_params(ctx)))


def behind_dashes(arguments: Sequence[str], parameters: Iterable[click.Parameter]) -> list[str]:
    """`arguments` with each word that begins with a single minus and is no option moved behind `--`.

    Words with two minuses stay, so that a misspelt `--jsn` is still reported as such.
    """
    takes_value = {
        name: not parameter.is_flag and not parameter.count
        for parameter in parameters
        if isinstance(parameter, click.Option)
        for name in (*parameter.opts, *parameter.secondary_opts)
    }
    kept: list[str] = []
    words: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            words.extend(remaining)
        elif argument in takes_value:
            kept.append(argument)
            if takes_value[argument]:
                kept.extend(value for value in [next(remaining, None)] if value is not None)
        elif argument.startswith("-") and argument != "-" and not argument.startswith("--"):
            words.append(argument)
        else:
            kept.append(argument)
    return [*kept, "--", *words] if words else kept
