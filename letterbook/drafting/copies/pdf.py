"""PDFs by LibreOffice, where it is installed: several files at a time, in a profile of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from letterbook.drafting.copies.pdf_macro import has_page_fields, install_macro, macro_call
from letterbook.errors import LetterbookError, MissingExtra
from letterbook.files import TEMPORARY_PREFIX
from letterbook.temporary_folders import held, remove_left_folders

BATCH = 20
_PREFIX = f"{TEMPORARY_PREFIX}pdf-"  # what a killed run leaves, full of letters, the next one removes
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_STARTING, _EACH = 120, 30  # seconds: generous, so that only a hanging program is stopped


class PdfMaker:
    """Makes PDFs of Word files with one installed LibreOffice; to be used in a `with` statement."""

    def __init__(self) -> None:
        """Raises MissingExtra when LibreOffice is not found."""
        self._program = _program()
        remove_left_folders(Path(tempfile.gettempdir()), _PREFIX)
        self._open = ExitStack()
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
        self._open.enter_context(held(Path(self._folder.name), wait=True))
        self._profile = Path(self._folder.name) / "profile"
        self._has_macro = False

    def __enter__(self) -> PdfMaker:
        return self

    def __exit__(self, *_error: object) -> None:
        self._folder.cleanup()
        self._open.close()

    def pdfs(self, documents: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The PDF of each Word file, by its name without ending.

        Raises LetterbookError when LibreOffice fails, or takes so long that it must be hanging.
        """
        with tempfile.TemporaryDirectory(dir=self._folder.name) as name:
            folder = Path(name)
            # Names of our own: those of people may be anything.
            numbered = {f"{number}": title for number, title in enumerate(documents)}
            for number, title in numbered.items():
                (folder / f"{number}.docx").write_bytes(documents[title])
            if any(map(has_page_fields, documents.values())):
                self._convert_with_pages(folder, numbered)
            else:
                self._convert(folder, numbered)
            made = {title: folder / f"{number}.pdf" for number, title in numbered.items()}
            missing = next((title for title, path in made.items() if not path.is_file()), None)
            if missing is not None:
                raise _failed(f"LibreOffice made no PDF of {missing}.docx.")
            return {title: path.read_bytes() for title, path in made.items()}

    def _convert(self, folder: Path, names: Mapping[str, str]) -> None:
        documents = (str(folder / f"{name}.docx") for name in names)
        self._run(len(names), "--convert-to", "pdf", "--outdir", str(folder), *documents)

    def _convert_with_pages(self, folder: Path, names: Mapping[str, str]) -> None:
        """Convert letters with tables of contents, whose pages only a macro fills in."""
        if not self._has_macro:
            self._run(0, "--terminate_after_init")  # makes the profile
            install_macro(self._profile)
            self._has_macro = True
        self._run(len(names), macro_call(folder, len(names)))

    def _run(self, count: int, *task: str) -> None:
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        command = (self._program, profile, "--headless", "--norestore", *task)
        seconds = _STARTING + _EACH * count
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=seconds, env=_environment())  # noqa: S603
        except subprocess.TimeoutExpired as error:
            raise _failed(f"LibreOffice did not finish {count} files in {seconds} seconds.") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise _failed(f"LibreOffice could not be run ({error}).") from error


def _environment() -> Mapping[str, str]:
    """Without a display, so that no dialogue can wait for somebody."""
    return {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}


def _program() -> str:
    found = next((path for name in _NAMES if (path := shutil.which(name))), "")
    found = found or next((path for path in _PLACES if Path(path).is_file()), "")
    if not found:
        raise MissingExtra(
            "Making PDFs needs LibreOffice, which was not found.",
            hint="Install it from libreoffice.org, or leave out --to pdf.",
        )
    return found


def _failed(message: str) -> LetterbookError:
    return LetterbookError(message, hint="Open one of the copies there, or leave out --to pdf.")
