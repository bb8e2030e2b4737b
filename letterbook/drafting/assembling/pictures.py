"""Where the pictures of an edition lie. Nothing outside the workspace is read, nothing is fetched."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from letterbook.addresses import is_remote
from letterbook.files import name_key
from letterbook.finding import Finding, Place, Severity
from letterbook.library.workspace import Workspace
from letterbook.markup.additions import WikiLink
from letterbook.suggestion import did_you_mean
from letterbook.word_lists import listed

_LARGEST = 100_000_000
# What Obsidian takes for a picture.
_ENDINGS = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"),
    *(".bmp", ".tif", ".tiff", ".avif", ".heic"),
)


class Pictures:
    """The pictures of a workspace: found by path, else by name anywhere in its attachments."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.root.resolve()
        self._attachments = workspace.attachments_folder.resolve()

    def find(self, target: str, place: Place) -> str | Finding:
        """The path from the workspace of the picture that `target` names; a URL stays as it is.

        A path counts from the attachments, the workspace or the folder of the file that refers to
        it, a bare name from any folder of the attachments. The finding says why there is none.
        """
        if is_remote(target):
            return target
        name = unquote(target).replace("\\", "/").strip()
        for path in self._candidates(name, place):
            if self._is_allowed(path) and path.is_file():
                return self._found(path, target, place)
        if not any(self._is_allowed(path) for path in self._candidates(name, place)):
            return Finding(
                "picture-outside",
                Severity.ERROR,
                f'The picture "{target}" lies outside the workspace.',
                "Copy it to the attachments.",
                place,
            )
        return self._by_name(name, place)

    def read(self, source: str) -> bytes | None:
        """The bytes of the file at this path from the workspace, be they a picture or not.

        None when there is no such file, it is too large for a picture, or it lies outside.
        """
        if is_remote(source) or "\0" in source:
            return None
        path = (self._root / source).resolve()
        try:
            is_readable = self._is_allowed(path) and path.is_file() and path.stat().st_size <= _LARGEST
            return path.read_bytes() if is_readable else None
        except OSError:
            return None

    def link_from(self, folder: Path) -> Callable[[str], str]:
        """How a file in `folder` refers to a picture, given the picture's path from the workspace."""
        start = folder.resolve()

        def link(source: str) -> str:
            return (
                source if is_remote(source) else Path(os.path.relpath(self._root / source, start)).as_posix()
            )

        return link

    def _candidates(self, name: str, place: Place) -> Iterator[Path]:
        if "\0" in name:
            return
        for folder in (self._attachments, self._root, (self._root / place.file).parent):
            yield (folder / name).resolve()

    def _is_allowed(self, path: Path) -> bool:
        return path.is_relative_to(self._root) or path.is_relative_to(self._attachments)

    def _source(self, path: Path) -> str:
        return Path(os.path.relpath(path, self._root)).as_posix()

    def _found(self, path: Path, target: str, place: Place) -> str | Finding:
        if path.stat().st_size <= _LARGEST:
            return self._source(path)
        message = f'The picture "{target}" has more than {_LARGEST // 1_000_000} MB.'
        return Finding("picture-too-large", Severity.ERROR, message, "Make it smaller.", place)

    @cached_property
    def _attached(self) -> Mapping[str, list[Path]]:
        """The files of the attachments by the key of their name."""
        files: defaultdict[str, list[Path]] = defaultdict(list)
        for folder, _, names in os.walk(self._attachments):
            for name in names:
                files[name_key(name)].append(Path(folder, name))
        return {name: sorted(paths) for name, paths in files.items()}

    def _by_name(self, name: str, place: Place) -> str | Finding:
        found = self._attached.get(name_key(name), [])
        allowed = [path for path in found if self._is_allowed(path.resolve())]
        if len(allowed) == 1:
            return self._found(allowed[0], name, place)
        if allowed:
            paths = listed(self._source(path) for path in allowed)
            message, hint = f'"{name}" means {paths}.', "Name the picture with its folder."
        else:
            known = [path.name for paths in self._attached.values() for path in paths]
            message = f'There is no picture "{name}".'
            hint = did_you_mean(name, known) or f"Put it into {self._source(self._attachments)}."
        return Finding("picture-missing", Severity.ERROR, message, hint, place)


def is_picture(link: WikiLink) -> bool:
    """Whether a link means a picture: by the ending of its target, as in Obsidian."""
    return link.target.casefold().endswith(_ENDINGS)
