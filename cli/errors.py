"""The one place where an error becomes a sentence or a JSON object, and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from letterbook.cli.json_output import error_object, print_json
from letterbook.cli.reporting import complain, report, say
from letterbook.errors import LetterbookError, WrongUse

STOPPED = 130
FAULT = 70


class ProgramError(LetterbookError):
    """Something that letterbook did not foresee: a fault of the program, not of its user."""

    code = "fault"
    exit_code = FAULT


def run_command(program: click.Command, arguments: Sequence[str]) -> int:
    """Run `program` and return its exit code; nothing is ever raised."""
    asked = set(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    try:
        return _invoke(program, arguments)
    except BrokenPipeError:
        _silence_output()
        return 0
    except (KeyboardInterrupt, EOFError, click.Abort):
        say("\nStopped. Run the command again to complete it.")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the last net: no traceback for the user
        if "--debug" in asked:
            traceback.print_exc()
        return _fail(_as_letterbook_error(error), as_json="--json" in asked)


def _invoke(program: click.Command, arguments: Sequence[str]) -> int:
    try:
        with program.make_context("letterbook", list(arguments), obj=Path()) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as end:
        code = end.exit_code
    sys.stdout.flush()
    return int(code or 0)


def _silence_output() -> None:
    """Nobody reads any more; without this Python would complain when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _as_letterbook_error(error: Exception) -> LetterbookError:
    if isinstance(error, LetterbookError):
        return error
    if isinstance(error, click.ClickException):
        return WrongUse(_sentence(error.format_message()), hint=_help_hint(error))
    if isinstance(error, OSError):
        reason = (error.strerror or "the system refused").lower()
        return LetterbookError(f"{error.filename or 'The output'} cannot be used: {reason}.")
    last = traceback.extract_tb(error.__traceback__)[-1]
    return ProgramError(
        f"Something in letterbook went wrong ({type(error).__name__}: {error}, "
        f"{Path(last.filename).name} line {last.lineno}).",
        hint="It is not your fault. Run the command again with --debug and report what it prints.",
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", ")")) else f"{text}."


def _help_hint(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context and isinstance(error, click.BadOptionUsage):
        named = (each for each in context.command.get_params(context) if error.option_name in each.opts)
        option = next((each for each in named if isinstance(each, click.Option) and each.metavar), None)
        if option:
            return f"{error.option_name} {option.metavar}: {option.help}"
    return f"See: {context.command_path if context else 'letterbook'} --help"


def _fail(error: LetterbookError, *, as_json: bool) -> int:
    if as_json:
        print_json(error_object(error))
    elif len(error.findings) > 1:
        report(error.findings)
    else:
        complain(f"{_prefix(error)}{error.message}")
        if error.hint:
            say(f"    {error.hint}")
    return error.exit_code


def _prefix(error: LetterbookError) -> str:
    """Where it happened, unless the sentence names the file already and there is no line to add."""
    place = error.place
    if place is None or (not place.line and place.file in error.message):
        return ""
    return f"{place}: "
