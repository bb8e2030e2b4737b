"""Where in a letterhead the draft goes: the paragraph that says `{{ body }}`, else the end.

Source: ECMA-376 part 1, 17.2.2 (body) and 17.13 (what may begin in one paragraph and end in another).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from letterbook.record import record
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.refusal import refused
from letterbook.writers.word.opened.xml_part import Edit, Element, XmlPart

PLACE = "{{ body }}"
_ALONE = "Put it alone in a paragraph of the text itself."
_PARAGRAPH, _TABLE, _SECTION = f"{WORD} p", f"{WORD} tbl", f"{WORD} sectPr"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WITHIN = {
    f"{WORD} tc": "a table",
    f"{WORD} sdt": "a content control",
    f"{WORD} txbxContent": "a text box",
    f"{WORD} customXml": "a custom XML element",
}
_RANGES = ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
_BLOCKS = frozenset({_PARAGRAPH, _TABLE, f"{WORD} sdt", f"{WORD} customXml", f"{WORD} altChunk"})
# What may stand in a paragraph that nobody sees, and what of its properties is more than a look.
_INVISIBLE = frozenset(f"{WORD} {name}" for name in ("r", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd"))
_MEANT = ("sectPr", "numPr", "framePr", "pageBreakBefore", "pBdr")
_SEEN = frozenset(
    {f"{WORD} drawing", f"{WORD} pict", f"{WORD} object", f"{_COMPATIBILITY} AlternateContent"}
    | {f"{WORD} {name}" for name in ("footnoteReference", "endnoteReference", "commentReference")}
)


@record
class Insertion:
    """What the draft takes the place of: the bytes of the main document from `start` to `end`.

    `before` and `after` are what is kept of the paragraph there; `section` is the `w:sectPr` of the
    page that the draft comes to stand on; `below_table` whether a table stands right above.
    """

    start: int
    end: int
    before: bytes
    after: bytes
    section: Element | None
    below_table: bool


def find_insertion(file: str, document: XmlPart, body: Element, stale: Collection[Element]) -> Insertion:
    """Where the draft goes in the main document of `file`; `stale` are marks that are to be cut out.

    Raises BadInput where `{{ body }}` stands twice, beside other text, or where a draft cannot.
    """
    _refuse_elsewhere(file, body)
    places = [
        index
        for index, element in enumerate(body.children)
        if element.name == _PARAGRAPH and _says_body(_text(element))
    ]
    if len(places) > 1:
        raise refused(file, f"says {PLACE} in {len(places)} places.", "Leave one of them.")
    index = places[0] if places else _last_empty(body)
    if index is None:
        return _at_the_end(document, body)
    paragraph = body.children[index]
    if _in_a_field(body, index):
        raise refused(file, f"has its {PLACE} within a field.", "Put it outside of the field.")
    kept = _without_text(document, paragraph, stale)
    ends_section = paragraph.child("pPr", "sectPr") is not None
    keep = ends_section or _holds_more(paragraph)
    return Insertion(
        start=paragraph.start,
        end=paragraph.end,
        before=kept if keep and not ends_section else b"",
        after=kept if ends_section else b"",
        section=_section(body, index),
        below_table=_is_below_table(body, index),
    )


def refuse_in_running(file: str, part: XmlPart) -> None:
    """Raise BadInput when a header, a footer or the notes say `{{ body }}`."""
    if any(_mentions_body(_text(each)) for each in part.root.all(_PARAGRAPH)):
        raise refused(file, f"says {PLACE} in a header, a footer or a note.", _ALONE)


def _refuse_elsewhere(file: str, body: Element) -> None:
    """Raise BadInput for a `{{ body }}` that is not alone in a paragraph of the body itself."""
    for paragraph, within in _paragraphs(body, ""):
        text = _text(paragraph)
        if not _mentions_body(text):
            continue
        if within:
            raise refused(file, f"says {PLACE} in {within}, where no draft can stand.", _ALONE)
        if not _says_body(text):
            raise refused(file, f"says {PLACE} beside other text.", _ALONE)


def _paragraphs(element: Element, within: str) -> Iterator[tuple[Element, str]]:
    """All paragraphs with what they stand in, empty for the body itself."""
    waiting = [(element, within)]
    while waiting:
        here, around = waiting.pop()
        if here.name == _PARAGRAPH:
            yield here, around
        waiting += ((child, _WITHIN.get(child.name, around)) for child in reversed(here.children))


def _text(paragraph: Element) -> str:
    return "".join(each.text for each in _own_texts(paragraph))


def _says_body(text: str) -> bool:
    text = text.strip()
    return text.startswith("{{") and text.endswith("}}") and text[2:-2].strip().casefold() == "body"


def _mentions_body(text: str) -> bool:
    inner = (piece.partition("}}") for piece in text.split("{{")[1:])
    return any(closed and words.strip().casefold() == "body" for words, closed, _ in inner)


def _last_empty(body: Element) -> int | None:
    """The last paragraph if it is empty, where a person would begin to type; not one below a table."""
    blocks = [index for index, child in enumerate(body.children) if child.name in _BLOCKS]
    if not blocks or not _is_invisible(body.children[blocks[-1]]):
        return None
    return None if _is_below_table(body, blocks[-1]) else blocks[-1]


def _is_below_table(body: Element, index: int) -> bool:
    above = (child for child in reversed(body.children[:index]) if child.name in _BLOCKS)
    block = next(above, None)
    return block is not None and block.name == _TABLE


def _is_invisible(block: Element) -> bool:
    """Whether a block is a paragraph in which there is nothing to see and nothing that is meant."""
    if block.name != _PARAGRAPH or _holds_more(block):
        return False
    if any(block.child("pPr", name) for name in _MEANT):
        return False
    within = (each for child in block.children if child.name != f"{WORD} pPr" for each in _all(child))
    return all(each.name in _INVISIBLE for each in within)


def _all(element: Element) -> Iterator[Element]:
    """An element and those below it, without what only says how a run looks."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        yield here
        if here.name != f"{WORD} rPr":
            waiting += here.children


