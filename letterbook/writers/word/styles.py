"""The styles part, written from a look (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from letterbook.look import Align, Font, Line, Side, Style
from letterbook.writers.word.languages import document_language, language_attributes
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.standard_styles import (
    CONTENTS_STYLES,
    STANDARD_STYLES,
    TABLE_STYLE,
    StandardStyle,
)
from letterbook.writers.word.stylesheet import TWENTIETHS, Stylesheet
from letterbook.writers.word.text import attribute

_LINE_UNIT = 240
_BORDER_UNIT = 8


def styles_xml(sheet: Stylesheet, language: str) -> str:
    """`word/styles.xml`: document defaults, the standard styles, the look's own, the table style."""
    styles = "".join(style_xml(sheet, style) for style in (*STANDARD_STYLES, *sheet.own))
    return (
        f'<w:styles xmlns:w="{WORD}">{_defaults(sheet, language)}{styles}'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
        f"{_NORMAL_TABLE}{table_style_xml(sheet, 'TableNormal')}</w:styles>"
    )


def _defaults(sheet: Stylesheet, language: str) -> str:
    look = sheet.look
    size = round(look.size * 2)
    lang = language_attributes(document_language(language))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(look.body_font)}"
        f'<w:color w:val="{look.text_colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f"<w:lang {lang}/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def style_xml(sheet: Stylesheet, style: StandardStyle) -> str:
    """The `w:style` of one style as the look of `sheet` has it."""
    look = sheet.looks.get(style.name) or Style(name=style.name)
    kind = "character" if style.character else "paragraph"
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    based_on = look.based_on or style.based_on
    follower = sheet.follower(style)
    properties = "" if style.character else _paragraph_properties(sheet, style, look)
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{sheet.identifier(style.name)}">'
        f'<w:name w:val="{attribute(sheet.stored_name(style))}"/>'
        + (f'<w:basedOn w:val="{sheet.identifier(based_on)}"/>' if based_on else "")
        + (f'<w:next w:val="{follower}"/>' if follower else "")
        + ("<w:qFormat/>" if style.quick else "")
        + properties
        + _run_properties(look, style)
        + "</w:style>"
    )


_OWN_NAMES = frozenset(
    {
        "Quote Attribution",
        "Definition Term",
        "Definition",
        "Figure",
        "Table Text",
        "Table Heading",
        "Source Code",
        "Horizontal Rule",
        "Verbatim Char",
    }
)
_BUILT_IN = frozenset(style.name for style in STANDARD_STYLES) - _OWN_NAMES


def _paragraph_properties(sheet: Stylesheet, style: StandardStyle, look: Style) -> str:
    """The `w:pPr` of a style; its children stand in the order of the schema."""
    parts = (
        _switch("keepNext", look.keep_with_next),
        _switch("keepLines", look.keep_together),
        "<w:widowControl/>" if style.name == "Normal" else "",
        f'<w:numPr><w:numId w:val="{sheet.bullets}"/></w:numPr>' if style.name == "List Bullet" else "",
        _borders(look.lines),
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>' if look.shade else "",
        _tabs(sheet, style),
        _spacing(look),
        _indent(look),
        _switch("contextualSpacing", look.close_together),
        f'<w:jc w:val="{_ALIGNMENTS.get(look.align, look.align)}"/>' if look.align else "",
        f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
    )
    inner = "".join(parts)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


_ALIGNMENTS = {Align.CENTRE: "center", Align.JUSTIFY: "both"}


def _switch(name: str, on: bool | None) -> str:
    if on is None:
        return ""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _borders(lines: tuple[Line, ...]) -> str:
    by_side = {line.side: line for line in lines}
    inner = "".join(_border(by_side[side]) for side in Side if side in by_side)
    return f"<w:pBdr>{inner}</w:pBdr>" if inner else ""


def _border(line: Line) -> str:
    return (
        f'<w:{line.side} w:val="single" w:sz="{max(2, round(line.width * _BORDER_UNIT))}" '
        f'w:space="{min(31, round(line.distance))}" w:color="{line.colour}"/>'
    )


def _tabs(sheet: Stylesheet, style: StandardStyle) -> str:
    width = sheet.page.column_width()
    if style.name in {"Header", "Footer"}:
        centre = f'<w:tab w:val="center" w:pos="{width // 2}"/>'
        return f'<w:tabs>{centre}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    if style.name in CONTENTS_STYLES:
        return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    return ""


def _spacing(look: Style) -> str:
    parts = (
        f' w:before="{round(look.before * TWENTIETHS)}"' if look.before is not None else "",
        f' w:after="{round(look.after * TWENTIETHS)}"' if look.after is not None else "",
        f' w:line="{round(look.line * _LINE_UNIT)}" w:lineRule="auto"' if look.line is not None else "",
    )
    inner = "".join(parts)
    return f"<w:spacing{inner}/>" if inner else ""


def _indent(look: Style) -> str:
    parts = (
        f' w:left="{round(look.left * TWENTIETHS)}"' if look.left is not None else "",
        f' w:right="{round(look.right * TWENTIETHS)}"' if look.right is not None else "",
        f' w:hanging="{round(look.hanging * TWENTIETHS)}"' if look.hanging is not None else "",
    )
    inner = "".join(parts)
    return f"<w:ind{inner}/>" if inner else ""


def _run_properties(look: Style, style: StandardStyle) -> str:
    """The `w:rPr` of a style; its children stand in the order of the schema."""
    size = None if look.size is None else round(look.size * 2)
    underline = None if look.underline is None else ("single" if look.underline else "none")
    parts = (
        _fonts(look.font) if look.font else "",
        _switch("b", look.bold) + _switch("bCs", look.bold),
        _switch("i", look.italic) + _switch("iCs", look.italic),
        _switch("caps", look.capitals),
        "<w:noProof/>" if style.name in {"Source Code", "Verbatim Char"} else "",
        f'<w:color w:val="{look.colour}"/>' if look.colour else "",
        f'<w:spacing w:val="{round(look.tracking * TWENTIETHS)}"/>' if look.tracking else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        f'<w:u w:val="{underline}"/>' if underline else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
        if style.character and look.shade
        else "",
        '<w:vertAlign w:val="superscript"/>' if style.name == "Footnote Reference" else "",
    )
    inner = "".join(parts)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _fonts(font: Font) -> str:
    name = attribute(font.name)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def table_style_xml(sheet: Stylesheet, based_on: str) -> str:
    """The `w:style` of tables; `based_on` is the id of the package's own style for tables, or empty."""
    table = sheet.look.table
    padding = round(table.padding * TWENTIETHS)
    shade = (
        f'<w:shd w:val="clear" w:color="auto" w:fill="{table.heading_shade}"/>' if table.heading_shade else ""
    )
    heading_line = f'w:val="single" w:sz="8" w:space="0" w:color="{table.heading_line}"'
    row_line = f'w:val="single" w:sz="4" w:space="0" w:color="{table.row_line}"'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{sheet.identifier(TABLE_STYLE)}">'
        f'<w:name w:val="{TABLE_STYLE}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + f"<w:tblPr><w:tblBorders><w:top {heading_line}/><w:bottom {heading_line}/><w:insideH {row_line}/>"
        "</w:tblBorders>"
        f"{_cell_margins(padding // 2, padding)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders><w:bottom {heading_line}/></w:tcBorders>{shade}</w:tcPr></w:tblStylePr></w:style>"
    )


def _cell_margins(vertical: int, horizontal: int) -> str:
    margins = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


_NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    f'<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_cell_margins(0, 108)}</w:tblPr></w:style>'
)
