"""Where sections, edition templates and looks are found: the user's own first, then the built-in ones."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from letterbook.errors import WrongUse
from letterbook.files import decode, inside, read_text
from letterbook.finding import Place
from letterbook.record import record
from letterbook.suggestion import did_you_mean


class Kind(StrEnum):
    """What can be found, copied and changed."""

    SECTION = "section"
    TEMPLATE = "template"
    LOOK = "look"


@record
class _Shelf:
    """The folders of one kind, and how its files end; a template is a folder of files."""

    own: str
    package: str
    folder: str
    ending: str = ""
    marker: str = ""


_SHELVES = {
    Kind.SECTION: _Shelf("sections", "letterbook.sections", "", ending=".md.j2"),
    Kind.TEMPLATE: _Shelf("templates", "letterbook.templates", "editions", marker="template.yaml"),
    Kind.LOOK: _Shelf("looks", "letterbook.templates", "looks", ending=".yaml"),
}


@record
class Source:
    """A file that was found: its text, and the name by which messages call it."""

    text: str
    file: str


@record
class SearchPath:
    """Finds by name; without a workspace (`root` is None) only what is built in."""

    root: Path | None = None

    def names(self, kind: Kind) -> tuple[str, ...]:
        """The names of all there are, sorted."""
        return tuple(sorted({*self._own_names(kind), *_built_in_names(kind)}))

    def is_own(self, kind: Kind, name: str) -> bool:
        """Whether the user has a section, template or look of this name."""
        return name in self._own_names(kind)

    def read(self, kind: Kind, name: str, part: str = "") -> Source:
        """The file of a section or look, or the file `part` of a template.

        Raises WrongUse for an unknown name, with a suggestion, and BadInput when the file cannot be
        read, lies outside the workspace or, being a part, is not there.
        """
        file = _file(kind, name, part)
        if self.root is not None and self.is_own(kind, name):
            path = inside(self.root, f"{_SHELVES[kind].own}/{file}")
            return Source(read_text(path), f"{_SHELVES[kind].own}/{file}")
        self.require(kind, name)
        return _built_in_source(kind, file)

    def has_part(self, name: str, part: str) -> bool:
        """Whether the edition template `name` has a file `part`."""
        file = _file(Kind.TEMPLATE, name, part)
        if self.root is not None and self.is_own(Kind.TEMPLATE, name):
            return inside(self.root, f"{_SHELVES[Kind.TEMPLATE].own}/{file}").is_file()
        return _built_in(Kind.TEMPLATE).joinpath(file).is_file()

    def require(self, kind: Kind, name: str, place: Place | None = None) -> None:
        """Raise WrongUse, with a suggestion, unless there is a `kind` of this name."""
        if name not in _built_in_names(kind) and not self.is_own(kind, name):
            known = self.names(kind)
            hint = did_you_mean(name, known) or f"There are: {', '.join(known)}."
            raise WrongUse(f'There is no {kind} "{name}".', hint=hint, place=place)

    def _own_names(self, kind: Kind) -> tuple[str, ...]:
        if self.root is None:
            return ()
        return _names_in(self.root / _SHELVES[kind].own, kind)


def built_in_files(kind: Kind, name: str) -> dict[str, bytes]:
    """The built-in `name` as files: where each belongs in a workspace, and its bytes.

    Raises WrongUse, with a suggestion, for an unknown name.
    """
    SearchPath().require(kind, name)
    shelf, folder = _SHELVES[kind], _built_in(kind)
    if not shelf.marker:
        file = _file(kind, name)
        return {f"{shelf.own}/{file}": folder.joinpath(file).read_bytes()}
    parts = sorted(folder.joinpath(name).iterdir(), key=lambda part: part.name)
    return {f"{shelf.own}/{name}/{part.name}": part.read_bytes() for part in parts if part.is_file()}


def built_in_text(file: str) -> str | None:
    """The built-in file that messages call `file`, like `letterbook/looks/plain.yaml`, if it is one."""
    for kind, shelf in _SHELVES.items():
        name = file.removeprefix(f"letterbook/{shelf.own}/")
        if name != file:
            with suppress(OSError):
                return _built_in_source(kind, name).text
    return None


def _file(kind: Kind, name: str, part: str = "") -> str:
    return f"{name}/{part}" if part else f"{name}{_SHELVES[kind].ending}"


@cache
def _built_in(kind: Kind) -> Traversable:
    shelf = _SHELVES[kind]
    package = files(shelf.package)
    return package.joinpath(shelf.folder) if shelf.folder else package


@lru_cache
def _built_in_source(kind: Kind, file: str) -> Source:
    data = _built_in(kind).joinpath(file).read_bytes()
    return Source(decode(data, Path(file)), f"letterbook/{_SHELVES[kind].own}/{file}")


@lru_cache
def _built_in_names(kind: Kind) -> tuple[str, ...]:
    return _names_in(_built_in(kind), kind)


def _names_in(folder: Traversable, kind: Kind) -> tuple[str, ...]:
    shelf = _SHELVES[kind]
    if not folder.is_dir():
        return ()
    if shelf.marker:
        return tuple(entry.name for entry in folder.iterdir() if entry.joinpath(shelf.marker).is_file())
    names = (entry.name for entry in folder.iterdir() if entry.name.endswith(shelf.ending))
    return tuple(name.removesuffix(shelf.ending) for name in names if not name.startswith("."))
