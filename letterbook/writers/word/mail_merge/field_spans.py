"""The fields of an approved file: bookmarks around what each recipient's value takes the place of."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.finding import Finding, Place, Severity
from letterbook.record import record
from letterbook.writers.word.mail_merge.fields import is_balanced
from letterbook.writers.word.mail_merge.marks import Mark
from letterbook.writers.word.mail_merge.meanings import Meaning
from letterbook.writers.word.mail_merge.names import RUN
from letterbook.writers.word.mail_merge.slots import Change, Slot, slot
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.xml_part import Element

_RESTORE = "Undo that edit, copy the field from an earlier version of the file, or draft the letter again."


@record
class FieldSpan:
    """A field where it stands: its bookmark, and the runs that show it in the approved file."""

    mark: Mark
    field: str
    runs: tuple[Element, ...]

    @property
    def words(self) -> str:
        """What the approved file shows there."""
        return "".join(self.mark.story.words(run) for run in self.runs)

    def changes(self) -> Iterator[Change]:
        """What makes the field a slot: one run, with the properties of the first one that was there."""
        first = self.runs[0] if self.runs else None
        here = self._slot(first)
        if first is None:
            yield Change(self.mark.start.end, self.mark.start.end, here)
            return
        yield Change(first.start, first.end, here)
        yield from (Change(run.start, run.end) for run in self.runs[1:])

    def _slot(self, first: Element | None) -> Slot:
        part = self.mark.story.part
        properties = first.child("rPr") if first else None
        return slot(self.field, part.prefix(self.mark.start), part.raw(properties) if properties else b"")


def field_span(mark: Mark, meaning: Meaning) -> FieldSpan | Finding:
    """The field that a bookmark marks, or why it cannot be filled."""
    story = mark.story
    file = Place(story.name)
    paragraph = story.paragraph(mark.start)
    if mark.end is None:
        return _broken(f'The bookmark of the field "{meaning.field}" has no end.', file)
    if len(mark.starts) > 1 or paragraph is None or paragraph is not story.paragraph(mark.end):
        return _broken(f'The field "{meaning.field}" reaches from one paragraph into another.', file)
    runs = tuple(run for run in _own_runs(story, paragraph) if _is_between(run, mark.start, mark.end))
    if not is_balanced(list(runs)):
        return _broken(f'The field "{meaning.field}" holds a part of another field of Word.', file)
    return FieldSpan(mark, meaning.field, runs)


def missing_field(meaning: Meaning, file: str) -> Finding:
    """The finding for a field whose bookmark is nowhere in the file."""
    return _broken(
        f'The field "{meaning.field}" is missing in {file}: its bookmark was deleted.', Place(file)
    )


def said_besides(span: FieldSpan) -> Finding | None:
    """A finding where a person has written more into a field than its own words."""
    said = span.words
    if said.strip() in {"", placeholder(span.field)}:
        return None
    return Finding(
        "copy-field-words",
        Severity.WARNING,
        f'The words "{said}" in the field "{span.field}" give way to each recipient\'s value.',
        "Write what all recipients are to read before or behind the field.",
        Place(span.mark.story.name),
    )


def placeholder(field: str) -> str:
    """What an approved file shows in the place of a field."""
    return f"«{field}»"


def _own_runs(story: StoryPart, paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, without those of text boxes that are anchored in it."""
    for run in paragraph.all(RUN):
        if story.paragraph(run) is paragraph:
            yield run


def _is_between(run: Element, start: Element, end: Element) -> bool:
    return start.end <= run.start and run.end <= end.start


def _broken(message: str, place: Place) -> Finding:
    return Finding("copy-field-broken", Severity.ERROR, message, _RESTORE, place)
