"""A thousand investors whose accounts come from forty cash flows each: what `copies` takes for all."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Usage, interleave_commands

INVESTORS = 1_000
FLOWS = 40
_LETTER = "Letter 2026 H1"
_PROGRAM = str(Path(sys.executable).with_name("letterbook"))
_SETTINGS = """\
author: Ada Quist
publications:
  letters: {title: Letters, template: newsletter, look: classic, audience: investors, numbering: half-year}
"""
_FUND = f"id: f1\nname: Fund I\ncurrency: USD\ncommitted: {INVESTORS}000000\n"
_EDITION = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half a year
---
Dear {{ recipient.salutation }},

{{ capital-account }}
"""


def computed_accounts(folder: Path, rounds: int) -> Usage:
    """What the command takes: it reads 40,000 rows, computes 1,000 accounts of 26 values with a rate each,
    and writes 1,000 copies.
    """
    root = folder / "computed"
    _write_workspace(root)
    draft = (_PROGRAM, "-C", str(root), "draft", _LETTER, "--to", "docx")
    subprocess.run(draft, check=True, capture_output=True)
    master, people = root / "drafts" / f"{_LETTER}.docx", root / "fund" / "recipients.csv"
    command = (_PROGRAM, "copies", str(master), str(people), "-o", str(root / "made"))
    return interleave_commands({"letterbook": command}, root, rounds, first=command)["letterbook"]


def _write_workspace(root: Path) -> None:
    for name in ("items", "editions", "fund"):
        (root / name).mkdir(parents=True)
    (root / "letterbook.yaml").write_text(_SETTINGS)
    (root / "editions" / f"{_LETTER}.md").write_text(_EDITION)
    (root / "fund" / "fund.yaml").write_text(_FUND)
    for name, rows in (("cashflows", _flows()), ("nav", _values()), ("recipients", _people())):
        (root / "fund" / f"{name}.csv").write_text("\n".join((*rows, "")))


def _flows() -> Iterator[str]:
    yield "date,fund,lp,level,kind,amount,purpose,ref"
    days = [dt.date(2020, 1, 15) + dt.timedelta(days=58 * number) for number in range(FLOWS)]
    for investor in range(INVESTORS):
        for number, day in enumerate(days):
            kind, purpose = ("distribution", "gain") if number % 4 == 3 else ("call", "")
            amount = 1000 + (investor * 7919 + number * 104729) % 29000
            yield f"{day},f1,LP-{investor:05},investor,{kind},{amount},{purpose},{number}"


def _values() -> Iterator[str]:
    yield "as of,fund,lp,nav"
    for investor in range(INVESTORS):
        yield f"2025-12-31,f1,LP-{investor:05},{300000 + investor * 101}"
        yield f"2026-06-30,f1,LP-{investor:05},{320000 + investor * 103}"


def _people() -> Iterator[str]:
    yield "lp,name,salutation,commitment"
    for investor in range(INVESTORS):
        yield f"LP-{investor:05},Investor {investor:05} Pension,Trustee {investor:05},{1000000 + investor}"
