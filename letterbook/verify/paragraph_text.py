"""The text of one paragraph, with the element that holds each part of it."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.record import record
from letterbook.verify.drawn.drawings import DRAWING_MARKS, UNREAD
from letterbook.verify.passages import FigureMark, Piece, Unprinted
from letterbook.writers.word.bookmarks import FIGURE_PREFIX
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.xml_part import Element

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PARAGRAPH, RUN, TEXT = f"{WORD} p", f"{WORD} r", f"{WORD} t"
TEXT_BOX = f"{WORD} txbxContent"
LEFT_OUT = frozenset({f"{WORD} del", f"{WORD} moveFrom", f"{WORD} rt"})
"""What is not read: deleted text and phonetic guides."""

_ALTERNATIVES = f"{COMPATIBILITY} AlternateContent"
_TEXT_ON_A_PATH = "urn:schemas-microsoft-com:vml textpath"

_SAID = {
    f"{WORD} tab": "\t",
    f"{WORD} ptab": "\t",
    f"{WORD} br": "\n",
    f"{WORD} cr": "\n",
    f"{WORD} noBreakHyphen": "\u2011",
}
_BOOKMARKS = frozenset({f"{WORD} bookmarkStart", f"{WORD} bookmarkEnd"})
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_COUNTED_FIELDS = {
    **dict.fromkeys(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF"), "page number"),
    **dict.fromkeys(("TOC", "TC", "INDEX", "SEQ", "REF", "NOTEREF", "STYLEREF", "LISTNUM"), "reference"),
    **dict.fromkeys(("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"), "date"),
}
_HIDDEN = "hidden text"
_NOTE_MARK = "note mark"
_NOTE_SIGNS = frozenset("0123456789()[],*†‡§ ")
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphens and blanks without a width, which nobody sees in the midst of a word."""
_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_CLOSED = frozenset({TEXT_BOX, f"{WORD} rPr", f"{WORD} pPr", *UNREAD})


@record
class ParagraphText:
    """The text of a paragraph, and what else is in it, each with the run that holds it.

    `boxes` are text boxes, `drawings` the elements that refer to charts and diagrams. `written` are texts of
    old word art. `unread` names what is not read, such as pictures.
    """

    text: str
    pieces: tuple[Piece, ...]
    unprinted: tuple[Unprinted, ...]
    boxes: tuple[tuple[Element, Element | None], ...]
    marks: tuple[FigureMark, ...] = ()
    drawings: tuple[tuple[Element, Element | None], ...] = ()
    written: tuple[tuple[str, Element | None], ...] = ()
    unread: tuple[str, ...] = ()


def read_children(element: Element) -> list[Element]:
    """What in an element is read: of alternatives the first, as the newest programs show it.

    Source: ECMA-376 part 3, 9.3.
    """
    return element.children[:1] if element.name == _ALTERNATIVES else element.children


def read_paragraph(paragraph: Element) -> ParagraphText:
    """The text of a paragraph, without that of the text boxes in it."""
    return _Reader().read(paragraph)


