"""Figures of periods for the second calculator: flows, returns, the bridge of values, contributions."""

from __future__ import annotations

import itertools
import math

from tests.fund.golden.plain_rates import dietz, level, linked, months_before, periods
from tests.fund.golden.plain_tables import SIGN, day_of, outside


def for_periods(fund, put, out):  # noqa: C901 - one thing after the other
    as_of = fund.as_of
    if as_of not in fund.navs:
        return
    into = []
    for row in fund.flows:
        sign = SIGN.get(row["kind"], -1 if outside(row) else 0)
        # what is paid outside, a fee or an equalisation, is a cost that brings the fund nothing
        if sign and "facility" not in row["kind"]:
            into.append((day_of(row["date"]), -sign * float(row["amount"]), row["kind"]))
    for opening_day, words in periods(as_of, fund.fund.get("fiscal_year_end", "12-31")).items():
        if opening_day not in fund.navs:
            continue
        opening, closing = fund.navs[opening_day], fund.navs[as_of]
        within = [(d, a) for d, a, _ in into if opening_day < d <= as_of]
        calls = sum(a for d, a, kind in into if kind == "call" and opening_day < d <= as_of)
        paid = sum(a for d, a, kind in into if kind != "distribution" and opening_day < d <= as_of)
        given = -sum(a for d, a, kind in into if kind == "distribution" and opening_day < d <= as_of)
        put("capital calls", calls, words)
        put("distributions in the period", given, words)
        put("net underlying growth", (closing - paid + given) / opening - 1 if opening > 0 else None, words)
        put(
            "net underlying growth on average capital",
            dietz(opening, closing, within, opening_day, as_of),
            words,
        )
        valued = {d: v for d, v in fund.navs.items() if opening_day <= d <= as_of}
        put("net return", linked(valued, within), words)
        for index, levels in fund.levels.items():
            if level(levels, opening_day) and level(levels, as_of):
                out[(f"{index} return", as_of.isoformat(), words)] = (
                    level(levels, as_of) / level(levels, opening_day) - 1
                )
        bridge(fund, put, opening_day, words, calls, given)
        contributions(fund, out, opening_day, words)
    first = min(fund.navs)
    longer = {months_before(as_of, 12 * years): f"{years} years to {as_of}" for years in (3, 5, 10)}
    if (as_of - first).days >= 365:
        longer[(first, "since")] = f"since {first}"
    for key, words in longer.items():
        start = key[0] if isinstance(key, tuple) else key
        if start not in fund.navs or start in periods(as_of, fund.fund.get("fiscal_year_end", "12-31")):
            continue
        valued = {d: v for d, v in fund.navs.items() if start <= d <= as_of}
        total = linked(valued, [(d, a) for d, a, _ in into if start < d <= as_of])
        annual = None if total is None else (1 + total) ** (365 / (as_of - start).days) - 1
        put("net return", total, words)
        put("net annualised return", annual, words)
        for index, levels in fund.levels.items():
            if level(levels, start) and level(levels, as_of):
                out[(f"{index} return", as_of.isoformat(), words)] = (
                    level(levels, as_of) / level(levels, start) - 1
                )


def schedule(fund, day):
    return {row["holding"]: row for row in fund.holdings if day_of(row["as of"]) == day}


def bridge(fund, put, opening_day, words, calls, given):
    """Closing = opening + calls - distributions + gains + income - fees - expenses - carry + rest."""
    before, now = schedule(fund, opening_day), schedule(fund, fund.as_of)
    fees = expenses = paid_carry = 0.0
    for row in fund.rows:
        if opening_day < day_of(row["date"]) <= fund.as_of and not outside(row):
            fees += float(row["amount"]) * (row["kind"] == "fee")
            expenses += float(row["amount"]) * (row["kind"] == "expense")
            paid_carry += float(row["amount"]) * (row["kind"] == "carry")
    inside = (row for row in fund.rows if not outside(row))
    kinds = {row["kind"] for row in inside if opening_day < day_of(row["date"]) <= fund.as_of}
    if "fee" in kinds:
        put("management fees", fees, words)
    if "expense" in kinds:
        put("expenses", expenses, words)
    if not before or not now or not all(row.get("cost current") for row in [*before.values(), *now.values()]):
        return
    realised = unrealised = income = 0.0
    for holding in sorted({*before, *now}):
        bought, brought, earned = 0.0, 0.0, 0.0
        for row in fund.rows:
            if (
                row["level"] == "investment"
                and row.get("holding") == holding
                and opening_day < day_of(row["date"]) <= fund.as_of
            ):
                bought += float(row["amount"]) * (row["kind"] == "investment")
                brought += float(row["amount"]) * (row["kind"] == "proceeds")
                earned += float(row["amount"]) * (row["kind"] == "income")

        def of(schedule_, column, holding=holding):
            return float(schedule_[holding][column]) if holding in schedule_ else 0.0

        sold = of(before, "cost current") + bought - of(now, "cost current")
        gain = of(now, "fair value") - of(before, "fair value") - bought + brought
        # a cost that leaves without proceeds (written off) is a realised loss
        realised += brought - sold
        unrealised += gain - (brought - sold)
        income += earned
    carry = fund.carry.get(fund.as_of, 0.0) - fund.carry.get(opening_day, 0.0) + paid_carry
    closing = (
        fund.navs[opening_day] + calls - given + realised + unrealised + income - fees - expenses - carry
    )
    put("NAV bridge realised", realised, words)
    put("NAV bridge unrealised", unrealised, words)
    put("NAV bridge income", income, words)
    put("NAV bridge fees", -fees, words)
    put("NAV bridge fx", 0.0, words)
    put("NAV bridge expenses", -expenses, words)
    put("NAV bridge carry", -carry, words)
    put("NAV bridge difference", fund.navs[fund.as_of] - closing, words)


def contributions(fund, out, opening_day, words):  # noqa: C901 - one thing after the other
    """Gain of each company over the opening NAV; linked by Cariño's logarithms over several."""
    days = sorted(d for d in fund.navs if opening_day <= d <= fund.as_of and schedule(fund, d))
    if not days or days[0] != opening_day or days[-1] != fund.as_of:
        return
    parts, totals = [], []
    for start, end in itertools.pairwise(days):
        part = {}
        for holding in sorted({*schedule(fund, start), *schedule(fund, end)}):
            gain = 0.0
            for rows, sign in ((schedule(fund, end), 1), (schedule(fund, start), -1)):
                gain += sign * float(rows[holding]["fair value"]) if holding in rows else 0.0
            for row in fund.rows:
                if (
                    row["level"] == "investment"
                    and row.get("holding") == holding
                    and start < day_of(row["date"]) <= end
                ):
                    gain += SIGN[row["kind"]] * float(row["amount"])
            part[holding] = gain / fund.navs[start] if fund.navs[start] > 0 else None
        if None in part.values():
            return
        parts.append(part)
        totals.append(sum(part.values()))
    total = math.prod(1 + each for each in totals) - 1

    def factor(r):
        return math.log1p(r) / r if r else 1.0  # the limit

    companies_ = {row["holding"]: row["company"] for row in fund.holdings}
    for holding in sorted({h for part in parts for h in part}):
        if len(parts) == 1:
            number = parts[0][holding]
        else:
            number = sum(
                part.get(holding, 0.0) * factor(r) for part, r in zip(parts, totals, strict=True)
            ) / factor(total)
        out[(f"{companies_[holding]} gross contribution", fund.as_of.isoformat(), words)] = number
