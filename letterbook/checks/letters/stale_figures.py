"""The rule of figures that are too old: for the period of a letter, as a valuation, for new investors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.days import months_between
from letterbook.checks.letters.numbers.figure_names import called, measure_of
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import performance_claims
from letterbook.fund.figure_names import name_words

_NUMBER = Pattern(r"([0-9]{4})[ -]?([HQ])([1-4])")
_MONTHS_IN = {"H": 6, "Q": 3}
_TWO_QUARTERS = 6
_VALUES = frozenset({"nav", "value", "moic"})


def figures_out_of_date(edition: CheckedEdition) -> Iterator[Found]:
    """Figures of a day before the period's end, and valuations that are older than two quarters."""
    if edition.as_of is None or not _tells_figures(edition):
        return
    end = _period_end(edition.number)
    if end and edition.as_of < end:
        message = f"The letter is about {edition.number}, and its figures are of {edition.as_of}."
        yield Found(message, "", edition.places.get("as-of") or edition.places.get("number"))
    yield from _old_values(edition, edition.as_of)
    yield from _old_valuations(edition, edition.as_of)


def _tells_figures(edition: CheckedEdition) -> bool:
    """Whether a letter prints a figure, or how well a fund did."""
    return bool(edition.used_figures) or any(
        any(performance_claims(sentence.text)) for sentence in edition.own_words.sentences
    )


def _period_end(number: str) -> date | None:
    """The last day of the period that a letter's number names: 2026 H1; None where it names none."""
    match = _NUMBER.fullmatch(number)
    last = int(match[3]) * _MONTHS_IN[match[2]] if match else 0
    if match is None or last > 12:
        return None
    year = int(match[1])
    first = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return date.fromordinal(first.toordinal() - 1)


def _old_values(edition: CheckedEdition, as_of: date) -> Iterator[Found]:
    """The net asset values that are too old although they are the last that are known."""
    newest: dict[object, date] = {}
    for figure in edition.figures:
        if figure.as_of and figure.as_of <= as_of:
            key = measure_of(figure)
            newest[key] = max(newest.get(key, figure.as_of), figure.as_of)
    told: set[object] = set()
    for use in edition.used_figures:
        day, key = use.figure.as_of, measure_of(use.figure)
        is_value = "nav" in name_words(use.figure.name) and use.figure.period is None
        if day is None or not is_value or use.predecessor is not None or key in told:
            continue
        if newest.get(key, day) == day and months_between(day, as_of) > _TWO_QUARTERS:
            told.add(key)
            message = f"{called(use.figure)} is of {day}, more than two quarters before {as_of}."
            yield Found(message, "", use.place)


def _old_valuations(edition: CheckedEdition, as_of: date) -> Iterator[Found]:
    """The companies whose printed value is from a valuation that is too old."""
    uses = [use for use in edition.used_figures if _VALUES & set(name_words(use.figure.name))]
    if not uses:
        return
    rows = [row for row in edition.read_facts().holdings if row.as_of <= as_of]
    last = max((row.as_of for row in rows), default=None)
    for row in rows:
        if row.as_of != last or row.valuation_date is None or row.is_gone:
            continue
        start = f"{row.company} ".casefold()
        use = next((use for use in uses if use.figure.name.casefold().startswith(start)), None)
        if use and months_between(row.valuation_date, as_of) > _TWO_QUARTERS:
            message = f"{row.company} was last valued on {row.valuation_date}, more than two quarters before."
            yield Found(message, "Value it anew, or say of which day its value is.", use.place)


def figures_not_the_latest(edition: CheckedEdition) -> Iterator[Found]:
    """Figures of an older day than the last of which there are any, or of two quarters before the letter."""
    if not edition.used_figures or edition.as_of is None or edition.date is None:
        return
    measures = {measure_of(use.figure) for use in edition.used_figures if use.figure.as_of == edition.as_of}
    later = [
        figure.as_of
        for figure in edition.figures
        if figure.as_of and edition.as_of < figure.as_of <= edition.date and measure_of(figure) in measures
    ]
    place = edition.places.get("as-of") or edition.places.get("date")
    if later:
        message = f"The figures are of {edition.as_of}, and there are some of {max(later)}."
        yield Found(message, "", place)
    elif months_between(edition.as_of, edition.date) > _TWO_QUARTERS:
        message = f"The figures are of {edition.as_of}, more than two quarters before {edition.date}."
        yield Found(message, "", place)
