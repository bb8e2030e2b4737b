"""Copying a built-in section, edition template or look into the workspace, to be changed there."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.search_path import Kind, built_in_files
from letterbook.errors import WrongUse
from letterbook.files import inside, write_all
from letterbook.finding import Place


def eject(root: Path, kind: Kind, name: str) -> tuple[Path, ...]:
    """Copy the built-in `name` into the workspace at `root`; from then on the copy is used.

    Returns the files written. Raises WrongUse for an unknown name and when one of the files is
    there already: it is never overwritten.
    """
    contents = built_in_files(kind, name)
    paths = {file: inside(root, file) for file in contents}
    for file, path in paths.items():
        if path.exists():
            raise WrongUse(
                f'The workspace has a {kind} "{name}" of its own already.',
                hint="Change it, or rename it to copy the built-in one again.",
                place=Place(file),
            )
    return write_all({paths[file]: data for file, data in contents.items()})
