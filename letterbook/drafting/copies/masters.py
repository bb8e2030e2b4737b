"""The files that copies are made of: the letter that was named, and its translations beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from letterbook.drafting.accounts.row_values import RowReader
from letterbook.drafting.editions.translations import language_of, original_name, translations_beside
from letterbook.errors import BadInput
from letterbook.files import unreadable
from letterbook.finding import Finding, Severity
from letterbook.fund.accounts.account_field import is_account_field
from letterbook.fund.recipients import Recipient, Recipients, column_key
from letterbook.suggestion import did_you_mean
from letterbook.writers.word.mail_merge.approved_file import ApprovedFile, open_approved_file
from letterbook.writers.word.mail_merge.copies import CopyMaker
from letterbook.writers.word.mail_merge.letter_language import letter_language

if TYPE_CHECKING:
    from letterbook.drafting.accounts.workspace_accounts import WorkspaceAccounts

LANGUAGE = "language"


@dataclass(frozen=True, eq=False)
class Master:
    """One file that copies are made of, and the columns that it needs by the names of its fields."""

    path: Path
    approved: ApprovedFile

    @cached_property
    def maker(self) -> CopyMaker:
        """What makes its copies."""
        return CopyMaker(self.approved)

    @cached_property
    def columns(self) -> Mapping[str, str]:
        """The key of the recipients' column for each field that it needs."""
        return {field: column_key(field) for field in self.approved.columns}

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that it prints, each once."""
        return tuple(dict.fromkeys(span.field for span in self.approved.fields))


def open_master(path: Path) -> Master:
    """The master in the file `path`; raises BadInput when no copies can be made of it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    return Master(path, open_approved_file(str(path), data))


class Masters:
    """The master for each recipient: that of the language in their row, else the file that was named.

    A translation is opened when somebody needs it.
    """

    def __init__(self, path: Path, people: Recipients, folder: Path) -> None:
        """Raises BadInput when the file that was named cannot be used.

        The data for accounts are those of the workspace around `folder` or the file that drafted it.
        """
        self._people, self._folder = people, folder
        self._readers: dict[Master, RowReader] = {}
        self._accounts: dict[tuple[Path, str, str], WorkspaceAccounts | None] = {}
        self._named = open_master(path)
        self._beside: Mapping[str, Path] = {}
        self._opened: dict[Path, Master] = {path: self._named}
        if self._has_languages:
            self._beside = {
                language: file for language, file in translations_beside(path).items() if file != path
            }

    @property
    def draft(self) -> str:
        """What copies are called by: the name of the letter, without a language behind it."""
        path = self._named.path
        return original_name(path.stem) if language_of(path) else path.stem

    def opened(self, rows: Sequence[Recipient]) -> tuple[Master, ...]:
        """The file that was named, and those that `rows` ask for besides, in their order.

        Raises BadInput when one of them cannot be used.
        """
        for row in rows:
            self.of(row)
        return tuple(self._opened.values())

    def of(self, row: Recipient) -> Master | None:
        """The master for a row; None when there is none in its language."""
        language = self._language(row)
        if not language or language == self._own_language:
            return self._named
        path = self._beside.get(language)
        if path is None:
            path = self._related(language)
        if path is None:
            return self._named if _main(language) == _main(self._own_language) else None
        if path not in self._opened:
            self._opened[path] = open_master(path)
        return self._opened[path]

    def missing(self, row: Recipient) -> Finding:
        """The finding for a row in whose language there is no file."""
        written = row.values[LANGUAGE].strip()
        suffix = self._named.path.suffix
        known = sorted({*self._beside, self._own_language} - {""})
        hint = (
            did_you_mean(written, known) or f"There {'is' if len(known) == 1 else 'are'} {', '.join(known)}."
        )
        message = f'There is no "{self.draft}.{written}{suffix}" for the language "{written}".'
        return Finding(
            "recipients-language", Severity.ERROR, message, hint, self._people.place(row.line, LANGUAGE)
        )

    def reader(self, master: Master) -> RowReader:
        """What reads the rows of those who get a copy of `master`.

        Raises BadInput when that prints values of accounts and does not say of which day.
        """
        if master not in self._readers:
            found = self._accounts_of(master)
            accounts = found.accounts if found else None
            self._readers[master] = RowReader(self._people, master.columns, accounts)
        return self._readers[master]

    @property
    def account_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the data of the accounts that some master prints."""
        found = (each.findings for each in self._accounts.values() if each)
        return tuple(dict.fromkeys(finding for findings in found for finding in findings))

    def _accounts_of(self, master: Master) -> WorkspaceAccounts | None:
        """The accounts of the workspace that drafted a master; None where it asks for none, or has none."""
        if not any(map(is_account_field, master.approved.columns)):
            return None
        # Most letters have no accounts, and need not wait for what computes them.
        from letterbook.drafting.accounts.workspace_accounts import (  # noqa: PLC0415
            open_accounts,
            workspace_of_letter,
        )

        properties = master.approved.properties
        workspace = workspace_of_letter(master.path, properties.build, self._folder)
        if workspace is None:
            return None
        key = workspace.root, properties.as_of, properties.period_start
        if key not in self._accounts:
            self._accounts[key] = open_accounts(workspace, properties, master.path)
        return self._accounts[key]

    @property
    def _has_languages(self) -> bool:
        return LANGUAGE in self._people.positions

    @cached_property
    def _own_language(self) -> str:
        said = language_of(self._named.path) or letter_language(self._named.approved.file)
        return said.casefold()

    def _language(self, row: Recipient) -> str:
        return row.values[LANGUAGE].strip().casefold().replace("_", "-") if self._has_languages else ""

    def _related(self, language: str) -> Path | None:
        """The only file in another form of a language: `pt-BR` for `pt`, `de` for `de-CH`."""
        if _main(language) == _main(self._own_language):
            return None
        found = [file for known, file in self._beside.items() if _main(known) == _main(language)]
        return found[0] if len(found) == 1 else None


def _main(language: str) -> str:
    return language.partition("-")[0]


def _missing_columns(reader: RowReader, people: Recipients) -> Iterator[Finding]:
    """A finding for each field of a letter that the recipients do not have."""
    for field in reader.unknown:
        hint = did_you_mean(field, people.columns) or f"The columns are {', '.join(people.columns)}."
        if is_account_field(field):
            hint = "Add it, or make the copies in the workspace that drafted the letter and has its data."
        yield Finding(
            "recipients-field",
            Severity.ERROR,
            f'The letter asks for "{field}", and there is no such column.',
            hint,
            people.place(people.header_line),
        )


def refuse_missing_columns(readers: Iterable[RowReader], people: Recipients) -> None:
    """Raise BadInput, with a finding for each, for fields that are neither columns nor of an account."""
    missing = tuple(dict.fromkeys(found for reader in readers for found in _missing_columns(reader, people)))
    if missing:
        raise BadInput.from_findings(missing)
