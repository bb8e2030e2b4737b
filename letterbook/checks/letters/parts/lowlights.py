"""The rule of bad news that the data show and the letter passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.fund_facts import change_in_value
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import Heading
from letterbook.figure import UnitKind
from letterbook.finding import Place
from letterbook.fund.computing.runway_figures import RUNWAY, runway_figures
from letterbook.fund.figure_names import words_of
from letterbook.fund.holdings import Holding, HoldingStatus
from letterbook.fund.kpis import Kpi
from letterbook.record import record
from letterbook.word_lists import listed

_SMALLEST_FALL = Decimal("-0.05")
_SMALLEST_MISS = Decimal("0.05")
_SHORTEST_RUNWAY = 6
_SHORTEST_NAME = 4
_HEADING = Pattern(
    r"\blowlights?\b|\bchallenges?\b|\bwent wrong\b|\bgot wrong\b"
    r"|\b(?:did not|didn['’]t|not) go (?:so )?well\b"
    r"|\bwhat (?:did not|didn['’]t|has not)\b|\bless well\b|\bsetbacks?\b|\bdifficult|\bdisappoint"
    r"|\bmistakes?\b|\bproblems?\b|\bwrite[- ]?(?:downs?|offs?)\b|\bheadwinds?\b|\bmisses\b"
    r"|\b(?:the|and) bad\b"
    r"|\bbad news\b|\bRückschl|\bHerausforderung|\bSchwierig|\bschiefging|\bWas nicht\b|\bAbschreib"
    r"|\bEnttäusch|\bTiefpunkt",
    re.IGNORECASE,
)
"""Headings below which bad news stands."""
_TROUBLE = Pattern(
    r"\b(?:wr[io]t(?:e|ten|ing)?[- ]?(?:down|off)s?|wrote|written (?:it |them )?(?:down|off)|marked down"
    r"|impair|lower|less|fell|fall|declin|decreas|drop|lost|loss|lose|lag|behind|below|miss|short|late\b"
    r"|delay|slow|struggl|difficult|hard\b|challeng|disappoint|weak|worse|poor|troubl|problem|risk|concern"
    r"|cut\b|cuts\b|laid off|layoff|insolv|bankrupt|w(?:ind|ound|inding) (?:up|down)|shut|closed? down"
    r"|restructur|bridge|down round|runway|fail|mistake|wrong|regret|unfortunate|not yet|no longer|watch"
    r"|reduc|half of|abgeschrieben|Abschreibung|Wertberichtigung|gesunken|sank|fiel|niedriger|verloren"
    r"|Verlust|schwierig|schwäch|Problem|verspätet|verfehlt|enttäusch|Insolvenz|gescheitert|Risiko"
    r"|unter Plan)",
    re.IGNORECASE,
)
"""Words by which a sentence about a company speaks of what went wrong there."""
_GOOD_WHEN_HIGH = frozenset(
    (
        *(
            "revenue",
            "revenues",
            "sales",
            "mrr",
            "arr",
            "bookings",
            "orders",
            "customers",
            "clients",
            "users",
        ),
        *("gmv", "nrr", "retention", "umsatz", "kunden"),
    )
)
_GOOD_WHEN_LOW = frozenset(("burn", "churn", "costs", "expenses", "cac", "opex", "kosten"))


@record
class BadNews:
    """What the data show: a clause, and the words of what it is about, one of which speaks of it."""

    clause: str
    about: tuple[str, ...]
    is_said_by_name: bool = False


def lowlight_missing(edition: CheckedEdition) -> Iterator[Found]:
    """Write-downs, missed plans and a short runway in the data, of which the letter says nothing."""
    unspoken = [each.clause for each in _bad_news(edition) if not _speaks_of(edition, each)]
    if unspoken and not _has_section(edition):
        message = f"The data show that {listed(unspoken)}; the letter does not speak of it."
        yield Found(message, "", Place(edition.path))


def _has_section(edition: CheckedEdition) -> bool:
    return any(_HEADING.search(printed.text) for _, printed in edition.of_kind(Heading))


def _speaks_of(edition: CheckedEdition, news: BadNews) -> bool:
    """Whether a paragraph with its heading names what the news is about beside a word for trouble."""
    for passage in edition.own_words.passages:
        text = f"{passage.heading} {passage.text}"
        is_named = any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in news.about
        )
        if is_named and (news.is_said_by_name or _TROUBLE.search(text)):
            return True
    return False


def _bad_news(edition: CheckedEdition) -> Iterator[BadNews]:
    facts, day = edition.facts, edition.as_of
    for row, before in facts.held(day):
        change = change_in_value(row, before)
        if row.status is HoldingStatus.WRITTEN_OFF and (before is None or before.status is not row.status):
            yield BadNews(f"{row.company} was written off", _names(row))
        elif change is not None and change <= _SMALLEST_FALL:
            yield BadNews(f"{row.company} is worth {_percent(-change)} less", _names(row))
        elif row.status is HoldingStatus.AT_RISK:
            yield BadNews(f"{row.company} is at risk", _names(row))
    for kpi in facts.kpis_of(day):
        if _missed(kpi):
            yield BadNews(f"{kpi.metric} missed its plan", (kpi.metric, "plan", "budget", "target"))
    yield from _short_runway(edition)


def _names(row: Holding) -> tuple[str, ...]:
    first = row.company.split()[0]
    return (row.company, first) if len(first) >= _SHORTEST_NAME else (row.company,)


def _percent(part: Decimal) -> str:
    return f"{(part * 100).quantize(Decimal(1), ROUND_HALF_UP)}%"


def _missed(kpi: Kpi) -> bool:
    """Whether a value is worse than planned by a twentieth, where it is plain which way is worse."""
    words = set(words_of(kpi.metric))
    is_high, is_low = bool(words & _GOOD_WHEN_HIGH), bool(words & _GOOD_WHEN_LOW)
    if kpi.plan is None or is_high is is_low or not kpi.plan.value:
        return False
    behind = (kpi.plan.value - kpi.value.value) / abs(kpi.plan.value)
    return (behind if is_high else -behind) > _SMALLEST_MISS


def _short_runway(edition: CheckedEdition) -> Iterator[BadNews]:
    values = tuple(kpi.value for kpi in edition.facts.kpis)
    stated = [
        value for value in values if words_of(value.name) == RUNWAY and value.unit.kind is UnitKind.MONTHS
    ]
    known = stated or (runway_figures(values) if values else ())
    for figure in known:
        if figure.as_of == edition.as_of and figure.value < _SHORTEST_RUNWAY:
            months = figure.value.quantize(Decimal("0.1"), ROUND_HALF_UP)
            clause = f"the runway is {months} months"
            yield BadNews(clause, ("runway", "cash lasts", "months of cash"), is_said_by_name=True)
            return
