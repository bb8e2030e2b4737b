"""A letterhead: a person's Word file, read for what a draft must know before it is put into it."""

from __future__ import annotations

from functools import lru_cache

from letterbook.record import record
from letterbook.writers.word.content import FreeNumbers
from letterbook.writers.word.letterhead.field_codes import refuse_fields
from letterbook.writers.word.letterhead.found_styles import FoundStyles, find_styles
from letterbook.writers.word.letterhead.insertion import Insertion, find_insertion, refuse_in_running
from letterbook.writers.word.letterhead.page_setup import LetterheadPage, page_setup
from letterbook.writers.word.letterhead.taken import free_numbers, stories
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.refusal import AS_WORD_DOCUMENT, damaged, refused
from letterbook.writers.word.opened.word_file import WordFile, open_word_file
from letterbook.writers.word.opened.xml_part import Element, XmlPart
from letterbook.writers.writer import LetterheadFile

_OUR_MARK = "_lb_"


@record
class Letterhead:
    """An opened letterhead.

    `document` is its main part and `body` that part's text; `stale` are marks of an earlier draft in
    it, which go; `insertion` says where the draft goes, `page` how much room it has there, `free`
    which numbers it may use.
    """

    word: WordFile
    document: XmlPart
    body: Element
    stale: tuple[Element, ...]
    insertion: Insertion
    page: LetterheadPage
    styles: FoundStyles
    free: FreeNumbers

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return self.word.file

    @property
    def section(self) -> str:
        """The `w:sectPr` of the page that the draft stands on, as it is written there; may be empty."""
        section = self.insertion.section
        return self.document.raw(section).decode("utf-8") if section else ""


@lru_cache(maxsize=4)
def open_letterhead(file: LetterheadFile) -> Letterhead:
    """The letterhead in a file.

    Raises BadInput with one sentence and what to do: for a file that is no Word file, damaged,
    protected, hostile, or that does not say clearly where the draft goes.
    """
    word = open_word_file(file.name, file.data)
    document = word.xml(word.main)
    root = document.root
    if root.name.partition(" ")[0].startswith("http://purl.oclc.org/ooxml/"):
        reason = 'is saved as "Strict Open XML Document", which is not supported.'
        raise refused(file.name, reason, AS_WORD_DOCUMENT)
    body = root.child("body")
    if root.name != f"{WORD} document" or body is None:
        raise damaged(file.name, "its main document has no body")
    refuse_fields(file.name, root)
    for part in stories(word):
        refuse_fields(file.name, part.root)
        refuse_in_running(file.name, part)
    stale = _take_out_marks(body)
    insertion = find_insertion(file.name, document, body, stale)
    styles = word.part("styles")
    return Letterhead(
        word=word,
        document=document,
        body=body,
        stale=stale,
        insertion=insertion,
        page=page_setup(insertion.section),
        styles=find_styles(styles.root if styles else None),
        free=free_numbers(word, document),
    )


def _take_out_marks(body: Element) -> tuple[Element, ...]:
    """Take the bookmarks that letterbook gave an earlier draft out of the tree, and return them."""
    starts = [each for each in body.all(f"{WORD} bookmarkStart") if each.get("name").startswith(_OUR_MARK)]
    identifiers = {start.get("id") for start in starts}
    ends = (each for each in body.all(f"{WORD} bookmarkEnd") if each.get("id") in identifiers)
    marks = tuple(starts) + tuple(ends)
    if marks:
        gone = {id(mark) for mark in marks}
        for element in [*_every(body)]:
            element.children = [child for child in element.children if id(child) not in gone]
    return marks


def _every(element: Element) -> list[Element]:
    found, waiting = [], [element]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += here.children
    return found
