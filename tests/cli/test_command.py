"""Words that begin with a minus, and the options that every command has."""

from __future__ import annotations

import importlib

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

behind_dashes = importlib.import_module("letterbook.cli.command").behind_dashes
PARAMETERS = [
    click.Argument(["words"], nargs=-1),
    click.Option(["-o", "--output"]),
    click.Option(["--json"], is_flag=True),
]


@pytest.mark.parametrize(
    ("given_words", "parsed"),
    [
        (["theme:ssm", "-used"], ["theme:ssm", "--", "-used"]),
        (["-used", "theme:ssm"], ["theme:ssm", "--", "-used"]),
        (["-theme:ai", "-o", "a.docx"], ["-o", "a.docx", "--", "-theme:ai"]),
        (["-state space"], ["--", "-state space"]),
        (["-o", "-"], ["-o", "-"]),
        (["-o", "-x"], ["-o", "-x"]),
        (["-"], ["-"]),
        (["--jsn", "-used"], ["--jsn", "--", "-used"]),
        (["--json", "word"], ["--json", "word"]),
        (["-a", "--", "-b", "--json"], ["--", "-a", "-b", "--json"]),
        (["-o"], ["-o"]),
        ([], []),
    ],
)
def test_words_with_one_minus_go_behind_the_dashes(given_words, parsed):
    assert behind_dashes(given_words, PARAMETERS) == parsed


@given(
    st.lists(
        st.sampled_from(["-used", "word", "-o", "--json", "-", "--output", "-x y", "--nope"]), max_size=8
    )
)
def test_no_word_is_lost_or_added(words):
    moved = behind_dashes(words, PARAMETERS)
    assert sorted(word for word in moved if word != "--") == sorted(words)


def test_the_workspace_may_be_named_before_and_after_the_command(letterbook, empty_workspace):
    before = letterbook("-C", empty_workspace, "init", "--json")
    after = letterbook("init", "-C", empty_workspace, "--json")
    assert before.json == after.json == {"workspace": str(empty_workspace.resolve()), "written": []}
