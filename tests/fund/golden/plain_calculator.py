"""A second calculator of a fund's figures, from the published formulas and from nothing in letterbook.

It is slow and plain on purpose: floats, sums written out, rates by scanning a fine grid and halving. It reads
the CSV files of a workspace and gives a value for each (name, as of, period); None where there must be none.
"""

from __future__ import annotations

from pathlib import Path

from tests.fund.golden.plain_periods import for_periods
from tests.fund.golden.plain_rates import (
    equivalents,
    months_before,
    rate,
    since_inception,
)
from tests.fund.golden.plain_tables import SIGN, day_of, outside, table

# --- figures -------------------------------------------------------------------------------------------


class Fund:
    """The rows of one fund that count on a day."""

    def __init__(self, folder, fund, as_of):
        self.fund, self.as_of = fund, as_of
        self.id, self.called, self.currency = fund["id"], fund["called"], fund["currency"]
        self.investors = [
            row
            for row in table(folder, "recipients")
            if "lp" in row and row.get("fund") in (None, "", self.id)
        ]
        managers = {row["lp"] for row in self.investors if row.get("class", "").strip().upper() == "GP"}
        rows = [row for row in table(folder, "cashflows") if row["fund"] == self.id]
        self.rows = [row for row in rows if day_of(row["date"]) <= as_of]
        # calls and distributions are the whole fund's or, without any, the investors'; so is each other kind
        said = {row["kind"] for row in rows if row["level"] == "investor" and not row.get("lp")}
        said |= {"call", "distribution"} if said & {"call", "distribution"} else set()
        counted = [row for row in self.rows if row["level"] == "investor"]
        if "call" in said:
            managers = set()
        self.flows = [
            row
            for row in counted
            if not (row.get("lp") if row["kind"] in said else row.get("lp") in managers)
        ]
        managers = {row["lp"] for row in self.investors if row.get("class", "").strip().upper() == "GP"}
        self.navs_rows = [
            row for row in table(folder, "nav") if row["fund"] == self.id and day_of(row["as of"]) <= as_of
        ]
        whole_nav = any(not row.get("lp") for row in self.navs_rows)
        self.navs = {}
        for row in self.navs_rows:
            if (not row.get("lp")) if whole_nav else row.get("lp") not in managers:
                day = day_of(row["as of"])
                self.navs[day] = self.navs.get(day, 0.0) + float(row["nav"])
        self.carry = {
            day_of(row["as of"]): float(row["accrued carry"])
            for row in self.navs_rows
            if not row.get("lp") and row.get("accrued carry")
        }
        self.gross_nav = {
            day_of(row["as of"]): float(row["nav gross"])
            for row in self.navs_rows
            if not row.get("lp") and row.get("nav gross")
        }
        self.holdings = [
            row
            for row in table(folder, "holdings")
            if row["fund"] == self.id and day_of(row["as of"]) <= as_of
        ]
        self.levels = {}
        for row in table(folder, "benchmarks"):
            if row.get("currency") in (None, "", self.currency):
                self.levels.setdefault(row["index"], {})[day_of(row["date"])] = float(row["level"])


def capital(flows, committed):
    """Paid-in, distributed, unfunded and the dated flows of the net rate, by the kinds of the rows."""
    paid = given = left = 0.0
    dated = []
    left = committed
    for row in flows:
        amount, kind, day = float(row["amount"]), row["kind"], day_of(row["date"])
        effect = row.get("unfunded effect")
        if kind == "call":
            paid += amount
            dated.append((day, -amount))
            left += float(effect) if effect else (0 if outside(row) else -amount)
        elif kind == "equalisation":
            if not outside(row):
                paid += amount
            dated.append((day, -amount))
            left += float(effect) if effect else (0 if outside(row) else -amount)
        elif kind == "distribution":
            given += amount
            dated.append((day, amount))
            left += float(effect) if effect else 0
        elif kind in {"fee", "expense", "carry"} and outside(row):
            paid += amount
            dated.append((day, -amount))
            left += float(effect) if effect else 0
    return paid, given, left, dated


def fund_values(fund, out):
    as_of, name = fund.as_of, fund.called

    def put(what, number, period=""):
        out[(f"{name} {what}", as_of.isoformat(), period)] = number

    since = "since inception"
    committed = fund.fund["committed"]
    paid, given, left, dated = capital(fund.flows, committed)
    nav = fund.navs.get(as_of)
    put("paid-in capital", paid, since)
    put("net distributions", given, since)
    put("unfunded commitment", left)
    put("committed capital", committed)
    put("PIC", paid / committed)
    put("net DPI", given / paid if paid else None, since)
    if nav is not None:
        put("net NAV", nav)
        put("net total value", given + nav)
        put("net RVPI", nav / paid if paid else None, since)
        put("net TVPI", (given + nav) / paid if paid else None, since)
        put("net MOIC", (given + nav) / paid if paid else None, since)
        put("net IRR", rate([*dated, (as_of, nav)]), since_inception([*dated, (as_of, nav)]))
        facility = [
            (day_of(row["date"]), SIGN[row["kind"]] * float(row["amount"]))
            for row in fund.rows
            if "facility" in row["kind"]
        ]
        if facility:
            called = [*dated, *facility, (as_of, nav - sum(a for _, a in facility))]
            put("net IRR without facility", rate(called), since_inception(called))
        before_carry = fund.gross_nav.get(as_of, nav + fund.carry[as_of] if as_of in fund.carry else None)
        if before_carry is not None:
            put("gross NAV", before_carry)
        for index, levels in fund.levels.items():
            for what, number in equivalents(dated, nav, as_of, levels).items():
                rated = "KS" not in what
                put(what.format(index), number, since_inception([*dated, (as_of, nav)]) if rated else since)
    companies(fund, put, out)
    for_periods(fund, put, out)
    investors(fund, out)


