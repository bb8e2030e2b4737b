"""The rule that no investor's name, id or amount is told to others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import Block
from letterbook.finding import Place
from letterbook.fund.investor_terms.known_recipients import (
    LP,
    NAME,
    SHORT,
    KnownRecipient,
    is_telling_id,
    is_telling_name,
)
from letterbook.printed_number import PrintedNumber, find_numbers

_AMOUNTS = (
    *("commitment", "committed", "paid_in", "paid_in_period", "paid_in_in_period", "distributions"),
    *("opening_balance", "closing_balance", "unfunded", "recallable"),
)
_TELLING_DIGITS = 4
"""An amount of fewer digits before its zeros, such as 2,500,000, may be anybody's."""
_OF_INVESTOR = Pattern(
    r"\b(?:limited partners?|LPs?|pension (?:fund|scheme|plan)s?|endowments?|family offices?"
    r"|(?:an?|one|our|the|another) (?:largest |smallest |anchor |new |first |second )?investors? in (?:the"
    r"|this|our) fund"
    r"|(?:one of )?our (?:largest |smallest |anchor |new |first |second |of our )?investors?,? who)\b",
    re.IGNORECASE,
)
_COMMITTED = Pattern(r"\bcommit(?:s|ted|ments?|ting)?\b", re.IGNORECASE)


_ALIKE = str.maketrans("’‘ʼ`´–—‑\u00a0\u202f", "'''''---  ")
"""Signs that print otherwise than people type them into a table: apostrophes, dashes, blanks."""


def _folded(text: str, *, any_case: bool) -> str:
    """A text in the form in which names are compared, as long as it was."""
    alike = text.translate(_ALIKE)
    return alike.lower() if any_case else alike


def recipient_named(edition: CheckedEdition) -> Iterator[Found]:
    """The name, the id or an amount of a recipient in what others read, each once."""
    texts = {any_case: _folded(edition.text, any_case=any_case) for any_case in (False, True)}
    for name in dict.fromkeys(edition.recipients):
        is_known = is_telling_name(name) and _folded(name, any_case=_of_words(name)) in texts[_of_words(name)]
        if is_known and (shown := _shown_to_others(edition, name, _is_of(name, edition))):
            yield Found(f'The investor "{name}" is named to all others.', "", _place_in(shown, name, edition))
    for lp in dict.fromkeys(row.text(LP) for row in edition.recipient_rows):
        is_known = is_telling_id(lp) and lp in edition.text
        if is_known and (shown := _shown_to_others(edition, lp, _has_id(lp))):
            message = f'"{lp}", the id of an investor, is told to all others.'
            yield Found(message, "", _place_in(shown, lp, edition))
    yield from _amounts_told(edition)


def _shown_to_others(
    edition: CheckedEdition, words: str, is_own: Callable[[KnownRecipient], bool]
) -> Block | None:
    """The first block with `words` that somebody reads whose own they are not."""
    any_case = _of_words(words)
    pattern = _named(words)
    for printed in edition.printed:
        if pattern.search(_folded(printed.text, any_case=any_case)) and _has_other_readers(
            edition, printed.block, is_own
        ):
            return printed.block
    return None


def _of_words(name: str) -> bool:
    """Whether a name has several words: in capitals it is nobody else's either."""
    return " " in name.strip()


def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_folded(name, any_case=_of_words(name)))}(?!\w)")


def _place_in(block: Block, name: str, edition: CheckedEdition) -> Place | None:
    """Where a block has a name, as far as it is in the author's own words."""
    pattern = _named(name)
    for passage in edition.own_words.passages:
        if passage.block is block:
            match = pattern.search(_folded(passage.text, any_case=_of_words(name)))
            return passage.place(match.start()) if match else block.place
    return block.place


def _has_other_readers(
    edition: CheckedEdition, block: Block, is_own: Callable[[KnownRecipient], bool]
) -> bool:
    """Whether somebody else reads a block; where nobody's row is known, everybody does."""
    rows = edition.recipient_rows
    return not rows or not all(map(is_own, edition.readership.readers(block)))


def _is_of(name: str, edition: CheckedEdition) -> Callable[[KnownRecipient], bool]:
    """Whether a row is that of an investor of this name, or of another contact of the same."""
    named = [row for row in edition.recipient_rows if name in {row.text(NAME), row.text(SHORT)}]
    investors = frozenset(map(_investor, named))
    return lambda row: _investor(row) in investors


def _investor(row: KnownRecipient) -> object:
    """What tells an investor apart: several rows with one `lp` are its contacts."""
    return row.text(LP) or row.place


def _has_id(lp: str) -> Callable[[KnownRecipient], bool]:
    return lambda row: row.text(LP) == lp


def _amounts_told(edition: CheckedEdition) -> Iterator[Found]:
    """Amounts of an investor that were typed where others read them."""
    amounts = _amounts(edition)
    known = {figure.value for figure in edition.figures} if amounts else set()
    told: set[Decimal] = set()
    for sentence in edition.own_words.sentences if amounts else ():
        for number in find_numbers(sentence.text):
            row = amounts.get(number.value)
            if row is None or number.value in known | told or _is_printed(number, sentence):
                continue
            is_own = _has_id(row.text(LP))
            if _is_theirs(number, sentence) and _has_other_readers(edition, sentence.passage.block, is_own):
                told.add(number.value)
                message = f'{number.text.strip()} is what "{row.called}" alone has with the fund.'
                yield Found(message, "", sentence.place(number.start))


def _amounts(edition: CheckedEdition) -> Mapping[Decimal, KnownRecipient]:
    """The amounts that one investor alone has, by their value."""
    found: dict[Decimal, list[KnownRecipient]] = {}
    for row in edition.recipient_rows:
        for column in _AMOUNTS:
            number = next(find_numbers(row.text(column)), None)
            if number and number.value and row not in found.setdefault(number.value, []):
                found[number.value].append(row)
    return {value: rows[0] for value, rows in found.items() if len(set(map(_investor, rows))) == 1}


def _is_printed(number: PrintedNumber, sentence: Sentence) -> bool:
    """Whether a figure printed the number."""
    start, end = sentence.start + number.start, sentence.start + number.end
    return any(figure.start < end and start < figure.end for figure in sentence.passage.figures)


def _is_theirs(number: PrintedNumber, sentence: Sentence) -> bool:
    """Whether a number can hardly be anything but the amount: by its digits, or by what the sentence says."""
    digits = f"{number.value.normalize():f}".rstrip("0").replace(".", "").strip("-0")
    if len(digits) >= _TELLING_DIGITS:
        return number.has_marks or number.value >= 10**6
    return bool(number.has_marks and _OF_INVESTOR.search(sentence.text) and _COMMITTED.search(sentence.text))
