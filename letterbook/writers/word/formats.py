"""Paragraph and run properties as XML, their children in the order the schema wants.

Sources: ECMA-376 part 1, 17.3.1.26 (pPr) and 17.3.2.28 (rPr). Formats are small and few in a draft,
so their XML is kept.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from letterbook.look import Font, FontKind
from letterbook.record import record
from letterbook.writers.word.text import attribute


class Baseline(StrEnum):
    """Where a run stands on its line."""

    NORMAL = ""
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class Script(StrEnum):
    """The kind of writing in a run, as far as Word must be told."""

    WESTERN = ""
    EAST_ASIAN = "eastAsia"
    RIGHT_TO_LEFT = "rtl"
    COMPLEX = "cs"
    EMOJI = "emoji"


_LANGUAGES = {Script.EAST_ASIAN: "eastAsia", Script.RIGHT_TO_LEFT: "bidi", Script.COMPLEX: "bidi"}
# The colourful fonts of Windows, macOS and Linux; whichever is there is taken.
EMOJI_FONT = Font("Segoe UI Emoji", FontKind.SANS, ("Apple Color Emoji", "Noto Color Emoji"))


@record
class RunFormat:
    """How a run looks beyond its paragraph's style; `font` is a font's name or empty."""

    style: str = ""
    font: str = ""
    bold: bool = False
    italic: bool = False
    small_capitals: bool = False
    strike: bool = False
    marked: bool = False
    baseline: Baseline = Baseline.NORMAL
    script: Script = Script.WESTERN
    language: str = ""


@record
class Numbering:
    """A paragraph's place in a list: the list's `w:num` and the level, counted from 0."""

    number: int
    level: int


@record
class ParagraphFormat:
    """How a paragraph looks beyond its style; measures in twentieths of a point.

    `decimal` is the place of the tab stop that numbers are aligned on, `section` the properties of
    the section that ends with the paragraph, as XML.
    """

    style: str = ""
    keep_with_next: bool = False
    page_break_before: bool = False
    numbering: Numbering | None = None
    right_to_left: bool = False
    space_before: int | None = None
    space_after: int | None = None
    indent: int | None = None
    hanging: int = 0
    spread: bool = False
    align: str = ""
    decimal: int | None = None
    section: str = ""


@lru_cache(maxsize=1024)
def run_properties(look: RunFormat) -> str:
    """The `w:rPr` of a run, empty when there is nothing to say."""
    parts = (
        f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
        _fonts(look),
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        "<w:smallCaps/>" if look.small_capitals else "",
        "<w:strike/>" if look.strike else "",
        '<w:highlight w:val="yellow"/>' if look.marked else "",
        f'<w:vertAlign w:val="{look.baseline}"/>' if look.baseline else "",
        "<w:rtl/>" if look.script is Script.RIGHT_TO_LEFT else "",
        "<w:cs/>" if look.script is Script.COMPLEX else "",
        _language(look),
    )
    inner = "".join(parts)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _fonts(look: RunFormat) -> str:
    hint = ' w:hint="eastAsia"' if look.script is Script.EAST_ASIAN else ""
    name = attribute(look.font)
    named = f' w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"' if name else ""
    if look.script is Script.EMOJI:
        named = "".join(f' w:{kind}="{EMOJI_FONT.name}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts{hint}{named}/>" if hint or named else ""


def _language(look: RunFormat) -> str:
    if not look.language:
        return ""
    key = _LANGUAGES.get(look.script, "val")
    return f'<w:lang w:{key}="{attribute(look.language)}"/>'


@lru_cache(maxsize=1024)
def paragraph_properties(look: ParagraphFormat) -> str:
    """The `w:pPr` of a paragraph, empty when there is nothing to say."""
    parts = (
        f'<w:pStyle w:val="{look.style}"/>' if look.style else "",
        "<w:keepNext/>" if look.keep_with_next else "",
        "<w:pageBreakBefore/>" if look.page_break_before else "",
        _numbering(look.numbering),
        _decimal_tab(look.decimal),
        "<w:bidi/>" if look.right_to_left else "",
        _spacing(look),
        _indent(look),
        '<w:contextualSpacing w:val="0"/>' if look.spread else "",
        f'<w:jc w:val="{look.align}"/>' if look.align else "",
        look.section,
    )
    inner = "".join(parts)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _numbering(numbering: Numbering | None) -> str:
    if numbering is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{numbering.level}"/><w:numId w:val="{numbering.number}"/></w:numPr>'


def _decimal_tab(position: int | None) -> str:
    if position is None:
        return ""
    return f'<w:tabs><w:tab w:val="decimal" w:pos="{position}"/></w:tabs>'


def _spacing(look: ParagraphFormat) -> str:
    before = f' w:before="{look.space_before}"' if look.space_before is not None else ""
    after = f' w:after="{look.space_after}"' if look.space_after is not None else ""
    return f"<w:spacing{before}{after}/>" if before or after else ""


def _indent(look: ParagraphFormat) -> str:
    if look.indent is None:
        return ""
    hanging = f' w:hanging="{look.hanging}"' if look.hanging else ""
    return f'<w:ind w:left="{look.indent}"{hanging}/>'
