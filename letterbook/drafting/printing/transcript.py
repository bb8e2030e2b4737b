"""How a machine's transcript is printed: with the names of people, never with a machine's labels."""

from __future__ import annotations

import re
from itertools import groupby

from letterbook.draft import Block, Inline, Paragraph, Strong, Text
from letterbook.finding import Place
from letterbook.item import Highlight, Item, Turn

_MACHINE_LABEL = re.compile(r"(?:unknown )?speaker ?(\d+|[a-z])?", re.IGNORECASE)


def speaker_name(label: str, speakers: tuple[str, ...]) -> str:
    """Who `label` is: `Speaker 2` is the second of `speakers`, or nobody when they are fewer.

    A label that is no machine's is a name already.
    """
    match = _MACHINE_LABEL.fullmatch(label.strip())
    if not match:
        return label.strip()
    numbered = {str(number): name for number, name in enumerate(speakers, start=1)}
    return numbered.get(match[1] or "", "")


def only_speaker(item: Item, highlight: Highlight) -> str:
    """The name of the one person who speaks in the transcript; empty for several or an unknown one."""
    names = {speaker_name(turn.speaker, item.speakers) for turn in highlight.transcript}
    return names.pop() if len(names) == 1 else ""


def transcript_blocks(item: Item, highlight: Highlight) -> tuple[Block, ...]:
    """A paragraph for each turn, led by the speaker's name when several people speak."""
    place = Place(item.path, highlight.line)
    labels = {turn.speaker for turn in highlight.transcript}
    turns = groupby(highlight.transcript, key=lambda turn: turn.speaker)
    return tuple(
        Paragraph(
            _turn(speaker_name(label, item.speakers) if len(labels) > 1 else "", tuple(group)), place=place
        )
        for label, group in turns
    )


def _turn(name: str, turns: tuple[Turn, ...]) -> tuple[Inline, ...]:
    words = " ".join(" ".join(turn.text.split()) for turn in turns)
    return (Strong((Text(f"{name}:"),)), Text(f" {words}")) if name else (Text(words),)
