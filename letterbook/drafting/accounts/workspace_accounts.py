"""The accounts that the data of a workspace tell, on the day that a letter says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from letterbook.drafting.output.builds import read_build
from letterbook.errors import BadInput, LetterbookError
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.accounts.account_field import is_account_field
from letterbook.fund.accounts.accounts import Accounts
from letterbook.fund.data_files import DataFolder
from letterbook.fund.figures_file import figures_files, find_figures_file, read_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.stated_figures import Figures
from letterbook.library.workspace import Workspace, workspace_around
from letterbook.record import record
from letterbook.writers.word.mail_merge.meanings import Properties

FILES = ("cashflows", "nav", "recipients")
"""The tables that accounts are made from."""

_OF_ACCOUNTS = ("cashflows-", "nav-", "fund-", "figure")


@record
class WorkspaceAccounts:
    """The accounts of a workspace, and what is wrong with the data that they are made from."""

    workspace: Workspace
    accounts: Accounts
    findings: tuple[Finding, ...]


def asks_for_account(fields: tuple[str, ...]) -> bool:
    """Whether a letter with these recipients' fields may print values of accounts."""
    return any(map(is_account_field, fields))


def workspace_of_letter(file: Path, build: str, folder: Path) -> Workspace | None:
    """The workspace in which the letter `file` was drafted: around `folder`, or else around the file itself.

    None for a workspace that does not know the build: the accounts of another one are nobody's business.
    Raises BadInput when its record of the build is damaged.
    """
    for place in (folder, file.absolute().parent):
        workspace = workspace_around(place)
        if workspace is not None and read_build(workspace, build) is not None:
            return workspace
    return None


def open_accounts(workspace: Workspace, properties: Properties, file: Path) -> WorkspaceAccounts | None:
    """The accounts of a workspace on the day and for the period that a letter's properties say.

    None where the workspace has no data of investors. Raises BadInput when the letter does not say its day.
    """
    root = workspace.root
    sheet = _sheet(workspace)
    if not sheet.figures and not sheet.findings and not _has_data(root):
        return None
    as_of = _day(properties.as_of)
    if as_of is None:
        raise BadInput(
            f"{file.name} does not say of which day its figures are.",
            hint="Give the edition a number such as 2026 H1, or as-of, and draft it again.",
            place=Place(str(file)),
        )
    data = read_fund_data(root)
    told = (each for each in (*data.findings, *sheet.findings) if _is_about_accounts(each))
    accounts = Accounts(data, sheet.figures, as_of, _day(properties.period_start))
    return WorkspaceAccounts(workspace, accounts, tuple(told))


def account_files(workspace: Workspace) -> Iterator[str]:
    """The paths, from the workspace, of the files that its accounts are made from."""
    folder = DataFolder(workspace.root)
    for name in FILES:
        try:
            found = folder.find(name)
        except LetterbookError:
            continue
        if found is not None:
            yield found.called
    for path in (folder.path("fund.yaml"), *figures_files(workspace.root)):
        if path.is_file():
            yield workspace.relative(path)


def _has_data(root: Path) -> bool:
    try:
        folder = DataFolder(root)
        return folder.find("cashflows") is not None or folder.find("nav") is not None
    except LetterbookError:
        return True  # what is wrong is told when they are read


def _sheet(workspace: Workspace) -> Figures:
    """The sheet of figures; without any where there is none, or it cannot be read, which is told."""
    if not figures_files(workspace.root):
        return Figures("", ())
    try:
        path = find_figures_file(workspace.root)
        return read_figures(path, workspace.relative(path))
    except LetterbookError as error:
        first = Finding("figures-unreadable", Severity.ERROR, error.message, error.hint, error.place)
        return Figures("", (), error.findings or (first,))


def _is_about_accounts(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and finding.id.startswith(_OF_ACCOUNTS)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
