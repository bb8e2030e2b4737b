"""The rule of what investors have been promised in side letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import timedelta

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import OwnTable, Passage
from letterbook.checks.letters.recipients.letter_time import LetterTime, period_of_number, time_of
from letterbook.checks.letters.recipients.readership import names_of
from letterbook.draft import Block, Heading
from letterbook.finding import Place
from letterbook.fund.figure_names import words_of
from letterbook.fund.investor_terms.known_recipients import OBLIGATIONS, KnownRecipient
from letterbook.fund.investor_terms.side_letters import Frequency, Obligation
from letterbook.suggestion import did_you_mean

_NUMBER = re.compile(r"[0-9«]")


def promise_unkept(edition: CheckedEdition) -> Iterator[Found]:
    """What an investor's copy lacks of what it has been promised."""
    terms = edition.facts.terms
    obligations = terms.obligations if terms else ()
    yield from _unknown_entries(edition, obligations)
    letter = time_of(edition.number, edition.as_of)
    for obligation in obligations:
        owed = [each for each in edition.readership.recipients if obligation.is_owed_to(each)]
        if owed and letter and obligation.frequency:
            yield from _missed(edition, obligation, owed, letter)
        if owed and _is_due(obligation, letter):
            yield from _parts_missing(edition, obligation, owed)
            yield from _too_late(edition, obligation, owed, letter)


def _found(obligation: Obligation, owed: Collection[KnownRecipient], lacks: str, place: Place) -> Found:
    message = (
        f'{names_of(owed)} {"has" if len(owed) == 1 else "have"} been promised "{obligation.id}": {lacks}'
    )
    return Found(message, obligation.said or f"See {obligation.place}.", place)


def _unknown_entries(edition: CheckedEdition, obligations: Collection[Obligation]) -> Iterator[Found]:
    """A passage for those with an obligation that there is not."""
    known = {each.id.casefold(): each.id for each in obligations}
    for block, test in edition.readership.asked(OBLIGATIONS) if known else ():
        if test.among and (test.value or "").casefold() not in known:
            message = f'There is no obligation "{test.value}", which the passage asks for.'
            hint = did_you_mean(test.value or "", known.values())
            yield Found(message, hint or f"There are {', '.join(known.values())}.", block.place)


def _is_due(obligation: Obligation, letter: LetterTime | None) -> bool:
    """Whether what is owed less often than each letter is owed with this one: at the end of its time."""
    if obligation.frequency is None or letter is None or not letter.months:
        return True
    return letter.end.month % obligation.frequency.months == 0


def _parts_missing(
    edition: CheckedEdition, obligation: Obligation, owed: Collection[KnownRecipient]
) -> Iterator[Found]:
    place = Place(edition.path)
    if obligation.section:
        without = _without(edition, owed, _headings(edition, obligation.section))
        if without and obligation.section not in edition.sections:
            lacks = f'the copy has no heading "{obligation.section}".'
            yield _found(obligation, without, lacks, place)
    for metric in obligation.metrics:
        if without := _without(edition, owed, _mentions(edition, metric)):
            yield _found(obligation, without, f"the copy does not print {metric}.", place)


def _without(
    edition: CheckedEdition, owed: Collection[KnownRecipient], blocks: Collection[Block]
) -> list[KnownRecipient]:
    """Those of whom no copy has any of the blocks."""
    served = {id(each) for block in blocks for each in edition.readership.readers(block)}
    return [each for each in owed if id(each) not in served]


def _headings(edition: CheckedEdition, section: str) -> tuple[Block, ...]:
    wanted = set(words_of(section))
    headings = edition.of_kind(Heading)
    return tuple(block for block, printed in headings if wanted <= set(words_of(printed.text)))


def _mentions(edition: CheckedEdition, metric: str) -> tuple[Block, ...]:
    """The blocks that print a number for a metric: a figure of its name, a sentence, a row of a table."""
    wanted = set(words_of(metric))
    words = edition.own_words
    found: list[Block] = [each.block for each in words.passages if _calls(each, wanted)]
    found += [
        sentence.passage.block
        for sentence in words.sentences
        if _NUMBER.search(sentence.text) and wanted <= set(words_of(sentence.text))
    ]
    found += [table.table for table in words.tables if any(_tells(row, table, wanted) for row in table.rows)]
    return tuple({id(block): block for block in found}.values())


def _calls(passage: Passage, wanted: set[str]) -> bool:
    """Whether a figure with all the words of a metric is printed in it."""
    return any(wanted <= set(words_of(figure.name)) for figure in passage.figures)


def _tells(row: Passage, table: OwnTable, wanted: set[str]) -> bool:
    """Whether a row, with what stands above its table, has a number and all the words of a metric."""
    own = set(words_of(row.text))
    above = words_of(f"{table.caption} {table.heading} {' '.join(each.text for each in table.header)}")
    is_named = wanted <= {*own, *above} and bool(wanted & own)
    return _calls(row, wanted) or (is_named and _NUMBER.search(row.text) is not None)


def _too_late(
    edition: CheckedEdition,
    obligation: Obligation,
    owed: Collection[KnownRecipient],
    letter: LetterTime | None,
) -> Iterator[Found]:
    end = edition.as_of or (letter.end if letter else None)
    if obligation.days is None or end is None or edition.date is None:
        return
    taken = (edition.date - end).days
    if taken > obligation.days:
        last = end + timedelta(days=obligation.days)
        lacks = f"it was due by {last.isoformat()}, and the letter is of {edition.date.isoformat()}."
        yield _found(obligation, owed, lacks, edition.places.get("date", Place(edition.path)))


def _missed(
    edition: CheckedEdition, obligation: Obligation, owed: Collection[KnownRecipient], letter: LetterTime
) -> Iterator[Found]:
    """What is owed more often than this letter comes, and no other edition of the workspace is about."""
    frequency = obligation.frequency or Frequency.ANNUAL
    told = {known.end for other in edition.others if (known := period_of_number(other.number))}
    ends = letter.ends_within(frequency.months)
    missed = [end.isoformat() for end in ends if end not in told]
    if missed:
        lacks = f"it is owed {frequency.value}, and there is no letter to {' or '.join(missed)}."
        yield _found(obligation, owed, lacks, edition.places.get("number", Place(edition.path)))
