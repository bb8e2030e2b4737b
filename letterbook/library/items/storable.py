"""Items as a file can hold them.

Line ends become line feeds; control characters that no text needs are dropped and lone surrogates
replaced; what is one line in the file becomes one line. Everything else stays as it is, Unicode
form, unusual spaces and Markdown included.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from letterbook.files import name_key
from letterbook.item import Highlight, Item, Passage, Turn
from letterbook.library.items.fences import closing_fence
from letterbook.library.items.highlights_layout import NO_TITLE, read_layout

UNTITLED = "Untitled"
_LINE_ENDS = re.compile(r"\r\n?|\x0b|\x0c")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_AROUND_LINE_ENDS = re.compile(r"[ \t]*\n[ \t\n]*")
_NO_ANCHOR = re.compile(r"[^A-Za-z0-9-]")
_LABEL = re.compile(r"\*\*([^*\n]+?):\*\*[ \t]*(.*)\Z", re.DOTALL)
_REGION_LINE = re.compile(r"^( {0,3})(##[ \t]+highlights[ \t]*#*[ \t]*)$", re.IGNORECASE | re.MULTILINE)


def storable(item: Item) -> Item:
    """`item` as its file will say it: `read_item(render_item(item))` gives exactly this."""
    return replace(
        item,
        title=one_line(item.title) or UNTITLED,
        source=one_line(item.source),
        authors=lines(item.authors),
        url=one_line(item.url),
        kind=one_line(item.kind),
        themes=lines(item.themes),
        tags=lines(item.tags),
        published=one_line(item.published),
        added=one_line(item.added),
        via=one_line(item.via),
        teaser=one_line(item.teaser),
        speakers=lines(item.speakers),
        signoff=one_line(item.signoff).strip().casefold(),
        ids=lines(item.ids),
        summary=any_text(item.summary),
        note=any_text(item.note),
        unread=any_text(item.unread),
        commentary=_commentary(item.commentary),
        highlights=_highlights(item.highlights),
    )


def any_text(text: str) -> str:
    """Text of any number of lines."""
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """Text on one line, without blanks around it."""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    return _AROUND_LINE_ENDS.sub(" ", any_text(text)).strip(" \t")


def lines(texts: Collection[str]) -> tuple[str, ...]:
    """Different texts, each on one line and none empty."""
    if not texts:
        return ()
    return tuple(dict.fromkeys(line for text in texts if (line := one_line(text))))


def storable_highlight(highlight: Highlight) -> Highlight:
    """`highlight` as a file will say it."""
    title = one_line(highlight.title)
    return replace(
        highlight,
        title="" if title == NO_TITLE else title,
        place=one_line(highlight.place),
        url=one_line(highlight.url),
        colour=one_line(highlight.colour),
        highlighted=one_line(highlight.highlighted),
        tags=lines(highlight.tags),
        themes=lines(highlight.themes),
        ids=lines(highlight.ids),
        text=any_text(highlight.text),
        note=any_text(highlight.note),
        takeaways=tuple(line for text in highlight.takeaways if (line := one_line(text))),
        transcript=tuple(turn for each in highlight.transcript if (turn := _turn(each)).text or turn.speaker),
        anchor=_NO_ANCHOR.sub("", highlight.anchor) or computed_anchor(highlight),
    )


def computed_anchor(highlight: Highlight) -> str:
    """The anchor of a highlight that has none: from its words, however they are cased and spaced."""
    turns = [f"{turn.speaker} {turn.text}" for turn in highlight.transcript]
    words = [highlight.text, *turns] if highlight.text or turns else [highlight.title, *highlight.takeaways]
    key = " ".join(name_key(any_text(" ".join(words))).split())
    return "h" + hashlib.sha256(key.encode()).hexdigest()[:8]


def read_turn(paragraph: str) -> Turn:
    """A turn of a transcript from `**Speaker:** text` or text without a label."""
    match = _LABEL.match(paragraph)
    return Turn(match[1].strip(" \t"), match[2].strip(" \t")) if match else Turn("", paragraph)


def _turn(turn: Turn) -> Turn:
    speaker, text = one_line(turn.speaker.replace("*", "")).rstrip(": \t"), one_line(turn.text)
    return Turn(speaker, text) if speaker else read_turn(text)


def unique_anchor(anchor: str, taken: set[str]) -> str:
    """`anchor`, with a number if it is taken already; it is taken from now on."""
    unique, number = anchor, 2
    while unique in taken:
        unique, number = f"{anchor}-{number}", number + 1
    taken.add(unique)
    return unique


def _highlights(highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """Highlights with ids and anchors of their own; one that only repeats another is dropped."""
    anchors: set[str] = set()
    ids: dict[str, Highlight] = {}
    stored: list[Highlight] = []
    for highlight in map(storable_highlight, highlights):
        first = next((ids[each] for each in highlight.ids if each in ids), None)
        if first and replace(first, anchor="", ids=()) == replace(highlight, anchor="", ids=()):
            continue
        own = tuple(each for each in highlight.ids if each not in ids)
        stored.append(with_unique_anchor(replace(highlight, ids=own) if first else highlight, anchors))
        ids |= dict.fromkeys(own, highlight)
    return tuple(stored)


def with_unique_anchor(highlight: Highlight, taken: set[str]) -> Highlight:
    """`highlight` with an anchor that is not taken; it is taken from now on."""
    anchor = unique_anchor(highlight.anchor, taken)
    return highlight if anchor == highlight.anchor else replace(highlight, anchor=anchor)


def _commentary(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """One passage: below the highlights only an author can have written."""
    texts = [_trimmed(passage.text) for passage in passages]
    text = "\n\n".join(text for text in texts if text)
    if not text:
        return ()
    fence = closing_fence(text)
    text = f"{text}\n{fence}" if fence else text
    if read_layout(text, 0, 1).preamble:
        text = _REGION_LINE.sub(r"\1\\\2", text)
    return (Passage(text),)


def _trimmed(text: str) -> str:
    return re.sub(r"\A(?:[ \t]*\n)+", "", any_text(text)).rstrip(" \t\n")
