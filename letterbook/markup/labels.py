"""What references call the numbered parts of a draft: "Figure 2", "Table 1", "Section 2.1".

A figure or a table is numbered when it has an identifier. Headings are numbered as Word's multi-level lists
number them, where a draft asks for that; otherwise their words are their label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from letterbook.draft import (
    Block,
    Code,
    Footnote,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    Picture,
    SoftBreak,
    Span,
    Table,
    Text,
)
from letterbook.markup.recipient_tests import RECIPIENT
from letterbook.markup.text import plain_text
from letterbook.markup.tree import (
    DEEPEST_HEADING,
    Blocks,
    Inlines,
    child_blocks,
    child_inlines,
    children_of,
    map_inlines,
)
from letterbook.record import record


class LabelKind(StrEnum):
    """What a label stands for."""

    FIGURE = "figure"
    TABLE = "table"
    HEADING = "heading"


@record
class Label:
    """What a reference prints: `words` ("Figure 2"), made of a `word` ("Figure") and a `number` ("2").

    A heading without a number has its own words only; where a recipient's field is among them, `inlines` are
    the same words with the field.
    """

    kind: LabelKind
    word: str
    number: str
    words: str
    inlines: Inlines = ()


_WORDS: Mapping[str, tuple[str, str, str]] = {
    "en": ("Figure", "Table", "Section"),
    "de": ("Abbildung", "Tabelle", "Abschnitt"),
    "fr": ("Figure", "Tableau", "Section"),
    "es": ("Figura", "Tabla", "Sección"),
    "it": ("Figura", "Tabella", "Sezione"),
    "pt": ("Figura", "Tabela", "Secção"),
    "nl": ("Figuur", "Tabel", "Paragraaf"),
    "sv": ("Figur", "Tabell", "Avsnitt"),
    "da": ("Figur", "Tabel", "Afsnit"),
    "pl": ("Rysunek", "Tabela", "Rozdział"),
}
_LEAVES = frozenset({Text, Code, Image, LineBreak, SoftBreak})


def label_word(kind: LabelKind, language: str) -> str:
    """Figure, Table or Section in `language` (`de`, `de-CH`), in English where it is not known."""
    return dict(zip(LabelKind, _WORDS.get(language[:2].lower(), _WORDS["en"]), strict=True))[kind]


def labels(blocks: Iterable[Block], language: str, *, heading_numbers: bool = False) -> Mapping[str, Label]:
    """The label of every figure, table and heading with an identifier, by that identifier.

    Figures and tables count from 1 in reading order, those in footnotes last, wherever they stand. Of two
    with the same identifier the first counts.
    """
    named = list(_identified(blocks, heading_numbers=heading_numbers))
    headings = [block for block in named if isinstance(block, Heading)]
    numbers = iter(number_headings(headings) if heading_numbers else [""] * len(headings))
    counts = dict.fromkeys(LabelKind, 0)
    found: dict[str, Label] = {}
    for block in named:
        kind = _KINDS[type(block)]
        number = next(numbers) if isinstance(block, Heading) else ""
        if block.identifier and block.identifier not in found:
            if not isinstance(block, Heading):
                counts[kind] += 1
                number = str(counts[kind])
            word = label_word(kind, language) if number else ""
            words = f"{word} {number}" if number or not isinstance(block, Heading) else _words(block)
            inlines = _with_fields(block, words) if isinstance(block, Heading) and not number else ()
            found[block.identifier] = Label(kind, word, number, words, inlines)
    return found


def with_labels(blocks: Iterable[Block], known: Mapping[str, Label]) -> Blocks:
    """The tree with the words of its target in every link without words whose target is `known`."""

    def filled(inline: Inline) -> Inlines:
        name = cross_reference(inline)
        if not isinstance(inline, Link) or name not in known:
            return (inline,)
        label = known[name]
        children = label.inlines or (Text(label.words),)
        return (replace(inline, children=children) if label.words else inline,)

    return map_inlines(blocks, filled, {Link})


def cross_reference(inline: Inline) -> str:
    """The identifier that a link without words refers to; empty for anything else."""
    if isinstance(inline, Link) and not inline.children and inline.target.startswith("#"):
        return inline.target.removeprefix("#")
    return ""


def number_headings(headings: Sequence[Heading]) -> tuple[str, ...]:
    """The number of each heading, "2.1" for the first below the second of the uppermost level in use.

    `headings` are all of a draft in reading order; its title is none of them. A level that is left out
    counts as begun: a heading two levels down from "2" is "2.1.1".
    """
    base = min((heading.level for heading in headings), default=1)
    counts = [0] * DEEPEST_HEADING
    numbers: list[str] = []
    for heading in headings:
        depth = heading.level - base
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (DEEPEST_HEADING - depth - 1)
        counts[:depth] = [max(1, count) for count in counts[:depth]]
        numbers.append(".".join(map(str, counts[: depth + 1])))
    return tuple(numbers)


Labelled = Heading | Picture | Table
_KINDS: Mapping[type[Block], LabelKind] = {
    Picture: LabelKind.FIGURE,
    Table: LabelKind.TABLE,
    Heading: LabelKind.HEADING,
}


def _identified(blocks: Iterable[Block], *, heading_numbers: bool) -> Iterator[Labelled]:
    """What has an identifier, and all headings where they are numbered; footnotes come last."""
    notes: list[Footnote] = []
    waiting = [*blocks][::-1]
    while waiting or notes:
        if not waiting:
            waiting = [block for note in reversed(notes) for block in reversed(note.blocks)]
            notes.clear()
            continue
        block = waiting.pop()
        if isinstance(block, Labelled) and (
            block.identifier or (heading_numbers and isinstance(block, Heading))
        ):
            yield block
        for inlines in child_inlines(block):
            _gather_notes(inlines, notes)
        for children in reversed(child_blocks(block)):
            waiting += reversed(children)


def _gather_notes(inlines: Iterable[Inline], notes: list[Footnote]) -> None:
    for inline in inlines:
        if type(inline) in _LEAVES:
            continue
        if isinstance(inline, Footnote):
            notes.append(inline)
        else:
            _gather_notes(children_of(inline), notes)


def _words(heading: Heading) -> str:
    return " ".join(plain_text(heading.children).split())


def _with_fields(heading: Heading, words: str) -> Inlines:
    """The words of a heading with the recipient's fields in it; empty where there is none."""
    inlines = tuple(_texts_and_fields(heading.children))
    has_field = any(isinstance(inline, Span) for inline in inlines)
    return inlines if has_field and plain_text(inlines) == words else ()


def _texts_and_fields(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Span) and RECIPIENT in dict(inline.attributes):
            yield inline
        elif inner := children_of(inline):
            yield from _texts_and_fields(inner)
        elif text := plain_text((inline,)):
            yield Text(text)
