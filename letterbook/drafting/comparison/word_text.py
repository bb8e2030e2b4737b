"""The parts of a Word letter, whoever wrote it: inserted text counts, deleted and hidden text does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from letterbook.drafting.comparison.build_text import (
    HEADER_STYLE,
    IsOwn,
    Written,
    anchored,
    assembled_parts,
)
from letterbook.drafting.comparison.printed_letter import Kind, Part, PrintedPassage, plain
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.finding import Place
from letterbook.printed_number import parse_number
from letterbook.verify.letter_reader import read_letter
from letterbook.verify.passages import Kind as WordKind
from letterbook.verify.passages import Passage
from letterbook.writers.word.bookmarks import BLOCK_PREFIX
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.writer import Anchor

_BOOKMARK = f"{WORD} bookmarkStart"
_COPY = "_Copy_"  # what LibreOffice adds to the name of a bookmark that it copies
_NOT_SAID = frozenset({"page number", "hidden text"})
_NOTES = frozenset({WordKind.FOOTNOTE, WordKind.ENDNOTE})
_MARGINS = frozenset({WordKind.HEADER, WordKind.FOOTER})
_LONGEST_HEADING = 80


def parts_of_word(file: WordFile, build: BuildRecord | None, is_own: IsOwn) -> tuple[Part, ...]:
    """The passages and tables of a Word file, its notes, headers and footers last.

    The `build` that it comes from, if there is one, says what its paragraphs are and where they came from.
    """
    anchors = anchored(build.anchors) if build else {}
    styles, passages = _style_names(file), read_letter(file).passages
    body = [each for each in passages if each.kind not in _NOTES | _MARGINS]
    others = [each for each in passages if each.kind in _NOTES | _MARGINS]
    written = [_written(each, anchors, styles) for each in body]
    notes = {plain(note.text): note.place for note in (build.notes if build else None) or ()}

    def is_said(place: Place | None) -> bool:
        """Whether words are the author's: what stands in no place was written in Word."""
        return place is None or is_own(place)

    return (*assembled_parts(written, is_said), *_others(others, notes, is_said))


def figures_of_word(file: WordFile, build: BuildRecord) -> tuple[PrintedFigure, ...]:
    """What the figures of a build print in a Word file that came from it, also where they were typed over."""
    said = {
        mark.name: each.text[mark.start : mark.end]
        for each in read_letter(file).passages
        for mark in each.marks
    }
    marked = ((each, plain(said[each.mark])) for each in build.figures if each.mark in said)
    return (*(_as_said(each, words) for each, words in marked if words), *build.drawn)


def _as_said(printed: PrintedFigure, words: str) -> PrintedFigure:
    """A figure with the words that stand in the file, and their value where they are another number."""
    if words == plain(printed.shown):
        return printed
    number = parse_number(words)
    value = number.value if number and not printed.predecessor else printed.figure.value
    return replace(printed, shown=words, figure=replace(printed.figure, value=value))


def _style_names(file: WordFile) -> Mapping[str, str]:
    """The names of the styles of a file by their ids, as Word shows them."""
    part = file.part("styles")
    styles = (each for each in (part.root.children if part else ()) if each.name == f"{WORD} style")
    return {each.get("styleId"): each.value("name").capitalize() for each in styles}


def _written(each: Passage, anchors: Mapping[str, Anchor], styles: Mapping[str, str]) -> Written:
    anchor = anchors.get(_bookmark(each))
    text, spans = _said(each)
    place = anchor.place if anchor else None
    if each.cell:
        is_header = anchor.style == HEADER_STYLE if anchor else each.cell.row == 1
        style = HEADER_STYLE if is_header else "Table Text"
        return Written(text, style, place, spans, each.cell.row, each.cell.column, each.cell.table)
    if anchor:
        return Written(text, anchor.style, place, spans)
    name = styles.get(each.paragraph.value("pPr", "pStyle"), "")
    if each.level or (not name.startswith(("Quote", "Caption", "List")) and _looks_like_heading(text)):
        return Written(text, f"Heading {each.level or 9}", place, spans)
    return Written(text, name, place, spans)


def _looks_like_heading(text: str) -> bool:
    """Whether a paragraph without a heading's style is one: short, begun in capitals, without an end."""
    said = text.strip()
    return bool(said) and len(said) <= _LONGEST_HEADING and said[0].isupper() and said[-1].isalpha()


def _bookmark(each: Passage) -> str:
    """The name of the bookmark that letterbook put around a paragraph, or an empty string."""
    names = (child.get("name") for child in each.paragraph.children if child.name == _BOOKMARK)
    return next((name.partition(_COPY)[0] for name in names if name.startswith(BLOCK_PREFIX)), "")


def _said(each: Passage) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a passage without numbers of pages and what is hidden, and where figures stand in it."""
    cuts = sorted((cut.start, cut.end) for cut in each.unprinted if cut.reason in _NOT_SAID)
    spans = [(mark.start, mark.end) for mark in each.marks]
    text = each.text
    for start, end in reversed(cuts):
        text = text[:start] + text[end:]
        spans = [(_shifted(first, start, end), _shifted(last, start, end)) for first, last in spans]
    return text, tuple(span for span in spans if span[0] < span[1])


def _shifted(position: int, start: int, end: int) -> int:
    """Where a position is once the text from `start` to `end` is gone."""
    return position if position <= start else max(start, position - (end - start))


def _others(
    passages: Sequence[Passage], notes: Mapping[str, Place | None], is_own: IsOwn
) -> Iterator[PrintedPassage]:
    """Notes, headers and footers, each said once: those of first and other pages are often the same."""
    seen: set[str] = set()
    for each in passages:
        text, _ = _said(each)
        if each.kind in _MARGINS:
            if plain(text) and plain(text) not in seen:
                seen.add(plain(text))
                yield PrintedPassage(plain(text), Kind.MARGIN)
        elif plain(text):
            place = notes.get(plain(text))
            yield PrintedPassage(plain(text), Kind.NOTE, "", place, (), is_own(place))
