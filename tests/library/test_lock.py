from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.errors import Locked
from letterbook.library.lock import locked
from letterbook.library.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "letterbook.yaml").touch()
    return open_workspace(folder)


def test_a_second_run_is_told_which_workspace_is_held(workspace: Workspace) -> None:
    with locked(workspace), pytest.raises(Locked) as caught, locked(workspace, wait=0):
        pass
    assert str(workspace.root) in caught.value.message


def test_the_lock_is_released_also_after_an_error(workspace: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), locked(workspace):
        raise ZeroDivisionError
    with locked(workspace, wait=0):
        assert list(workspace.root.iterdir()) == [workspace.root / "letterbook.yaml"]


def test_another_workspace_is_not_held(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letterbook.yaml").touch()
    other = open_workspace(tmp_path)
    with locked(workspace), locked(other, wait=0):
        assert other.root != workspace.root


def test_without_a_cache_folder_the_lock_still_works(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = workspace.root / "letterbook.yaml"
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("LOCALAPPDATA", str(blocked))
    monkeypatch.setenv("HOME", str(blocked))
    with locked(workspace), pytest.raises(Locked), locked(workspace, wait=0):
        pass
