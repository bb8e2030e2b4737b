"""The figures of a workspace: those that its sheet states, and those that its data allow to compute."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from letterbook.fund.computed import compute
from letterbook.fund.figures_file import Figures, figures_files, find_figures_file, read_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.twins import merged


def workspace_figures(workspace: Path, as_of: dt.date | None = None, *, of_investors: bool = True) -> Figures:
    """The figures of the workspace in a folder, stated ones first.

    See `merged` for those that are both, and `computed_figures` for the arguments. Raises BadInput when the
    sheet cannot be used, or there is neither a sheet nor data, and MissingExtra for a spreadsheet without
    the package that reads it.
    """
    data = read_fund_data(workspace)
    if figures_files(workspace) or (data.is_empty and not data.findings):
        path = find_figures_file(workspace)
        stated = read_figures(path, path.relative_to(workspace).as_posix())
    else:
        stated = Figures("", ())
    return merged(stated, compute(data, as_of, of_investors=of_investors))
