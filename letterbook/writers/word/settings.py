"""The settings and the font table (ECMA-376 part 1, 17.15.1.78 and 17.8.3.11)."""

from __future__ import annotations

from letterbook.look import Font, FontKind, Look
from letterbook.writers.word.formats import EMOJI_FONT
from letterbook.writers.word.languages import document_language, language_attributes
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.text import attribute

# What makes Word lay the file out as version 2013 and later do, not in compatibility mode.
_COMPATIBILITY = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
_FAMILIES = {
    FontKind.SERIF: ("roman", "variable"),
    FontKind.SANS: ("swiss", "variable"),
    FontKind.MONO: ("modern", "fixed"),
}


def settings_xml(language: str, *, has_notes: bool) -> str:
    """`word/settings.xml`; it names the separators of the footnotes where there are any."""
    separators = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"{separators if has_notes else ''}{_COMPATIBILITY}"
        f"<w:themeFontLang {language_attributes(document_language(language))}/></w:settings>"
    )


def font_table_xml(look: Look) -> str:
    """`word/fontTable.xml`: each font with the names to use where it is not installed."""
    fonts = {font.name: font for font in (look.body_font, look.code_font, EMOJI_FONT)}
    fonts |= {style.font.name: style.font for style in look.styles if style.font}
    return f'<w:fonts xmlns:w="{WORD}">{"".join(_font(font) for font in fonts.values())}</w:fonts>'


def _font(font: Font) -> str:
    family, pitch = _FAMILIES[font.kind]
    others = f'<w:altName w:val="{attribute(",".join(font.fallbacks))}"/>' if font.fallbacks else ""
    return (
        f'<w:font w:name="{attribute(font.name)}">{others}<w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    )
