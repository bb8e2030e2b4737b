"""The days between which an account is given: those of the letter's period, and of the fund's year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from letterbook.fund.accounts.account_field import AccountField, Span
from letterbook.fund.computing.periods import last_year_end
from letterbook.record import record

_DAY = dt.timedelta(days=1)


@record
class AccountDays:
    """The last day of an account; the first one of the letter's period, None where it is about none; and
    month and day on which the fund's year ends.
    """

    as_of: dt.date
    period_start: dt.date | None = None
    year_end: str = "12-31"

    def opening(self, span: Span) -> dt.date | None:
        """The day at whose end a time begins; None for all time, and for a period where there is none."""
        if span is Span.YEAR:
            return last_year_end(self.as_of, self.year_end)
        if span is Span.PERIOD and self.period_start is not None:
            return self.period_start - _DAY
        return None

    @property
    def has_year(self) -> bool:
        """Whether the year is a time of its own beside the letter's period."""
        return self.opening(Span.YEAR) != self.opening(Span.PERIOD)

    def first(self, span: Span) -> dt.date | None:
        """The first day of a time; None where `opening` is."""
        opening = self.opening(span)
        return opening + _DAY if opening else None

    def shortest(self, field: AccountField) -> AccountField:
        """The field by the name of the letter's period where the fund's year begins with that."""
        is_both = field.span is Span.YEAR and not self.has_year
        return replace(field, span=Span.PERIOD) if is_both else field
