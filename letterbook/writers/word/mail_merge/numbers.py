"""Numbers of figures, tables and sections that change where a passage before them is cut.

Word counts anew only when a person asks it to, so the results that stand in the file are put right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from letterbook.record import record
from letterbook.writers.word.mail_merge.cuts import Cuts
from letterbook.writers.word.mail_merge.fields import WordField, fields_of
from letterbook.writers.word.mail_merge.marks import Mark
from letterbook.writers.word.mail_merge.names import PARAGRAPH, TEXT
from letterbook.writers.word.mail_merge.slots import Change
from letterbook.writers.word.opened.xml_part import Element, end_of_tag
from letterbook.writers.word.text import element_text

_COUNTER, _REFERENCE, _PARAGRAPH_NUMBER = "SEQ", "REF", "\\r"
_DEEPEST = 9


@record
class _Wording:
    """What something said, and what it says after the cuts."""

    old: str
    new: str


def renumbered(cuts: Cuts, marks: Sequence[Mark]) -> Iterator[Change]:
    """The changes that put counted numbers, and references to them and to sections, right after the cuts."""
    fields = [field for field in fields_of(cuts.story) if field.result and len(field.words) > 1]
    counters = list(_counters(cuts, fields))
    for field, number in counters:
        yield from _said(cuts, field, number)
    references = [field for field in fields if field.words[0] == _REFERENCE and not cuts.has(field.first)]
    labels = dict(_labels(cuts, counters, marks))
    sections = _sections(cuts, marks) if any(_PARAGRAPH_NUMBER in field.words for field in references) else {}
    for field in references:
        known = sections if _PARAGRAPH_NUMBER in field.words else labels
        wording = known.get(field.words[1])
        if wording and field.text == wording.old != wording.new:
            yield from _said(cuts, field, wording.new)


def _counters(cuts: Cuts, fields: Iterable[WordField]) -> Iterator[tuple[WordField, str]]:
    """The counting fields that stay, with their numbers less those that were cut before them."""
    cut_so_far: Counter[str] = Counter()
    for field in sorted(fields, key=lambda field: field.first.start):
        if field.words[0] != _COUNTER:
            continue
        counted = field.words[1]
        if cuts.has(field.first):
            cut_so_far[counted] += 1
        elif cut_so_far[counted] and field.text.isdecimal():
            yield field, str(int(field.text) - cut_so_far[counted])


def _labels(
    cuts: Cuts, counters: Sequence[tuple[WordField, str]], marks: Iterable[Mark]
) -> Iterator[tuple[str, _Wording]]:
    """What the bookmarks around a number (`Figure 3`) say, by their names."""
    for mark in marks if counters else ():
        start, end = mark.start.end, mark.end.start if mark.end else 0
        paragraph = cuts.story.paragraph(mark.start)
        for field, number in counters:
            if paragraph is None or not (start <= field.first.start and field.last.end <= end):
                continue
            texts = [each for each in paragraph.all(TEXT) if start <= each.start < end]
            new = {id(each): "" for each in field.result} | {id(field.result[0]): number}
            yield (
                mark.start.get("name"),
                _Wording(
                    "".join(each.text for each in texts),
                    "".join(new.get(id(each), each.text) for each in texts),
                ),
            )


def _sections(cuts: Cuts, marks: Iterable[Mark]) -> Mapping[str, _Wording]:
    """The numbers of numbered headings, by the bookmarks in them."""
    paragraphs = list(cuts.story.named(PARAGRAPH))
    old = _paragraph_numbers(paragraphs)
    new = _paragraph_numbers(paragraph for paragraph in paragraphs if not cuts.has(paragraph))
    found = {}
    for mark in marks:
        paragraph = cuts.story.paragraph(mark.start)
        key = id(paragraph)
        if paragraph is not None and key in new:
            found[mark.start.get("name")] = _Wording(old[key], new[key])
    return found


def _paragraph_numbers(paragraphs: Iterable[Element]) -> dict[int, str]:
    """The numbers, such as `2.1`, of paragraphs with a list of their own, by identity."""
    counters: dict[str, list[int]] = {}
    numbers = {}
    for paragraph in paragraphs:
        identifier = paragraph.value("pPr", "numPr", "numId")
        level = paragraph.value("pPr", "numPr", "ilvl") or "0"
        if not identifier or not level.isdecimal() or int(level) >= _DEEPEST:
            continue
        counter = counters.setdefault(identifier, [0] * _DEEPEST)
        depth = int(level)
        counter[depth] += 1
        counter[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        numbers[id(paragraph)] = ".".join(str(number or 1) for number in counter[: depth + 1])
    return numbers


def _said(cuts: Cuts, field: WordField, text: str) -> Iterator[Change]:
    """The changes that let a field's result say something else, in the format of its first text."""
    data = cuts.story.part.data
    texts = [each for each in field.result if not each.is_empty]
    for position, element in enumerate(texts):
        said = element_text(text).encode("utf-8") if position == 0 else b""
        yield Change(end_of_tag(data, element.start), element.closing, said)
