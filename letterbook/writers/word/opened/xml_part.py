"""XML parts read with the place of every element, so that they are changed by splicing bytes.

Source: XML 1.0 and Namespaces in XML; ECMA-376 part 2, 6.2.5: parts are UTF-8 or UTF-16, without DOCTYPE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from letterbook.errors import BadInput
from letterbook.record import record
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.archive import Member
from letterbook.writers.word.opened.refusal import damaged, refused
from letterbook.writers.word.package import DECLARATION

MOST_ELEMENTS = 200_000
LARGEST_XML = 32 * 1024 * 1024
_LONGEST_TEXT = 1024 * 1024


@dataclass(slots=True)
class Element:
    """An element and where it stands in the bytes of its part.

    `name` and the names of attributes are the namespace, a blank and the local name, or the local
    name alone. `closing` is where its end tag begins, or `end` when it has none; `declared` are the
    namespaces that it declares, by prefix.
    """

    name: str
    attributes: dict[str, str]
    start: int
    closing: int = 0
    end: int = 0
    text: str = ""
    children: list[Element] = field(default_factory=list)
    declared: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether it is written as one tag (`<a/>`)."""
        return self.closing == self.end

    def get(self, name: str, namespace: str = WORD) -> str:
        """The value of an attribute, empty when it is not there."""
        return self.attributes.get(f"{namespace} {name}" if namespace else name, "")

    def child(self, *names: str) -> Element | None:
        """The first child of a Word name, its first child of the next name, and so on."""
        here: Element | None = self
        for name in names:
            full = f"{WORD} {name}"
            here = next((child for child in here.children if child.name == full), None) if here else None
        return here

    def value(self, *names: str) -> str:
        """The `w:val` of what `child` finds, empty when it is not there."""
        found = self.child(*names)
        return found.get("val") if found else ""

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these full names, this one and all below it, in order."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            if here.name in names:
                yield here
            waiting.extend(reversed(here.children))


@record
class Edit:
    """The bytes from `start` to `end` of a part are to become `new`."""

    start: int
    end: int
    new: bytes


