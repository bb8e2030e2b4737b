"""Numbers and names that a letterhead uses already, and from where on they are free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.record import record
from letterbook.writers.word.letterhead.word_file import WordFile
from letterbook.writers.word.letterhead.xml_part import Element, XmlPart
from letterbook.writers.word.namespaces import DRAWING_IN_WORD, WORD

_ROOM = 1_000_000
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
RELATIONSHIP_PREFIX = "letterbook"


@record
class FreeNumbers:
    """The first number of each kind that no part uses, nor the many after it.

    `relationship` is the beginning of ids that no relationship of the main document or of its
    footnotes has; `image` the first N for which no `imageN` lies in the file, whatever its ending.
    `bookmarks` are the names of bookmarks in small letters.
    """

    drawing: int
    bookmark: int
    footnote: int
    numbering: int
    abstract_numbering: int
    image: int
    relationship: str
    bookmarks: frozenset[str]


def free_numbers(word: WordFile, document: XmlPart) -> FreeNumbers:
    """What is free in a letterhead, its headers, footers, notes and comments included."""
    notes, numbering = word.part("footnotes"), word.part("numbering")
    roots = [document.root, *(part.root for part in stories(word))]
    marks = [mark for root in roots for mark in root.all(f"{WORD} bookmarkStart")]
    return FreeNumbers(
        drawing=first_free(_values(roots, f"{DRAWING_IN_WORD} docPr", "id"), 1),
        bookmark=first_free(_numbers(mark.get("id") for mark in marks), 1),
        footnote=first_free(_values([notes.root] if notes else [], f"{WORD} footnote", f"{WORD} id"), 1),
        numbering=first_free(_listed(numbering, "num", "numId"), 1),
        abstract_numbering=first_free(_listed(numbering, "abstractNum", "abstractNumId"), 0),
        image=first_free(_images(word), 1),
        relationship=_relationship_prefix(word),
        bookmarks=frozenset(mark.get("name").casefold() for mark in marks),
    )


def stories(word: WordFile) -> Iterator[XmlPart]:
    """The parts beside the main document that hold paragraphs."""
    for kind in _STORIES:
        for name in word.related(kind):
            yield word.xml(name)


def first_free(taken: Iterable[int], least: int) -> int:
    """The first number from `least` that is free, with many free ones after it."""
    candidate = least
    for number in sorted(number for number in taken if number >= least):
        if number - candidate >= _ROOM:
            break
        candidate = number + 1
    return candidate


def _numbers(written: Iterable[str]) -> Iterator[int]:
    yield from (int(each) for each in written if each.isdecimal() and len(each) < 12)


def _values(roots: Iterable[Element], name: str, attribute: str) -> Iterator[int]:
    return _numbers(each.attributes.get(attribute, "") for root in roots for each in root.all(name))


def _listed(part: XmlPart | None, name: str, attribute: str) -> Iterator[int]:
    return _values([part.root] if part else [], f"{WORD} {name}", f"{WORD} {attribute}")


def _images(word: WordFile) -> Iterator[int]:
    for member in word.archive.members:
        stem = member.name.casefold().rpartition("/")[2].partition(".")[0]
        if stem.startswith("image"):
            yield from _numbers((stem.removeprefix("image"),))


def _relationship_prefix(word: WordFile) -> str:
    owners = (word.main, *word.related("footnotes"))
    taken = [each.identifier.casefold() for owner in owners for each in word.relationships_of(owner)]
    prefix = RELATIONSHIP_PREFIX
    while any(identifier.startswith(prefix) for identifier in taken):
        prefix += "x"
    return prefix
