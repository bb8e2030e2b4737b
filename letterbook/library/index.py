"""The index: items as last read, in `.letterbook/`, so that unchanged files are not parsed again.

It is a throw-away cache keyed by path, time and size. Deleting it changes nothing but the time the
next command takes; one that is damaged, foreign or of another release is made anew without a word.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience, Highlight, Item, Passage, Turn
from letterbook.record import record

INDEX_FILE = "items.sqlite"

_FORM = "1"
_WAIT_SECONDS = 1.0


@record
class Stamp:
    """What tells whether a file has changed."""

    mtime_ns: int
    size: int


@record
class Entry:
    """What reading a file gave; a file that cannot be read has no entry."""

    item: Item
    findings: tuple[Finding, ...] = ()


@record
class Indexed:
    """An entry of the index, still encoded, and the stamp of the file it was read from."""

    stamp: Stamp
    encoded: str

    def entry(self) -> Entry | None:
        """The entry, or None when it cannot be decoded."""
        try:
            return decode(self.encoded)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return None


def load_index(folder: Path, reader: str) -> dict[str, Indexed]:
    """All entries by path; none when there is no index that fits. `reader` says what wrote entries."""
    file = folder / INDEX_FILE
    if not file.is_file():
        return {}
    try:
        with closing(sqlite3.connect(file, timeout=_WAIT_SECONDS)) as connection:
            if connection.execute("SELECT form FROM form").fetchone() != (_signature(reader),):
                return {}
            rows = connection.execute("SELECT path, mtime_ns, size, entry FROM items").fetchall()
    except sqlite3.Error:
        return {}
    return {path: Indexed(Stamp(mtime_ns, size), entry) for path, mtime_ns, size, entry in rows}


def update_index(
    folder: Path, reader: str, changed: Mapping[str, tuple[Stamp, Entry]], gone: Iterable[str]
) -> None:
    """Record `changed` entries and forget those `gone`; an index that does not fit is made anew.

    A folder that cannot be written, or an index that another run holds, is left as it is.
    """
    file = folder / INDEX_FILE
    try:
        folder.mkdir(exist_ok=True)
        try:
            _write(file, reader, changed, gone)
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            delete_index(folder)
            _write(file, reader, changed, ())
    except (OSError, sqlite3.Error):
        return


def delete_index(folder: Path) -> None:
    """Delete the index and what SQLite may have left beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        (folder / f"{INDEX_FILE}{ending}").unlink(missing_ok=True)


def encode(entry: Entry) -> str:
    """An entry as JSON: every dataclass is the list of its values."""
    return json.dumps([entry.item, entry.findings], default=_values, ensure_ascii=True)


def decode(encoded: str) -> Entry:
    """The entry that `encode` made text of. Raises TypeError, ValueError and the like for other text."""
    item, findings = json.loads(encoded)
    return Entry(_item(item), tuple(map(_finding, findings)))


def _write(file: Path, reader: str, changed: Mapping[str, tuple[Stamp, Entry]], gone: Iterable[str]) -> None:
    with closing(sqlite3.connect(file, timeout=_WAIT_SECONDS)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        _make_tables(connection, reader)
        connection.executemany("DELETE FROM items WHERE path = ?", [(path,) for path in gone])
        connection.executemany(
            "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?)",
            ((path, stamp.mtime_ns, stamp.size, encode(entry)) for path, (stamp, entry) in changed.items()),
        )


def _make_tables(connection: sqlite3.Connection, reader: str) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS form (form TEXT)")
    if connection.execute("SELECT form FROM form").fetchone() == (_signature(reader),):
        return
    connection.execute("DELETE FROM form")
    connection.execute("INSERT INTO form VALUES (?)", (_signature(reader),))
    connection.execute("DROP TABLE IF EXISTS items")
    connection.execute(
        "CREATE TABLE items (path TEXT PRIMARY KEY, mtime_ns INTEGER, size INTEGER, entry TEXT)"
    )


_TYPES: tuple[type[Any], ...] = (Item, Highlight, Passage, Turn, Finding, Place)
_NAMES: dict[type, tuple[str, ...]] = {kind: tuple(each.name for each in fields(kind)) for kind in _TYPES}
_TUPLES: dict[type, tuple[int, ...]] = {
    kind: tuple(at for at, each in enumerate(fields(kind)) if isinstance(each.default, tuple))
    for kind in _TYPES
}


def _signature(reader: str) -> str:
    """Changes with the form, the reader and the fields of the types."""
    names = {kind.__name__: names for kind, names in _NAMES.items()}
    return json.dumps([_FORM, reader, names])


def _values(value: object) -> list[object]:
    return [getattr(value, name) for name in _NAMES[type(value)]]


def _item(values: list[Any]) -> Item:
    named = _named(Item, values)
    named["audience"] = Audience(named["audience"])
    named["commentary"] = tuple(Passage(*passage) for passage in named["commentary"])
    named["highlights"] = tuple(map(_highlight, named["highlights"]))
    return Item(**named)


def _highlight(values: list[Any]) -> Highlight:
    named = _named(Highlight, values)
    named["transcript"] = tuple(Turn(*turn) for turn in named["transcript"])
    return Highlight(**named)


def _named(kind: type, values: list[Any]) -> dict[str, Any]:
    """The values under the names of the fields of `kind`; JSON's lists are tuples again."""
    for position in _TUPLES[kind]:
        values[position] = tuple(values[position])
    return dict(zip(_NAMES[kind], values, strict=True))


def _finding(values: list[Any]) -> Finding:
    name, severity, message, hint, place, allowed = values
    return Finding(name, Severity(severity), message, hint, Place(*place) if place else None, allowed)
