"""The period that a section is asked for."""

from __future__ import annotations

from letterbook.errors import WrongUse
from letterbook.figure import Period
from letterbook.fund.dates import read_period
from letterbook.fund.not_understood import NotUnderstood


def asked_period(words: str | None) -> Period | None:
    """The period that a parameter names; None for nothing, which means that of the letter.

    Raises WrongUse for words that are no period with a beginning and an end.
    """
    if not words:
        return None
    try:
        period = read_period(str(words))
    except NotUnderstood as error:
        raise WrongUse(error.message, hint=error.hint) from error
    if not (period.start and period.end):
        raise WrongUse(f'"{words}" is no period.', hint="Write H1 2026, Q3 2025 or 2025.")
    return period
