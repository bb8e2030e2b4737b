"""Slots: the places of an approved file where each copy has its recipient's value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.record import record
from letterbook.writers.word.text import element_text


@record
class Slot:
    """A run of text that is a recipient's `field`; `opening` ends where the text begins.

    `line` and `tab` stand for a line end and a tab in the value.
    """

    field: str
    opening: bytes
    closing: bytes
    line: bytes
    tab: bytes

    def filled(self, value: str) -> bytes:
        """The run with a value in it; no run for an empty one. Characters that XML forbids are dropped."""
        if not value:
            return b""
        if value.isascii() and value.isprintable() and not ("&" in value or "<" in value or ">" in value):
            return self.opening + value.encode() + self.closing
        text = element_text(value).encode("utf-8")
        if b"\n" in text or b"\t" in text:
            text = text.replace(b"\n", self.line).replace(b"\t", self.tab)
        return self.opening + text + self.closing


def slot(field: str, prefix: str, properties: bytes) -> Slot:
    """The slot of a field; `prefix` is that of Word's elements, `properties` are those of its run."""
    text, end = f'<{prefix}t xml:space="preserve">', f"</{prefix}t>"
    return Slot(
        field,
        f"<{prefix}r>".encode() + properties + text.encode(),
        f"{end}</{prefix}r>".encode(),
        f"{end}<{prefix}br/>{text}".encode(),
        f"{end}<{prefix}tab/>{text}".encode(),
    )


@record
class Change:
    """The bytes from `start` to `end` of a part become `new`; nothing where they are only cut."""

    start: int
    end: int
    new: bytes | Slot = b""


def pieces(data: bytes, changes: Iterable[Change]) -> Iterator[bytes | Slot]:
    """The bytes of a part with its changes made; one within a longer one that begins before goes with it."""
    position = 0
    constant: list[bytes] = []
    for change in sorted(changes, key=lambda change: (change.start, change.end > change.start, -change.end)):
        if change.start < position:
            continue
        constant.append(data[position : change.start])
        position = change.end
        if isinstance(change.new, bytes):
            constant.append(change.new)
            continue
        yield b"".join(constant)
        yield change.new
        constant.clear()
    yield b"".join((*constant, data[position:]))