@record
class XmlPart:
    """A part of a package: its name, its bytes in UTF-8, and its tree."""

    name: str
    data: bytes
    root: Element

    def raw(self, element: Element) -> bytes:
        """The bytes of an element as they stand."""
        return self.data[element.start : element.end]

    def tag(self, element: Element) -> str:
        """The name of an element as it is written, with its prefix (`w:p`)."""
        opening = self.data[element.start + 1 : end_of_tag(self.data, element.start)]
        return opening.rstrip(b"/>").split(None, 1)[0].decode("utf-8")

    def prefix(self, element: Element) -> str:
        """The prefix of an element's tag with its colon (`w:`), or empty."""
        prefix, colon, _ = self.tag(element).rpartition(":")
        return prefix + colon

    def at_end(self, element: Element, xml: str) -> Edit:
        """The edit that puts `xml` behind the last child of an element."""
        if not element.is_empty:
            return Edit(element.closing, element.closing, xml.encode("utf-8"))
        slash = self.data.rindex(b"/", element.start, element.end)
        return Edit(slash, element.end, f">{xml}</{self.tag(element)}>".encode())

    def declare(self, namespaces: Mapping[str, str]) -> Edit:
        """The edit that declares namespaces, by prefix, in the root's tag."""
        position = end_of_tag(self.data, self.root.start) - (2 if self.root.is_empty else 1)
        return Edit(position, position, declarations(namespaces).encode("utf-8"))

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the part with edits, which do not overlap; those at one place in their order."""
        pieces: list[bytes] = []
        position = 0
        for edit in sorted(edits, key=lambda edit: edit.start):
            pieces += (self.data[position : edit.start], edit.new)
            position = edit.end
        return b"".join((*pieces, self.data[position:]))


def declarations(namespaces: Mapping[str, str]) -> str:
    """The attributes that declare namespaces by prefix, each after a blank."""
    return "".join(
        f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"' for prefix, uri in namespaces.items()
    )


def end_of_tag(data: bytes, start: int) -> int:
    """Where the tag ends that begins at `start`; a `>` within quotation marks does not end it."""
    position = start
    while True:
        position += 1
        sign = data[position : position + 1]
        if sign in {b'"', b"'"}:
            position = data.index(sign, position + 1)
        elif sign in {b">", b""}:
            return position + 1


def read_xml(file: str, member: Member) -> XmlPart:
    """The tree of an XML part of `file`.

    Raises BadInput when the part is not well-formed, has a DOCTYPE, or is too large to be right.
    """
    if member.size > LARGEST_XML:
        raise _too_large(file, member.name)
    return parse_xml(file, member.name, _in_utf8(file, member))


def parse_xml(file: str, name: str, data: bytes) -> XmlPart:
    """The tree of the part `name` of `file` from its bytes; raises BadInput as `read_xml` does."""
    return XmlPart(name, data, _Reader(file, name).tree(data))


def refuse_doctype(file: str, member: Member) -> None:
    """Raise BadInput when an XML part declares a document type, with which it could reach out or explode.

    Nothing after the first tag is read. What is no XML passes.
    """
    if member.size > LARGEST_XML:
        raise _too_large(file, member.name)
    parser = expat.ParserCreate()

    def refuse(*_about: object) -> None:
        raise _doctype(file, member.name)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = _stop_reading
    with suppress(_PrologueReadError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(member.read(), True)


class _PrologueReadError(Exception):
    """What stands before the first tag was read."""


class _Reader:
    """Builds the tree of one part."""

    def __init__(self, file: str, part: str) -> None:
        self._file, self._part = file, part
        self._open: list[Element] = []
        self._root: Element | None = None
        self._declared: dict[str, str] = {}
        self._count = 0
        self._data = b""

    def tree(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = _LONGEST_TEXT
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self._parser, self._data = parser, data
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            line = f"{expat.ErrorString(error.code)} in line {error.lineno}"
            raise damaged(self._file, f'the part "{self._part}" cannot be read ({line})') from error
        if self._root is None:
            raise damaged(self._file, f'the part "{self._part}" is empty')
        return self._root

    def _doctype(self, *_about: object) -> None:
        raise _doctype(self._file, self._part)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise _too_large(self._file, self._part)
        element = Element(name, attributes, self._parser.CurrentByteIndex)
        if self._declared:
            element.declared, self._declared = self._declared, {}
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        position = self._parser.CurrentByteIndex
        element.closing = position
        # Behind an empty tag, the parser stands after it; else it stands before the end tag.
        is_empty = not element.children and self._data[position - 2 : position] == b"/>" and not element.text
        element.end = position if is_empty else self._data.index(b">", position) + 1

    def _characters(self, text: str) -> None:
        if not self._open[-1].children:  # no part that is read mixes text with elements
            self._open[-1].text += text


def _in_utf8(file: str, member: Member) -> bytes:
    """The bytes of a part in UTF-8, as they are unless they are in another encoding."""
    data = member.read()
    encodings: list[str] = []
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = lambda _version, encoding, _standalone: encodings.append(encoding or "")
    parser.StartElementHandler = _stop_reading
    with suppress(_PrologueReadError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(data, True)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if wide else (encodings[0] if encodings else "").lower()
    if encoding in {"", "utf-8"}:
        return data
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise damaged(file, f'the part "{member.name}" is not the text that it says') from error
    body = text.partition("?>")[2] if text.startswith("<?xml") else text
    return (DECLARATION + body.lstrip()).encode("utf-8")


def _stop_reading(*_about: object) -> None:
    raise _PrologueReadError


def _doctype(file: str, part: str) -> BadInput:
    return refused(file, f'has a document type (DOCTYPE) in "{part}", as no Word file has.')


def _too_large(file: str, part: str) -> BadInput:
    return refused(file, f'has a part that is too large: "{part}".')
