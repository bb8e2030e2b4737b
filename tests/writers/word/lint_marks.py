"""Faults of bookmarks and fields, the marks within a text: each check yields the part and a sentence."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.writers.word.word_package import W, WordPackage, said, whole_number

_LONGEST_NAME = 40
_TOP = "_top"  # Word's own name for the beginning of a document
_REFERRING = frozenset({"REF", "PAGEREF", "NOTEREF"})


def bookmarks(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Bookmarks of one name or id, with a name that is too long or none, and halves of bookmarks."""
    names: Counter[str] = Counter()
    for part, root in package.stories():
        yield from ((part, fault) for fault in _halves(root))
        for mark in root.iter(f"{W}bookmarkStart"):
            name = said(mark, f"{W}name")
            names[name.casefold()] += 1
            if names[name.casefold()] == 2:
                yield part, f'Two bookmarks are called "{name}".'
            if not 0 < len(name) <= _LONGEST_NAME:
                yield part, f'The bookmark\'s name "{name}" is too long, or none.'
            if any(character.isspace() for character in name):
                yield part, f'There is a blank in the bookmark\'s name "{name}".'


def _halves(root: etree._Element) -> Iterator[str]:
    """What is wrong with the ids of a story's bookmarks."""
    begun: set[str] = set()
    ended: set[str] = set()
    for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        identifier = said(mark, f"{W}id")
        is_start = mark.tag == f"{W}bookmarkStart"
        if is_start and identifier in begun:
            yield f"Two bookmarks have the id {identifier}."
        if not is_start and identifier not in begun:
            yield f"The bookmark {identifier} ends and does not begin, or ends before it begins."
        if not is_start and identifier in ended:
            yield f"The bookmark {identifier} ends twice."
        (begun if is_start else ended).add(identifier)
    for identifier in sorted(begun - ended):
        yield f"The bookmark {identifier} has no end."
    if any(whole_number(identifier, -1) < 0 for identifier in begun):
        yield "The id of a bookmark is no number."


def fields(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Fields whose beginning, middle and end do not belong together, and fields that say nothing."""
    for part, root in package.stories():
        yield from ((part, fault) for fault in _unbalanced(root))
        if any(not instruction.strip() for instruction in instructions(root)):
            yield part, "A field says nothing."


def _unbalanced(root: etree._Element) -> Iterator[str]:
    """What is wrong with the marks of a story's fields, which may stand within each other."""
    open_fields: list[str] = []
    for mark in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = said(mark, f"{W}fldCharType") if mark.tag == f"{W}fldChar" else "instruction"
        if kind == "begin":
            open_fields.append("begin")
        elif not open_fields:
            yield f"The {kind} of a field stands outside of every field."
        elif kind == "separate" and open_fields[-1] == "separate":
            yield "A field has two middles."
        elif kind == "separate":
            open_fields[-1] = "separate"
        elif kind == "instruction" and open_fields[-1] == "separate":
            yield "The instruction of a field stands in its result."
        elif kind == "end":
            open_fields.pop()
    if open_fields:
        yield "A field begins and does not end."


def instructions(root: etree._Element) -> Iterator[str]:
    """What each field of a story is told to do, such as ` REF chart \\h `."""
    open_fields: list[list[str]] = []
    for mark in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if mark.tag == f"{W}fldSimple":
            yield said(mark, f"{W}instr")
        elif mark.tag == f"{W}instrText":
            if open_fields:
                open_fields[-1].append(mark.text or "")
        elif said(mark, f"{W}fldCharType") == "begin":
            open_fields.append([])
        elif said(mark, f"{W}fldCharType") == "end" and open_fields:
            yield "".join(open_fields.pop())


def anchors_lead_nowhere(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Links and references within the document to a bookmark that is not there."""
    names = {
        said(mark, f"{W}name").casefold()
        for _, root in package.stories()
        for mark in root.iter(f"{W}bookmarkStart")
    } | {_TOP}
    for part, root in package.stories():
        for name in (*_linked(root), *_referred_to(root)):
            if name.casefold() not in names:
                yield part, f'A link leads to the bookmark "{name}", which is not there.'


def _linked(root: etree._Element) -> Iterator[str]:
    for link in root.iter(f"{W}hyperlink"):
        if anchor := said(link, f"{W}anchor"):
            yield anchor


def _referred_to(root: etree._Element) -> Iterator[str]:
    """The bookmarks that the fields of a story name."""
    for instruction in instructions(root):
        words = _words(instruction)
        if len(words) > 1 and words[0].upper() in _REFERRING:
            yield words[1]
        elif words and words[0].upper() == "HYPERLINK" and "\\l" in words[:-1]:
            yield words[words.index("\\l") + 1]


def _words(instruction: str) -> list[str]:
    lexer = shlex.shlex(instruction, posix=True)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    try:
        return list(lexer)
    except ValueError:
        return instruction.split()
