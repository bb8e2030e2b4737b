"""The record of one Word file that was written: what each of its paragraphs said, and where that came from.

It is JSON in `records/builds/`, with a line for each source, each paragraph and each figure, and the base
on which a copy that somebody has marked up is compared.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from itertools import islice
from pathlib import Path
from typing import Any

from letterbook.drafting.figures.printed_figure import (
    PrintedFigure,
    printed_figure_line,
    read_printed_figure,
)
from letterbook.errors import BadInput
from letterbook.files import unreadable
from letterbook.finding import Place
from letterbook.record import named_record
from letterbook.writers.writer import Anchor

# Text by text, for putting each of many small objects through an encoder takes several times as long.
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_PUBLISHED = {b' "published": true,': True, b' "published": false,': False}
_END = b"\n}\n"
_LINES_AT_THE_TOP = 20


@named_record
class BuildRecord:
    """What is remembered of a build.

    `build` is the id that the file carries and `sha256` that of its bytes. `draft` is the draft's name,
    `edition` the path of its edition or empty, `date` its date as ISO text, `audience` its readers.
    `sources` are the files that its text and figures came from, each with its SHA-256, `anchors` its
    paragraphs, `figures` what its figures printed, and `drawn` what they printed in charts, without a mark.
    `notes` are the paragraphs of its footnotes; None in a record that was written before they were kept.
    """

    build: str
    draft: str
    edition: str
    date: str
    audience: str
    sha256: str
    published: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    figures: tuple[PrintedFigure, ...] = ()
    drawn: tuple[PrintedFigure, ...] = ()
    notes: tuple[Anchor, ...] | None = ()


_TEXTS = ("build", "draft", "edition", "date", "audience", "sha256")


def render_build_record(build: BuildRecord) -> bytes:
    """The file of a record: its keys in a fixed order, sources by name, paragraphs as in the draft."""
    return "".join(_pieces(build)).encode()


def _pieces(build: BuildRecord) -> Iterator[str]:
    yield "{\n"
    for name in _TEXTS:
        yield f" {_quoted(name)}: {_quoted(getattr(build, name))},\n"
    yield f' "published": {"true" if build.published else "false"},\n'
    yield from _lines(' "sources": {', map(_source_line, sorted(build.sources.items())), "},\n")
    yield from _lines(' "anchors": [', map(_anchor_line, build.anchors), "],\n")
    yield from _lines(' "figures": [', map(_figure_line, build.figures), "]")
    if build.drawn:
        yield from _lines(',\n "drawn": [', map(_figure_line, build.drawn), "]")
    if build.notes is not None:
        yield from _lines(',\n "notes": [', map(_anchor_line, build.notes), "]")
    yield "\n}\n"


def _lines(opening: str, lines: Iterable[str], closing: str) -> Iterator[str]:
    yield opening
    end = ""
    for line in lines:
        yield ",\n" if end else "\n"
        yield line
        end = "\n "
    yield end + closing


def _source_line(source: tuple[str, str]) -> str:
    return f"  {_quoted(source[0])}: {_quoted(source[1])}"


def _anchor_line(anchor: Anchor) -> str:
    place, where = anchor.place, ""
    if place:
        column = f', "column": {place.column}' if place.column else ""
        where = f' "file": {_quoted(place.file)}, "line": {place.line}{column},'
    named = f'"name": {_quoted(anchor.name)}, "style": {_quoted(anchor.style)}'
    if anchor.row:
        named += f', "cell": [{anchor.row}, {anchor.column}]'
    return f'  {{{named},{where} "text": {_quoted(anchor.text)}}}'


def _figure_line(printed: PrintedFigure) -> str:
    return f"  {printed_figure_line(printed)}"


def read_build_record(path: Path, shown: str) -> BuildRecord:
    """The record in the file `path`; raises BadInput, located at `shown`, when it is damaged."""
    content = _content(path, shown)
    try:
        return BuildRecord(
            **{name: _text(content[name]) for name in _TEXTS},
            published=content["published"] is True,
            sources={name: _text(sha) for name, sha in content["sources"].items()},
            anchors=tuple(map(_anchor, content["anchors"])),
            figures=tuple(map(read_printed_figure, content.get("figures", ()))),
            drawn=tuple(map(read_printed_figure, content.get("drawn", ()))),
            notes=tuple(map(_anchor, content["notes"])) if "notes" in content else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise _damaged(shown) from error


def is_published(path: Path, shown: str) -> bool:
    """Whether the record in the file `path` is of a published build; raises BadInput when it is damaged."""
    said = _said_at_the_top(path)
    return _content(path, shown).get("published") is True if said is None else said


def _said_at_the_top(path: Path) -> bool | None:
    """What a whole record in our own form says in a line of its own, long before its paragraphs.

    None for any other file, which has to be read in full.
    """
    with suppress(OSError), path.open("rb") as file:
        file.seek(-len(_END), os.SEEK_END)
        if file.read() == _END:
            file.seek(0)
            lines = (line.rstrip() for line in islice(file, _LINES_AT_THE_TOP))
            return next((_PUBLISHED[line] for line in lines if line in _PUBLISHED), None)
    return None


def _content(path: Path, shown: str) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, RecursionError) as error:
        raise _damaged(shown) from error
    if not isinstance(content, dict):
        raise _damaged(shown)
    return content


def _damaged(shown: str) -> BadInput:
    return BadInput(
        "This record of a draft is damaged, so what was changed in that draft cannot be told.",
        hint="Take it back from your version control or a backup, or delete it.",
        place=Place(shown),
    )


def _anchor(content: Mapping[str, Any]) -> Anchor:
    place = None
    if "file" in content:
        place = Place(_text(content["file"]), int(content["line"]), int(content.get("column", 0)))
    row, column = map(int, content.get("cell", (0, 0)))
    return Anchor(_text(content["name"]), _text(content["style"]), _text(content["text"]), place, row, column)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
