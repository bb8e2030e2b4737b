"""Rules of what an index is: with dividends or without, in which currency, and what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.comparisons.known_indices import INDEX_NAME, KnownIndex, known_indices
from letterbook.checks.letters.numbers.rates import mark_of, rates
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import OF_THE_FUND
from letterbook.currencies import SIGNS, WORDS, is_dollar
from letterbook.draft import Picture
from letterbook.finding import Place

_PRICE_SAID = Pattern(
    r"\bprice (?:index|indices|return)"
    r"|\b(?:without|excluding|before|ex|no) (?:re-?invested |any )?dividends?\b"
    r"|\bdividends? (?:\w+ ){0,3}(?:not|excluded)\b|\bKursindex|\bPreisindex"
    r"|\bohne (?:\w+ )?Dividenden\b",
    re.IGNORECASE,
)


def index_of_another_kind(edition: CheckedEdition) -> Iterator[Found]:
    """An index without dividends, or in another currency, beside a fund, where nothing says so."""
    for index in known_indices(edition):
        place = _place_of(edition, index.name)
        if place is None:
            continue
        about = _words_about(edition, index)
        if index.is_without_dividends and not _PRICE_SAID.search(about):
            message = f"{index.name} is without dividends; the fund's return counts all that it distributed."
            hint = "Take the index with dividends reinvested, or say that it is a price index."
            yield Found(message, hint, place)
        if _is_foreign(index) and not _names_currency(about, index.currency):
            message = (
                f"{index.name} is in {index.currency}, the fund in {' and '.join(index.fund_currencies)}."
            )
            hint = f"Compare in one currency, or say beside the index that it is in {index.currency}."
            yield Found(message, hint, place)


def _is_foreign(index: KnownIndex) -> bool:
    return bool(index.currency and index.fund_currencies and index.currency not in index.fund_currencies)


def _place_of(edition: CheckedEdition, index: str) -> Place | None:
    """Where a figure or a chart of an index stands first; None where there is neither."""
    for use in edition.used_figures:
        if is_of_index(use.figure.name, index):
            return use.place
    pictures = (picture for picture, _ in edition.of_kind(Picture) if index in picture.image.alt)
    return next((picture.place for picture in pictures), None)


def is_of_index(figure: str, index: str) -> bool:
    """Whether the figure of this name is the return of an index, or a fund's by its measure."""
    name, called = figure.casefold(), index.casefold()
    return name.startswith(f"{called} ") or name.endswith((f" against {called}", f" with {called}"))


def _words_about(edition: CheckedEdition, index: KnownIndex) -> str:
    """All blocks that name an index, standing text and captions too."""
    return "\n".join(each.text for each in edition.printed if any(name in each.text for name in index.names))


def _names_currency(text: str, code: str) -> bool:
    """Whether `text` says a currency by its code, its sign or a word, or that levels were converted."""
    said = [code, *(known for known, of in {**SIGNS, **WORDS}.items() if of == code)]
    said += ["dollar"] if is_dollar(code) else []
    pattern = "|".join(map(re.escape, said))
    return bool(re.search(rf"{pattern}|\blocal currenc|\bconverted\b|\bumgerechnet\b", text, re.IGNORECASE))


_NO_INDEX = Pattern(r"Cambridge Associates|Burgiss|Preqin|PitchBook")
_LISTED = Pattern(r"\b(?:on|an|at) (?:the |der )?$")
_COLUMN_OF_FUND = Pattern(r"\b(?:net|netto|gross|brutto|fund|fonds|PME|alpha)\b", re.IGNORECASE)
_SAYS_WHAT = Pattern(
    r"\b(?:measures?|tracks?|comprises?|consists? of|made up of|composed of|contains?|covers?|represents?"
    r"|captures?|includes?|(?:companies|shares|stocks|funds|bonds) (?:of|in|from|listed)"
    r"|(?:is|are|was) (?:an?|the) (?:[\w-]+,? ){0,10}?(?:index|indices|indicator|measure|average"
    r"|benchmark of)"
    r"|umfasst|enthält|misst|besteht aus|bildet\b.{0,80}\bab|ist (?:ein|der) (?:[\w-]+ ){0,6}\w*index)\b",
    re.IGNORECASE,
)
_REACH = 250


def index_undescribed(edition: CheckedEdition) -> Iterator[Found]:
    """An index beside the fund of which nothing in the letter says what it measures."""
    described: dict[str, bool] = {}
    known = known_indices(edition)
    for name, place in _measures(edition, known):
        if name not in described:
            described[name] = _is_described(edition, name, known)
            if not described[name]:
                yield Found(f"{name} is a measure of the fund, and nothing says what it measures.", "", place)


def _measures(edition: CheckedEdition, known: tuple[KnownIndex, ...]) -> Iterator[tuple[str, Place | None]]:
    """The indices that a sentence or a table sets beside the fund with numbers, and those of figures."""
    mark = mark_of(edition)
    for sentence in edition.own_words.full_sentences:
        match = _named(sentence.text)
        if match and OF_THE_FUND.search(sentence.text) and any(rates(sentence.text, mark)):
            yield _called(known, match[0]), sentence.place(match.start())
    for index in known:
        if place := _place_of(edition, index.name):
            yield index.name, place
    for table in edition.own_words.tables:
        match = _named(table.labels)
        has_rates = match is not None and any(any(rates(row.text, mark)) for row in table.rows)
        if match and has_rates and _COLUMN_OF_FUND.search(table.labels):
            yield _called(known, match[0]), table.table.place


def _named(text: str) -> re.Match[str] | None:
    """The index that a text names, as far as it is one: neither a publisher of ranks nor an exchange."""
    match = INDEX_NAME.search(text)
    if match and (_NO_INDEX.search(match[0]) or _LISTED.search(text[: match.start()])):
        return None
    return match


def _called(known: tuple[KnownIndex, ...], name: str) -> str:
    """The name by which the data know an index that a text names, else the one of the text."""
    return next((index.name for index in known if name in index.names), name)


def _is_described(edition: CheckedEdition, name: str, known: tuple[KnownIndex, ...]) -> bool:
    """Whether a block names the index and then says what it measures."""
    names = next((index.names for index in known if index.name == name), frozenset({name}))
    for block in edition.printed:
        for called in names:
            at = block.text.find(called)
            while at >= 0:
                end = at + len(called)
                if _SAYS_WHAT.search(block.text, end, end + _REACH):
                    return True
                at = block.text.find(called, end)
    return False
