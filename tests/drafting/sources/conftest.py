"""A workspace with a letter in which something of every kind has a source, and what its comments say."""

from __future__ import annotations

import pytest

from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.word_file import read_word_file

SHEET = """\
name,value,unit,as of,basis,period,status,source,show as
Fund I NAV,78500000,USD,2026-06-30,net,,unaudited,"Accounts 2026-06.xlsx, Summary, C12",$78.5m
Fund I NAV,71300000,USD,2025-12-31,net,,audited,"Annual accounts 2025, page 9",$71.3m
Fund I TVPI,2.09,x,2026-06-30,net,since inception,unaudited,"Performance 2026-06.xlsx, Net, D4",2.1x
Companies,9,number,2026-06-30,,,,"Schedule 2026-06.xlsx, A12",
"""
ITEM = """\
---
title: The battery that outlived its grid
source: Harbour Review
authors: [Nora Lind]
url: https://harbour.example/battery
---
## Highlights

### Patience

> [!quote]
> A battery that is never used is the most expensive kind of furniture there is.

^h1

- place: 0:08:30

### Hearing

> [!transcript]
> **Speaker 1:** The grid forgets everything that happens after midnight, and that is our business.

^h2

- place: 0:12:00
- link: https://harbour.example/battery#t=720

### Few words

> [!quote]
> Nothing rusts here.

^h3
"""
LETTER = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half-year letter
---
Dear all,

## The fund

The NAV {{ Fund I NAV, change }} to {{ Fund I NAV }}, and prices rose by [42%]{source="AFR, 3 July 2026"}.[^1]

| What | Value |
|---|---:|
| TVPI | {{ Fund I net TVPI }} |

## Reading

![[The battery#^h1]]

![[The battery#^h2|that is our business]]

![[The battery#^h3]]

She wrote that “a battery that is never used is the *most expensive* kind of furniture
there is”, for {{ Companies }} companies.

> The grid remembers everything that happens after midnight, and that is our business.

> Nobody in this library has ever said a word of this sentence.

[^1]: It was {{ Fund I NAV as-of=2025-12-31 }}.
"""
NAME = "Letter 2026 H1"


@pytest.fixture
def workspace(empty_workspace, monkeypatch):
    """A workspace with figures, an item, and a letter; the current folder."""
    (empty_workspace / "fund").mkdir(exist_ok=True)
    (empty_workspace / "fund/figures.csv").write_text(SHEET, encoding="utf-8")
    (empty_workspace / "items/The battery.md").write_text(ITEM, encoding="utf-8")
    (empty_workspace / f"editions/{NAME}.md").write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(empty_workspace)
    return empty_workspace


def comments_of(data):
    """Each comment of a Word file, as the text that it is about and what it says, in order."""
    file = read_word_file("draft.docx", data)
    part = file.part("comments")
    said = {each.get("id"): "\n".join(_text(line) for line in each.children) for each in part.root.children}
    about = dict.fromkeys(said, "")
    open_ones = []
    for element in file.xml(file.main).root.all(
        *(f"{WORD} {name}" for name in ("commentRangeStart", "commentRangeEnd", "t", "footnoteReference"))
    ):
        if element.name == f"{WORD} commentRangeStart":
            open_ones.append(element.get("id"))
        elif element.name == f"{WORD} commentRangeEnd":
            open_ones.remove(element.get("id"))
        else:
            for identifier in open_ones:
                about[identifier] += element.text if element.name == f"{WORD} t" else "[note]"
    return [(about[identifier], said[identifier]) for identifier in said]


def _text(element):
    return "".join(each.text for each in element.all(f"{WORD} t"))
