"""Which figure each bookmark of a draft holds, as the record of its build says."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.output.builds import read_build
from letterbook.errors import BadInput
from letterbook.figure import Figure
from letterbook.files import sha256
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.writers.word.marked_text import read_marked_text


@record
class MarkedFigure:
    """The figure at a bookmark, of a change with its `predecessor`.

    `is_current` says that the files of data that it came from are those of the day of the draft.
    """

    figure: Figure
    predecessor: Figure | None
    is_current: bool


def figures_by_mark(workspace: Workspace, file: str, data: bytes) -> Mapping[str, MarkedFigure]:
    """The figures that the draft in `data` printed, by their bookmarks.

    Nothing for a file that letterbook did not write, or of whose build nothing is known any more.
    """
    try:
        build = read_build(workspace, read_marked_text(file, data).build)
    except BadInput:
        return {}
    if build is None:
        return {}
    names = {name for each in build.figures for name in _files_of(each)}
    current = {name for name in names if _is_as_it_was(workspace, name, build.sources.get(name, ""))}
    return {
        each.mark: MarkedFigure(each.figure, each.predecessor, _files_of(each) <= current)
        for each in build.figures
        if each.mark
    }


def _files_of(printed: PrintedFigure) -> frozenset[str]:
    """The files that a figure and its predecessor came from."""
    figures = [each for each in (printed.figure, printed.predecessor) if each]
    return frozenset(place.file for figure in figures for place in (figure.place, *figure.inputs) if place)


def _is_as_it_was(workspace: Workspace, name: str, digest: str) -> bool:
    """Whether a file has the SHA-256 that the record of the build has of it."""
    path = workspace.root / name
    return path.is_file() and sha256(path.read_bytes()) == digest
