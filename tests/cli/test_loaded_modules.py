"""A command loads what it uses: a newsletter needs nothing of what letters and funds do."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

UNUSED = (
    "letterbook.charts",
    "letterbook.fund.fund_data",
    "letterbook.fund.table",
    "letterbook.fund.computing",
    "letterbook.fund.accounts",
    "letterbook.fund.investor_terms.side_letters",
    "letterbook.checks.letters.returns",
    "letterbook.checks.letters.standing_text",
    "letterbook.checks.letters.wording",
    "letterbook.checks.letters.comparisons",
    "letterbook.checks.letters.parts.lowlights",
    "letterbook.checks.letters.performance",
    "letterbook.checks.letters.recipients.readership",
    "letterbook.drafting.accounts",
    "letterbook.drafting.comparison",
    "letterbook.drafting.copies",
    "letterbook.drafting.sources",
    "letterbook.verify",
    "letterbook.importers",
    "docx",
    "lxml",
    "matplotlib",
    "python_calamine",
)
NEWSLETTER = """\
---
publication: newsletter
number: 1
date: 2026-01-15
title: Counting chairs
---
The harbour froze twice, 40 days in all.

{{ contents }}

## Worth an hour

### [[The long winter]]

> Nothing is as permanent as a temporary arrangement.
"""
ITEM = """\
---
title: The long winter
source: The Quay
url: https://quay.example/winter
---

## Highlights

### —

> [!quote]
> Nothing is as permanent as a temporary arrangement.

^h00000001
"""


@pytest.fixture
def loaded(empty_workspace):
    """The modules that drafting a newsletter loads."""
    (empty_workspace / "items" / "The long winter.md").write_text(ITEM)
    (empty_workspace / "editions" / "Newsletter 1.md").write_text(NEWSLETTER)
    code = (
        "import sys\n"
        "from importlib import import_module\n"
        "try: import_module('letterbook.cli').main(sys.argv[1:])\n"
        "finally: print(*sys.modules, sep='\\n')\n"
    )
    draft = ("-C", str(empty_workspace), "draft", "Newsletter 1", "--to", "docx")
    run = subprocess.run(
        [sys.executable, "-c", code, *draft], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(run.stdout.split())


def test_a_newsletter_does_not_load_what_it_does_not_use(loaded):
    assert "letterbook.writers.word.document" in loaded
    assert {name for name in loaded for room in UNUSED if f"{name}.".startswith(f"{room}.")} == set()


@pytest.mark.parametrize("room", [room for room in UNUSED if room.startswith("letterbook.")])
def test_what_must_not_be_loaded_is_there(room):
    assert find_spec(room)
