"""Where a letter tells of single companies that the funds hold: in its tables, and with a value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import OwnTable, Passage, Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import Block
from letterbook.finding import Place
from letterbook.printed_number import find_numbers
from letterbook.record import record

_BETWEEN_CELLS = " | "
_VALUES = Pattern(
    r"\b(?:fair value|value|valuation|valued|NAV|cost|invested|proceeds|received|MOIC|IRR|TVPI|multiples?"
    r"|ownership|stake|gain|loss|contribut\w+|amount|cheque|carrying|revenues?|ARR|EBITDA|weight"
    r"|Wert|Bewertung|Kosten|Anteil|Erlöse?|Gewinn|Verlust|Beitrag|Betrag|Umsatz)\b",
    re.IGNORECASE,
)
_VALUED = Pattern(
    r"\b(?:valued at|valuation (?:of|at|is|was)|worth|fair value|carrying value|carried at|marked (?:up|down"
    r"|at|to)|written (?:up|down)|wrote (?:it |them )?(?:up|down)|our (?:stake|holding|shares?)|holding of"
    r"|MOIC|gross IRR|times (?:our )?cost|bewertet|Bewertung|Zeitwert|wert)\b",
    re.IGNORECASE,
)


@record
class CompanyTable:
    """A table of which some rows are companies, with what they are worth, cost or bring."""

    block: Block
    companies: tuple[str, ...]
    place: Place | None


@record
class CompanyValue:
    """A sentence that says what a company is worth to the fund."""

    block: Block
    company: str
    place: Place | None


def names_in(text: str, companies: Collection[str]) -> Iterator[str]:
    """Those of the companies that a text names."""
    for company in companies:
        if company in text and re.search(rf"(?<![\w-]){re.escape(company)}(?![\w-])", text):
            yield company


def company_tables(edition: CheckedEdition) -> Iterator[CompanyTable]:
    """The tables about single companies."""
    companies = frozenset(edition.facts.companies.values())
    for table in edition.own_words.tables if companies else ():
        named = tuple(dict.fromkeys(name for row in table.rows for name in _row_of(row, table, companies)))
        if named:
            yield CompanyTable(table.table, named, table.table.place)


def _row_of(row: Passage, table: OwnTable, companies: Collection[str]) -> Iterator[str]:
    """The company that a row of figures is about, by its first cells."""
    cells = [cell.strip() for cell in row.text.split(_BETWEEN_CELLS)]
    named = [cell for cell in cells if cell in companies]
    rest = " ".join(cell for cell in cells if cell not in companies)
    has_digits = bool(named) and any(map(str.isdigit, rest))
    if has_digits and (_VALUES.search(table.labels) or any(each.has_marks for each in find_numbers(rest))):
        yield from named


def company_values(edition: CheckedEdition) -> Iterator[CompanyValue]:
    """The sentences that say what a company is worth, and figures of a company's value."""
    companies = tuple(dict.fromkeys(edition.facts.companies.values()))
    for sentence in edition.own_words.sentences if companies else ():
        named = next(names_in(sentence.text, companies), "")
        if named and _has_value(sentence):
            place = sentence.place(sentence.text.find(named))
            yield CompanyValue(sentence.passage.block, named, place)


def _has_value(sentence: Sentence) -> bool:
    """Whether it has an amount or a multiple beside a word for value."""
    return bool(_VALUED.search(sentence.text)) and any(
        number.currency or number.text.rstrip().endswith(("x", "×", "times"))
        for number in find_numbers(sentence.text)
    )
