"""What a section asks of a chart: the fund, the period, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from letterbook.charts.chart import Titles
from letterbook.drafting.sections.fund.funds import KnownFund, chosen_funds
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.errors import WrongUse
from letterbook.figure import Figure, Status
from letterbook.record import record

_LEAST_FINAL = (Status.ESTIMATE, Status.UNAUDITED, Status.AUDITED)


def one_fund(fund: FundMaterial, name: str) -> KnownFund | None:
    """The fund that is meant; None where there is none. Raises WrongUse where it may be any of several."""
    funds = chosen_funds(fund, name)
    if len(funds) > 1:
        names = ", ".join(each.called for each in funds)
        raise WrongUse(f"A chart is about one fund, and there are {names}.", hint="Say which: fund=…")
    return funds[0] if funds else None


@record
class TimeOf:
    """The day of a chart's figures; the one before which it begins, if it is about a time, and its name."""

    as_of: date | None
    since: date | None = None
    called: str = ""


def titles_of(
    texts: Mapping[str, str], known: KnownFund, language: str, time: TimeOf, figures: tuple[Figure, ...]
) -> Titles:
    """The titles of a chart by the section's `texts`, in which `{fund}` and `{period}` are filled in.

    It is as final as the least final of `figures`.
    """

    def filled(key: str) -> str:
        return texts.get(key, "").replace("{fund}", known.called).replace("{period}", time.called)

    return Titles(
        title=filled("title") or known.called,
        unit=filled("unit"),
        since=time.since,
        as_of=time.as_of,
        status=status_of(figures),
        language=language,
    )


def status_of(figures: tuple[Figure, ...]) -> Status | None:
    """How final the least final of some figures is; None where none says."""
    found = {figure.status for figure in figures}
    return next((status for status in _LEAST_FINAL if status in found), None)
