"""Where a command takes the figures from: the workspace, or the file that `--figures` names."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.fund.figures_file import Figures, find_figures_file, read_figures
from letterbook.library.workspace import find_workspace

figures_option = click.option(
    "--figures",
    "file",
    default="",
    metavar="FILE",
    help="Take the figures from this CSV file or spreadsheet; no workspace is needed then.",
)


def load_figures(folder: Path, file: str) -> Figures:
    """The figures of the file that was named, else of the workspace around `folder`."""
    if file:
        return read_figures(Path(file).expanduser())
    workspace = find_workspace(folder)
    path = find_figures_file(workspace.root)
    return read_figures(path, workspace.relative(path))