class _Reader:
    """Puts the text of a paragraph together, run by run, and follows its fields."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._unprinted: list[Unprinted] = []
        self._boxes: list[tuple[Element, Element | None]] = []
        self._drawings: list[tuple[Element, Element | None]] = []
        self._written: list[tuple[str, Element | None]] = []
        self._unread: list[str] = []
        self._marks: list[FigureMark] = []
        self._open_marks: dict[str, tuple[str, int]] = {}
        self._is_behind_mark = False
        self._fields: list[
            list[str]
        ] = []  # of each open field: its code so far, then "" once its result began

    def read(self, paragraph: Element) -> ParagraphText:
        for element, run, simple in _inside(paragraph):
            if element.name == TEXT_BOX:
                self._boxes.append((element, run))
            elif element.name == TEXT:
                self._add_text(element, run, simple)
            elif element.name in _BOOKMARKS:
                self._follow_mark(element)
            elif element.name in DRAWING_MARKS:
                self._drawings.append((element, run))
            elif element.name in UNREAD:
                self._unread.append(UNREAD[element.name])
            elif element.name == _TEXT_ON_A_PATH:
                self._written.append((element.get("string", ""), run))
            elif run is not None:
                self._follow(element)
                if element.name in _SAID:
                    self._say(_SAID[element.name])
        return ParagraphText(
            "".join(self._said),
            tuple(self._pieces),
            tuple(self._unprinted),
            tuple(self._boxes),
            tuple(self._marks),
            tuple(self._drawings),
            tuple(self._written),
            tuple(self._unread),
        )

    def _say(self, words: str) -> None:
        self._said.append(words)
        self._length += len(words)

    def _add_text(self, element: Element, run: Element | None, simple: str) -> None:
        if run is None or self._in_code():
            return
        text = element.text
        skipped = 0
        if element.get(_SPACE, "") != "preserve":  # else word processors do not show blanks at the ends
            skipped = len(text) - len(text.lstrip(" \t\r\n"))
            text = text.strip(" \t\r\n")
        text = text.translate(_WITHOUT_INVISIBLE)
        is_mark = _is_note_mark(run, text)
        self._part_from(text, is_mark=is_mark)
        start = self._length
        self._say(text.replace("\n", " "))
        self._pieces.append(Piece(start, self._length, element, run, skipped))
        reason = _HIDDEN if _is_hidden(run) else _NOTE_MARK if is_mark else self._reason(simple)
        if reason:
            self._unprinted.append(Unprinted(start, self._length, reason))

    def _part_from(self, text: str, *, is_mark: bool) -> None:
        """Keep the mark of a note that was typed as raised digits away from the words beside it."""
        if text and is_mark != self._is_behind_mark:
            last = self._said[-1][-1:] if self._said else ""
            if last and not last.isspace() and text[0].isalnum():
                self._say(" ")
            self._is_behind_mark = is_mark

    def _follow(self, element: Element) -> None:
        """Follow the field that an element begins, divides or ends."""
        if element.name == f"{WORD} fldChar":
            kind = element.get("fldCharType")
            if kind == "begin":
                self._fields.append(["code", ""])
            elif kind == "separate" and self._fields:
                self._fields[-1][0] = "result"
            elif kind == "end" and self._fields:
                self._fields.pop()
        elif element.name == f"{WORD} instrText" and self._fields:
            self._fields[-1][1] += element.text

    def _follow_mark(self, element: Element) -> None:
        """Follow the bookmark of a figure that an element begins or ends."""
        name, identifier = element.get("name"), element.get("id")
        if name.startswith(FIGURE_PREFIX):
            self._open_marks[identifier] = (name, self._length)
        elif identifier in self._open_marks:
            name, start = self._open_marks.pop(identifier)
            self._marks.append(FigureMark(start, self._length, name))

    def _in_code(self) -> bool:
        return any(state == "code" for state, _ in self._fields)

    def _reason(self, simple: str) -> str:
        """Why the result of the fields around is no number of the author's, empty where it is."""
        for code in (simple, *(code for _, code in self._fields)):
            name = next(iter(code.split()), "").upper()
            if name in _COUNTED_FIELDS:
                return _COUNTED_FIELDS[name]
        return ""


def _is_hidden(run: Element) -> bool:
    mark = run.child("rPr", "vanish")
    return mark is not None and mark.get("val") not in {"0", "false", "off"}


def _is_note_mark(run: Element, text: str) -> bool:
    """Whether a text is raised digits, as people type the mark of a note."""
    raised = run.child("rPr", "vertAlign")
    is_raised = raised is not None and raised.get("val") == "superscript"
    return is_raised and any(map(str.isdecimal, text)) and _NOTE_SIGNS.issuperset(text)


def _inside(paragraph: Element) -> Iterator[tuple[Element, Element | None, str]]:
    """What stands in a paragraph in order, each with its run and the code of the simple field around it."""
    waiting: list[tuple[Element, Element | None, str]] = [
        (child, None, "") for child in reversed(paragraph.children)
    ]
    while waiting:
        here, run, simple = waiting.pop()
        yield here, run, simple
        if here.name in LEFT_OUT or here.name in _CLOSED:
            continue
        inner_run = here if here.name == RUN else run
        code = here.get("instr") if here.name == f"{WORD} fldSimple" else simple
        waiting.extend((child, inner_run, code) for child in reversed(read_children(here)))
