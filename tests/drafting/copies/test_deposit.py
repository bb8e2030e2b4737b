"""Many files into one folder at once, after a run that was killed and beside one that lives."""

from __future__ import annotations

import subprocess
import sys

import pytest

from letterbook.drafting.copies.deposit import deposit

KILLED = """
import os, signal, sys
from pathlib import Path
from letterbook.drafting.copies.deposit import deposit
with deposit(Path(sys.argv[1]), {}) as box:
    box.add("a.docx", b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def hidden(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is held there")
@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path, is_there):
    folder = tmp_path / "copies"
    subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)
    assert hidden(tmp_path)
    if is_there:
        folder.mkdir()
        subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)
        assert hidden(folder)
    with deposit(folder, {}) as box:
        box.add("a.docx", b"whole")
    assert [path.name for path in folder.iterdir()] == ["a.docx"]
    assert hidden(tmp_path) == []


def test_a_run_beside_another_leaves_its_files_alone(tmp_path):
    with deposit(tmp_path / "copies", {}) as one:
        one.add("a.docx", b"one")
        with deposit(tmp_path / "copies", {}) as other:
            other.add("b.docx", b"other")
        one.add("c.docx", b"one")
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == ["a.docx", "b.docx", "c.docx"]


def test_after_an_error_nothing_is_there(tmp_path):
    def stopped():
        with deposit(tmp_path / "copies", {}) as box:
            box.add("a.docx", b"one")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        stopped()
    assert list(tmp_path.iterdir()) == []
