"""Rates, equivalents and periods of the second calculator, from the published formulas and nothing else."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import math

DAY = dt.timedelta(days=1)


# --- rates ---------------------------------------------------------------------------------------------


def all_rates(flows):  # noqa: C901 - one thing after the other
    """All rates r with the sum of amount / (1 + r)^(days / 365) zero: a scan of ln(1 + r), then halving."""
    by_day = {}
    for day, amount in flows:
        by_day[day] = by_day.get(day, 0.0) + float(amount)
    if not by_day:
        return [], 0
    first = min(by_day)
    terms = [((day - first).days / 365, amount) for day, amount in by_day.items() if amount]
    length = (max(by_day) - first).days

    def value(x):
        shift = max(-x * t for t, _ in terms)
        return math.fsum(amount * math.exp(-x * t - shift) for t, amount in terms)

    if not terms or not length:
        return [], length
    if all(a < 0 for _, a in terms):
        return [-1.0], length
    wide = [-13.8 + 77.8 * step / 600 for step in range(601)]
    usual = [-3 + 6 * step / 1200 for step in range(1201)]  # from -95% to 1900%
    xs = sorted({*wide, *usual})
    found = []
    before, value_before = xs[0], value(xs[0])
    for x in xs[1:]:
        now = value(x)
        if value_before == 0:
            found.append(before)
        elif now and (now < 0) != (value_before < 0):
            a, b = before, x
            sign = value_before < 0
            for _ in range(200):
                middle = (a + b) / 2
                if (value(middle) < 0) == sign:
                    a = middle
                else:
                    b = middle
            found.append((a + b) / 2)
        before, value_before = x, now
    return [math.expm1(x) for x in found], length


def rate(flows):
    """The rate that may be printed: annual; of the period for under a year; None where not just one."""
    rates, days = all_rates(flows)
    if len(rates) != 1 or not days:
        return None
    return rates[0] if days >= 365 else (1 + rates[0]) ** (days / 365) - 1


def since_inception(flows):
    """What the period of a rate is called: less than a year is named with its days."""
    days = sorted(day for day, _ in flows)
    short = days and 0 < (days[-1] - days[0]).days < 365
    return f"{days[0]} to {days[-1]}, not annualised" if short else "since inception"


# --- an index ------------------------------------------------------------------------------------------


def level(levels, day):
    for back in range(8):
        if day - back * DAY in levels:
            return levels[day - back * DAY]
    return None


def equivalents(flows, nav, as_of, levels):
    """KS-PME, Direct Alpha, LN-PME, PME+ from amounts carried to the end at the growth of the index."""
    if any(level(levels, day) is None for day in [*(d for d, _ in flows), as_of]):
        return {}
    end = level(levels, as_of)
    carried = [(day, amount * end / level(levels, day)) for day, amount in flows]
    paid = -math.fsum(amount for _, amount in carried if amount < 0)
    received = math.fsum(amount for _, amount in carried if amount > 0)
    account = paid - received
    short, dated = False, sorted(carried)
    for day, _ in dated:
        short = short or -math.fsum(a for d, a in dated if d <= day) < -1e-9 * paid
    scale = (paid - nav) / received if received else None
    if scale is not None and scale < 0:
        scale = None  # worth more than the index made of all calls: no scaling brings the account there
    scaled = (
        [(day, amount * scale if amount > 0 else amount) for day, amount in flows]
        if scale is not None
        else None
    )
    return {
        "net KS-PME against {}": (received + nav) / paid if paid else None,
        "net Direct Alpha against {}": rate([*carried, (as_of, nav)]),
        "LN-PME with {}": None if short else rate([*flows, (as_of, account)]),
        "PME+ with {}": rate([*scaled, (as_of, nav)]) if scaled else None,
    }


# --- periods -------------------------------------------------------------------------------------------


def months_before(day, months):
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    last = calendar.monthrange(year, month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month, last if is_last else min(day.day, last))


def periods(end, year_end):
    """Opening day and words of the quarter, half-year, year and year to date."""
    is_last = end.day == calendar.monthrange(end.year, end.month)[1]
    out = {}
    for months, words in ((3, "Q{} {}"), (6, "H{} {}"), (12, "{1}")):
        plain = is_last and end.month % months == 0
        out[months_before(end, months)] = (
            words.format(end.month // months, end.year) if plain else f"{months} months to {end}"
        )
    month, last = (int(each) for each in year_end.split("-"))
    year = end.year
    while True:
        start = dt.date(year, month, min(last, calendar.monthrange(year, month)[1]))
        if start < end:
            break
        year -= 1
    out.setdefault(start, f"year to {end}")
    return out


def dietz(opening, closing, flows, start, end):
    """flows: (day, amount into the fund) within (start, end]."""
    whole = (end - start).days
    gain = closing - opening - sum(a for _, a in flows)
    base = opening + sum(a * (end - d).days / whole for d, a in flows)
    return gain / base if base > 0 else None


def linked(valuations, flows):
    total = 1.0
    days = sorted(valuations)
    for start, end in itertools.pairwise(days):
        within = [(d, a) for d, a in flows if start < d <= end]
        part = dietz(valuations[start], valuations[end], within, start, end)
        if part is None:
            return None
        total *= 1 + part
    return total - 1
