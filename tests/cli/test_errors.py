"""How errors become sentences, JSON objects and exit codes, in one place."""

from __future__ import annotations

import importlib
import json

import click
import pytest

from letterbook.errors import (
    BadInput,
    EditedFileInTheWay,
    LetterbookError,
    Locked,
    MissingExtra,
    NoWorkspace,
    WrongUse,
)
from letterbook.finding import Finding, Place, Severity

run_command = importlib.import_module("letterbook.cli.errors").run_command


def failing(error):
    """A command that raises `error`."""

    @click.command()
    @click.option("--json", "as_json", is_flag=True)
    @click.option("--debug", is_flag=True)
    def command(as_json, debug):
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (LetterbookError("x"), 1),
        (WrongUse("x"), 2),
        (NoWorkspace("x"), 3),
        (BadInput("x"), 4),
        (EditedFileInTheWay("x"), 5),
        (Locked("x"), 6),
        (MissingExtra("x"), 7),
        (click.UsageError("x"), 2),
        (PermissionError(13, "Permission denied", "/a/file"), 1),
        (OSError(28, "No space left on device"), 1),
        (ZeroDivisionError("x"), 70),
        (RecursionError("x"), 70),
        (KeyboardInterrupt(), 130),
        (EOFError(), 130),
    ],
)
def test_each_error_has_its_exit_code(error, code):
    assert run_command(failing(error), []) == code


def test_an_error_is_a_sentence_with_its_place_and_what_to_do(capsys):
    run_command(failing(BadInput("It is bad.", hint="Mend it.", place=Place("items/a.md", 3, 8))), [])
    captured = capsys.readouterr()
    assert captured.err == "letterbook: items/a.md:3:8: It is bad.\n    Mend it.\n"
    assert captured.out == ""


def test_an_error_can_be_an_object(capsys):
    error = BadInput("It is bad.", hint="Mend it.", place=Place("items/a.md", 3, 8))
    assert run_command(failing(error), ["--json"]) == 4
    captured = capsys.readouterr()
    assert captured.err == ""
    assert json.loads(captured.out) == {
        "error": {
            "code": "bad-input",
            "message": "It is bad.",
            "hint": "Mend it.",
            "file": "items/a.md",
            "line": 3,
            "column": 8,
        }
    }


def test_several_problems_of_one_file_are_all_told(capsys):
    findings = tuple(Finding("x", Severity.ERROR, f"Problem {n}.", place=Place("a.yaml", n)) for n in (1, 2))
    run_command(failing(BadInput.from_findings(findings)), [])
    assert capsys.readouterr().err == "a.yaml:1: error: Problem 1.\na.yaml:2: error: Problem 2.\n"


def test_what_nobody_foresaw_is_told_in_one_sentence_without_a_traceback(capsys):
    run_command(failing(ZeroDivisionError("division by zero")), [])
    message = capsys.readouterr().err
    assert message.startswith(
        "letterbook: Something in letterbook went wrong (ZeroDivisionError: division by"
    )
    assert "Traceback" not in message
    assert "--debug" in message


def test_debug_shows_where_it_happened(capsys):
    run_command(failing(ZeroDivisionError("x")), ["--debug"])
    assert "Traceback" in capsys.readouterr().err


def test_a_foreign_title_cannot_steer_the_terminal(capsys):
    run_command(failing(BadInput("A \x1b[31mred\u202e title.")), [])
    assert capsys.readouterr().err == "letterbook: A \\x1b[31mred\\u202e title.\n"


def test_a_foreign_title_cannot_steer_the_terminal_as_json(capsys):
    run_command(failing(BadInput("A \x1b[31mred\u202e\x9b title.")), ["--json"])
    output = capsys.readouterr().out
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert json.loads(output)["error"]["message"] == "A \x1b[31mred\u202e\x9b title."


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["itmes"], 'There is no command "letterbook itmes".', 'Did you mean "items"?'),
        (["frobnicate"], 'There is no command "letterbook frobnicate".', '"letterbook --help" lists them.'),
        (["init", "--smple"], "No such option '--smple'. Did you mean '--sample'?", "letterbook init --help"),
        (["items", "--jsn"], "No such option '--jsn'. Did you mean '--json'?", "letterbook items --help"),
        (["init", "a", "b"], "Got unexpected extra argument (b)", "letterbook init --help"),
        (["-C"], "Option '-C' requires an argument.", "-C DIR: Work in the workspace DIR"),
    ],
)
def test_wrong_use_says_what_was_meant(letterbook, arguments, sentence, hint):
    run = letterbook(*arguments)
    assert run.code == 2
    assert sentence in run.stderr
    assert hint in run.stderr
    assert run.stdout == ""
