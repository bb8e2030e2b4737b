"""Making the copies: into a folder or a zip, as Word files or PDFs, with a proof sheet."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from letterbook.drafting.copies.deposit import Deposit, deposit
from letterbook.drafting.copies.fonts import absent_fonts
from letterbook.drafting.copies.merge import Addressee, Merge
from letterbook.drafting.copies.pdf import BATCH, PdfMaker
from letterbook.drafting.copies.proof_sheet import (
    SHEET_NAME,
    Proof,
    is_untouched,
    recorded,
    recorded_in,
    sheet_bytes,
)
from letterbook.errors import EditedFileInTheWay, WrongUse
from letterbook.files import sha256
from letterbook.finding import Finding, Place, Severity
from letterbook.record import named_record, record
from letterbook.suggestion import did_you_mean

WORD_FORMAT, PDF_FORMAT = "docx", "pdf"
FORMATS = (WORD_FORMAT, PDF_FORMAT)
_OWNER_FILE = "~$"  # what Word writes beside a file that is open
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16

T = TypeVar("T")


@named_record
class CopiesRequest:
    """Where the copies go and what they are: `target` is a folder, or with `zipped` the zip file."""

    target: Path
    zipped: bool = False
    formats: tuple[str, ...] = (WORD_FORMAT,)


@record
class MadeCopy:
    """One file that was made, or was there already: who gets it, its name, format, size and SHA-256."""

    addressee: Addressee
    name: str
    format: str
    size: int
    sha256: str


@record
class MadeCopies:
    """What was made at `target`; `obstacle` is to be raised once it has been told."""

    target: Path
    copies: tuple[MadeCopy, ...]
    sheet: str
    findings: tuple[Finding, ...] = ()
    obstacle: EditedFileInTheWay | None = None


def default_target(draft: Path, *, zipped: bool) -> Path:
    """Where the copies of a draft go when nobody says: beside it."""
    return draft.with_name(f"{draft.stem} copies{'.zip' if zipped else ''}")


def copy_formats(names: Iterable[str]) -> tuple[str, ...]:
    """The formats of copies by name; raises WrongUse for another one."""
    asked = tuple(dict.fromkeys(names))
    for name in asked:
        if name not in FORMATS:
            hint = did_you_mean(name, FORMATS) or "They can be docx, pdf or docx,pdf."
            raise WrongUse(f'No copies can be made as "{name}".', hint=hint)
    return asked or (WORD_FORMAT,)


def make_copies(
    merge: Merge, request: CopiesRequest, counted: Callable[[Iterable[Addressee]], Iterable[Addressee]] = iter
) -> MadeCopies:
    """Make all copies of `merge` and put them where `request` says; `counted` sees each one pass.

    A copy that a person has edited stays, and the new one lies beside it. Raises LetterbookError when
    files cannot be written, MissingExtra when PDFs are wanted and LibreOffice is not there.
    """
    if not merge.addressees:
        return MadeCopies(request.target, (), "")
    files = _files(merge, request.formats, counted(merge.addressees))
    made = (_into_zip if request.zipped else _into_folder)(merge, request.target, files)
    if PDF_FORMAT not in request.formats:
        return made
    first = {each.master: each for each in reversed(merge.addressees)}
    fonts = [
        found
        for master, each in first.items()
        for found in absent_fonts(merge.copy(each), Place(str(master.path)))
    ]
    return replace(made, findings=(*made.findings, *dict.fromkeys(fonts)))


def _files(
    merge: Merge, formats: Sequence[str], addressees: Iterable[Addressee]
) -> Iterator[tuple[Addressee, str, bytes]]:
    """Each file with its format, in the order of the recipients."""
    if PDF_FORMAT not in formats:
        for addressee in addressees:
            yield addressee, WORD_FORMAT, merge.copy(addressee)
        return
    with PdfMaker() as pdf_maker:
        for batch in _batches(addressees, BATCH):
            documents = {each.name: merge.copy(each) for each in batch}
            pdfs = pdf_maker.pdfs(documents)
            for each in batch:
                for name in formats:
                    yield each, name, (pdfs if name == PDF_FORMAT else documents)[each.name]


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(things)
    while batch := list(islice(waiting, size)):
        yield batch


def _into_folder(merge: Merge, folder: Path, files: Iterable[tuple[Addressee, str, bytes]]) -> MadeCopies:
    with deposit(folder, recorded(folder / SHEET_NAME)) as box:
        copies = tuple(
            MadeCopy(addressee, box.add(f"{addressee.name}.{name}", data), name, len(data), sha256(data))
            for addressee, name, data in files
        )
        sheet = _add_sheet(box, _proofs(merge, copies))
    findings = _unlisted(folder, {copy.name for copy in copies})
    return MadeCopies(folder, copies, sheet, findings, _obstacle(folder, box.in_the_way))


def _add_sheet(box: Deposit, proofs: Sequence[Proof]) -> str:
    staged = box.claim(SHEET_NAME, lambda path: is_untouched(path.read_bytes()))
    staged.write_bytes(sheet_bytes(proofs))
    return staged.name


def _into_zip(merge: Merge, path: Path, files: Iterable[tuple[Addressee, str, bytes]]) -> MadeCopies:
    """All copies in one zip, which is replaced whole when all in it is as it was made."""
    copies = []
    with deposit(path.parent, {}) as box:
        staged = box.claim(path.name, _is_our_zip)
        with zipfile.ZipFile(staged, "w", zipfile.ZIP_STORED) as package:
            for addressee, name, data in files:
                copies.append(MadeCopy(addressee, f"{addressee.name}.{name}", name, len(data), sha256(data)))
                _add_to_zip(package, copies[-1].name, data)
            _add_to_zip(package, SHEET_NAME, sheet_bytes(_proofs(merge, copies)))
    obstacle = _obstacle(path.parent, box.in_the_way)
    return MadeCopies(path.with_name(staged.name), tuple(copies), SHEET_NAME, (), obstacle)


def _add_to_zip(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.external_attr = _REGULAR_FILE
    entry.create_system = 3
    package.writestr(entry, data)


def _is_our_zip(path: Path) -> bool:
    """Whether all in the zip is what its own proof sheet says."""
    try:
        with zipfile.ZipFile(path) as package:
            known = recorded_in(package.read(SHEET_NAME))
            names = set(package.namelist()) - {SHEET_NAME}
            return names == set(known) and all(sha256(package.read(name)) == known[name] for name in names)
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError):
        return False


def _proofs(merge: Merge, copies: Sequence[MadeCopy]) -> list[Proof]:
    return [
        Proof(
            copy.addressee.line,
            copy.addressee.recipient,
            copy.name,
            copy.sha256,
            merge.differences(copy.addressee),
        )
        for copy in copies
    ]


def _unlisted(folder: Path, listed: Collection[str]) -> tuple[Finding, ...]:
    """A warning of letters in the folder that the proof sheet does not list: of an earlier run, or edited."""
    letters = (path.name for path in folder.iterdir() if path.suffix.removeprefix(".") in FORMATS)
    names = sorted(name for name in letters if name not in listed and not name.startswith(_OWNER_FILE))
    if not names:
        return ()
    what = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    message = f"The folder also has {what}, which the proof sheet does not list."
    hint = "Look at it before you send what is in the folder: it is of an earlier run, or was edited."
    return (Finding("copies-unlisted", Severity.WARNING, message, hint, Place(str(folder))),)


def _obstacle(folder: Path, names: Sequence[str]) -> EditedFileInTheWay | None:
    if not names:
        return None
    what = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    return EditedFileInTheWay(
        f"{what} was edited, or is open, so it was left as it is.",
        hint="The new file lies beside it; its name has .new in it.",
        place=Place(str(folder / names[0])),
    )
