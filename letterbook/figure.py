"""Figures: the numbers of a letter, each with its unit, date, basis, status and source.

Money is in whole units of its currency, a rate is a fraction (18.4 % is 0.184), basis points are a rate too.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from letterbook.finding import Place
from letterbook.item import Audience
from letterbook.record import record


class UnitKind(StrEnum):
    """What a figure counts."""

    MONEY = "money"
    MULTIPLE = "multiple"
    PERCENT = "percent"
    NUMBER = "number"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class Basis(StrEnum):
    """Whether fees and carried interest are in a figure, or deducted from it."""

    GROSS = "gross"
    NET = "net"


class Status(StrEnum):
    """How far a figure can be relied on."""

    ESTIMATE = "estimate"
    UNAUDITED = "unaudited"
    AUDITED = "audited"


@record
class Unit:
    """The unit of a figure; `currency` is an ISO 4217 code, and empty where it is no money."""

    kind: UnitKind
    currency: str = ""

    def __str__(self) -> str:
        return self.currency or self.kind.value


@record
class Period:
    """The time a figure covers, in the `words` of the sheet; `start` and `end` are in it, where known."""

    words: str
    start: date | None = None
    end: date | None = None


@record
class Figure:
    """One number; `source` is as typed (file, sheet, cell or page), `place` the row it was read from.

    `show_as` is an example of how it is printed (`$3.25bn`), empty for the house format. A computed figure
    has a `formula` and the places of its `inputs`. `other` are columns that are not letterbook's own, by
    their names. `audience` may read it: the numbers of a fund are for its investors unless the sheet says
    otherwise. `lp` is the investor whose account alone it is about, as the sheet says.
    """

    name: str
    value: Decimal
    unit: Unit
    as_of: date | None = None
    basis: Basis | None = None
    period: Period | None = None
    status: Status | None = None
    source: str = ""
    show_as: str = ""
    place: Place | None = None
    formula: str = ""
    inputs: tuple[Place, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    audience: Audience = Audience.INVESTORS
    lp: str = ""

    @property
    def unnamed_basis(self) -> Basis | None:
        """The basis where the name does not say it: None for "Fund I net TVPI"."""
        return None if self.basis and self.basis.value in self.name.casefold().split() else self.basis
