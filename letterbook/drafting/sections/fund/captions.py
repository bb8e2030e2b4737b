"""What a table's caption says of its figures: their days, how final they are, gross or net, the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from letterbook.drafting.partials.periods import date_words
from letterbook.figure import Basis, Figure, Status
from letterbook.record import record
from letterbook.word_lists import listed

_MOST_DAYS = 3


@record
class CaptionWords:
    """The words of captions in a language."""

    as_of: str
    joined: str
    earlier: str
    source: str
    records: str
    statuses: Mapping[Status, str]
    bases: Mapping[Basis, str]


_WORDS = {
    "en": CaptionWords(
        "as of",
        "and",
        "{} and earlier dates from {}",
        "Source",
        "records of {}",
        {Status.ESTIMATE: "estimated", Status.UNAUDITED: "unaudited", Status.AUDITED: "audited"},
        {
            Basis.GROSS: "gross, before fees and carried interest",
            Basis.NET: "net of fees and carried interest",
        },
    ),
    "de": CaptionWords(
        "Stand",
        "und",
        "{} und frühere Tage ab {}",
        "Quelle",
        "Bücher von {}",
        {Status.ESTIMATE: "geschätzt", Status.UNAUDITED: "ungeprüft", Status.AUDITED: "geprüft"},
        {
            Basis.GROSS: "brutto, vor Gebühren und Gewinnbeteiligung",
            Basis.NET: "netto, nach Gebühren und Gewinnbeteiligung",
        },
    ),
    "fr": CaptionWords(
        "au",
        "et",
        "{} et dates antérieures à partir du {}",
        "Source",
        "livres de {}",
        {Status.ESTIMATE: "estimé", Status.UNAUDITED: "non audité", Status.AUDITED: "audité"},
        {
            Basis.GROSS: "brut, avant frais et carried interest",
            Basis.NET: "net de frais et de carried interest",
        },
    ),
}


@record
class Facts:
    """The words for what some figures have in common; each is empty where it would say nothing."""

    as_of: str
    basis: str
    source: str

    @property
    def text(self) -> str:
        """All of it, as the end of a caption."""
        first = ", ".join(part for part in (self.as_of, self.basis) if part)
        return ". ".join(part for part in (first, self.source) if part)


def facts_of(figures: Sequence[Figure], manager: str, language: str) -> Facts:
    """What the caption of a table with these figures says; `manager` keeps the data files."""
    words = _WORDS.get(language.partition("-")[0], _WORDS["en"])
    return Facts(_as_of(figures, words, language), _basis(figures, words), _source(figures, manager, words))


def _as_of(figures: Sequence[Figure], words: CaptionWords, language: str) -> str:
    """`as of 30 June 2026 (unaudited) and 31 December 2025 (audited)`; of many days the two ends."""
    days = sorted({figure.as_of for figure in figures if figure.as_of}, reverse=True)
    if len(days) > _MOST_DAYS:
        last = date_words(days[0], language) + _status(figures, days[:1], words)
        first = date_words(days[-1], language) + _status(figures, days[1:], words)
        return f"{words.as_of} {words.earlier.format(last, first)}"
    said = [date_words(day, language) + _status(figures, (day,), words) for day in days]
    return f"{words.as_of} {listed(said, words.joined)}" if said else ""


def _status(figures: Iterable[Figure], days: Sequence[date], words: CaptionWords) -> str:
    """How final the least final figure of some days is."""
    found = {figure.status for figure in figures if figure.as_of in days and figure.status}
    return next((f" ({name})" for status, name in words.statuses.items() if status in found), "")


def _basis(figures: Iterable[Figure], words: CaptionWords) -> str:
    """The basis that all have; where there are both, the table says it row by row."""
    bases = {figure.basis for figure in figures if figure.basis}
    return words.bases[bases.pop()] if len(bases) == 1 else ""


def _source(figures: Iterable[Figure], manager: str, words: CaptionWords) -> str:
    sources = dict.fromkeys(_named(figure, manager, words) for figure in figures)
    said = "; ".join(source for source in sources if source)
    return f"{words.source}: {said}" if said else ""


def _named(figure: Figure, manager: str, words: CaptionWords) -> str:
    """The document that a figure was typed from, without its page or cell; else whose records it is from."""
    if not figure.formula and figure.source:
        return figure.source.split(",")[0].strip()
    if manager:
        return words.records.format(manager)
    files = dict.fromkeys(
        place.file for place in (*figure.inputs, *((figure.place,) if figure.place else ()))
    )
    return listed(files, words.joined)
