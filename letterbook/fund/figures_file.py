"""The sheet of figures: `fund/figures.csv` or `.xlsx`, one figure a row.

Its columns are name, value, unit, as of, basis, period, status, source, show as, audience and lp. Names of
columns are compared loosely; columns that letterbook does not know are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from letterbook.currencies import DOLLAR, is_dollar
from letterbook.errors import BadInput
from letterbook.figure import Figure, Unit
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.figure_rows import COLUMNS, FigureRow, RowReader
from letterbook.fund.repeated import told_once
from letterbook.fund.spreadsheet_rows import ENDINGS
from letterbook.fund.stated_figures import Figures
from letterbook.fund.table import Table, column_key, read_table
from letterbook.printed_number import decimal_mark
from letterbook.suggestion import closest
from letterbook.word_lists import listed

SHEET = "figures"
NEEDED = ("name", "value")
_FOLDER = "fund"
_NEAR_OTHERS = frozenset({"audience", "lp"})  # to "audited", and to any short word


def find_figures_file(workspace: Path) -> Path:
    """The sheet of figures of the workspace in a folder.

    Raises BadInput when there is none, or more than one.
    """
    folder = workspace / _FOLDER
    paths = figures_files(workspace)
    if len(paths) == 1:
        return paths[0]
    if paths:
        message = f"There are several sheets of figures: {', '.join(path.name for path in paths)}."
        raise BadInput(message, hint="Keep one of them.", place=Place(str(folder)))
    raise BadInput(
        f"There is no {_FOLDER}/{SHEET}.csv or .xlsx in the workspace.",
        hint="Make one with the columns name, value, unit and as of; --figures names another.",
        place=Place(str(folder / f"{SHEET}.csv")),
    )


def figures_files(workspace: Path) -> tuple[Path, ...]:
    """All that may be the sheet of figures of the workspace in a folder; there should be one."""
    folder = workspace / _FOLDER
    paths = folder.iterdir() if folder.is_dir() else ()
    endings = {".csv", *ENDINGS}
    return tuple(
        sorted(path for path in paths if path.stem.casefold() == SHEET and path.suffix.casefold() in endings)
    )


def read_figures(path: Path, called: str = "") -> Figures:
    """The figures of a CSV file or a spreadsheet, whose sheet is `figures` or the first.

    Places name the file as it is `called`, else by its path. What is wrong with a row is a finding of
    severity error at its row and column, and the other rows are read. Raises BadInput when the file or the
    names of its columns cannot be used, and MissingExtra for a spreadsheet without the package that reads it.
    """
    table = read_table(path, "figures", sheet=SHEET, called=called)
    _refuse_without(table)
    reader = RowReader(table, _mark(table))
    rows = [reader.read(row) for row in table.rows]
    readable = [row for row in rows if row.figure]
    doubles = {id(row): fault for row, fault in _doubles(table, readable)}
    figures = tuple(row.figure for row in readable if row.figure and id(row) not in doubles)
    figures, dollars = _settled_dollars(table, figures)
    found = (
        *table.findings,
        *_column_findings(table),
        *reader.findings,
        *(finding for row in rows for finding in row.findings),
        *doubles.values(),
        *dollars,
        *_currencies(figures),
    )
    return Figures(table.file, figures, tuple(sorted(told_once(found), key=_by_place)))


def _by_place(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


def _mark(table: Table) -> str:
    """What stands before decimals in this file, as its numbers tell."""
    columns = ("value", "show_as")
    return decimal_mark(row.values.get(column, "") for row in table.rows for column in columns)


def _refuse_without(table: Table) -> None:
    """Raise BadInput, with a finding for each, for the needed columns that are not there."""
    unknown = [name for name in table.columns if column_key(name) not in COLUMNS]
    faults = []
    for needed in NEEDED:
        if needed not in table.positions:
            near = closest(needed, unknown)
            hint = f'Is it "{near}"? Rename it.' if near else f"The columns are {', '.join(table.columns)}."
            message = f'There is no column "{needed}".'
            place = table.place(table.header_line, column_key(near))
            faults.append(Finding("figure-column", Severity.ERROR, message, hint, place))
    if faults:
        raise BadInput.from_findings(tuple(faults))


def _column_findings(table: Table) -> Iterator[Finding]:
    """A warning for a column that may be meant to be one of ours."""
    looked_for = (column for column in COLUMNS if column not in _NEAR_OTHERS)
    missing = [column.replace("_", " ") for column in looked_for if column not in table.positions]
    for name in table.columns:
        key = column_key(name)
        near = closest(key.replace("_", " "), missing) if key not in COLUMNS else ""
        if near:
            message = f'The column "{name}" is not one of letterbook\'s, so it is only kept.'
            place = table.place(table.header_line, key)
            hint = f'Rename it if "{near}" is meant.'
            yield Finding("figure-column", Severity.WARNING, message, hint, place)


def _doubles(table: Table, rows: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, Finding]]:
    """The rows that say again what figure another is, each with what is to be told of it."""
    seen: dict[object, FigureRow] = {}
    for row in rows:
        first = seen.setdefault(row.key, row)
        if first is not row and row.figure:
            message = f'"{row.figure.name}" is there twice, first in row {first.line}.'
            hint = "Delete one of them, or tell them apart by their date, basis or period."
            place = table.place(row.line, "name")
            yield row, Finding("figure-twice", Severity.ERROR, message, hint, place)


def _settled_dollars(
    table: Table, figures: tuple[Figure, ...]
) -> tuple[tuple[Figure, ...], tuple[Finding, ...]]:
    """The figures with `$` read as US dollars; left out, and told, where the file has other dollars too."""
    currencies = {figure.unit.currency for figure in figures if is_dollar(figure.unit.currency)}
    others = sorted(currencies - {DOLLAR, "USD"})
    if DOLLAR not in currencies:
        return figures, ()
    unclear = [figure for figure in figures if figure.unit.currency == DOLLAR]
    if others:
        hint = f"Write the code of the currency as the unit, such as USD or {others[0]}."
        message = f'Whose dollars "$" means is not clear, since the file has {listed(others)} too.'
        told = tuple(
            Finding(
                "figure-unit",
                Severity.ERROR,
                message,
                hint,
                table.place(figure.place.line if figure.place else 0, "unit"),
            )
            for figure in unclear
        )
        return tuple(figure for figure in figures if figure not in unclear), told
    return tuple(_in_us_dollars(figure) for figure in figures), ()


def _in_us_dollars(figure: Figure) -> Figure:
    unit = Unit(figure.unit.kind, "USD") if figure.unit.currency == DOLLAR else figure.unit
    return replace(figure, unit=unit)


def _currencies(figures: Sequence[Figure]) -> Iterator[Finding]:
    """An error where one figure is in two currencies: they cannot be compared, let alone added."""
    first: dict[tuple[str, object], Figure] = {}
    for figure in figures:
        one = first.setdefault((column_key(figure.name), figure.basis), figure)
        if one.unit != figure.unit and figure.place and one.place:
            message = f'"{figure.name}" is in {figure.unit} here and in {one.unit} in row {one.place.line}.'
            hint = "Give each its own name, or both the same unit."
            yield Finding("figure-unit", Severity.ERROR, message, hint, figure.place)
