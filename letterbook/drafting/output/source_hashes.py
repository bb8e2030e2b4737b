"""The files that a draft came from, as they were when it was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from letterbook.drafting.search_path import built_in_text
from letterbook.files import sha256
from letterbook.library.workspace import Workspace


def source_hashes(workspace: Workspace, files: Iterable[str]) -> Mapping[str, str]:
    """The SHA-256 of each of the files, by its path from the workspace, or its name if it is a built-in one.

    A name that is none of a file is left out: the place that a text came from may also name no file.
    """
    hashes = {file: _hash(workspace, file) for file in sorted(set(files))}
    return {file: digest for file, digest in hashes.items() if digest}


def _hash(workspace: Workspace, file: str) -> str:
    if not file or "\0" in file:
        return ""
    with suppress(OSError):
        return sha256((workspace.root / file).read_bytes())
    built_in = built_in_text(file)
    return "" if built_in is None else sha256(built_in.encode())
