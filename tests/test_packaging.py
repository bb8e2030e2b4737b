"""What is installed: every package, every data file, one command."""

from __future__ import annotations

import tomllib
import zipfile
from importlib.metadata import metadata
from importlib.resources import files
from pathlib import Path

import pytest
from build import ProjectBuilder

import letterbook

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DATA_FOLDERS = ("sections", "templates")


def folders_with_code():
    yield from (path.parent for path in (ROOT / "letterbook").rglob("__init__.py"))
    yield from (path.parent for path in (ROOT / "cli").rglob("__init__.py"))
    yield from (ROOT / name for name in DATA_FOLDERS)


def package_name(folder):
    name = ".".join(folder.relative_to(ROOT).parts)
    return name if name.split(".")[0] == "letterbook" else f"letterbook.{name}"


def test_every_folder_with_code_is_a_listed_package():
    listed = PROJECT["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted({package_name(folder) for folder in folders_with_code()})


def test_the_link_to_the_commands_lets_type_checkers_see_them_as_a_package():
    assert (ROOT / "letterbook" / "cli").resolve() == ROOT / "cli"


def test_the_installed_version_is_that_of_the_source():
    assert metadata("letterbook")["Version"] == letterbook.__version__


def data_files():
    return {
        f"letterbook/{path.relative_to(ROOT).as_posix()}"
        for name in DATA_FOLDERS
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def source_files():
    code = {path for name in ("letterbook", "cli") for path in (ROOT / name).rglob("*.py")}
    names = {
        path.relative_to(ROOT).as_posix() for path in code if not path.is_relative_to(ROOT / "letterbook/cli")
    }
    return {name if name.startswith("letterbook/") else f"letterbook/{name}" for name in names}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names in a wheel built from a copy of the sources, with the tools of this environment."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (copy / name).write_bytes((ROOT / name).read_bytes())
    for name in ("letterbook", "cli", "sections", "templates"):
        copy_folder(ROOT / name, copy / name)
    built = ProjectBuilder(copy).build("wheel", copy / "dist")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def copy_folder(source, target):
    for path in source.rglob("*"):
        if (
            path.is_file()
            and "__pycache__" not in path.parts
            and not path.is_relative_to(ROOT / "letterbook/cli")
        ):
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())


def test_the_wheel_holds_all_code_and_all_data_and_nothing_else(wheel):
    expected = source_files() | data_files() | {"letterbook/py.typed"}
    assert {name for name in wheel if ".dist-info/" not in name} == expected


def test_data_are_found_as_resources_of_their_packages():
    workspaces = files("letterbook.templates") / "workspaces"
    assert sorted(entry.name for entry in workspaces.iterdir()) == ["empty", "sample"]
