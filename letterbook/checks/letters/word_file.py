"""Rules of a Word file that is about to be sent: what is left in it that was meant for its authors.

Source: ECMA-376 part 1, 17.13.5 (revisions), 17.13.4 (comments), 17.3.2.41 (vanish); part 2, 11 (properties).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from letterbook.checks.check import Found
from letterbook.finding import Place
from letterbook.writers.word.mail_merge.meanings import said_in_properties
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.properties import SOURCES_PROPERTY

if TYPE_CHECKING:
    from letterbook.writers.word.opened.word_file import WordFile
    from letterbook.writers.word.opened.xml_part import Element, XmlPart

_STORIES = ("header", "footer", "footnotes", "endnotes")
_CHANGES = {
    **dict.fromkeys(("ins", "moveTo", "cellIns"), "insertion"),
    **dict.fromkeys(("del", "moveFrom", "cellDel"), "deletion"),
    **dict.fromkeys(
        (
            *("rPrChange", "pPrChange", "sectPrChange", "numberingChange", "tblPrChange", "tblGridChange"),
            *("tblPrExChange", "trPrChange", "tcPrChange", "cellMerge"),
        ),
        "change of format",
    ),
}
_CHANGE_NAMES = {f"{WORD} {name}": kind for name, kind in _CHANGES.items()}
_OFF = frozenset({"0", "false", "off"})
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_ELEMENTS = "http://purl.org/dc/elements/1.1/"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_LONGEST = 40


def revisions_left(file: WordFile) -> Iterator[Found]:
    """Tracked changes, comments, told sources and hidden text, one finding for each kind."""
    stories = tuple(_stories(file))
    changes = [each for story in stories for each in story.root.all(*_CHANGE_NAMES)]
    if changes:
        kinds = Counter(_CHANGE_NAMES[each.name] for each in changes)
        counts = ", ".join(_counted(number, kind) for kind, number in kinds.items())
        message = f"The file still has tracked changes: {counts}{_by(changes)}."
        yield Found(message, "In Word, under Review, accept or reject them all.", Place(file.file))
    comments = [each for part in _parts(file, ("comments",)) for each in part.root.children]
    if comments:
        message = f"The file still has {_counted(len(comments), 'comment')}{_by(comments)}."
        yield Found(message, "In Word, under Review, delete all comments.", Place(file.file))
    if SOURCES_PROPERTY in said_in_properties(file):
        message = "The file tells where its figures and quotations come from, for the firm's own eyes."
        yield Found(message, "Send the draft itself, which lies beside it.", Place(file.file))
    hidden = [text for story in stories for text in _hidden(story)]
    if hidden:
        shown = hidden[0] if len(hidden[0]) <= _LONGEST else f"{hidden[0][:_LONGEST]}…"
        message = f'The file has hidden text: "{shown}"{_more(len(hidden) - 1)}.'
        hint = "In Word, show it with Ctrl+Shift+8, then delete it or take off Hidden under Font."
        yield Found(message, hint, Place(file.file))


def properties_left(file: WordFile) -> Iterator[Found]:
    """Names in the properties of the file besides its author: who saved it last, company, manager."""
    core, extended = _properties(file, "core-properties"), _properties(file, "extended-properties")
    author = core.get(f"{_ELEMENTS} creator", "")
    names = {
        "last modified by": core.get(f"{_CORE} lastModifiedBy", ""),
        "company": extended.get(f"{_EXTENDED} Company", ""),
        "manager": extended.get(f"{_EXTENDED} Manager", ""),
    }
    told = [f'{what} "{name}"' for what, name in names.items() if name and name != author]
    if told:
        yield Found(f"The properties of the file say {', '.join(told)}.", "", Place(file.file))


def _stories(file: WordFile) -> Iterator[XmlPart]:
    yield file.xml(file.main)
    yield from _parts(file, _STORIES)


def _parts(file: WordFile, kinds: Iterable[str]) -> Iterator[XmlPart]:
    for kind in kinds:
        yield from (file.xml(name) for name in dict.fromkeys(file.related(kind)))


def _hidden(story: XmlPart) -> Iterator[str]:
    """The words of each run that is formatted as hidden."""
    for run in story.root.all(f"{WORD} r"):
        vanish = run.child("rPr", "vanish")
        if vanish is not None and vanish.get("val") not in _OFF:
            words = "".join(text.text for text in run.all(f"{WORD} t", f"{WORD} delText")).strip()
            if words:
                yield words


def _properties(file: WordFile, kind: str) -> dict[str, str]:
    """The texts of the package's properties of this kind, by their full names."""
    for relationship in file.relationships_of(""):
        if relationship.short_kind == kind and file.archive.find(relationship.target):
            return {each.name: each.text.strip() for each in file.xml(relationship.target).root.children}
    return {}


def _by(elements: Sequence[Element]) -> str:
    """Who made them, where the file says so."""
    authors = dict.fromkeys(name for each in elements if (name := each.get("author")))
    return f" by {', '.join(authors)}" if authors else ""


def _counted(number: int, word: str) -> str:
    plural = "changes of format" if word == "change of format" else f"{word}s"
    return f"{number} {word if number == 1 else plural}"


def _more(number: int) -> str:
    return f" and {number} more" if number else ""
