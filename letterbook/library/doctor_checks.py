"""What the doctor looks at, one function a check; `CHECKS` is the list of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from letterbook.addresses import canonical_url
from letterbook.conflict_copies import is_conflict_copy
from letterbook.errors import BadInput
from letterbook.files import TEMPORARY_PREFIX, read_text
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Item
from letterbook.library.catalogue import Catalogue
from letterbook.library.settings import SETTINGS_FILE
from letterbook.library.themes.known_themes import theme_key
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.suggestion import closest

TEMPORARY_FILE = "temporary-file"
_SECRET_KEY = re.compile(
    r"(?:token|secret|password|passwd|api[-_ ]?key)\b[\"']?\s*[:=]\s*[\"']?\S{6}", re.IGNORECASE
)
_SECRET_VALUE = re.compile(r"\b(?:gh[pousr]_|sk-|xox[abprs]-|AKIA|eyJ)[A-Za-z0-9_\-]{12}")
_UNNAMED_SPEAKER = re.compile(r"speaker (?P<number>[0-9]{1,3})", re.IGNORECASE)


@record
class Examined:
    """What is examined: the workspace, its catalogue and all files in its folder.

    `left_over` are the folders that interrupted commands left, whose files are not among the others.
    """

    workspace: Workspace
    catalogue: Catalogue
    files: tuple[Path, ...]
    left_over: tuple[Path, ...] = ()


def _reading(examined: Examined) -> Iterator[Finding]:
    """What reading the items and themes found, each broken item with all its reasons."""
    for finding in examined.catalogue.findings:
        if finding.id != "item-unreadable":
            yield finding
    for reasons in examined.catalogue.broken.values():
        yield from reasons


def _folders(examined: Examined) -> Iterator[Finding]:
    """Folders and files that the settings name and that are not there."""
    workspace, settings = examined.workspace, examined.workspace.settings
    named = {settings.items: "items", settings.attachments: "attachments"}
    named |= dict.fromkeys(settings.sources, "sources")
    named |= {each.letterhead: "letterhead" for each in settings.publications.values() if each.letterhead}
    for path, key in named.items():
        if not workspace.folder(path).exists() and path not in ("items", "attachments"):
            yield Finding(
                "folder-missing",
                Severity.WARNING,
                f'"{path}" does not exist.',
                f"Make it, or correct `{key}` in {SETTINGS_FILE}.",
                Place(SETTINGS_FILE),
            )


def _left_over_files(examined: Examined) -> Iterator[Finding]:
    for path in temporary_files(examined):
        place = Place(examined.workspace.relative(path))
        message = "An interrupted command left this file behind."
        yield Finding(TEMPORARY_FILE, Severity.NOTE, message, '"letterbook doctor --fix" removes it.', place)


def _conflict_copies(examined: Examined) -> Iterator[Finding]:
    """Copies outside the items' folder, where the catalogue does not look."""
    for path in examined.files:
        if is_conflict_copy(path.name) and not path.is_relative_to(examined.workspace.items_folder):
            message = "Synchronising left a copy behind, for a file was changed in two places."
            hint = "Carry over what you want to keep, then delete the copy."
            place = Place(examined.workspace.relative(path))
            yield Finding("conflict-copy", Severity.WARNING, message, hint, place)


def _doubled_sources(examined: Examined) -> Iterator[Finding]:
    """Two items that came from the same place."""
    seen: dict[str, Item] = {}
    for item in examined.catalogue.items:
        names = (*item.ids, *([canonical_url(item.url)] if item.url else ()))
        other = next((seen[name] for name in names if name in seen), None)
        for name in names:
            seen.setdefault(name, item)
        if other:
            message = f'This is the same thing as "{other.name}": they have an id or their address in common.'
            hint = f"Keep one of {other.path} and {item.path}."
            yield Finding("item-doubled", Severity.WARNING, message, hint, Place(item.path))


def _doubtful_themes(examined: Examined) -> Iterator[Finding]:
    """Themes of one item alone that are spelt almost like another."""
    themes = examined.catalogue.themes
    counts = {count.theme.id: count.items for count in themes.counts(examined.catalogue.items)}
    described = {theme.id for theme in themes.described}
    established = [name for name, items in counts.items() if items > 1 or name in described]
    by_key = {theme_key(name): name for name in established}
    for item in examined.catalogue.items:
        for theme in themes.of_item_and_highlights(item):
            near = "" if theme_key(theme.id) in by_key else closest(theme_key(theme.id), by_key)
            if near:
                message = f'The theme "{theme.id}" is used by this item only.'
                hint = f'If "{by_key[near]}" is meant: letterbook themes merge "{theme.id}" "{by_key[near]}"'
                yield Finding("theme-unknown", Severity.NOTE, message, hint, Place(item.path))


def _unnamed_speakers(examined: Examined) -> Iterator[Finding]:
    for item in examined.catalogue.items:
        turns = (turn for highlight in item.highlights for turn in highlight.transcript)
        numbers = {
            int(match["number"]) for turn in turns if (match := _UNNAMED_SPEAKER.fullmatch(turn.speaker))
        }
        if any(number > len(item.speakers) for number in numbers):
            message = f"{max(numbers)} speakers are numbered, {len(item.speakers)} of them have a name."
            hint = "Say who they are: `speakers: [Name, Name]` at the top of the file."
            yield Finding("speakers-unnamed", Severity.NOTE, message, hint, Place(item.path))


def _unread_text(examined: Examined) -> Iterator[Finding]:
    for item in examined.catalogue.items:
        if item.unread.strip():
            message = "The import did not understand a part of this item, and kept it word for word."
            hint = "Move what you need out of the `unread` callout, and delete the rest."
            yield Finding("unread-text", Severity.NOTE, message, hint, Place(item.path))


def _secrets(examined: Examined) -> Iterator[Finding]:
    """What looks like a password in the settings, which people share and commit."""
    text = read_text(examined.workspace.root / SETTINGS_FILE)
    for number, line in enumerate(text.splitlines(), start=1):
        if _SECRET_KEY.search(line) or _SECRET_VALUE.search(line):
            message = "This looks like a password or an access token."
            hint = "Remove it; letterbook needs none, and the file may be shared."
            yield Finding("secret", Severity.WARNING, message, hint, Place(SETTINGS_FILE, number))


def _unreadable_editions(examined: Examined) -> Iterator[Finding]:
    for path in examined.files:
        if path.suffix == ".md" and path.is_relative_to(examined.workspace.editions_folder):
            try:
                read_text(path)
            except BadInput as error:
                place = Place(examined.workspace.relative(path))
                yield Finding("file-unreadable", Severity.ERROR, error.message, error.hint, place)


def _left_over_folders(examined: Examined) -> Iterator[Finding]:
    for folder in examined.left_over:
        place = Place(examined.workspace.relative(folder))
        message = "Copies that were interrupted left this folder behind, with letters in it."
        yield Finding(TEMPORARY_FILE, Severity.NOTE, message, '"letterbook doctor --fix" removes it.', place)


def temporary_files(examined: Examined) -> tuple[Path, ...]:
    """What interrupted writes left behind."""
    return tuple(path for path in examined.files if path.name.startswith(TEMPORARY_PREFIX))


CHECKS: tuple[Callable[[Examined], Iterator[Finding]], ...] = (
    _folders,
    _secrets,
    _reading,
    _doubled_sources,
    _doubtful_themes,
    _unnamed_speakers,
    _unread_text,
    _unreadable_editions,
    _conflict_copies,
    _left_over_files,
    _left_over_folders,
)
