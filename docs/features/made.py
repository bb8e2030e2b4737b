"""What a contender made, and what can be said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docs.features.word_file import WordFile

Answer = bool | str


@dataclass(frozen=True, slots=True)
class Made:
    """What one contender made.

    `specimen` is the specimen as it comes, `again` the same made once more some seconds later, `dated` the
    same with SOURCE_DATE_EPOCH set, before and after those seconds. `on_letterhead` is the specimen on the
    letterhead `letterhead`, `hostile` a document whose text has `A & B <c>` and a control character.
    """

    specimen: WordFile
    again: WordFile
    dated: tuple[WordFile, WordFile]
    letterhead: WordFile
    on_letterhead: WordFile
    hostile: WordFile


Row = Callable[[Made], Answer]
