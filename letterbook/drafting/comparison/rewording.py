"""How a passage was reworded: its words one by one, and whether only numbers and days are others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from letterbook.common_parts import runs
from letterbook.record import record
from letterbook.verify.times import find_times

_DIGITS = re.compile(r"(?<![^\W_])[0-9]+(?:[.,'’][0-9]+)*")
_HAS_DIGIT = re.compile(r"[0-9]")
_TOKEN = re.compile(r"\s+|\S+?(?=[.,;:!?…”\"’')\]]*(?:\s|$))|\S")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_MASK = "#"


@record
class Change:
    """Words that stay (`old` and `new` are the same) or have become others; one of both may be empty."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether nothing was changed."""
        return self.old == self.new


def masked(text: str, figures: Iterable[tuple[int, int]] = ()) -> str:
    """A text with a sign for each day, each number and all that figures printed."""
    spans = (
        [*figures, *((time.start, time.end) for time in find_times(text))] if _may_have(text) else [*figures]
    )
    said: list[str] = []
    position = 0
    for start, end in sorted(spans):
        if start >= position:
            said += (_DIGITS.sub(_MASK, text[position:start]), _MASK)
        position = max(position, end)
    return "".join((*said, _DIGITS.sub(_MASK, text[position:])))


def _may_have(text: str) -> bool:
    return _HAS_DIGIT.search(text) is not None


def telling_words(shown: str) -> tuple[str, ...]:
    """The words of a masked text, in small letters: those by which a passage is known again."""
    return words_in(shown.replace(_MASK, " "))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def changes_in(before: str, after: str) -> tuple[Change, ...]:
    """What of a passage stays and what was changed, word by word and in order."""
    old, new = list(_tokens(before)), list(_tokens(after))
    found = [
        (run.same, "".join(old[run.start : run.end]), "".join(new[run.other_start : run.other_end]))
        for run in runs(old, new)
    ]
    return tuple(_settled(found))


def _tokens(text: str) -> Iterator[str]:
    """The words, blanks and signs of a text; a day is one word."""
    position = 0
    for time in find_times(text):
        yield from _TOKEN.findall(text[position : time.start])
        yield text[time.start : time.end]
        position = time.end
    yield from _TOKEN.findall(text[position:])


def _settled(found: Sequence[tuple[bool, str, str]]) -> Iterator[Change]:
    """Runs as changes; blanks between two changed runs are put with them."""
    waiting_old = waiting_new = ""
    for position, (is_same, old, new) in enumerate(found):
        between = 0 < position < len(found) - 1
        if is_same and not (between and not old.strip()):
            if waiting_old or waiting_new:
                yield from _apart(waiting_old, waiting_new)
                waiting_old = waiting_new = ""
            yield Change(old, new)
        else:
            waiting_old, waiting_new = waiting_old + old, waiting_new + new
    if waiting_old or waiting_new:
        yield from _apart(waiting_old, waiting_new)


def _apart(old: str, new: str) -> Iterator[Change]:
    """A change without the blanks that both begin or end with."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    if start:
        yield Change(old[:start], new[:start])
    yield Change(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield Change(old[len(old) - end :], new[len(new) - end :])


def _shared(old: str, new: str) -> int:
    """How many blanks both begin with."""
    most = min(len(old), len(new))
    return next((at for at in range(most) if old[at] != new[at] or not old[at].isspace()), most)