def _holds_more(paragraph: Element) -> bool:
    """Whether a paragraph holds what a person would miss: a picture, a note, one end of a bookmark."""
    names = Counter(each.name for each in _all(paragraph))
    marks = ((f"{WORD} {kind}Start", f"{WORD} {kind}End") for kind in _RANGES)
    return any(names[start] != names[end] for start, end in marks) or bool(_SEEN & names.keys())


def _without_text(document: XmlPart, paragraph: Element, stale: Iterable[Element]) -> bytes:
    """A paragraph's bytes without its text and without `stale` marks."""
    first = paragraph.start
    gone = (*_own_texts(paragraph), *(mark for mark in stale if first < mark.start < paragraph.end))
    alone = XmlPart(document.name, document.raw(paragraph), paragraph)
    return alone.with_edits(Edit(each.start - first, each.end - first, b"") for each in gone)


def _own_texts(paragraph: Element) -> Iterator[Element]:
    """The `w:t` of a paragraph, without those of text boxes in it and of what was deleted."""
    waiting = [*reversed(paragraph.children)]
    while waiting:
        here = waiting.pop()
        if here.name == f"{WORD} t":
            yield here
        elif here.name not in {_PARAGRAPH, f"{WORD} del", f"{WORD} txbxContent"}:
            waiting += reversed(here.children)


def _in_a_field(body: Element, index: int) -> bool:
    """Whether a field reaches into, or out of, the block at `index`."""
    depth = 0
    for block in body.children[:index]:
        depth += _fields_left_open(block)
    return depth != 0 or _fields_left_open(body.children[index]) != 0


def _fields_left_open(block: Element) -> int:
    kinds = Counter(mark.get("fldCharType") for mark in block.all(f"{WORD} fldChar"))
    return kinds["begin"] - kinds["end"]


def _section(body: Element, index: int) -> Element | None:
    """The properties of the section that the block at `index` stands in: the next that are given."""
    for block in body.children[index:]:
        found = block if block.name == _SECTION else block.child("pPr", "sectPr")
        if found is not None:
            return found
    return None


def _at_the_end(document: XmlPart, body: Element) -> Insertion:
    section = next((child for child in body.children if child.name == _SECTION), None)
    below_table = _is_below_table(body, len(body.children))
    if body.is_empty:
        tag = document.at_end(body, "")
        opening, closing = tag.new[:1], tag.new[1:]
        return Insertion(tag.start, tag.end, opening, closing, section, below_table)
    position = section.start if section else body.closing
    return Insertion(position, position, b"", b"", section, below_table)
