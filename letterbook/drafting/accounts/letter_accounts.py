"""What a letter tells all its recipients of their accounts: it is approved with it, and may change after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from letterbook.drafting.accounts.row_values import RowReader
from letterbook.drafting.accounts.workspace_accounts import asks_for_account, open_accounts
from letterbook.errors import BadInput, LetterbookError
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.data_files import DataFolder
from letterbook.fund.recipients import Recipient, Recipients, column_key
from letterbook.library.workspace import Workspace
from letterbook.record import named_record
from letterbook.writers.word.mail_merge.meanings import Properties, read_properties
from letterbook.writers.word.opened.word_file import read_word_file

_RECIPIENTS = "recipients"


@named_record
class LetterAccounts:
    """The texts of the fields of accounts for each recipient of the workspace, by what they are known by.

    `places` are their rows, `findings` what is wrong with the values.
    """

    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def letter_accounts(workspace: Workspace, path: Path, data: bytes) -> LetterAccounts:
    """What the letter `data`, in the file `path`, says to the recipients of a workspace of their accounts.

    Nothing where it asks for no account, or the workspace has none.
    """
    try:
        properties = read_properties(read_word_file(path.name, data))
    except BadInput:
        return LetterAccounts()  # nothing in it depends on a recipient
    names = tuple(dict.fromkeys(each.column for each in properties.meanings.values()))
    if not asks_for_account(names):
        return LetterAccounts()
    try:
        people = _people(workspace)
        return _read(workspace, path, properties, people, names) if people else LetterAccounts()
    except LetterbookError as error:
        return LetterAccounts(findings=error.findings or (_finding(error, path),))


def _read(
    workspace: Workspace, path: Path, properties: Properties, people: Recipients, names: tuple[str, ...]
) -> LetterAccounts:
    """Raises BadInput when the letter does not say of which day its figures are."""
    opened = open_accounts(workspace, properties, path)
    if opened is None:
        return LetterAccounts()
    reader = RowReader(people, {name: column_key(name) for name in names}, opened.accounts)
    findings = list(opened.findings)
    values: dict[str, Mapping[str, str]] = {}
    places: dict[str, Place] = {}
    for row in people.rows:
        read = reader.read(row)
        findings += (*read.faults, *read.told)
        known_by = _known_by(row)
        if known_by in values:  # another contact of the same investor
            known_by = f"{known_by}, row {row.line}"
        values[known_by] = {name: read.values[name] for name in reader.of_accounts}
        places[known_by] = people.place(row.line)
    return LetterAccounts(values=values, places=places, findings=tuple(dict.fromkeys(findings)))


def _people(workspace: Workspace) -> Recipients | None:
    file = DataFolder(workspace.root).find(_RECIPIENTS)
    return file.table(_RECIPIENTS) if file else None


def _known_by(row: Recipient) -> str:
    """The lp of a recipient, or else the name; and the fund, where the row says one."""
    said = (
        row.values.get("lp", "").strip() or row.values.get("name", "").strip(),
        row.values.get("fund", ""),
    )
    return ", ".join(filter(None, said))


def _finding(error: LetterbookError, path: Path) -> Finding:
    return Finding(
        "account-unreadable", Severity.ERROR, error.message, error.hint, error.place or Place(path.name)
    )
