"""Importing a thousand notes into an empty workspace, from files to files, flushed to disk."""

from __future__ import annotations

from datetime import date
from itertools import chain
from pathlib import Path
from time import perf_counter

from letterbook.importers import read_path
from letterbook.library.reimport.receive import receive
from letterbook.library.workspace import open_workspace

NOTES = 1000


def notes_per_second(folder: Path, run: int) -> float:
    """How many notes a second are read, merged and written, with their base records."""
    exports, root = folder / "exports", folder / f"import{run}"
    if not exports.exists():
        _write_exports(exports)
    root.mkdir()
    (root / "letterbook.yaml").write_text("author: Ada Quist\n")
    workspace = open_workspace(root)
    began = perf_counter()
    files = read_path(exports)
    report = receive(workspace, chain.from_iterable(file.items for file in files), today=date(2026, 1, 15))
    seconds = perf_counter() - began
    if report.new != NOTES:
        message = f"{report.new} of {NOTES} notes were imported"
        raise RuntimeError(message)
    return NOTES / seconds


def _write_exports(folder: Path) -> None:
    folder.mkdir()
    for number in range(NOTES):
        (folder / f"Note {number}.md").write_text(_note(number))


def _note(number: int) -> str:
    return (
        f"# On quays, part {number}\n\n## Metadata\n- Author: [[Ada Quist]]\n"
        f"- Full Title: On quays, part {number}\n- Category: #articles\n"
        f"- URL: https://quay.example/{number}\n\n## Highlights\n"
        f"- A quay is a street that has decided to stop. "
        f"([View Highlight](https://read.readwise.io/read/01hquay{number:019d}))\n"
        f"    - Tags: [[harbours]]\n"
        f"- The tide asks the same question twice a day, and part {number} answers it. "
        f"([View Highlight](https://read.readwise.io/read/01htide{number:019d}))\n"
    )
