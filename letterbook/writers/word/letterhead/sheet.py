"""The styles of a draft in a letterhead: the letterhead's own by name, missing ones as a look has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from letterbook.look import Look, Style
from letterbook.writers.word.languages import document_language
from letterbook.writers.word.letterhead.found_lists import list_sign
from letterbook.writers.word.letterhead.found_styles import StyleKind
from letterbook.writers.word.letterhead.letterhead import Letterhead
from letterbook.writers.word.lists import Sign
from letterbook.writers.word.standard_styles import TABLE_STYLE, StandardStyle, style_identifier
from letterbook.writers.word.styles import style_xml, table_style_xml
from letterbook.writers.word.stylesheet import ListSign, Stylesheet


class LetterheadSheet(Stylesheet):
    """The styles that a draft finds in a letterhead, and those that are added to it.

    What is added has the letterhead's typeface; its size, colour and space are the look's, also where a
    look has no space and the letterhead has some for all paragraphs, as Word's own template does. A class
    of a division (`::: {.address}`) also finds the letterhead's own style of that name.
    """

    def __init__(self, look: Look, letterhead: Letterhead) -> None:
        super().__init__(look)
        self.page = letterhead.page
        self.bullets = letterhead.free.number + Sign.BULLET
        self.looks = {name: _in_any_typeface(style, look) for name, style in self.looks.items()}
        self.looks |= {style.name: style for style in self._spaced()}
        self._found = letterhead.styles
        self._numbering = letterhead.word.part("numbering")
        self._by_class = {**self._found.by_class(self.standard), **self._by_class}
        self._ids: dict[str, str] = {}
        self._new: dict[str, str] = {}

    def _spaced(self) -> Iterator[Style]:
        """The styles that stand on Normal alone, with the space that they have in the look, none included."""
        normal = self.looks.get("Normal", Style(name="Normal"))
        for standard in (*self.standard.values(), *self.own):
            style = self.looks.get(standard.name, Style(name=standard.name))
            if self._base(standard.name) != "Normal" or standard.character:
                continue
            before = normal.before if style.before is None else style.before
            after = normal.after if style.after is None else style.after
            yield replace(style, before=before or 0, after=after or 0)

    def identifier(self, name: str) -> str:
        """The id of the letterhead's style of this name, else of the one that is to be added."""
        if name not in self._ids:
            found = self._found.identifier(name, self._kind(name))
            if found is None:
                self._new[name] = self._found.free_identifier(style_identifier(name))
            self._ids[name] = found if found is not None else self._new[name]
        return self._ids[name]

    def _kind(self, name: str) -> StyleKind:
        if name == TABLE_STYLE:
            return StyleKind.TABLE
        standard = self.standard.get(name)
        return StyleKind.CHARACTER if standard and standard.character else StyleKind.PARAGRAPH

    def _is_found(self, name: str) -> bool:
        self.identifier(name)
        return name not in self._new

    def stored_name(self, style: StandardStyle) -> str:
        """The name of an added style, unlike that of a style of another kind."""
        return self._found.free_name(super().stored_name(style))

    def follower(self, style: StandardStyle) -> str:
        """The id of the style after `style`, if the letterhead has or gets it."""
        name = style.followed_by
        known = self._found.identifier(name) if name else None
        return known or self._new.get(name, "")

    def left_indent(self, name: str) -> int:
        """How far paragraphs of the style are indented, in twentieths of a point."""
        if self._is_found(name):
            return self._found.left_indent(self.identifier(name))
        return super().left_indent(name)

    def size(self, name: str) -> float:
        """The size of the style's font, in points."""
        return self._found.size(self.identifier(name)) if self._is_found(name) else super().size(name)

    def list_sign(self, style: str) -> ListSign | None:
        """The bullet or the number that the letterhead's own style gives its paragraphs, if it has one."""
        number = self._found.list_number(self.identifier(style)) if self._is_found(style) else ""
        return list_sign(self._numbering, number, style)

    def marked_language(self, language: str) -> str:
        """The language to mark all text with, where the letterhead is in another one."""
        own, wanted = self._found.language.casefold(), document_language(language)
        same = own == wanted.casefold() or own.partition("-")[0] == language.casefold()
        return "" if same else wanted

    def add_missing(self, written: Iterable[str]) -> Mapping[str, str]:
        """The `w:style` of each missing style that the written XML uses, by name.

        Styles that those are based on are among them.
        """
        texts = tuple(written)
        names = [
            name
            for name, identifier in self._new.items()
            if any(f'Style w:val="{identifier}"' in text for text in texts)
        ]
        for name in names:
            base = self._base(name) if name != TABLE_STYLE else ""
            if base and base not in names and not self._is_found(base):
                names.append(base)
        order = [*self.standard, *(style.name for style in self.own), TABLE_STYLE]
        self._new = {name: self._new[name] for name in sorted(names, key=order.index)}
        return {name: self._definition(name) for name in self._new}

    def _definition(self, name: str) -> str:
        if name == TABLE_STYLE:
            return table_style_xml(self, self._found.base_of_tables())
        own = {style.name: style for style in self.own}
        return style_xml(self, self.standard.get(name) or own[name])


def _in_any_typeface(style: Style, look: Look) -> Style:
    """A style without its font, unless that is the one for code, which must stay one of equal widths."""
    return style if style.font is None or style.font == look.code_font else replace(style, font=None)
