"""Paragraphs of a passage that stand once more where everybody reads them.

Whoever copies a passage in Word copies its words without its bookmark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from letterbook.finding import Finding, Place, Severity
from letterbook.writers.word.mail_merge.names import PARAGRAPH
from letterbook.writers.word.mail_merge.passage_spans import PassageSpan
from letterbook.writers.word.mail_merge.story_part import StoryPart

_SHORTEST = 20  # characters: shorter paragraphs may well stand in a letter twice
_SHOWN = 40


def repeated_passages(passages: Sequence[PassageSpan], stories: Iterable[StoryPart]) -> Iterator[Finding]:
    """A warning for each paragraph of a passage that also stands outside the passages of its test."""
    outside: dict[str, list[tuple[StoryPart, int]]] = {}
    for story in stories if passages else ():
        for paragraph in story.named(PARAGRAPH):
            outside.setdefault(story.words(paragraph).strip(), []).append((story, paragraph.start))
    told: set[str] = set()
    for passage in passages:
        for words in dict.fromkeys(_paragraphs(passage)):
            places = outside.get(words, [])
            if words not in told and not all(_is_held(place, passage.source, passages) for place in places):
                told.add(words)
                yield _warning(words, passage)


def _paragraphs(passage: PassageSpan) -> Iterator[str]:
    for block in passage.blocks:
        for paragraph in block.all(PARAGRAPH):
            words = passage.story.words(paragraph).strip()
            if len(words) >= _SHORTEST:
                yield words


def _is_held(place: tuple[StoryPart, int], source: str, passages: Iterable[PassageSpan]) -> bool:
    story, start = place
    return any(
        each.story is story and each.source == source and any(b.start <= start < b.end for b in each.blocks)
        for each in passages
    )


def _warning(words: str, passage: PassageSpan) -> Finding:
    return Finding(
        "copy-passage-repeated",
        Severity.WARNING,
        f'"{words[:_SHOWN]}…" of the passage "{passage.source}" stands outside it as well.',
        "Every recipient reads it there. Delete it there if it is not for all.",
        Place(passage.story.name),
    )
