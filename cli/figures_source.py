"""Where a command takes the figures from: the workspace, or the file that `--figures` names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from letterbook.errors import NoWorkspace, WrongUse
from letterbook.fund.dates import read_date
from letterbook.fund.figures_file import read_figures
from letterbook.fund.not_understood import NotUnderstood
from letterbook.fund.stated_figures import Figures
from letterbook.fund.workspace_figures import workspace_figures
from letterbook.library.workspace import find_workspace

figures_option = click.option(
    "--figures",
    "file",
    default="",
    metavar="FILE",
    help="Take the figures from this CSV file or spreadsheet; no workspace is needed then.",
)


def load_figures(folder: Path, file: str, as_of: date | None = None, *, of_investors: bool = True) -> Figures:
    """The figures of the file that was named, else of the workspace around `folder`.

    Those of a workspace are stated or computed, for the day `as_of` or each day with a value, and for single
    investors or not.
    """
    if file:
        return read_figures(Path(file).expanduser())
    try:
        workspace = find_workspace(folder)
    except NoWorkspace as error:
        raise NoWorkspace(
            error.message, hint=f"--figures FILE names a sheet of figures. {error.hint}"
        ) from error
    return workspace_figures(workspace.root, as_of, of_investors=of_investors)


def day_given(text: str) -> date | None:
    """The day that an option names, None where it is not given. Raises WrongUse for what is no day."""
    try:
        return read_date(text) if text else None
    except NotUnderstood as error:
        raise WrongUse(error.message, hint=error.hint) from error
