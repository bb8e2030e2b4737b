"""Write docs/reference/word-features.md: what letterbook, pandoc and docxtpl make of one document in Word.

Run it with `make features`: it needs the peers, which are the extra `bench`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from docs.features.contenders import CONTENDERS, made_by
from docs.features.made import Answer, Made, Row
from docs.features.rows import GROUPS

PAGE = Path(__file__).parent / "reference" / "word-features.md"
PEERS: Mapping[str, tuple[str, str]] = {
    "pandoc": ("pypandoc", "pypandoc_binary"),
    "docxtpl": ("docxtpl", "docxtpl"),
}
_ZIP_CLOCK = 2.1  # seconds; a zip counts time in steps of two

_INTRODUCTION = """\
# What Word gets

One document, with everything that a draft can hold, made into Word by three programs, and what is in their
files. This page is made by `make features` (`docs/build_feature_table.py`), which runs the three and looks
into what they wrote. How each line is found out is said in `docs/features/`.

- **letterbook** writes its own specimen, the one that `letterbook looks show classic` shows.
- **pandoc** {pandoc} gets the same document in its own Markdown, with what pandoc has for each construct
  (grid tables, `custom-style`, `native_numbering`, `--toc`, `--reference-doc`). What only raw XML in the text
  can say counts as not there. A program that pandoc would call for an SVG's PNG is not called.
- **docxtpl** {docxtpl} fills a template; it has no Markdown. The template is as somebody who knows Word would
  make it, and what it says counts: its styles, sections, captions, the behaviour of its tables. What the text
  decides is given by docxtpl's own means (loops, RichText, InlineImage).
"""


def answers(made: Made) -> dict[Row, Answer]:
    """What every row finds in a contender's files."""
    return {row: row(made) for rows in GROUPS.values() for row in rows}


def answers_of(name: str, *, wait: bool = True) -> dict[Row, Answer]:
    """What every row finds in the files of a contender; without `wait`, no clock can show in them."""
    return answers(made_by(CONTENDERS[name], (lambda: time.sleep(_ZIP_CLOCK)) if wait else (lambda: None)))


def versions() -> dict[str, str]:
    """The versions of the peers that are installed."""
    return {name: _version(*of) for name, of in PEERS.items() if find_spec(of[0])}


def _version(module: str, distribution: str) -> str:
    if module == "pypandoc":
        import pypandoc  # noqa: PLC0415 - an optional extra

        return str(pypandoc.get_pandoc_version())
    return version(distribution)


def page(found: Mapping[str, Mapping[Row, Answer]]) -> str:
    """The page, given what was found of each contender."""
    lines = [_INTRODUCTION.format(**versions())]
    for group, rows in GROUPS.items():
        lines += ["", f"## {group}", "", f"| | {' | '.join(found)} |", f"|---|{'---|' * len(found)}"]
        lines += [table_row(row, [answers[row] for answers in found.values()]) for row in rows]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def table_row(row: Row, answers: list[Answer]) -> str:
    """A line of the table."""
    words = (row.__doc__ or "").strip()
    return f"| {words} | {' | '.join(map(_cell, answers))} |"


def _cell(answer: Answer) -> str:
    return {True: "yes", False: "no"}[answer] if isinstance(answer, bool) else answer


def build(wait: Callable[[], None] | None = None) -> str:
    """The page as it is now; all peers must be installed."""
    return page({name: answers_of(name, wait=wait is None) for name in CONTENDERS})


if __name__ == "__main__":
    PAGE.write_text(build(), encoding="utf-8")
