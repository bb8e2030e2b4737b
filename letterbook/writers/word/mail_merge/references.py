"""Links and references to what a recipient does not get: they become plain words, or go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from letterbook.finding import Finding, Place, Severity
from letterbook.record import record
from letterbook.writers.word.mail_merge.cuts import Cuts
from letterbook.writers.word.mail_merge.fields import WordField, fields_of
from letterbook.writers.word.mail_merge.marks import Mark
from letterbook.writers.word.mail_merge.names import HYPERLINK
from letterbook.writers.word.mail_merge.passage_spans import PassageSpan
from letterbook.writers.word.mail_merge.slots import Change
from letterbook.writers.word.mail_merge.story_part import StoryPart, is_within
from letterbook.writers.word.opened.xml_part import Element, end_of_tag

_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
_CONTENTS = "TOC"


def gone_bookmarks(cuts: Cuts, marks: Sequence[Mark]) -> frozenset[str]:
    """The names of the bookmarks that are cut out of a story."""
    return frozenset(mark.start.get("name") for mark in marks if cuts.has(mark.start))


def settle_references(cuts: Cuts, gone: frozenset[str]) -> list[Change]:
    """Make references to the bookmarks `gone` plain words; entries of a table of contents are cut."""
    if not gone:
        return []
    fields = list(fields_of(cuts.story))
    cuts.add(_entries(cuts, fields, gone))
    changes: list[Change] = []
    for field in fields:
        if _refers_to(field, gone) and not cuts.has(field.first):
            changes += _unwrapped(cuts, field.first) if not field.machinery else ()
            cuts.add(field.machinery)
    for link in list(cuts.story.named(HYPERLINK)):
        if link.get("anchor") in gone and not cuts.has(link):
            changes += _unwrapped(cuts, link)
    return changes


def references_into(passages: Sequence[PassageSpan], marks: Mapping[str, Sequence[Mark]]) -> list[Finding]:
    """A warning for each reference from outside a passage into it; tables of contents are no such thing."""
    found: dict[tuple[str, str], Finding] = {}
    stories = {passage.story.name: passage.story for passage in passages}
    references = [each for story in stories.values() for each in _references(story)]
    for passage in passages if references else ():
        names = {
            mark.start.get("name") for mark in marks[passage.story.name] if _stands_in(mark.start, passage)
        }
        for reference in references:
            if reference.bookmark in names and not _stands_in(reference.element, passage):
                found.setdefault((reference.words, passage.source), _warning(reference, passage))
    return list(found.values())


@record
class _Reference:
    """A link or field that refers to a bookmark, with the words that it shows."""

    element: Element
    bookmark: str
    words: str


def _references(story: StoryPart) -> Iterator[_Reference]:
    fields = list(fields_of(story))
    contents = [field for field in fields if field.words[:1] == [_CONTENTS]]
    shown = [
        *(
            _Reference(each.first, each.words[1], each.text)
            for each in fields
            if len(each.words) > 1 and each.words[0] in _REFERENCES
        ),
        *(
            _Reference(link, link.get("anchor"), story.words(link))
            for link in story.named(HYPERLINK)
            if link.get("anchor")
        ),
    ]
    return (each for each in shown if not any(_is_in(each.element, table) for table in contents))


def _stands_in(element: Element, passage: PassageSpan) -> bool:
    blocks = passage.blocks
    return bool(blocks) and blocks[0].start <= element.start < blocks[-1].end


def _warning(reference: _Reference, passage: PassageSpan) -> Finding:
    return Finding(
        "copy-reference",
        Severity.WARNING,
        f'"{reference.words}" refers to the passage "{passage.source}", which not every recipient gets.',
        "Whoever does not get it reads only the words; move the reference into the passage, or leave it out.",
        Place(passage.story.name),
    )


def _entries(cuts: Cuts, fields: Sequence[WordField], gone: frozenset[str]) -> Iterator[Element]:
    """The paragraphs of tables of contents that lead to what is gone, or what of them is no field's end."""
    contents = [field for field in fields if field.words[:1] == [_CONTENTS]]
    for link in cuts.story.named(HYPERLINK):
        around = next((field for field in contents if _is_in(link, field)), None)
        paragraph = cuts.story.paragraph(link)
        if link.get("anchor") not in gone or around is None or paragraph is None:
            continue
        ends = any(is_within(run, paragraph) for run in around.machinery)
        yield link if ends else paragraph


def _is_in(element: Element, field: WordField) -> bool:
    return field.first.start <= element.start and element.end <= field.last.end


def _refers_to(field: WordField, names: frozenset[str]) -> bool:
    return len(field.words) > 1 and field.words[0] in _REFERENCES and field.words[1] in names


def _unwrapped(cuts: Cuts, element: Element) -> Iterator[Change]:
    """The changes that leave only the content of an element."""
    yield Change(element.start, end_of_tag(cuts.story.part.data, element.start))
    yield Change(element.closing, element.end)
