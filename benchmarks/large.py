"""A very large edition: thousands of items, from their files to a Word file, as commands."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from benchmarks.peers import pandoc_command, write_pandoc_reference
from benchmarks.timing import Usage, interleave_commands

_EDITION = "Almanac 1"
_PROGRAM = str(Path(sys.executable).with_name("letterbook"))
_SYLLABLES = (
    "ba",
    "de",
    "fil",
    "go",
    "har",
    "jun",
    "kel",
    "lo",
    "mir",
    "nau",
    "per",
    "qui",
    "ros",
    "stel",
    "tu",
)
_VOCABULARY = 5_000
_SETTINGS = """\
author: Ada Quist
publications:
  almanac: {title: The Almanac, template: newsletter, look: modern, audience: public}
"""


def draft_large(folder: Path, items: int, rounds: int) -> Mapping[str, Usage]:
    """`letterbook draft` of an edition of `items` items, and pandoc on the Markdown of the same draft.

    letterbook reads the items' files, the index being up to date as it is in use; pandoc reads one
    Markdown file. About 60 words an item, a linked title, a quotation and a link in each.
    """
    root, reference = folder / f"large{items}", folder / "reference.docx"
    _write_workspace(root, items)
    write_pandoc_reference(reference)
    draft = (_PROGRAM, "-C", str(root), "draft", _EDITION, "--to")
    markdown = root / "drafts" / f"{_EDITION}.md"
    commands = {
        "letterbook draft": (*draft, "docx"),
        "pandoc": pandoc_command(markdown, reference, folder / f"pandoc{items}.docx"),
    }
    return interleave_commands(commands, root, rounds, first=(*draft, "docx,md"))


def _write_workspace(root: Path, items: int) -> None:
    """Write an edition that places every item once and prints the items' own commentary."""
    for name in ("items", "editions"):
        (root / name).mkdir(parents=True)
    (root / "letterbook.yaml").write_text(_SETTINGS)
    words = _words(Random(1))
    titles = [f"{next(words).title()} {next(words)} {number}" for number in range(1, items + 1)]
    for number, title in enumerate(titles, 1):
        (root / "items" / f"{title}.md").write_text(_item_file(number, title, words))
    embeds = "".join(f"\n![[{title}]]\n" for title in titles)
    (root / "editions" / f"{_EDITION}.md").write_text(
        "---\npublication: almanac\nnumber: 1\ndate: 2026-01-15\ntitle: everything at once\n"
        f"subtitle: A year of reading\n---\nHi all,\n\n{{{{ contents }}}}\n\n## Everything\n{embeds}"
    )


def _item_file(number: int, title: str, words: Iterator[str]) -> str:
    quote, opening, middle, end = (_sentence(words, length) for length in (14, 20, 12, 10))
    return (
        f"---\ntitle: {title}\nsource: The Quay {number % 50}\nurl: https://quay.example/{number}\n"
        "kind: article\nthemes: [winter]\nadded: 2026-01-05\n---\n\n"
        f"{opening} See [the {next(words)} notes](https://notes.example/{number}).\n\n"
        f"> {quote}\n\n{middle} *{next(words)}* {end}\n\n"
        f"## Highlights\n\n### —\n\n> [!quote]\n> {quote}\n\n^h00000001\n"
    )


def _sentence(words: Iterator[str], length: int) -> str:
    return " ".join(next(words) for _ in range(length)).capitalize() + "."


def _words(random: Random) -> Iterator[str]:
    """Words without end, some of them much more frequent than others, as in a language."""
    vocabulary = ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(_VOCABULARY)]
    weights = [1 / rank for rank in range(1, _VOCABULARY + 1)]
    while True:
        yield from random.choices(vocabulary, weights, k=10_000)
