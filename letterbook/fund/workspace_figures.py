"""The figures of a workspace: those that its sheet states, and those that its data allow to compute."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.computed import compute
from letterbook.fund.figures_file import figures_files, find_figures_file, read_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.stated_figures import Figures
from letterbook.fund.twins import merged


def workspace_figures(workspace: Path, as_of: dt.date | None = None, *, of_investors: bool = True) -> Figures:
    """The figures of the workspace in a folder, stated ones first.

    See `merged` for those that are both, and `computed_figures` for the arguments. A sheet that cannot be
    used is told, and the computed ones remain. Raises BadInput when there is neither a sheet nor data, or no
    data beside a sheet that cannot be used, and MissingExtra for a spreadsheet without the package that
    reads it.
    """
    data = read_fund_data(workspace)
    stated = Figures("", ())
    if figures_files(workspace) or (data.is_empty and not data.findings):
        try:
            stated = _stated(workspace)
        except BadInput as error:
            if data.is_empty:
                raise
            stated = Figures("", (), error.findings or (_of_the_sheet(error),))
    return merged(stated, compute(data, as_of, of_investors=of_investors))


def _stated(workspace: Path) -> Figures:
    path = find_figures_file(workspace)
    called = path.relative_to(workspace).as_posix()
    try:
        return read_figures(path, called)
    except BadInput as error:
        error.place = replace(error.place or Place(called), file=called)
        raise


def _of_the_sheet(error: BadInput) -> Finding:
    return Finding("figures-unreadable", Severity.ERROR, error.message, error.hint, error.place)
