"""Where in a part of a Word file a comment begins and ends: runs are split exactly there.

Everything else stays byte for byte. Source: ECMA-376 part 1, 17.13.4.3 to 17.13.4.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.verify.paragraph_text import INVISIBLE, RUN
from letterbook.verify.passages import Passage, Piece
from letterbook.writers.word.comments import comment_end, comment_start
from letterbook.writers.word.letterhead.comments import declared, word_prefix
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.xml_part import Edit, Element, XmlPart, end_of_tag

_BLANKS = b" \t\r\n"
_UNSEEN = tuple(
    form.encode()
    for sign in INVISIBLE
    for form in (sign, f"&#{ord(sign)};", f"&#x{ord(sign):X};", f"&#x{ord(sign):x};")
)
_PRESERVED = b' xml:space="preserve"'
_SPACE = "http://www.w3.org/XML/1998/namespace space"


class RangeMarks:
    """Gathers the edits that mark ranges of one part as commented on."""

    def __init__(self, part: XmlPart) -> None:
        self._part = part
        self._prefix, self._names = word_prefix(part), declared(part)
        self._edits: list[Edit] = []
        self._split: dict[int, Piece] = {}

    def edits(self) -> Iterator[Edit]:
        """All edits, with what keeps the blanks of the texts that are split."""
        yield from self._edits
        for piece in self._split.values():
            yield from self._kept_blanks(piece)

    def mark_text(self, passage: Passage, start: int, end: int, identifier: int) -> None:
        """Comment on the text of a passage from `start` to `end`."""
        first = next(piece for piece in passage.pieces if piece.start <= start < piece.end)
        last = next(piece for piece in passage.pieces if piece.start < end <= piece.end)
        self._put(first, start - first.start, self._start(identifier))
        self._put(last, end - last.start, self._end(identifier))

    def mark_run(self, run: Element, identifier: int) -> None:
        """Comment on a whole run."""
        self._edits += (
            Edit(run.start, run.start, self._start(identifier)),
            Edit(run.end, run.end, self._end(identifier)),
        )

    def mark_paragraph(self, paragraph: Element, identifier: int) -> None:
        """Comment at the beginning of a paragraph."""
        properties = paragraph.child("pPr")
        both = self._start(identifier) + self._end(identifier)
        if paragraph.is_empty:
            self._edits.append(self._part.at_end(paragraph, both.decode("utf-8")))
            return
        position = properties.end if properties else end_of_tag(self._part.data, paragraph.start)
        self._edits.append(Edit(position, position, both))

    def mark_body(self, body: Element, identifier: int) -> None:
        """Comment in a paragraph of its own at the beginning of a body that has none."""
        if body.is_empty:
            return
        both = self._start(identifier) + self._end(identifier)
        position = end_of_tag(self._part.data, body.start)
        tag = b"%bp" % self._prefix.encode()
        paragraph = b"<%b%b>%b</%b>" % (tag, self._names.encode(), both, tag)
        self._edits.append(Edit(position, position, paragraph))

    def _start(self, identifier: int) -> bytes:
        return comment_start(identifier, self._prefix, self._names).encode()

    def _end(self, identifier: int) -> bytes:
        return comment_end(identifier, self._prefix, self._names).encode()

    def _put(self, piece: Piece, offset: int, xml: bytes) -> None:
        """Put `xml` before the character of a text at `offset`, between runs."""
        text, run = piece.text, piece.run
        content = [child for child in run.children if child.name != f"{WORD} rPr"]
        if offset == 0 and content[0] is text:
            self._edits.append(Edit(run.start, run.start, xml))
        elif offset == piece.end - piece.start and content[-1] is text:
            self._edits.append(Edit(run.end, run.end, xml))
        elif offset in {0, piece.end - piece.start}:
            position = text.start if offset == 0 else text.end
            self._edits.append(Edit(position, position, self._closed_run(run) + xml + self._opened_run(run)))
        else:
            self._split_text(piece, offset, xml)

    def _split_text(self, piece: Piece, offset: int, xml: bytes) -> None:
        tag = self._part.tag(piece.text).encode()
        closing = b"</%b>" % tag + self._closed_run(piece.run)
        opening = self._opened_run(piece.run) + b"<%b%b>" % (tag, _PRESERVED)
        self._split[piece.text.start] = piece
        position = self._position(piece.text, offset + piece.skipped)
        self._edits.append(Edit(position, position, closing + xml + opening))

    def _opened_run(self, run: Element) -> bytes:
        """The beginning of another run like this one."""
        data = self._part.data
        properties = run.child("rPr")
        return data[run.start : end_of_tag(data, run.start)] + (
            self._part.raw(properties) if properties else b""
        )

    def _closed_run(self, run: Element) -> bytes:
        return b"</%b>" % self._part.tag(run).encode()

    def _position(self, text: Element, offset: int) -> int:
        """Where in the part the character of a text at `offset` begins: an entity is one character."""
        data = self._part.data
        position = end_of_tag(data, text.start)
        for _ in range(offset):
            position = _seen(data, position)
            if data[position : position + 1] == b"&":
                position = data.index(b";", position) + 1
            elif data[position : position + 2] == b"\r\n":
                position += 2
            else:
                position += 1
                while position < text.closing and data[position] & 0xC0 == 0x80:  # the rest of one in UTF-8
                    position += 1
        return position

    def _kept_blanks(self, piece: Piece) -> Iterator[Edit]:
        """The edits by which the pieces of a split text show the blanks that it showed, and no more."""
        if piece.text.get(_SPACE, "") == "preserve":
            return
        data = self._part.data
        opening = end_of_tag(data, piece.text.start)
        raw = data[opening : piece.text.closing]
        yield Edit(opening - 1, opening - 1, _PRESERVED)
        if raw != raw.lstrip(_BLANKS):
            yield Edit(opening, opening + len(raw) - len(raw.lstrip(_BLANKS)), b"")
        if raw != raw.rstrip(_BLANKS):
            yield Edit(opening + len(raw.rstrip(_BLANKS)), piece.text.closing, b"")


def _seen(data: bytes, position: int) -> int:
    """The position of the first character from `position` on that the text of a passage has."""
    while unseen := next((form for form in _UNSEEN if data.startswith(form, position)), b""):
        position += len(unseen)
    return position


def can_split(part: XmlPart, piece: Piece) -> bool:
    """Whether a text is nothing but characters and entities, as all word processors write it."""
    content = part.data[end_of_tag(part.data, piece.text.start) : piece.text.closing]
    return b"<" not in content and piece.run.name == RUN
