"""The numbering part: bullets, boxes, and one instance for every numbered list, so that each restarts.

Source: ECMA-376 part 1, 17.9. A `w:num` of a numbered list overrides where its own level starts;
without that, Word counts on from the list before.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from letterbook.record import record
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.stylesheet import DEEPEST_LIST_LEVEL, ListSign, Stylesheet
from letterbook.writers.word.text import attribute

LARGEST_START = 32767
_BULLET_SIGNS = ("•", "–", "·")
_NUMBER_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_SYMBOL_FONT = (
    '<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" '
    'w:eastAsia="Segoe UI Symbol"/></w:rPr>'
)
_OPEN_BOX, _DONE_BOX = ListSign("☐", _SYMBOL_FONT), ListSign("☒", _SYMBOL_FONT)
_LEVELS = range(DEEPEST_LIST_LEVEL + 1)


class Sign(IntEnum):
    """What stands before the items of a list that does not count."""

    BULLET = 0
    OPEN_TASK = 1
    DONE_TASK = 2


@record
class _NumberedList:
    """A list by its level from 0, the kind of its numbers, and the first of them."""

    level: int
    kind: int
    start: int


class NumberingPart:
    """Gathers the numbered lists of a draft while its body is written.

    `first_abstract` and `first_number` are the first free numbers of a `w:abstractNum` and a `w:num`.
    """

    def __init__(self, first_abstract: int = 0, first_number: int = 1) -> None:
        self._first_abstract = first_abstract
        self._first_number = first_number
        self._lists: list[_NumberedList] = []
        self._numbers_headings = False

    def signs(self, sign: Sign) -> int:
        """The `w:num` of all lists with this sign."""
        return self._first_number + sign

    def headings(self) -> int:
        """The `w:num` that counts the headings (`2.1`)."""
        self._numbers_headings = True
        return self._first_number + len(Sign)

    def numbered_list(self, level: int, numbered_around: int, start: int) -> int:
        """The `w:num` of a new numbered list at this level (from 0) that begins with `start`.

        Numbers, letters and Roman numerals take turns with each numbered list around it.
        """
        kind = numbered_around % len(_NUMBER_FORMATS)
        self._lists.append(_NumberedList(min(level, DEEPEST_LIST_LEVEL), kind, start))
        return self._first_list() + len(self._lists) - 1

    def _first_list(self) -> int:
        return self._first_number + len(Sign) + 1

    def xml(self, sheet: Stylesheet) -> str:
        """The whole of `word/numbering.xml`."""
        return f'<w:numbering xmlns:w="{WORD}">{self.kinds_xml(sheet)}{self.numbers_xml()}</w:numbering>'

    def kinds_xml(self, sheet: Stylesheet) -> str:
        """The `w:abstractNum` elements; in the part they stand before all `w:num`."""
        return _kinds_xml(sheet, self._first_abstract, numbers_headings=self._numbers_headings)

    def numbers_xml(self) -> str:
        """The `w:num` elements."""
        fixed = "".join(
            f'<w:num w:numId="{self.signs(sign)}">'
            f'<w:abstractNumId w:val="{self._first_abstract + sign}"/></w:num>'
            for sign in Sign
        )
        first_kind = self._first_abstract + len(Sign)
        if self._numbers_headings:
            kind = first_kind + len(_NUMBER_FORMATS)
            fixed += f'<w:num w:numId="{self.headings()}"><w:abstractNumId w:val="{kind}"/></w:num>'
        return fixed + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{first_kind + numbered.kind}"/>'
            f'<w:lvlOverride w:ilvl="{numbered.level}"><w:startOverride w:val="{numbered.start}"/>'
            "</w:lvlOverride></w:num>"
            for number, numbered in enumerate(self._lists, start=self._first_list())
        )


@lru_cache(maxsize=16)
def _kinds_xml(sheet: Stylesheet, first: int, *, numbers_headings: bool) -> str:
    """The kinds of lists, numbered from `first`; they are the same for all drafts in a look."""
    kinds = [
        "".join(_level(sheet, level, "bullet", _bullet(sheet, level)) for level in _LEVELS),
        "".join(_level(sheet, level, "bullet", _OPEN_BOX) for level in _LEVELS),
        "".join(_level(sheet, level, "bullet", _DONE_BOX) for level in _LEVELS),
        *(
            "".join(_level(sheet, level, name, _number(sheet, level, name)) for level in _LEVELS)
            for name in _NUMBER_FORMATS
        ),
    ]
    if numbers_headings:
        kinds.append("".join(map(_heading_level, _LEVELS)))
    return "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
        for number, levels in enumerate(kinds, start=first)
    )


def _bullet(sheet: Stylesheet, level: int) -> ListSign:
    """The package's own bullet in the uppermost lists, ours in those below."""
    own = sheet.list_sign("List Bullet") if level == 0 else None
    return own or ListSign(_BULLET_SIGNS[level % len(_BULLET_SIGNS)])


def _number(sheet: Stylesheet, level: int, number_format: str) -> ListSign:
    own = sheet.list_sign("List Number") if number_format == _NUMBER_FORMATS[0] else None
    text, look = (own.text, own.look) if own else ("%1.", "")
    return ListSign(text.replace("%1", f"%{level + 1}"), look)


def _level(sheet: Stylesheet, level: int, number_format: str, sign: ListSign) -> str:
    # The hanging indent is that of the first level's step: a sign never stands left of its list.
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{attribute(sign.text)}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{sheet.list_indent(level)}" w:hanging="{sheet.list_indent(0)}"/></w:pPr>'
        f"{sign.look}</w:lvl>"
    )


def _heading_level(level: int) -> str:
    text = ".".join(f"%{upper + 1}" for upper in range(level + 1))
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    )
