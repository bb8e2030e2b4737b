"""A thousand investors, each with their own account and passages: against a template filled for each."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

import docx

from benchmarks.content import SENTENCES
from benchmarks.peers import fill_letters
from benchmarks.timing import Timing, Usage, interleave, interleave_commands
from letterbook.drafting.copies.making import CopiesRequest, make_copies
from letterbook.drafting.copies.merge import open_merge
from letterbook.drafting.copies.name_pattern import DEFAULT

INVESTORS = 1_000
COMPANIES = ("Kelpworks", "Marlow Robotics", "Saltmarsh Foods")
ACCOUNT = (
    *("committed", "share", "opening", "paid_in", "fees", "returned", "gain", "carry", "recallable"),
    *("closing", "unfunded", "net_irr"),
)
_TEMPLATE_COPIES = 20
_LETTER = "Letter 2026 H1"
_PARAGRAPHS = 12
_PROGRAM = str(Path(sys.executable).with_name("letterbook"))
_SETTINGS = """\
author: Ada Quist
publications:
  letters: {title: Letters, template: newsletter, look: classic, audience: investors, numbering: half-year}
"""


def account_letters(folder: Path, rounds: int) -> tuple[Mapping[str, Timing], Usage]:
    """Seconds for the copies of `INVESTORS`, and what the command takes at its peak.

    The letter has a salutation, an account of twelve lines in a table, a passage for each company that some
    are excused from, one for public records and one of a side letter. `docxtpl` gets the same letter, values
    and tests, and opens its template anew for each (measured on a few letters, counted up).
    """
    root = folder / "accounts"
    people, template = root / "fund" / "recipients.csv", root / "template.docx"
    _write_workspace(root, people)
    draft = (_PROGRAM, "-C", str(root), "draft", _LETTER, "--to", "docx")
    subprocess.run(draft, check=True, capture_output=True)
    _write_template(template)
    master = root / "drafts" / f"{_LETTER}.docx"
    targets = (root / f"made {number}" for number in count())
    contenders: dict[str, Callable[[], object]] = {
        "letterbook": lambda: _make(master, people, next(targets)),
        "docxtpl": lambda: fill_letters(template, map(investor, range(_TEMPLATE_COPIES)), next(targets)),
    }
    timings = interleave(contenders, rounds)
    command = (_PROGRAM, "copies", str(master), str(people), "-o", str(root / "measured"))
    usage = interleave_commands({"letterbook": command}, root, rounds, first=command)["letterbook"]
    return timings | {"docxtpl": timings["docxtpl"].times(INVESTORS / _TEMPLATE_COPIES)}, usage


def investor(number: int) -> dict[str, str]:
    """The row of one investor: names and amounts that nobody else has."""
    amounts = {field: f"USD {number + 1},{position + 100},007" for position, field in enumerate(ACCOUNT)}
    excused = [company for position, company in enumerate(COMPANIES) if number % (11 + 6 * position) == 0]
    return {
        "lp": f"LP-{number:05}",
        "name": f"Investor {number:05} Pension",
        "salutation": f"Trustee {number:05}",
        **amounts,
        "public_records": "yes" if number % 7 == 0 else "no",
        "excused": "; ".join(excused),
        "obligations": "fees" if number % 5 == 0 else "",
    }


def _make(master: Path, people: Path, target: Path) -> None:
    made = make_copies(open_merge(master, people, DEFAULT), CopiesRequest(target=target))
    if len(made.copies) != INVESTORS:
        message = f"{len(made.copies)} of {INVESTORS} copies were made"
        raise RuntimeError(message)


def _write_workspace(root: Path, people: Path) -> None:
    for name in ("items", "editions", "fund"):
        (root / name).mkdir(parents=True)
    (root / "letterbook.yaml").write_text(_SETTINGS)
    top = "---\npublication: letters\nnumber: 2026 H1\ndate: 2026-07-20\ntitle: Half a year\n---\n"
    (root / "editions" / f"{_LETTER}.md").write_text(top + "\n\n".join(_edition()) + "\n")
    rows = [investor(number) for number in range(INVESTORS)]
    lines = (",".join(f'"{value}"' for value in row.values()) for row in rows)
    people.write_text("\n".join((",".join(rows[0]), *lines, "")))


def _edition() -> Iterator[str]:
    yield "Dear {{ recipient.salutation }} of {{ recipient.name }},"
    yield from _prose()
    for test, words in _passages():
        yield f'::: {{.when test="{test}"}}\n{words}\n:::'
    lines = [f"| {field.replace('_', ' ').title()} | {{{{ recipient.{field} }}}} |" for field in ACCOUNT]
    yield "\n".join(("| Your account | |", "|:---|---:|", *lines))


def _write_template(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Letters 2026 H1: Half a year", style="Title")
    document.add_paragraph("Dear {{ salutation }} of {{ name }},")
    for paragraph in _prose():
        document.add_paragraph(paragraph)
    tests = (
        "public_records == 'yes'",
        *(f"'{company}' not in excused" for company in COMPANIES),
        "obligations",
    )
    for test, (_, words) in zip(tests, _passages(), strict=True):
        for paragraph in (f"{{%p if {test} %}}", words, "{%p endif %}"):
            document.add_paragraph(paragraph)
    table = document.add_table(0, 2)
    for field in ACCOUNT:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = field.replace("_", " ").title(), f"{{{{ {field} }}}}"
    document.save(str(path))


def _prose() -> list[str]:
    return [" ".join(SENTENCES[number % 5 :] + SENTENCES[: number % 5]) for number in range(_PARAGRAPHS)]


def _passages() -> Iterator[tuple[str, str]]:
    """The test and the words of each passage for some."""
    yield "recipient.public_records", "You may have to publish what we write to you."
    for company in COMPANIES:
        yield f"not recipient.excused contains '{company}'", f"{company} opened a plant. {SENTENCES[0]}"
    yield "recipient.obligations contains 'fees'", f"As agreed, the fees in full. {SENTENCES[1]}"
