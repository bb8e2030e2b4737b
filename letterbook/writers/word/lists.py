"""The numbering part: bullets, boxes, and one instance for every numbered list, so that each restarts.

Source: ECMA-376 part 1, 17.9. A `w:num` of a numbered list overrides where its own level starts;
without that, Word counts on from the list before.
"""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.stylesheet import DEEPEST_LIST_LEVEL, Stylesheet

BULLETS, OPEN_TASKS, DONE_TASKS = 1, 2, 3
_FIRST_NUMBERED = 4
LARGEST_START = 32767
_BULLET_SIGNS = ("•", "–", "·")
_NUMBER_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_OPEN_BOX, _DONE_BOX = "☐", "☒"
_LEVELS = range(DEEPEST_LIST_LEVEL + 1)


@dataclass(frozen=True, slots=True)
class _NumberedList:
    level: int
    kind: int
    start: int


class NumberingPart:
    """Gathers the numbered lists of a draft while its body is written."""

    def __init__(self) -> None:
        self._lists: list[_NumberedList] = []

    def numbered_list(self, level: int, numbered_around: int, start: int) -> int:
        """The `w:num` of a new numbered list at this level (from 0) that begins with `start`.

        Numbers, letters and Roman numerals take turns with each numbered list around it.
        """
        kind = numbered_around % len(_NUMBER_FORMATS)
        self._lists.append(_NumberedList(min(level, DEEPEST_LIST_LEVEL), kind, start))
        return _FIRST_NUMBERED + len(self._lists) - 1

    def xml(self, sheet: Stylesheet) -> str:
        """`word/numbering.xml`."""
        kinds = (
            "".join(_level(sheet, level, "bullet", _cycle(_BULLET_SIGNS, level)) for level in _LEVELS),
            "".join(_level(sheet, level, "bullet", _OPEN_BOX) for level in _LEVELS),
            "".join(_level(sheet, level, "bullet", _DONE_BOX) for level in _LEVELS),
            *(
                "".join(_level(sheet, level, number_format, f"%{level + 1}.") for level in _LEVELS)
                for number_format in _NUMBER_FORMATS
            ),
        )
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
            f"{levels}</w:abstractNum>"
            for number, levels in enumerate(kinds)
        )
        fixed = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>'
            for number in (BULLETS, OPEN_TASKS, DONE_TASKS)
        )
        lists = "".join(
            f'<w:num w:numId="{_FIRST_NUMBERED + position}">'
            f'<w:abstractNumId w:val="{_FIRST_NUMBERED - 1 + numbered.kind}"/>'
            f'<w:lvlOverride w:ilvl="{numbered.level}"><w:startOverride w:val="{numbered.start}"/>'
            "</w:lvlOverride></w:num>"
            for position, numbered in enumerate(self._lists)
        )
        return f'<w:numbering xmlns:w="{WORD}">{abstract}{fixed}{lists}</w:numbering>'


def _cycle(signs: tuple[str, ...], level: int) -> str:
    return signs[level % len(signs)]


def _level(sheet: Stylesheet, level: int, number_format: str, text: str) -> str:
    # The hanging indent is that of the first level's step: a sign never stands left of its list.
    symbols = _SYMBOL_FONT if text in {_OPEN_BOX, _DONE_BOX} else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{sheet.list_indent(level)}" w:hanging="{sheet.list_indent(0)}"/></w:pPr>'
        f"{symbols}</w:lvl>"
    )


_SYMBOL_FONT = (
    '<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" '
    'w:eastAsia="Segoe UI Symbol"/></w:rPr>'
)
