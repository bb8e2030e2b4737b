"""The line that adds a package to the Python that letterbook runs in."""

from __future__ import annotations

import sys

import pytest

from letterbook.extras import install_line


@pytest.mark.parametrize(
    ("prefix", "line"),
    [
        ("/home/ines/.local/share/pipx/venvs/letterbook", "pipx inject letterbook matplotlib"),
        ("/home/ines/.local/share/uv/tools/letterbook", "uv pip install --python /x/python matplotlib"),
        ("/home/ines/letterbook/.venv", "/x/python -m pip install matplotlib"),
    ],
)
def test_the_line_is_that_of_the_tool_that_installed_letterbook(monkeypatch, prefix, line):
    monkeypatch.setattr(sys, "prefix", prefix)
    monkeypatch.setattr(sys, "executable", "/x/python")
    assert install_line("matplotlib") == line


def test_a_path_with_blanks_is_quoted(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/Users/Ines B/python")
    assert install_line("matplotlib") == '"/Users/Ines B/python" -m pip install matplotlib'
