"""What every writer takes and gives."""

from __future__ import annotations

from collections.abc import Callable

from letterbook.draft import Draft
from letterbook.finding import Finding, Place
from letterbook.look import Look
from letterbook.record import record


def as_it_is(source: str) -> str:
    """A picture's path as the draft has it: counted from the workspace."""
    return source


@record
class LetterheadFile:
    """A Word file whose page, styles, headers and footers a draft is to have; `name` is for messages."""

    name: str
    data: bytes


@record
class Resources:
    """What a writer needs beside the draft.

    `read_image` gives the bytes of a picture by its path from the workspace, or None when there is
    none; it is never asked for a URL. `link_image` gives the path by which a file that only refers
    to the picture finds it from where that file will lie. A `letterhead` takes the look's place; the
    look then gives only the styles that the letterhead lacks.

    With `sources_of` the file tells the sources of the build with this id: it carries that id, and says in
    its properties that it has them, so that it is never taken for the draft itself.
    """

    look: Look
    read_image: Callable[[str], bytes | None]
    link_image: Callable[[str], str] = as_it_is
    letterhead: LetterheadFile | None = None
    sources_of: str = ""


@record
class Anchor:
    """A paragraph of a written file by which it is found again, whatever a person does to the file.

    `name` is that of its bookmark, `style` that of its Word style, `text` what it says, `place` where
    that came from. The paragraph of a cell has its `row` and `column`, from 1.
    """

    name: str
    style: str
    text: str
    place: Place | None = None
    row: int = 0
    column: int = 0


@record
class FigureMark:
    """What a figure printed in a written file: the `name` of its bookmark, the call, and its text.

    `anchor` is that of the paragraph it stands in, empty in a footnote; `place` is where it is called.
    """

    name: str
    called: str
    text: str
    anchor: str = ""
    place: Place | None = None


@record
class Written:
    """The bytes of a file, and what could not be written as the draft has it.

    `build` is the id that the file carries, if its format can, `anchors` its paragraphs by name, and
    `figures` what figures printed. `notes` are the paragraphs of its footnotes, which have no names.
    """

    data: bytes
    findings: tuple[Finding, ...] = ()
    build: str = ""
    anchors: tuple[Anchor, ...] = ()
    figures: tuple[FigureMark, ...] = ()
    notes: tuple[Anchor, ...] = ()


Writer = Callable[[Draft, Resources], Written]
