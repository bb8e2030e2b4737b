"""Imported items into the library: new files are written, existing ones merged.

Files are written in batches, a batch's items before its records: a run that is cut off between the
two is repeated with the older record, which finds the file already right. The other order would
take what the file lacks for deleted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from letterbook.errors import BadInput
from letterbook.file_names import safe_name
from letterbook.files import decode, encode_like, name_key, unreadable, write_all
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Highlight, Item
from letterbook.library.catalogue import Catalogue, read_catalogue
from letterbook.library.item_files import find_item_files
from letterbook.library.items.item_file import ItemFile, read_item
from letterbook.library.items.item_rendering import render_item_text
from letterbook.library.items.storable import storable
from letterbook.library.reimport.import_report import ImportReport, ReceivedItem, Status
from letterbook.library.reimport.known_items import KnownItems
from letterbook.library.reimport.merge import KeptYours, Merge, merge_item, merge_moved
from letterbook.library.reimport.records import ImportRecord, read_record, record_names, render_record
from letterbook.library.workspace import Workspace

_BATCH = 250


def receive(
    workspace: Workspace, items: Iterable[Item], *, restore: bool = False, today: date
) -> ImportReport:
    """Bring `items` into the library; `restore` brings back what the person deleted.

    An item that cannot be merged is a finding and stops no other. Raises LetterbookError when a
    file cannot be written; what was written until then stays, and the next run completes it.
    """
    receiving = _Receiving(workspace, read_catalogue(workspace), restore=restore, today=today)
    for item in items:
        receiving.take(item)
    receiving.write()
    return receiving.report()


@dataclass(slots=True)
class _OpenFile:
    """A file that this run has read or is about to write; `data` is what lies on disk."""

    data: bytes | None
    text: str


class _Receiving:
    """One import under way: what is to be written next, and the report so far."""

    def __init__(self, workspace: Workspace, catalogue: Catalogue, *, restore: bool, today: date) -> None:
        self._workspace = workspace
        self._restore = restore
        self._today = today.isoformat()
        self._known = KnownItems(catalogue.items)
        self._broken = {name_key(PurePosixPath(path).stem): path for path in catalogue.broken}
        self._taken = _taken_names(workspace)
        self._items_folder = PurePosixPath(workspace.relative(workspace.items_folder))
        self._files: dict[str, _OpenFile] = {}
        self._record_folder = workspace.records_folder / "imports"
        self._recorded = {path.name for path in self._record_folder.glob("*.json")}
        self._records: dict[str, ImportRecord] = {}
        self._received: dict[str, ReceivedItem] = {}
        self._kept: list[KeptYours] = []
        self._findings: list[Finding] = []
        self._away = 0

    def take(self, item: Item) -> None:
        """Bring in one item."""
        theirs = storable(replace(item, added=item.added or self._today))
        try:
            self._take(theirs)
        except BadInput as error:
            place = error.place or Place("")
            self._findings.append(Finding("import-skipped", Severity.ERROR, error.message, error.hint, place))
            self._receive(theirs.title, place.file, Status.SKIPPED)
        if len(self._files) >= _BATCH:
            self.write()

    def _take(self, theirs: Item) -> None:
        record = self._record(theirs)
        path = self._path(theirs, record)
        if path and record.says(theirs) and not self._restore:
            self._receive(PurePosixPath(path).stem, path, Status.UNCHANGED)
        elif path:
            self._merge(path, record, theirs)
        elif record.item and not self._restore:
            self._receive(theirs.title, "", Status.DELETED)
            self._merge_moved(path, record, theirs)
            self._records[record.path.name] = record.updated(theirs, record.gone)
        else:
            self._create(record, theirs)

    def _path(self, theirs: Item, record: ImportRecord) -> str:
        path = self._known.find(theirs)
        only_titled = not theirs.ids and not theirs.url
        if not path and (only_titled or not record.item):
            path = self._known.find_by_highlights(theirs)
        if self._broken and not path:
            self._refuse_broken(theirs)
        return path

    def _refuse_broken(self, theirs: Item) -> None:
        """Nobody knows what a broken file is, but one of that name is not made a second time."""
        broken = self._broken.get(name_key(safe_name(theirs.title)))
        if broken:
            raise BadInput(
                f'"{theirs.title}" was not imported, for its file cannot be read.',
                hint="Mend the file, then import again.",
                place=Place(broken),
            )

    def _record(self, theirs: Item) -> ImportRecord:
        names = record_names(theirs)
        for name in names:
            if name in self._records:
                return self._records[name]
            if name in self._recorded:
                return read_record(self._record_folder / name)
        return ImportRecord(self._record_folder / names[0])

    def _create(self, record: ImportRecord, theirs: Item) -> None:
        self._merge_moved("", record, theirs)
        here = self._without_moved(theirs, "")
        name = safe_name(theirs.title, self._taken)
        self._taken.add(name_key(name))
        path = str(self._items_folder / f"{name}.md")
        self._files[path] = _OpenFile(None, render_item_text(here))
        self._known.add(here, path)
        self._records[record.path.name] = record.updated(theirs, ())
        self._receive(name, path, Status.NEW)

    def _merge(self, path: str, record: ImportRecord, theirs: Item) -> None:
        file = self._open(path)
        base = self._without_moved(record.item, path) if record.item else None
        merge = merge_item(file, base, self._without_moved(theirs, path), restore=self._restore)
        self._merge_moved(path, record, theirs)
        self._keep(file, merge)
        self._away += len(merge.away)
        self._tell_gone(file, [anchor for anchor in merge.gone if anchor not in record.gone])
        self._known.add(theirs, path)
        self._records[record.path.name] = record.updated(theirs, merge.gone)

    def _without_moved(self, item: Item, path: str) -> Item:
        """`item` without the highlights that the person moved from `path` to another item."""
        here = tuple(each for each in item.highlights if self._known.home(each) in {"", path})
        return item if len(here) == len(item.highlights) else replace(item, highlights=here)

    def _merge_moved(self, path: str, record: ImportRecord, theirs: Item) -> None:
        """Merge the highlights that the person moved to other items there."""
        moved: defaultdict[str, list[Highlight]] = defaultdict(list)
        for highlight in theirs.highlights:
            home = self._known.home(highlight)
            if home not in {"", path}:
                moved[home].append(highlight)
        base = record.item.highlights if record.item else ()
        for home, highlights in moved.items():
            file = self._open(home)
            self._keep(file, merge_moved(file, base, highlights))

    def _open(self, path: str) -> ItemFile:
        if path not in self._files:
            file = self._workspace.root / path
            try:
                data = file.read_bytes()
            except OSError as error:
                raise unreadable(file, error) from error
            self._files[path] = _OpenFile(data, decode(data, file))
        return read_item(self._files[path].text, path)

    def _keep(self, file: ItemFile, merge: Merge) -> None:
        path = file.item.path
        changed = merge.text != file.text
        self._files[path].text = merge.text
        self._kept += merge.kept_yours
        self._receive(file.item.name, path, Status.CHANGED if changed else Status.UNCHANGED)

    def _receive(self, name: str, path: str, status: Status) -> None:
        """Note what became of an item; of several fates of one file the first in `Status` counts."""
        key = path or name
        before = self._received.get(key)
        order = list(Status)
        if before is None or order.index(status) < order.index(before.status):
            self._received[key] = ReceivedItem(name, path, status)

    def _tell_gone(self, file: ItemFile, gone: list[str]) -> None:
        for highlight in file.item.highlights:
            if highlight.anchor in gone:
                message = f"The source no longer has this highlight (^{highlight.anchor}); it is kept."
                hint = "Delete it if you do not want it either."
                place = Place(file.item.path, highlight.line)
                self._findings.append(Finding("highlight-gone", Severity.NOTE, message, hint, place))

    def write(self) -> None:
        """Write what has come together, items first.

        A file that somebody changed in the meantime is left alone, together with all records of
        this batch: the next import sees them as they were.
        """
        contents: dict[Path, bytes] = {}
        overtaken = False
        for path, open_file in self._files.items():
            file = self._workspace.root / path
            data = encode_like(open_file.text, open_file.data or b"")
            if data == open_file.data:
                continue
            if _bytes_of(file) == open_file.data:
                contents[file] = data
            else:
                overtaken = True
                self._findings.append(_overtaken(path))
                self._received[path] = replace(self._received[path], status=Status.SKIPPED)
        write_all(contents)
        if not overtaken:
            write_all({record.path: render_record(record) for record in self._records.values()})
            self._recorded |= self._records.keys()
        self._files.clear()
        self._records.clear()

    def report(self) -> ImportReport:
        """What was done."""
        received = tuple(self._received.values())
        return ImportReport(received, tuple(self._kept), tuple(self._findings), self._away)


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(file, error) from error


def _overtaken(path: str) -> Finding:
    message = "The file was changed while the import ran; it was left as it is."
    return Finding("import-overtaken", Severity.WARNING, message, "Import once more.", Place(path))


def _taken_names(workspace: Workspace) -> set[str]:
    """The names of all items and editions, readable or not."""
    items = {name_key(file.path.stem) for file in find_item_files(workspace).files}
    return items | {name_key(path.stem) for path in workspace.editions_folder.rglob("*.md")}
