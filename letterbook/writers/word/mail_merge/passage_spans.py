"""The conditional passages of an approved file: whole paragraphs and tables between two marks.

A bookmark may begin before its first paragraph or in it, and end behind its last one, in it, or at the
beginning of the next: word processors move the marks so. Because LibreOffice shortens a long bookmark
when it saves twice, the paragraphs that belong to a passage are told by their own bookmarks too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letterbook.finding import Finding, Place, Severity
from letterbook.markup.recipient_tests import RecipientTest
from letterbook.record import record
from letterbook.writers.word.mail_merge.fields import is_balanced
from letterbook.writers.word.mail_merge.marks import Mark
from letterbook.writers.word.mail_merge.meanings import Meaning, anchor_number
from letterbook.writers.word.mail_merge.names import BLOCKS
from letterbook.writers.word.mail_merge.story_part import StoryPart, is_within
from letterbook.writers.word.opened.xml_part import Element

_RESTORE = "Undo that edit, or draft the letter again."
_LONGEST_WORDS = 40


@record
class PassageSpan:
    """A passage where it stands: its test, its marks, and its blocks, which all stand in `container`.

    `source` is what the file says of it, such as `when recipient.public_records`.
    """

    story: StoryPart
    source: str
    test: RecipientTest
    container: Element
    blocks: tuple[Element, ...]
    marks: tuple[Element, ...]


@record
class _Reach:
    """How far a passage goes by its own bookmarks and those of its paragraphs, and all of their elements."""

    story: StoryPart
    own: tuple[Element, ...]
    elements: tuple[Element, ...]

    @property
    def first(self) -> Element:
        """The element with which it begins."""
        return min(self.elements, key=lambda element: element.start)

    @property
    def last(self) -> Element:
        """The element with which it ends."""
        return max(self.elements, key=lambda element: element.start)

    @property
    def shows_nothing(self) -> bool:
        """Whether nothing stands between its own marks any more."""
        places = [element.start for element in self.own]
        return not self.story.shows_between(min(places), max(places))


def passage_spans(meaning: Meaning, marks: Sequence[Mark]) -> list[PassageSpan | Finding]:
    """The passage of a meaning among the bookmarks of a story, and copies that a person has made of it."""
    return [
        _passage(meaning, reach, marks)
        for reach in _reaches(meaning, [mark for mark in marks if _is(mark, meaning)], marks)
    ]


def missing_passage(meaning: Meaning, file: str) -> Finding:
    """The finding for a passage whose bookmark is nowhere in the file."""
    return _broken(
        f'The passage "{meaning.source}" is missing in {file}: its bookmark was deleted.', Place(file)
    )


def _reaches(meaning: Meaning, own: Sequence[Mark], marks: Sequence[Mark]) -> list[_Reach]:
    by_copy: dict[str, list[Mark]] = {}
    for mark in own:
        by_copy.setdefault(mark.copy, []).append(mark)
    if len(by_copy) > 1 and all(_reach(each, ()).shows_nothing for each in by_copy.values()):
        by_copy = {"": list(own)}  # two marks without words between: the passage stands from one to the other
    return [
        _reach(each, (mark for mark in marks if mark.copy == copy and _is_anchor(mark, meaning)))
        for copy, each in by_copy.items()
    ]


def _reach(own: Sequence[Mark], anchors: Iterable[Mark]) -> _Reach:
    elements = tuple(element for mark in own for element in mark.elements)
    further = tuple(element for mark in anchors for element in mark.elements)
    return _Reach(own[0].story, elements, (*elements, *further))


def _is(mark: Mark, meaning: Meaning) -> bool:
    return mark.name == meaning.name


def _is_anchor(mark: Mark, meaning: Meaning) -> bool:
    number = anchor_number(mark.name)
    return (
        number is not None
        and meaning.anchors is not None
        and (meaning.anchors[0] <= number <= meaning.anchors[1])
    )


def _passage(meaning: Meaning, reach: _Reach, marks: Sequence[Mark]) -> PassageSpan | Finding:
    story, place = reach.story, Place(reach.story.name)
    container = _container(story, reach.first, reach.last)
    if meaning.test is None or container is None or not any(mark.end for mark in marks if _is(mark, meaning)):
        return _broken(f'The bookmark of the passage "{meaning.source}" has no end.', place)
    first = _first_block(story, container, reach.first)
    last = _last_block(story, container, reach.last)
    if first is None or last is None:
        return _torn(meaning, story, reach.first if first is None else reach.last, begins=first is None)
    blocks = tuple(child for child in container.children[first:last] if child.name in BLOCKS)
    if fault := _fault(meaning, blocks, reach, marks):
        return _broken(fault, place)
    return PassageSpan(story, meaning.source, meaning.test, container, blocks, reach.own)


def _torn(meaning: Meaning, story: StoryPart, mark: Element, *, begins: bool) -> Finding:
    """The finding for a passage that does not begin or end where a paragraph does."""
    paragraph = story.paragraph(mark)
    words = story.words(paragraph)[:_LONGEST_WORDS] if paragraph else ""
    edge = "begins" if begins else "ends"
    message = f'The passage "{meaning.source}" {edge} in the middle of a paragraph now: "{words}…".'
    return _broken(message, Place(story.name))


def _fault(meaning: Meaning, blocks: Sequence[Element], reach: _Reach, marks: Sequence[Mark]) -> str:
    """Why these blocks cannot be the passage; empty when they can."""
    if not blocks and meaning.anchors is None:
        return f'The bookmark of the passage "{meaning.source}" holds no paragraph any more.'
    if _holds_strangers(meaning, blocks, reach, marks):
        return f'The paragraphs of the passage "{meaning.source}" do not stand together.'
    if not is_balanced(list(blocks)):
        return f'A field of Word begins or ends in the passage "{meaning.source}".'
    return ""


def _container(story: StoryPart, first: Element, last: Element) -> Element | None:
    """The nearest element around both that holds paragraphs and tables."""
    return next(
        (each for each in story.above(first) if is_within(last, each) and story.holds_blocks(each)), None
    )


def _first_block(story: StoryPart, container: Element, mark: Element) -> int | None:
    """The position in `container` from which its children belong to a passage that begins at `mark`."""
    position, child = _child_with(container, mark)
    if child is mark or not story.shows_between(child.start, mark.start):
        return position
    return None if story.shows_between(mark.end, child.end) else position + 1


def _last_block(story: StoryPart, container: Element, mark: Element) -> int | None:
    """The position in `container` before which its children belong to a passage that ends at `mark`."""
    position, child = _child_with(container, mark)
    if child is mark:
        return position
    if not story.shows_between(mark.end, child.end):
        return position + 1
    return None if story.shows_between(child.start, mark.start) else position


def _child_with(container: Element, inner: Element) -> tuple[int, Element]:
    return next(
        (position, child) for position, child in enumerate(container.children) if is_within(inner, child)
    )


def _holds_strangers(
    meaning: Meaning, blocks: Sequence[Element], reach: _Reach, marks: Sequence[Mark]
) -> bool:
    """Whether a paragraph that was drafted elsewhere stands among those of the passage.

    One within the passage's own bookmark was moved there on purpose. Elsewhere it tells that a paragraph of
    the passage was moved away.
    """
    if meaning.anchors is None or not blocks:
        return False
    places = [element.start for element in reach.own]
    return any(
        anchor_number(mark.name) is not None and not _is_anchor(mark, meaning)
        for mark in marks
        if blocks[0].start <= mark.start.start < blocks[-1].end
        and not min(places) <= mark.start.start <= max(places)
    )


def _broken(message: str, place: Place) -> Finding:
    return Finding("copy-passage-broken", Severity.ERROR, message, _RESTORE, place)
