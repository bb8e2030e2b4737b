"""Numbers and names that a letterhead uses already, and from where on they are free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.writers.word.content import FreeNumbers
from letterbook.writers.word.namespaces import DRAWING_IN_WORD, WORD
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Element, XmlPart

_ROOM = 1_000_000
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_PREFIX = "letterbook"


def free_numbers(word: WordFile, document: XmlPart) -> FreeNumbers:
    """What is free in a letterhead, its headers, footers, notes and comments included."""
    notes, numbering, comments = word.part("footnotes"), word.part("numbering"), word.part("comments")
    roots = [document.root, *(part.root for part in stories(word))]
    marks = [mark for root in roots for mark in root.all(f"{WORD} bookmarkStart")]
    owners = (word.main, *word.related("footnotes"))
    relationships = (each.identifier for owner in owners for each in word.relationships_of(owner))
    files = (member.name.rpartition("/")[2] for member in word.archive.members)
    return FreeNumbers(
        drawing=first_free(_values(roots, f"{DRAWING_IN_WORD} docPr", "id"), 1),
        bookmark=first_free(_numbers(mark.get("id") for mark in marks), 1),
        note=first_free(_values([notes.root] if notes else [], f"{WORD} footnote", f"{WORD} id"), 1),
        comment=first_free(_values([comments.root] if comments else [], f"{WORD} comment", f"{WORD} id"), 0),
        number=first_free(_listed(numbering, "num", "numId"), 1),
        abstract=first_free(_listed(numbering, "abstractNum", "abstractNumId"), 0),
        relationship=free_prefix(relationships),
        media=free_prefix(files),
        bookmark_names=frozenset(mark.get("name").casefold() for mark in marks),
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


def free_prefix(taken: Iterable[str]) -> str:
    """A beginning that none of the taken names has, whatever its case."""
    names, prefix = [name.casefold() for name in taken], _PREFIX
    while any(name.startswith(prefix) for name in names):
        prefix += "x"
    return prefix
