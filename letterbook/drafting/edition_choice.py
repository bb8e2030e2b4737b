"""Which edition a person means: by name, by number, by path, or the one that is open."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.editions.edition_index import edition_files
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.references import without_translations
from letterbook.drafting.project import Project
from letterbook.errors import WrongUse
from letterbook.files import name_key
from letterbook.suggestion import did_you_mean

_BEGIN_ONE = '"letterbook new PUBLICATION" begins one.'


def choose_edition(project: Project, words: str = "") -> Path:
    """The file of the edition that `words` mean: a path, a name, a number or a title.

    Without words it is the open one. A file that cannot be read is chosen too, by its name, by a
    number at the end of its name, or as the one changed last: reading it says what is wrong.
    Raises WrongUse when there is none or more than one.
    """
    if not words:
        return _changed_last(project)
    if Path(words).suffix == ".md" and Path(words).is_file():
        return Path(words).absolute()
    found = _named(project.editions.summaries, words)
    if len(found) == 1:
        return project.workspace.root / found[0].path
    unread = () if found else tuple(path for path in _unreadable(project) if _is_called(path, words))
    if len(unread) == 1:
        return unread[0]
    raise _unclear(project, words, found)


def open_edition(project: Project) -> EditionSummary:
    """The edition that is being written: of those that have no `link` yet the one changed last.

    Raises WrongUse when there is none.
    """
    last_changed_first = open_editions(project)
    if not last_changed_first:
        raise WrongUse("No edition is open.", hint=_BEGIN_ONE)
    return last_changed_first[0]


def open_editions(project: Project) -> tuple[EditionSummary, ...]:
    """The editions that are not published yet: the one whose file was changed last comes first.

    Where a copy or a clone has given all files the same time, the later date comes first.
    """
    unpublished = (edition for edition in project.editions.summaries if not edition.link)
    return tuple(sorted(unpublished, key=lambda edition: _age(project, edition), reverse=True))


def _age(project: Project, edition: EditionSummary) -> tuple[int, str, str]:
    path = project.workspace.root / edition.path
    return _changed(path), edition.date, edition.name


def _named(editions: tuple[EditionSummary, ...], words: str) -> tuple[EditionSummary, ...]:
    """The editions called `words`: by name, else by number, else by title; the original, not translations."""
    key = name_key(words.strip()).removesuffix(".md").rpartition("/")[2]
    by_name = tuple(edition for edition in editions if name_key(edition.name) == key)
    by_number = tuple(edition for edition in editions if name_key(edition.number) == key)
    by_title = tuple(edition for edition in editions if name_key(edition.title) == key)
    return by_name or without_translations(by_number) or without_translations(by_title)


def _changed_last(project: Project) -> Path:
    """The file of the open edition, or a later one that cannot be read and may be the one meant."""
    unreadable = _unreadable(project)
    if unreadable and not open_editions(project):
        return max(unreadable, key=_changed)
    opened = project.workspace.root / open_edition(project).path
    return max((opened, *unreadable), key=_changed)


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _unreadable(project: Project) -> tuple[Path, ...]:
    """The edition files that are left out of the summaries since they cannot be read."""
    known = {edition.path for edition in project.editions.summaries}
    files = edition_files(project.workspace)
    return tuple(path for path in files if project.workspace.relative(path) not in known)


def _is_called(path: Path, words: str) -> bool:
    """Whether `words` are the name of the file, or the number behind it."""
    name, key = name_key(path.stem), name_key(words.strip()).removesuffix(".md").rpartition("/")[2]
    return name == key or name.endswith(f" {key}")


def _unclear(project: Project, words: str, found: tuple[EditionSummary, ...]) -> WrongUse:
    if found:
        names = ", ".join(f'"{edition.name}"' for edition in found)
        return WrongUse(f'"{words}" may be any of {names}.', hint="Give its name.")
    names_of_all = [edition.name for edition in project.editions.summaries]
    listed = f"There are {', '.join(names_of_all)}." if names_of_all else _BEGIN_ONE
    return WrongUse(f'There is no edition "{words}".', hint=did_you_mean(words, names_of_all) or listed)
