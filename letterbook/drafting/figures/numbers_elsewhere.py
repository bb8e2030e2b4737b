"""The numbers of a draft that stand outside its text: where a person put them, and a build has no record."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.drafting.figures.draft_numbers import DraftNumber
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.verify.found_numbers import find_in_passage
from letterbook.verify.letter_reader import read_letter
from letterbook.verify.passages import Kind
from letterbook.writers.word.opened.word_file import read_word_file

_IN_TEXT = frozenset({Kind.TEXT, Kind.TABLE, Kind.FOOTNOTE, Kind.ENDNOTE})


def numbers_elsewhere(file: str, data: bytes, build: BuildRecord) -> Iterator[DraftNumber]:
    """The numbers in text boxes, charts, diagrams, headers and footers of the Word file in `data`.

    Those of pages, dates and the like are left out. What a figure printed is known by its bookmark, when
    somebody moved it there. Raises BadInput when the file cannot be read.
    """
    printed = {each.mark: each for each in build.figures}
    for passage in read_letter(read_word_file(file, data)).passages:
        if passage.kind in _IN_TEXT:
            continue
        for number in find_in_passage(passage, ".").numbers:
            marks = (mark.name for mark in passage.marks if mark.start <= number.start < mark.end)
            yield DraftNumber(
                number.text,
                passage.text,
                number.start,
                number.end,
                printed.get(next(marks, "")),
                where=passage.kind.value,
            )
