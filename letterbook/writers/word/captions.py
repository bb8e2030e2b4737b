"""Captions of figures and tables: numbered by Word where something may refer to them."""

from __future__ import annotations

from letterbook.draft import Inline
from letterbook.writers.word.fields import field
from letterbook.writers.word.formats import ParagraphFormat
from letterbook.writers.word.inlines import Line, text_runs, write_line
from letterbook.writers.word.paragraphs import StoryWriter, Surroundings

_AFTER_NUMBER = ": "


def write_caption(
    writer: StoryWriter,
    caption: tuple[Inline, ...],
    identifier: str,
    around: Surroundings,
    look: ParagraphFormat,
) -> None:
    """Write the caption of a figure or table, if it has words or a number."""
    opening = _numbering(writer, identifier)
    if not caption and not opening.xml:
        return
    words = write_line(caption, writer.story, around.run_format)
    between = _AFTER_NUMBER if opening.xml and caption else ""
    line = Line(
        f"{opening.xml}{text_runs(between, around.run_format) if between else ''}{words.xml}",
        f"{opening.text}{between}{words.text}",
        words.right_to_left,
    )
    writer.line("Caption", line, around, look)


def _numbering(writer: StoryWriter, identifier: str) -> Line:
    """The label of what has an identifier, its number a field that counts; a bookmark lets links find it."""
    gathered = writer.story.gathered
    target = gathered.targets.get(identifier) if identifier else None
    if target is None or target.bookmark in gathered.placed:
        return Line("", "")
    gathered.placed.add(target.bookmark)
    bookmark, label = gathered.bookmarks.named(target.bookmark), target.label
    counted = field(f"SEQ {label.word} \\* ARABIC", text_runs(label.number))
    return Line(f"{bookmark.start}{text_runs(f'{label.word} ')}{counted}{bookmark.end}", label.words)