def companies(fund, put, out):
    as_of = fund.as_of
    if fund.fund.get("gross_method") == "granular" and as_of in fund.gross_nav:
        granular(fund, put)
    now = {row["holding"]: row for row in fund.holdings if day_of(row["as of"]) == as_of}
    if not now:
        return
    deals = [row for row in fund.rows if row["level"] == "investment"]
    cost = sum(float(row["amount"]) for row in deals if row["kind"] == "investment")
    back = sum(float(row["amount"]) for row in deals if row["kind"] in {"proceeds", "income"})
    same_currency = all(row.get("currency") in (None, "", fund.currency) for row in [*deals, *now.values()])
    value = sum(float(row["fair value"]) for row in now.values())
    put(
        "number of companies",
        sum(1 for row in now.values() if row.get("status") not in {"exited", "written off", "written_off"}),
    )
    if same_currency:
        put("gross fair value", value)
        put("invested capital", cost, "since inception")
        put("gross proceeds", back, "since inception")
        put("gross MOIC", (back + value) / cost if cost else None, "since inception")
        dated = [(day_of(row["date"]), SIGN[row["kind"]] * float(row["amount"])) for row in deals]
        if fund.fund.get("gross_method") != "granular":
            put("gross IRR", rate([*dated, (as_of, value)]), since_inception([*dated, (as_of, value)]))
    for holding, row in now.items():
        own = [each for each in deals if each.get("holding") == holding]
        spent = sum(float(each["amount"]) for each in own if each["kind"] == "investment")
        got = sum(float(each["amount"]) for each in own if each["kind"] in {"proceeds", "income"})
        worth = float(row["fair value"])

        def say(what, number, period="since inception", company=row["company"]):
            out[(f"{company} {what}", as_of.isoformat(), period)] = number

        say("gross fair value", worth, "")
        say("cost", spent)
        say("gross proceeds", got)
        say("gross MOIC", (got + worth) / spent if spent else None)
        flows = [(day_of(each["date"]), SIGN[each["kind"]] * float(each["amount"])) for each in own]
        say("gross IRR", rate([*flows, (as_of, worth)]), since_inception([*flows, (as_of, worth)]))


def granular(fund, put):
    """ILPA's granular method: calls for investments, distributions, and the value before carry."""
    flows = [
        (day_of(row["date"]), SIGN[row["kind"]] * float(row["amount"]))
        for row in fund.flows
        if row["kind"] == "distribution" or (row["kind"] == "call" and row.get("purpose") == "investment")
    ]
    flows.append((fund.as_of, fund.gross_nav[fund.as_of]))
    put("gross IRR", rate(flows), since_inception(flows))


def investors(fund, out):
    for row in fund.investors:
        name = row["name"]
        own = [each for each in fund.rows if each["level"] == "investor" and each.get("lp") == row["lp"]]
        committed = float(row["commitment"])
        paid, given, left, dated = capital(own, committed)
        navs = {
            day_of(each["as of"]): float(each["nav"])
            for each in fund.navs_rows
            if each.get("lp") == row["lp"]
        }

        def say(what, number, period="since inception", name=name):
            out[(f"{name} {what}", fund.as_of.isoformat(), period)] = number

        say("committed capital", committed, "")
        say("paid-in capital", paid)
        say("unfunded commitment", left, "")
        say("net distributions", given)
        say("net DPI", given / paid if paid else None)
        if fund.as_of in navs:
            nav = navs[fund.as_of]
            say("net NAV", nav, "")
            say("net RVPI", nav / paid if paid else None)
            say("net TVPI", (given + nav) / paid if paid else None)
            say("net IRR", rate([*dated, (fund.as_of, nav)]), since_inception([*dated, (fund.as_of, nav)]))


def fund_file(folder):
    """The keys of fund.yaml, of which these examples use only plain ones; several funds stand in a list."""
    funds, current = [], {}
    path = Path(folder) / "fund" / "fund.yaml"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        text = line.split("#")[0].rstrip()
        if not text or text.strip() == "funds:":
            continue
        if text.strip().startswith("- "):
            current = {}
            text = text.replace("- ", "  ", 1)
        if not funds or current is not funds[-1]:
            funds.append(current)
        key, _, value = text.strip().partition(":")
        current[key] = value.strip().strip('"')
    for fund in funds:
        fund["committed"] = float(fund["committed"])
        fund["called"] = fund.get("short") or fund["name"]
    return funds


def all_values(folder, as_of):
    """Every figure of every fund on a day, and the runway of a company."""
    out = {}
    for fund in fund_file(folder):
        fund_values(Fund(folder, fund, as_of), out)
    runway(folder, as_of, out)
    return out


def runway(folder, as_of, out):
    """Cash on the day over the mean of the net burns of the three months that end with it."""
    rows = table(folder, "kpis")
    cash = [float(r["value"]) for r in rows if r["metric"] == "Cash" and day_of(r["date"]) == as_of]
    since = months_before(as_of, 3)
    burns = [
        float(r["value"]) for r in rows if r["metric"] == "Net burn" and since < day_of(r["date"]) <= as_of
    ]
    if cash and burns:
        mean = sum(burns) / len(burns)
        out[("Runway", as_of.isoformat(), "3 months' average burn")] = cash[0] / mean if mean > 0 else None
