"""The rule of charts that somebody placed by hand: drawn ones say all that is asked for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import AS_OF, METRIC, MONTHS
from letterbook.draft import Paragraph, Picture
from letterbook.markup.text import plain_text
from letterbook.word_lists import listed

_CHART = Pattern(
    r"(?<!sea )(?<!nautical )(?<!tide )(?<!tidal )(?<!wall )(?<!flip )(?<!flow )(?<!org )(?<!seating )"
    r"\b(?:chart|graph|Diagramm|Grafik)\b(?! (?:rooms?|tables?|house|theory|paper)\b)",
    re.IGNORECASE,
)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_SOURCE = Pattern(
    r"\b(?:sources?|data (?:from|by|of|:)|according to|based on|published by|own calculations?|Quellen?"
    r"|Daten (?:von|aus))\b",
    re.IGNORECASE,
)
_DATE = Pattern(rf"\b(?:19|20)[0-9]{{2}}\b|{AS_OF.pattern}|\b{MONTHS} ?['’]?[0-9]{{2}}\b", re.IGNORECASE)
_UNIT = Pattern(
    r"[%$€£×]|\b(?:USD|EUR|GBP|CHF|AUD|per ?cent|percentage|Prozent|bp|millions?|billions?|bn|mn?|k|[kMGT]Wh?"
    r"|index(?:ed)?|rebased|multiples?|number of|Anzahl|units?|tonnes|days|months|hours)\b|[0-9]x\b"
)
_DATED_ELSEWHERE = Pattern(rf"{METRIC}|\bDPI\b|\bRVPI\b|\bNAV\b|\bnet asset value\b|\b[Rr]eturns?\b")
"""What `A-MISSING` asks the day of already."""


def chart_unexplained(edition: CheckedEdition) -> Iterator[Found]:
    """A picture of the edition that is called a chart and of which nothing says source, date or unit."""
    blocks = [printed.block for printed in edition.printed]
    at = {id(block): position for position, block in enumerate(blocks)}
    for picture, printed in edition.of_kind(Picture):
        own = f"{plain_text(picture.caption)} {picture.image.alt}".strip()
        is_own = picture.place is not None and picture.place.file == edition.path and not printed.quoted
        if (
            not is_own
            or not own
            or picture.image.source in edition.drawn_charts
            or not _is_chart(picture, own)
        ):
            continue
        position = at[id(picture)]
        near = (each for each in blocks[max(0, position - 1) : position + 2] if isinstance(each, Paragraph))
        said = " ".join((own, *(plain_text(each.children) for each in near)))
        missing = list(_missing(own, said))
        if missing and missing != ["its unit"]:
            message = f"Nothing beside the chart says {listed(missing)}."
            yield Found(message, "", picture.place)


def _is_chart(picture: Picture, said: str) -> bool:
    name = _BETWEEN_WORDS.sub(" ", PurePosixPath(picture.image.source).stem)
    return bool(_CHART.search(name) or _CHART.search(said))


def _missing(own: str, said: str) -> Iterator[str]:
    if not _SOURCE.search(said):
        yield "its source"
    if not _DATE.search(said) and not _DATED_ELSEWHERE.search(own):
        yield "its date"
    if not _UNIT.search(said):
        yield "its unit"
