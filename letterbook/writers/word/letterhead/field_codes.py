"""The codes of Word's fields: some start a program or fetch a file when they are brought up to date.

Source: ECMA-376 part 1, 17.16.5 (the kinds of fields) and 17.16.18 (how one is written in runs).
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.refusal import refused
from letterbook.writers.word.opened.xml_part import Element

_PROGRAMS = frozenset({"DDE", "DDEAUTO"})
_FILES = frozenset({"INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "RD", "DATABASE"})
_HINT = "Click on it in Word and press Ctrl+Shift+F9, which leaves its text without the field."


def refuse_fields(file: str, root: Element) -> None:
    """Raise BadInput when a field below `root` starts a program or fetches another file."""
    for code in _codes(root):
        kind = code.split(None, 1)[0].upper() if code.strip() else ""
        if kind in _PROGRAMS:
            raise refused(file, f"has a field that starts a program ({kind}).", _HINT)
        if kind in _FILES:
            raise refused(file, f"has a field that fetches a file from elsewhere ({kind}).", _HINT)


def _codes(root: Element) -> Iterator[str]:
    """What each field says; the code of one may be split over several runs."""
    code: list[str] = []
    for element in root.all(f"{WORD} fldSimple", f"{WORD} fldChar", f"{WORD} instrText"):
        if element.name == f"{WORD} fldSimple":
            yield element.get("instr")
        elif element.name == f"{WORD} instrText":
            code.append(element.text)
        else:
            yield "".join(code)
            code.clear()
    yield "".join(code)
