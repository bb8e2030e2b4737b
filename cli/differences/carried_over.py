"""The lines that say which sentences, dates and typed numbers still stand from the older letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from letterbook.cli.differences.pieces import WIDTH, Line, plain_line, title_line
from letterbook.cli.reporting import count
from letterbook.drafting.comparison.carried_over import CarriedDay, CarriedOver, CarriedSentence
from letterbook.drafting.comparison.printed_letter import PrintedLetter
from letterbook.drafting.partials.periods import date_words
from letterbook.finding import Place


def carried_lines(carried: CarriedOver, letter: PrintedLetter) -> Iterator[Line]:
    """All that was carried over into a letter, the most doubtful first."""
    yield title_line(
        f"Carried over unchanged: {count(len(carried.sentences), 'sentence')}, "
        f"{count(len(carried.days), 'date')}, {count(len(carried.numbers), 'typed number')}."
    )
    past = [day for day in carried.days if day.is_past]
    others = [day for day in carried.days if not day.is_past]
    since = f" {date_words(letter.begins)}" if letter.begins else " this letter's time"
    yield from _group(f"Dates before{since}:", map(_day, past))
    yield from _group("Other dates:", map(_day, others))
    timed = [each for each in carried.sentences if each.times]
    plain = [each for each in carried.sentences if not each.times]
    yield from _group("Sentences that speak of a time or look ahead:", _sentences(timed))
    yield from _group("Other sentences:", _sentences(plain))
    numbers = ((each.place, f'{each.text} in "{_around(each.words, each.text)}"') for each in carried.numbers)
    yield from _group("Typed numbers:", numbers)
    if carried.but_for_numbers:
        places = ", ".join(dict.fromkeys(str(each.place or "") for each in carried.but_for_numbers))
        told = count(len(carried.but_for_numbers), "sentence has", "sentences have")
        yield plain_line(
            f"  {told} only other numbers or dates{f': {places}' if places.strip(', ') else ''}."
        )


def _group(title: str, found: Iterable[tuple[Place | None, str]]) -> Iterator[Line]:
    found = list(found)
    if not found:
        return
    yield plain_line(f"  {title}")
    for place, told in found:
        yield plain_line(f"    {f'{place}: ' if place else ''}{told}")


def _day(day: CarriedDay) -> tuple[Place | None, str]:
    return day.place, f'{day.text} in "{_around(day.words, day.text)}"'


def _sentences(sentences: Iterable[CarriedSentence]) -> Iterator[tuple[Place | None, str]]:
    """Sentences with their places; those of one place together."""
    for place, found in groupby(sentences, key=lambda each: each.place):
        together = list(found) if place else []
        for each in [together] if place else [[one] for one in found]:
            times = dict.fromkeys(time for one in each for time in one.times)
            told = f" ({', '.join(times)})" if times else ""
            yield place, f'"{" ".join(one.text for one in each)}"{told}'


def _around(words: str, wanted: str) -> str:
    """The words around what is meant, whole ones."""
    at = words.find(wanted)
    if at < 0:
        return words
    start, end = max(0, at - WIDTH // 2), at + len(wanted) + WIDTH // 2
    before, after = words[start:at], words[at + len(wanted) : end]
    before = f"… {before.partition(' ')[2]}" if start else before
    after = f"{after.rpartition(' ')[0]} …" if end < len(words) else after
    return f"{before}{wanted}{after}"
