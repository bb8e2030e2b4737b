"""The numbers of a draft: which of them figures printed, and which are others now than in its build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.finding import Place
from letterbook.fund.figure_names import figures_named
from letterbook.printed_number import BLANKS, PrintedNumber, find_numbers, parse_number
from letterbook.record import record
from letterbook.writers.word.marked_text import MarkedParagraph, MarkedPart
from letterbook.writers.writer import Anchor


@record
class DraftNumber:
    """A number in a draft, or a word that a figure printed; `printed` is None where no figure did.

    `start` and `end` are its place in `words`, the text of its paragraph; `origin` is where the paragraph
    came from, None where nobody knows: in a footnote, or one that was written in Word. `where` says what of
    the page a number stands in that is not in its text, such as `header`.
    """

    text: str
    words: str
    start: int
    end: int
    printed: PrintedFigure | None = None
    origin: Place | None = None
    where: str = ""


@record
class ChangedNumber:
    """A number that is another in a draft than in its build; `now` or `was` is empty where it is not."""

    was: str
    now: str
    printed: PrintedFigure | None = None
    origin: Place | None = None


def numbers_of(paragraphs: Iterable[MarkedParagraph], build: BuildRecord) -> tuple[DraftNumber, ...]:
    """The numbers of a draft in order, those that figures printed and all others.

    What a figure printed is known by its bookmark; where that is gone, by its words in its paragraph.
    """
    paragraphs = tuple(paragraphs)
    printed = {each.mark: each for each in build.figures}
    anchors = {anchor.name: anchor for anchor in build.anchors}
    marked = {part.name for paragraph in paragraphs for part in paragraph.figures}
    lost: dict[str, list[PrintedFigure]] = {}
    for each in build.figures:
        if each.mark not in marked and each.anchor:
            lost.setdefault(each.anchor, []).append(each)
    return tuple(
        number
        for paragraph in paragraphs
        for number in _in_paragraph(
            _with_lost(paragraph, lost.get(paragraph.anchor, ())), printed, anchors.get(paragraph.anchor)
        )
    )


def drawn_numbers(build: BuildRecord) -> Iterator[DraftNumber]:
    """The numbers in the charts of a build, which no editor changes; their words say what they are there."""
    for printed in build.drawn:
        label = printed.called.partition(": ")[2]
        words = f"{label} {printed.shown}"
        yield DraftNumber(printed.shown, words, len(label) + 1, len(words), printed, printed.place)


def built_paragraphs(build: BuildRecord) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of a build as they were written; those of footnotes are only their figures."""
    waiting: dict[str, list[PrintedFigure]] = {}
    for printed in build.figures:
        waiting.setdefault(printed.anchor, []).append(printed)
    found = [
        MarkedParagraph(anchor.name, anchor.text, tuple(_parts(anchor.text, waiting.get(anchor.name, ()))))
        for anchor in build.anchors
    ]
    notes = (
        MarkedParagraph("", each.shown, (MarkedPart(each.mark, 0, len(each.shown)),))
        for each in waiting.get("", ())
    )
    return (*found, *notes)


def changed_numbers(paragraphs: Sequence[MarkedParagraph], build: BuildRecord) -> tuple[ChangedNumber, ...]:
    """The numbers that are others in `paragraphs` than in the build that they come from, in its order."""
    by_anchor = {paragraph.anchor: paragraph for paragraph in paragraphs}
    marked = {part.name: paragraph for paragraph in paragraphs for part in paragraph.figures}
    found: list[ChangedNumber] = []
    for before in built_paragraphs(build):
        now = by_anchor.get(before.anchor) if before.anchor else marked.get(before.figures[0].name)
        was = numbers_of((before,), build)
        if not before.anchor and now:
            now = _only(now, before.figures[0].name)
        is_numbers = numbers_of((now,), build) if now else ()
        if [each.text for each in was] != [each.text for each in is_numbers]:
            found += _changes(was, is_numbers)
    return tuple(found)


def find_number(numbers: Iterable[DraftNumber], wanted: str) -> tuple[DraftNumber, ...]:
    """The numbers that are written as `wanted`; else those of that value; else those of that figure."""
    numbers = tuple(numbers)
    key, parsed = _key(wanted), parse_number(wanted) or parse_number(wanted, ",")
    if written := tuple(number for number in numbers if _key(number.text) == key):
        return written
    if parsed and (same := tuple(number for number in numbers if _is_worth(number, parsed))):
        return same
    printed = ((number, number.printed) for number in numbers)
    return tuple(number for number, by in printed if by and figures_named((by.figure,), wanted))


def _is_worth(number: DraftNumber, wanted: PrintedNumber) -> bool:
    """Whether a number has the value that is wanted, in the unit that is, if any is."""
    other = parse_number(number.text)
    return other is not None and wanted.value == other.value and wanted.kind in {None, other.kind}


def _key(text: str) -> str:
    return " ".join(text.translate(dict.fromkeys(map(ord, BLANKS), " ")).split()).casefold()


def _parts(text: str, printed: Iterable[PrintedFigure]) -> Iterator[MarkedPart]:
    """Where figures stand in the text of a paragraph, which they do one after the other."""
    position = 0
    for each in printed:
        start = text.find(each.shown, position)
        if start >= 0:
            position = start + len(each.shown)
            yield MarkedPart(each.mark, start, position)


def _with_lost(paragraph: MarkedParagraph, lost: Iterable[PrintedFigure]) -> MarkedParagraph:
    """The paragraph with marks around the words of figures that have lost theirs."""
    found = [
        part
        for part in _parts(paragraph.text, lost)
        if all(part.end <= other.start or other.end <= part.start for other in paragraph.figures)
    ]
    return replace(paragraph, figures=(*paragraph.figures, *found)) if found else paragraph


def _in_paragraph(
    paragraph: MarkedParagraph, printed: Mapping[str, PrintedFigure], anchor: Anchor | None
) -> Iterator[DraftNumber]:
    text, origin = paragraph.text, anchor.place if anchor else None
    figures = [part for part in paragraph.figures if part.name in printed]
    found = [
        DraftNumber(text[part.start : part.end], text, part.start, part.end, printed[part.name], origin)
        for part in figures
        if part.start < part.end
    ]
    found += (
        DraftNumber(number.text, text, number.start, number.end, None, origin)
        for number in find_numbers(text)
        if all(number.end <= part.start or part.end <= number.start for part in figures)
    )
    yield from sorted(found, key=lambda number: number.start)


def _only(paragraph: MarkedParagraph, mark: str) -> MarkedParagraph:
    """A paragraph of a footnote cut down to one of its figures."""
    part = next(part for part in paragraph.figures if part.name == mark)
    text = paragraph.text[part.start : part.end]
    return MarkedParagraph("", text, (MarkedPart(mark, 0, len(text)),))


def _changes(was: Sequence[DraftNumber], now: Sequence[DraftNumber]) -> Iterator[ChangedNumber]:
    """The differences between the numbers of a paragraph; what replaces several goes to the first ones."""
    matcher = SequenceMatcher(a=[each.text for each in was], b=[each.text for each in now], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for position in range(max(end - start, new_end - new_start)):
            old = was[start + position] if start + position < end else None
            new = now[new_start + position] if new_start + position < new_end else None
            either = old or new
            if either:
                printed = old.printed if old else either.printed
                yield ChangedNumber(old.text if old else "", new.text if new else "", printed, either.origin)
