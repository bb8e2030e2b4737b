"""A thousand copies of one letter: from the approved Word file, and by filling a template for each."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import docx

from benchmarks.content import SENTENCES
from benchmarks.peers import fill_letters
from benchmarks.timing import Timing, interleave
from letterbook.drafting.copies.making import CopiesRequest, MadeCopies, make_copies
from letterbook.drafting.copies.merge import open_merge
from letterbook.drafting.copies.name_pattern import DEFAULT

COPIES = 1_000
FIELDS = ("salutation", "name", "company", "committed", "drawn", "share", "contact", "telephone")
_TEMPLATE_COPIES = 20
_LETTER = "Letter 1"
_PARAGRAPHS = 18
_PROGRAM = str(Path(sys.executable).with_name("letterbook"))
_SETTINGS = """\
author: Ada Quist
publications:
  letters: {title: Letters, template: newsletter, look: classic, audience: investors}
"""


def copy_letters(folder: Path, rounds: int) -> Mapping[str, Timing]:
    """Seconds for `COPIES` letters of three pages with eight fields each.

    `letterbook` opens the approved file and the recipients and writes copies, proof sheet included;
    `docxtpl` opens its template anew for each letter, gets the same fields and writes the file (measured
    on a few letters, counted up); `writing` only writes the finished bytes of letterbook's copies.
    """
    root = folder / "copies"
    approved, recipients, template = root / "drafts" / f"{_LETTER}.docx", root / "people.csv", root / "t.docx"
    _write_workspace(root, recipients)
    subprocess.run(
        (_PROGRAM, "-C", str(root), "draft", _LETTER, "--to", "docx"), check=True, capture_output=True
    )
    _write_template(template)
    targets = (root / f"made {number}" for number in count())
    first = next(targets)
    _make(approved, recipients, first)
    finished = {path.name: path.read_bytes() for path in first.iterdir()}
    contenders: dict[str, Callable[[], object]] = {
        "letterbook": lambda: _make(approved, recipients, next(targets)),
        "writing": lambda: _write_all(finished, next(targets)),
        "docxtpl": lambda: fill_letters(template, map(_values, range(_TEMPLATE_COPIES)), next(targets)),
    }
    timings = interleave(contenders, rounds)
    return timings | {"docxtpl": timings["docxtpl"].times(COPIES / _TEMPLATE_COPIES)}


def _make(approved: Path, recipients: Path, target: Path) -> MadeCopies:
    made = make_copies(open_merge(approved, recipients, DEFAULT), CopiesRequest(target=target))
    if len(made.copies) != COPIES:
        message = f"{len(made.copies)} of {COPIES} copies were made"
        raise RuntimeError(message)
    return made


def _write_all(files: Mapping[str, bytes], target: Path) -> None:
    target.mkdir()
    for name, data in files.items():
        (target / name).write_bytes(data)


def _write_workspace(root: Path, recipients: Path) -> None:
    for name in ("items", "editions"):
        (root / name).mkdir(parents=True)
    (root / "letterbook.yaml").write_text(_SETTINGS)
    body = "\n\n".join(_paragraphs(lambda field: f"{{{{ recipient.{field} }}}}"))
    (root / "editions" / f"{_LETTER}.md").write_text(
        f"---\npublication: letters\nnumber: 1\ndate: 2026-01-15\ntitle: the year behind us\n---\n{body}\n"
    )
    rows = [",".join(_values(number).values()) for number in range(COPIES)]
    recipients.write_text("\n".join((",".join(FIELDS), *rows, "")))


def _write_template(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Letters #1: the year behind us", style="Title")
    for paragraph in _paragraphs(lambda field: f"{{{{ {field} }}}}"):
        document.add_paragraph(paragraph)
    document.save(str(path))


def _paragraphs(placed: Callable[[str], str]) -> list[str]:
    """The paragraphs of the letter, about 1,300 words, with `placed` of each field in them."""
    texts = [" ".join(SENTENCES[number % 5 :] + SENTENCES[: number % 5]) for number in range(_PARAGRAPHS)]
    for number, field in enumerate(FIELDS):
        texts[2 * number] = f"{placed(field)}, {texts[2 * number]}"
    return texts


def _values(number: int) -> dict[str, str]:
    values = {field: f"{field.title()} {number}" for field in FIELDS}
    return values | {"salutation": f"Dear Investor {number}", "name": f"Investor {number}"}
