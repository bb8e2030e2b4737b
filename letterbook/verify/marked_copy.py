"""A copy of a letter with a Word comment on each number: its source, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.stretch import overlap
from letterbook.verify.comments import seal
from letterbook.verify.letter import Tick, TickedLetter
from letterbook.verify.matching import Outcome
from letterbook.verify.paragraph_text import PARAGRAPH, RUN
from letterbook.verify.passages import Kind
from letterbook.verify.range_marks import RangeMarks, can_split
from letterbook.verify.words import note_numbers, place_words, verdict
from letterbook.writers.word.letterhead.comments import first_free_id, put_comments
from letterbook.writers.word.letterhead.package_changes import PackageChanges
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.archive import open_archive, replaced
from letterbook.writers.word.opened.word_file import DOCUMENT_TYPE, TEMPLATE_TYPE, WordFile
from letterbook.writers.word.opened.xml_part import Element

_REFERENCES = {Kind.FOOTNOTE: f"{WORD} footnoteReference", Kind.ENDNOTE: f"{WORD} endnoteReference"}
_DRAWN = frozenset({Kind.TEXT_BOX, Kind.CHART, Kind.DIAGRAM})
_TITLES = {Outcome.AGREES: "Agrees", Outcome.DISAGREES: "Disagrees", Outcome.UNCOVERED: "Not covered"}


def marked_copy(letter: TickedLetter) -> bytes:
    """The letter with a comment on each of its numbers that is a figure or may be one.

    Comments can only stand in the main text: those of a note stand at its mark, those of a text box, a chart
    or a diagram at that, those of headers and footers at the beginning. Raises BadInput for a file with
    macros or a signature, of which no copy can be made.
    """
    _refuse(letter.file)
    ticks = [tick for tick in letter.ticks if not tick.reason]
    changes = PackageChanges(letter.file)
    main = letter.file.xml(letter.file.main)
    first = first_free_id(letter.file)
    marks = RangeMarks(main)
    places = _NotePlaces(main.root)
    for identifier, tick in enumerate(ticks, start=first):
        _mark(marks, places, tick, identifier)
    if not ticks:
        return changes.packed()
    changes.change(main, *marks.edits())
    notes = note_numbers(letter.file)
    comments = put_comments(changes, [_text(tick, notes) for tick in ticks], first)
    packed = open_archive(letter.file.file, changes.packed())
    member = packed.find(comments)
    if member is None:
        return changes.packed()
    return replaced(packed, {member.name: member.read() + seal(packed, comments).new}, ())


def _refuse(file: WordFile) -> None:
    kinds = {each.kind for group in file.relationships.values() for each in group}
    if any("digital-signature" in kind for kind in kinds):
        reason, hint = "is digitally signed", "Save a copy without the signature, and mark that."
    elif file.types.of(file.main) not in {DOCUMENT_TYPE, TEMPLATE_TYPE}:
        reason, hint = "has macros", 'Save it in Word as "Word Document (.docx)", and mark that.'
    else:
        return
    raise BadInput(f"{file.file} {reason}, so it cannot be marked.", hint=hint, place=Place(file.file))


class _NotePlaces:
    """Where the main text refers to notes, and where it begins."""

    def __init__(self, root: Element) -> None:
        self.runs: dict[tuple[str, str], Element] = {}
        self.start = next(root.all(PARAGRAPH), None)
        self.body = root.child("body") or root
        for run in root.all(RUN):
            for child in run.children:
                if child.name in _REFERENCES.values():
                    self.runs.setdefault((child.name, child.get("id")), run)


def _mark(marks: RangeMarks, places: _NotePlaces, tick: Tick, identifier: int) -> None:
    passage = tick.passage
    if passage.anchor is not None and passage.kind in _DRAWN:
        marks.mark_run(passage.anchor, identifier)
    elif passage.kind in {Kind.TEXT, Kind.TABLE}:
        touched = [piece for piece in passage.pieces if overlap(piece, tick)]
        if all(can_split(passage.part, piece) for piece in touched):
            marks.mark_text(passage, tick.start, tick.end, identifier)
        else:
            marks.mark_run(touched[0].run, identifier)
    else:
        run = places.runs.get((_REFERENCES.get(passage.kind, ""), passage.note))
        if run is not None:
            marks.mark_run(run, identifier)
        elif places.start is not None:
            marks.mark_paragraph(places.start, identifier)
        else:
            marks.mark_body(places.body, identifier)


def _text(tick: Tick, notes: Mapping[tuple[Kind, str], int]) -> str:
    elsewhere = tick.passage.kind not in {Kind.TEXT, Kind.TABLE}
    place = place_words(tick, notes)
    article = "" if any(map(str.isdigit, place)) else "the "
    where = f"In {article}{place}: " if elsewhere else ""
    return f"{_TITLES[tick.outcome]}. {where}{verdict(tick)}."
