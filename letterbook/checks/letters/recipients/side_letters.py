"""The rule of what investors have been promised in side letters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.recipients.letter_time import LetterTime, period_of_number, time_of
from letterbook.checks.letters.recipients.printed_words import PrintedWords
from letterbook.checks.letters.recipients.readership import names_of
from letterbook.finding import Place
from letterbook.fund.investor_terms.known_recipients import OBLIGATIONS, KnownRecipient
from letterbook.fund.investor_terms.side_letters import Frequency, Obligation, owed_to
from letterbook.suggestion import did_you_mean
from letterbook.word_lists import listed


def promise_unkept(edition: CheckedEdition) -> Iterator[Found]:
    """What an investor's copy lacks of what it has been promised."""
    terms = edition.facts.terms
    obligations = terms.obligations if terms else ()
    yield from _unknown_entries(edition, obligations)
    letter = time_of(edition.number, edition.as_of)
    printed = PrintedWords(edition) if obligations else None
    for obligation, owed in owed_to(obligations, edition.readership.recipients):
        if letter and obligation.frequency:
            yield from _missed(edition, obligation, owed, letter)
        if printed and _is_due(obligation, letter):
            yield from _parts_missing(edition, obligation, owed, printed)
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
    edition: CheckedEdition,
    obligation: Obligation,
    owed: Collection[KnownRecipient],
    printed: PrintedWords,
) -> Iterator[Found]:
    place = Place(edition.path)
    is_looked_for = obligation.section and obligation.section not in edition.sections
    if is_looked_for and (without := printed.without_heading(obligation.section, owed)):
        lacks = f'the copy has no heading "{obligation.section}".'
        yield _found(obligation, without, lacks, place)
    for metric in obligation.metrics:
        if without := printed.without_number(metric, owed):
            yield _found(obligation, without, f"the copy does not print {metric}.", place)


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
        lacks = f"it is owed {frequency.value}, and there is no letter to {listed(missed, 'or')}."
        yield _found(obligation, owed, lacks, edition.places.get("number", Place(edition.path)))
