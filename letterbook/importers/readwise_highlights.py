"""One highlight of a Readwise note: its text, its tail, and the children below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from letterbook.addresses import is_private_link
from letterbook.importers.dates import is_date, iso_date
from letterbook.importers.identity import anchor
from letterbook.importers.lines import Line, joined
from letterbook.importers.marks import tags_in
from letterbook.importers.note_keys import CHILD
from letterbook.importers.readwise_note import HighlightLines, Shape
from letterbook.importers.snip import Snip, is_snip, read_snip
from letterbook.importers.tail import Tail, split_tail
from letterbook.item import Highlight

_COLOURS = {"pink", "orange", "blue", "yellow", "green", "purple", "red"}
_FAVOURITES = {"favorite", "favourite", "favorites", "favourites"}
_SECTION_NOTE = re.compile(r"\s*[-*]\s+\[n\]\s+(.*)")
_SECTION_ID = re.compile(r"id(\d+)")
_CHAPTER = re.compile(r"#{1,6}\s+(?=\S)")


@dataclass(slots=True)
class _Parts:
    """What the lines of a highlight have been sorted into."""

    text: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    tail: Tail = field(default_factory=Tail)
    colour: str = ""
    favourite: bool = False
    unread: list[Line] = field(default_factory=list)


def read_highlight(written: HighlightLines) -> tuple[Highlight | None, tuple[Line, ...]]:
    """The highlight that `written` is (None when it says nothing) and the lines not understood."""
    parts = _Parts()
    if written.shape is Shape.SECTION:
        _sort_section(written.lines, parts)
    else:
        _sort_bullet(_without_mark(written), parts)
    highlight = _highlight(parts)
    return highlight, tuple(parts.unread if highlight else filter(_says_something, written.lines))


def _says_something(line: Line) -> bool:
    return any(character.isalnum() for character in line.text)


def _without_mark(written: HighlightLines) -> list[Line]:
    """The lines without the bullet, the indent that goes with it, or the quotation marks."""
    if written.shape is Shape.PARAGRAPH:
        return [line.with_text(re.sub(r"^>\s?", "", line.text)) for line in written.lines]
    first, *others = written.lines
    return [first.with_text(first.bullet or ""), *(_dedented(line) for line in others)]


def _dedented(line: Line) -> Line:
    return line.with_text(line.text.removeprefix("  "))


def _sort_bullet(lines: Sequence[Line], parts: _Parts) -> None:
    """Text up to the tail, children below it; without a tail, text up to the first child."""
    closing = next((index for index, line in enumerate(lines) if split_tail(line.text)[1]), None)
    if closing is None or not split_tail(lines[closing].text)[0].strip(" -*"):
        closing = next((i for i, line in enumerate(lines[1:], 1) if _is_child(line)), len(lines))
        parts.text += lines[:closing]
        _sort_children(lines[closing:], parts)
        return
    text, tail = split_tail(lines[closing].text)
    parts.text += [*lines[:closing], lines[closing].with_text(text)]
    parts.tail += tail or Tail()
    _sort_children(lines[closing + 1 :], parts)


def _is_child(line: Line) -> bool:
    if CHILD.fullmatch(line.text):
        return True
    text, tail = split_tail(line.text)
    return tail is not None and not text.strip(" -*")


def _sort_section(lines: Sequence[Line], parts: _Parts) -> None:
    """A heading that names the place, a quotation, and whatever the template puts around it."""
    heading = lines[0].text.lstrip("# ").strip()
    number = _SECTION_ID.fullmatch(heading)
    _, place = split_tail(f"({heading})")
    if number:
        parts.tail += Tail(ids=(f"readwise:{number[1]}",))
    elif place:
        parts.tail += place
    else:
        parts.text.append(lines[0].with_text(f"**{heading}**"))
    others: list[Line] = []
    for line in lines[1:]:
        if line.text.startswith(">"):
            text, tail = split_tail(re.sub(r"^>\s?", "", line.text))
            parts.text.append(line.with_text(text))
            parts.tail += tail or Tail()
        else:
            others.append(line)
    _sort_children(others, parts)


def _sort_children(lines: Iterable[Line], parts: _Parts) -> None:
    """Notes, tags, dates and links below the text; a note goes on until the next of them."""
    is_in_note = False
    for line in lines:
        text, tail = split_tail(line.text)
        parts.tail += tail or Tail()
        if not text.strip(" -*"):
            continue
        child = CHILD.fullmatch(text)
        section_note = _SECTION_NOTE.fullmatch(text)
        if section_note:
            parts.notes.append(section_note[1].rstrip(" *"))
            is_in_note = True
        elif child:
            key = child["key"].lower()
            is_in_note = key.startswith("note")
            _take_child(key, (child["value"] or "").strip(), line, parts)
        elif is_date(text.strip(" -*")):
            parts.tail += Tail(date=iso_date(text.strip(" -*")))
        elif is_in_note:
            parts.notes[-1] += f"\n{text.strip()}"
        else:
            parts.unread.append(line)


def _take_child(key: str, value: str, line: Line, parts: _Parts) -> None:
    if key.startswith("note"):
        parts.notes.append(value)
    elif key.startswith(("tag", "see also")):
        parts.tags += tags_in(value)
    elif key.startswith("colo") and not parts.colour:
        parts.colour = value.strip("#[] ").lower()
    elif key.startswith("favo"):
        parts.favourite = value.strip("#[] ").lower() not in {"", "no", "false", "0"}
    elif iso_date(value):
        parts.tail += Tail(date=iso_date(value))
    elif value:
        parts.unread.append(line)


def _highlight(parts: _Parts) -> Highlight | None:
    snip, text = _words(parts)
    ids = tuple(dict.fromkeys(parts.tail.ids))
    notes = "\n\n".join(note.strip() for note in parts.notes if note.strip())
    words = " ".join([snip.title, text, *(turn.text for turn in snip.transcript), *snip.takeaways])
    if not any(character.isalnum() for character in words + notes) and "![" not in text:
        return None
    tags = [*parts.tags, *parts.tail.tags]
    lowered = {tag.lower() for tag in tags}
    return Highlight(
        anchor=anchor(ids, words or notes),
        title=snip.title,
        text=text,
        transcript=snip.transcript,
        takeaways=snip.takeaways,
        note=notes,
        place=parts.tail.place,
        url=_best_url(parts.tail.urls),
        tags=tuple(dict.fromkeys(t for t in tags if t.lower() not in _COLOURS | _FAVOURITES)),
        favourite=parts.favourite or bool(lowered & _FAVOURITES),
        colour=parts.colour or next((tag.lower() for tag in tags if tag.lower() in _COLOURS), ""),
        highlighted=parts.tail.date,
        ids=ids,
    )


def _words(parts: _Parts) -> tuple[Snip, str]:
    """A snip's parts, or the text of a quotation; a chapter heading in it is plain text."""
    text = joined(parts.text)
    lines = text.split("\n")
    if is_snip(lines, parts.tail.urls):
        return read_snip(lines), ""
    return Snip(), _CHAPTER.sub("", text, count=1) if _CHAPTER.match(text) else text


def _best_url(urls: Sequence[str]) -> str:
    """The link to the place: one that opens for everybody before one that opens for the reader only."""
    if len(urls) < 2:
        return "".join(urls)
    return next((url for url in urls if not is_private_link(url)), urls[0])
