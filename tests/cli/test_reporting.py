"""What people read: colours only where they are wanted, nothing that could steer a terminal."""

from __future__ import annotations

import importlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

reporting = importlib.import_module("letterbook.cli.reporting")
counted = importlib.import_module("letterbook.cli.progress").counted


def in_a_terminal(*arguments, **environment):
    """What a command writes when its output is a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
    run = subprocess.Popen(
        [sys.executable, "-m", "letterbook", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**clean, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    written = b""
    try:
        while chunk := os.read(ours, 4096):
            written += chunk
    except OSError:
        pass  # Linux ends a terminal that nobody writes to any more with an error
    os.close(ours)
    run.wait()
    return written.decode()


def test_a_terminal_gets_colours():
    assert "\x1b[31mletterbook\x1b[0m" in in_a_terminal("nonsense")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colours_gets_none(environment):
    assert "\x1b[31m" not in in_a_terminal("nonsense", **environment)


def test_an_empty_wish_is_no_wish():
    assert "\x1b[31m" in in_a_terminal("nonsense", NO_COLOR="")


def test_every_sign_can_be_printed_under_the_plainest_locale(sample_workspace):
    environment = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(
        [sys.executable, "-m", "letterbook", "-C", sample_workspace, "sections"],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert run.returncode == 0, run.stderr


@given(st.text())
def test_nothing_unsafe_is_printed(text):
    assert not any(reporting.is_unsafe(character) for character in reporting.safe(text))


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs"))))
def test_ordinary_text_is_printed_as_it_is(text):
    assert reporting.safe(text) == text


def test_numbers_go_with_their_nouns():
    assert [reporting.count(number, "entry", "entries") for number in (0, 1, 1200)] == [
        "0 entries",
        "1 entry",
        "1,200 entries",
    ]


def test_a_path_is_shown_from_the_current_folder_when_it_lies_there():
    assert reporting.shown(Path.cwd() / "a" / "b.md") == str(Path("a") / "b.md")
    assert reporting.shown(Path("/elsewhere/b.md")) == "/elsewhere/b.md"


def test_counting_passes_everything_on_and_is_silent_outside_a_terminal(capsys):
    assert list(counted(range(1000), "Reading")) == list(range(1000))
    assert capsys.readouterr().err == ""
