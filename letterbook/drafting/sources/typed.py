"""The numbers of a draft that somebody typed, found again where they are printed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from letterbook.checks.letters.own_words import SOURCE
from letterbook.checks.letters.typed_numbers import TypedNumber
from letterbook.draft import Inline, LineBreak, SoftBreak, Span
from letterbook.drafting.sources.line_parts import Stretch, Told
from letterbook.drafting.sources.source_words import SourceWords
from letterbook.drafting.sources.told_figure import figure_origins, figure_words
from letterbook.finding import Place
from letterbook.markup.figure_marks import figure_of
from letterbook.markup.text import plain_text
from letterbook.markup.tree import Inlines, children_of

_DISAGREES = "disagrees"
_BREAKS = (SoftBreak, LineBreak)


class TypedNumbers:
    """Tells of typed numbers, by the places of the blocks that they stand in.

    What a figure printed, and what says its source itself, is none of them.
    """

    def __init__(self, numbers: Iterable[TypedNumber], words: SourceWords) -> None:
        """`numbers` stand in reading order."""
        self._words = words
        self._waiting: dict[tuple[str, int], deque[TypedNumber]] = {}
        for number in numbers:
            if number.place:
                key = number.place.file, number.place.line
                self._waiting.setdefault(key, deque()).append(number)

    def stretches(self, inlines: Inlines, place: Place | None, lines: int = 0) -> tuple[Stretch, ...]:
        """The typed numbers in a run of inlines of the block at `place`, each of them once.

        `lines` is how many the block has; otherwise as many as the inlines.
        """
        if not place or not self._waiting:
            return ()
        count = lines or 1 + sum(isinstance(each, _BREAKS) for each in _leaves(inlines))
        return tuple(self._found(inlines, place, count))

    def _found(self, inlines: Inlines, place: Place, lines: int) -> Iterator[Stretch]:
        text, position = "", 0
        for line in range(place.line, place.line + lines):
            waiting = self._waiting.get((place.file, line))
            while waiting:
                text = text or _open_text(inlines)
                start = _find(text, waiting[0].text, position)
                if start < 0:
                    break
                number = waiting.popleft()
                position = start + len(number.text)
                yield Stretch(start, position, number.text, self._told(number))

    def _told(self, number: TypedNumber) -> Told:
        words, figure = self._words, number.figure
        where = (str(number.place),)
        if number.outcome == _DISAGREES and figure:
            about = words.typed_wrongly.format(figure=figure_words(figure, words))
            return Told(about, (*figure_origins(figure, words), *where))
        if number.is_sourced:
            return Told(words.typed_beside_source, where)
        if figure:
            about = words.typed_figure.format(figure=figure_words(figure, words))
            return Told(about, (*figure_origins(figure, words), *where))
        return Told(words.untied, where)


def _open_text(inlines: Inlines) -> str:
    """The words of inlines; in the place of those whose source is told already, blanks."""
    return "".join(
        " " * len(plain_text((each,)))
        if _is_told(each)
        else _open_text(children_of(each)) or plain_text((each,))
        for each in inlines
    )


def _is_told(inline: Inline) -> bool:
    return isinstance(inline, Span) and bool(
        figure_of(inline) or dict(inline.attributes).get(SOURCE, "").strip()
    )


def _leaves(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        inner = children_of(inline)
        yield from _leaves(inner) if inner else (inline,)


def _find(text: str, number: str, start: int) -> int:
    """Where a number stands in a text from `start` on, not as a part of another one; -1 for nowhere."""
    while (found := text.find(number, start)) >= 0:
        around = text[max(0, found - 1) : found], text[found + len(number) : found + len(number) + 1]
        if not any(each.isdigit() for each in around):
            return found
        start = found + 1
    return -1
