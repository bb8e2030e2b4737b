"""Which figure each bookmark of a draft holds, as the record of its build says."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.drafting.output.builds import read_build
from letterbook.errors import BadInput
from letterbook.figure import Figure
from letterbook.library.workspace import Workspace
from letterbook.writers.word.marked_text import read_marked_text


def figures_by_mark(
    workspace: Workspace, file: str, data: bytes
) -> Mapping[str, tuple[Figure, Figure | None]]:
    """The figures that the draft in `data` printed, by their bookmarks; of a change both its figures.

    Nothing for a file that letterbook did not write, or of whose build nothing is known any more.
    """
    try:
        build = read_build(workspace, read_marked_text(file, data).build)
    except BadInput:
        return {}
    printed = build.figures if build else ()
    return {each.mark: (each.figure, each.predecessor) for each in printed if each.mark}
