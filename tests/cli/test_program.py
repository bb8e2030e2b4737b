"""The program as a whole: its table, its help, its version, how it starts and stops."""

from __future__ import annotations

import importlib
import subprocess
import sys

import click
import pytest

from letterbook import __version__

PROGRAM = importlib.import_module("letterbook.cli.program")
COMMANDS = list(PROGRAM.COMMANDS)


def run_process(*arguments, **settings):
    command = [sys.executable, "-m", "letterbook", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **settings)


def test_the_version_is_one_line(letterbook):
    assert letterbook("--version").stdout == f"letterbook {__version__}\n"


def test_the_version_is_also_known_behind_other_options(letterbook, tmp_path):
    assert letterbook("-C", tmp_path, "--version").stdout == f"letterbook {__version__}\n"


def test_the_version_is_answered_before_click_is_loaded():
    call = "try: letterbook.cli.main(['--version'])"
    code = f"import sys, letterbook.cli\n{call}\nfinally: print('click' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [f"letterbook {__version__}", "False"]


def test_the_module_runs_like_the_command():
    assert run_process("--version").stdout == f"letterbook {__version__}\n"


def test_the_help_lists_every_command_without_loading_any(letterbook):
    help_text = letterbook("--help").stdout
    assert all(f"\n  {name} " in help_text for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_loads(name):
    command = PROGRAM.letterbook.get_command(click.Context(PROGRAM.letterbook), name)
    assert isinstance(command, click.Command)
    assert command.name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(letterbook, name):
    run = letterbook(name, "--help")
    assert run.code == 0
    assert "Example" in run.stdout
    assert f"  letterbook {name}" in run.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_every_command_is_explained(name):
    context = click.Context(PROGRAM.letterbook)
    command = PROGRAM.letterbook.get_command(context, name)
    options = [option for option in command.get_params(context) if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_json_and_the_common_options(name):
    context = click.Context(PROGRAM.letterbook)
    command = PROGRAM.letterbook.get_command(context, name)
    taken = {word for option in command.get_params(context) for word in option.opts}
    assert {"--json", "-C", "--debug", "--help"} <= taken


def test_help_has_a_short_form(letterbook):
    assert letterbook("-h").stdout == letterbook("--help").stdout


def test_a_closed_pipe_is_no_mistake():
    code = (
        "import subprocess, sys\n"
        "run = subprocess.Popen([sys.executable, '-m', 'letterbook', '--help'], stdout=subprocess.PIPE,"
        " stderr=subprocess.PIPE)\n"
        "run.stdout.close()\n"
        "print(run.wait(), run.stderr.read().decode())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"
