"""Makes figures of one fund, company or investor on one day, and keeps what there is to tell of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, localcontext
from math import isfinite
from operator import attrgetter

from letterbook.figure import Figure, Period, Status, Unit, UnitKind
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.computing.formulas import FORMULAS
from letterbook.fund.figure_names import basis_in
from letterbook.fund.metrics import InternalRate, RateOutcome
from letterbook.item import Audience
from letterbook.record import record

_DECIMALS = 12
"""Of computed ratios and rates: more than is ever shown, fewer than approximation leaves uncertain."""

_DIGITS = 60
"""That a ratio may have before it is rounded."""

SINCE_INCEPTION = Period("since inception")


@record
class Subject:
    """What figures are about: the words that their names begin with, its currency, and who may read them.

    `shown_as` are examples of how figures of a kind are printed; without one it is the house format.
    """

    called: str
    currency: str
    shown_as: Mapping[UnitKind, str]
    audience: Audience = Audience.INVESTORS


@record
class Origin:
    """How a figure came about: the id of its formula, the rows it is made of, and how far those are final.

    No row is among the `inputs` twice; a figure has as many as a fund has cash flows.
    """

    formula: str
    inputs: tuple[Place, ...]
    status: Status | None = None


@record
class DoubtfulRate:
    """An internal rate of return of which the flows say more than its number: the `sentence`.

    It is not the only one, or none at all, or, where it `is_short`, of less than a year.
    """

    name: str
    as_of: dt.date
    sentence: str
    is_short: bool


class Maker:
    """Figures of a subject on a day."""

    def __init__(self, subject: Subject, as_of: dt.date) -> None:
        self._subject, self._as_of = subject, as_of
        self.figures: list[Figure] = []
        self.findings: list[Finding] = []
        self.doubtful: list[DoubtfulRate] = []

    def tell(self, identifier: str, severity: Severity, message: str, hint: str, place: Place | None) -> None:
        """Add what a reader of the figures must know."""
        self.findings.append(Finding(identifier, severity, message, hint, place))

    def money(self, name: str, value: Decimal | None, origin: Origin, period: Period | None = None) -> None:
        """Add an amount in the currency of the subject; nothing where there is none."""
        self._add(name, value, Unit(UnitKind.MONEY, self._subject.currency), origin, period)

    def multiple(
        self, name: str, value: Decimal | None, origin: Origin, period: Period | None = None
    ) -> None:
        """Add a multiple; nothing where there is none."""
        self._add(name, _tidy(value), Unit(UnitKind.MULTIPLE), origin, period)

    def percentage(
        self, name: str, value: Decimal | None, origin: Origin, period: Period | None = None
    ) -> None:
        """Add a rate, a fraction; nothing where there is none."""
        self._add(name, _tidy(value), Unit(UnitKind.PERCENT), origin, period)

    def number(self, name: str, value: int, origin: Origin) -> None:
        """Add a count."""
        self._add(name, Decimal(value), Unit(UnitKind.NUMBER), origin, None)

    def rate(self, name: str, found: InternalRate, origin: Origin) -> None:
        """Add an internal rate of return: annual, or of a period of less than a year, and then told.

        Where there is no rate, or more than one, that is told and no figure is made.
        """
        if found.sentence and found.outcome is not RateOutcome.NO_FLOWS:
            is_known = found.shown is not None
            severity = Severity.NOTE if is_known else Severity.WARNING
            hint = "Say so where it is shown." if is_known else "Leave it out, or explain it in words."
            message = f"{self._subject.called} {name}: {found.sentence}"
            self.tell("computed-rate", severity, message, hint, origin.inputs[-1] if origin.inputs else None)
            self._doubt(name, found)
        if found.shown is None or not isfinite(found.shown):
            return
        period = _not_annualised(found) if found.is_under_a_year else SINCE_INCEPTION
        self._add(name, Decimal(f"{found.shown:.{_DECIMALS}f}"), Unit(UnitKind.PERCENT), origin, period)

    def _doubt(self, name: str, found: InternalRate) -> None:
        """Remember that a rate is in doubt; one of -100% is not: all is lost, in however many days."""
        if found.outcome is not RateOutcome.TOTAL_LOSS:
            called = f"{self._subject.called} {name}".strip()
            is_short = found.shown is not None
            self.doubtful.append(DoubtfulRate(called, self._as_of, found.sentence, is_short))

    def _add(
        self, name: str, value: Decimal | None, unit: Unit, origin: Origin, period: Period | None
    ) -> None:
        if value is None:
            return
        places = origin.inputs
        figure = Figure(
            name=f"{self._subject.called} {name}".strip(),
            value=value,
            unit=unit,
            as_of=self._as_of,
            basis=basis_in(name),
            period=period,
            status=origin.status,
            source=_source(origin.formula, places),
            show_as=self._subject.shown_as.get(unit.kind, ""),
            place=places[0] if places else None,
            formula=origin.formula,
            inputs=places,
            audience=self._subject.audience,
        )
        self.figures.append(figure)


def _tidy(value: Decimal | None) -> Decimal | None:
    with localcontext(prec=_DIGITS):
        return None if value is None else round(value, _DECIMALS)


def _not_annualised(found: InternalRate) -> Period:
    return Period(f"{found.start} to {found.end}, not annualised", found.start, found.end)


def _source(formula: str, places: tuple[Place, ...]) -> str:
    files = ", ".join(sorted(set(map(attrgetter("file"), places))))
    return f"computed: {FORMULAS[formula]}; {files}" if files else f"computed: {FORMULAS[formula]}"
