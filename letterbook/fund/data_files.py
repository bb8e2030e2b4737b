"""Where a table of the fund's data lies: a file of its name, or a sheet of that name in `fund/fund.xlsx`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from letterbook.errors import BadInput, LetterbookError
from letterbook.files import unreadable
from letterbook.finding import Finding, Place, Severity
from letterbook.fund import FOLDER
from letterbook.fund.spreadsheet_rows import ENDINGS, SheetNames, sheet_names
from letterbook.fund.table import LARGEST_FILE, Table, read_table
from letterbook.record import record

ALL_IN_ONE = "fund"
_CSV = ".csv"
_IS_HIDDEN = 'The sheet "{}" is hidden, so it was not read.'
_OTHER_NAMES = {"recipients": "lps"}


@record
class DataFile:
    """A file with a table, or the sheet of one; `called` is its path within the workspace.

    Places name the sheet where it `is_one_of_many` tables in its file.
    """

    path: Path
    called: str
    sheet: str = ""
    is_one_of_many: bool = False

    def table(self, of: str) -> Table:
        """The table, whose rows are each one `of` something; raises as `read_table` does."""
        try:
            return read_table(
                self.path, of, sheet=self.sheet, called=self.called, is_one_of_many=self.is_one_of_many
            )
        except LetterbookError as error:
            sheet = self.sheet if self.is_one_of_many else ""
            error.place = replace(error.place or Place(self.called), file=self.called, sheet=sheet)
            raise


class DataFolder:
    """The folder `fund` of the workspace in a folder."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / FOLDER
        # All entries: a folder or a broken link with the name of a table is told when it is read.
        self._files = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        self._sheets: dict[Path, SheetNames] = {}
        self._hidden: dict[Place, str] = {}

    @property
    def hidden_tables(self) -> tuple[Finding, ...]:
        """A warning for each table looked for that is only a hidden sheet."""
        hint = "Unhide it in the spreadsheet, or delete it."
        return tuple(
            Finding(f"{name}-file", Severity.WARNING, _IS_HIDDEN.format(place.sheet), hint, place)
            for place, name in self._hidden.items()
        )

    def find(self, name: str) -> DataFile | None:
        """Where the table `name` is; None when it is nowhere.

        Raises BadInput when it is in two places, or the spreadsheet cannot be read, and MissingExtra for one
        without the package that reads it.
        """
        places = [*self._own_files(name), *self._sheets_named(name)]
        if len(places) > 1:
            message = f"There are several tables {name}: {' and '.join(place.called for place in places)}."
            raise BadInput(message, hint="Keep one of them.", place=Place(f"{FOLDER}/{name}"))
        if not places:
            self._hidden |= dict.fromkeys(self._sheets_hidden(name), name)
        return places[0] if places else None

    def path(self, name: str) -> Path:
        """The path of a file in the folder, whether it is there or not."""
        return self._folder / name

    def _own_files(self, name: str) -> list[DataFile]:
        endings = {_CSV, *ENDINGS}
        return [
            DataFile(path, f"{FOLDER}/{path.name}", path.stem if path.suffix.casefold() in ENDINGS else "")
            for path in self._files
            if path.stem.casefold() in _names_of(name) and path.suffix.casefold() in endings
        ]

    def _sheets_named(self, name: str) -> list[DataFile]:
        return [
            DataFile(path, f"{FOLDER}/{path.name}", sheet, is_one_of_many=True)
            for path in self._all_in_one()
            for sheet in self._names(path).seen
            if sheet.strip().casefold() in _names_of(name)
        ]

    def _sheets_hidden(self, name: str) -> Iterator[Place]:
        for path in self._all_in_one():
            for sheet in self._names(path).hidden:
                if sheet.strip().casefold() in _names_of(name):
                    yield Place(f"{FOLDER}/{path.name}", sheet=sheet)

    def _all_in_one(self) -> Iterator[Path]:
        for path in self._files:
            if path.stem.casefold() == ALL_IN_ONE and path.suffix.casefold() in ENDINGS:
                yield path

    def _names(self, path: Path) -> SheetNames:
        if path not in self._sheets:
            self._sheets[path] = SheetNames()  # told once, when the first table is looked for
            self._sheets[path] = _sheet_names(path, f"{FOLDER}/{path.name}")
        return self._sheets[path]


def _names_of(table: str) -> tuple[str, ...]:
    """What a table may be called: its name, or another that is usual."""
    return table, _OTHER_NAMES.get(table, table)


def _sheet_names(path: Path, called: str) -> SheetNames:
    try:
        if path.stat().st_size > LARGEST_FILE:
            limit = LARGEST_FILE // 1024 // 1024
            raise BadInput(f"{called} has more than {limit} MB.", hint="Split it.", place=Place(called))
        data = path.read_bytes()
        return sheet_names(path, data)
    except OSError as error:
        refused = unreadable(path, error)
        refused.place = Place(called)
        raise refused from error
    except LetterbookError as error:
        error.place = Place(called)
        raise
