"""What many tests use: the command line through its entry point, the seeds, and the `--refresh` flag."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser):
    parser.addoption("--refresh", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request):
    """Compares a text with a golden file of `tests/data`; with `--refresh` writes the file anew."""

    def compare(name, text):
        path = ROOT / "tests" / "data" / name
        if request.config.getoption("--refresh"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def seeds():
    """The folder with the real edition and export, which is not part of the project."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the seeds are not beside the project")
    return folder


@dataclass(frozen=True)
class Run:
    """What a command did: its exit code and what it wrote."""

    code: int
    output: bytes
    stderr: str

    @property
    def stdout(self):
        return self.output.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.stdout)


@pytest.fixture(scope="session")
def entry_point():
    """The function behind the installed command `letterbook`."""
    (script,) = entry_points(group="console_scripts", name="letterbook")
    return script.load()


@pytest.fixture
def letterbook(entry_point, monkeypatch):
    """Run a command through the entry point, in this process, without a terminal."""

    def run(*arguments, stdin=""):
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
            with pytest.raises(SystemExit) as end:
                entry_point([str(argument) for argument in arguments])
            return Run(end.value.code, out.getvalue(), err.getvalue().decode())

    return run


@pytest.fixture
def empty_workspace(letterbook, tmp_path):
    """A new workspace with nothing in it."""
    assert letterbook("init", tmp_path / "ws").code == 0
    return tmp_path / "ws"


@pytest.fixture
def sample_workspace(letterbook, tmp_path):
    """A new workspace with the sample's items, editions and export."""
    assert letterbook("init", tmp_path / "sample", "--sample").code == 0
    return tmp_path / "sample"
