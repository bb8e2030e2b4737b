"""Charts that tests draw: each kind once as letters have it, and each at its edges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from letterbook.charts.chart import (
    Allocation,
    Contributions,
    Entry,
    Growth,
    GrowthLine,
    GrowthPoint,
    NavBridgeChart,
    Titles,
    ValueOverTime,
    ValuePoint,
)
from letterbook.charts.style import ChartStyle
from letterbook.figure import Figure, Status, Unit, UnitKind
from letterbook.look import Font

STYLE = ChartStyle(
    fonts=(Font("Any"),),
    size=9,
    width=420,
    ink="111111",
    faint="555555",
    hairline="CCCCCC",
    dark="222244",
    middle="8888AA",
    light="DDDDEE",
)
USD, EUR = Unit(UnitKind.MONEY, "USD"), Unit(UnitKind.MONEY, "EUR")
RATE, NUMBER = Unit(UnitKind.PERCENT), Unit(UnitKind.NUMBER)
JUNE, DECEMBER = date(2026, 6, 30), date(2025, 12, 31)


def figure(value, unit=USD, name="figure"):
    return Figure(name, Decimal(value), unit)


def entry(label, value, unit=USD):
    return Entry(label, figure(value, unit, label))


def titles(title, **others):
    return Titles(title=title, as_of=JUNE, **others)


def value_point(day, paid_in, distributed, nav):
    return ValuePoint(day, figure(paid_in), figure(distributed), figure(nav))


def quarters(count, year=2016):
    ends = [(3, 31), (6, 30), (9, 30), (12, 31)]
    return [date(year + number // 4, *ends[number % 4]) for number in range(count)]


def growth_line(label, values, days=None):
    days = days or quarters(len(values))
    points = zip(days, values, strict=True)
    return GrowthLine(label, tuple(GrowthPoint(day, figure(value, NUMBER)) for day, value in points))


LONG = "Supercalifragilistic Industries and Daughters Ltd"

BRIDGE = NavBridgeChart(
    titles("Fund I: how the net asset value changed", since=DECEMBER, status=Status.UNAUDITED),
    entry("Opening NAV", 71300000),
    (
        entry("Calls", 3500000),
        entry("Distributions", -2100000),
        entry("Unrealised gains", 7670000),
        entry("Income", 45000),
        entry("Management fees", -715000),
        entry("Carried interest", -1200000),
    ),
    entry("Closing NAV", 78500000),
)
VALUE = ValueOverTime(
    titles("Fund I: value against what was paid in", source="Tideline Administration"),
    (
        value_point(date(2023, 12, 31), 21000000, 0, 20500000),
        value_point(date(2024, 12, 31), 33000000, 4100000, 48200000),
        value_point(date(2025, 12, 31), 38500000, 7100000, 71300000),
        value_point(JUNE, 42000000, 9200000, 78500000),
    ),
)
GROWTH = Growth(
    titles("Growth of 100", unit="31 March 2016 = 100"),
    (
        growth_line("Fund I, net", ["100", "108.2", "131.5"]),
        growth_line("World index", ["100", "97", "112.4"]),
    ),
)
ALLOCATION = Allocation(
    titles("Fund I: fair value by sector"),
    (entry("Energy storage", 21400000), entry("Industrial robotics", 16900000), entry("Health", 4100000)),
)
CONTRIBUTIONS = Contributions(
    titles("Contribution to the return of H1 2026", unit="% of opening NAV", since=DECEMBER),
    (
        entry("Kelpworks", "0.062", RATE),
        entry("Marlow Robotics", "0.041", RATE),
        entry("Driftwood Health", "-0.021", RATE),
    ),
    totals=(entry("Total, gross", "0.082", RATE),),
)
CHARTS = {
    "nav-bridge": BRIDGE,
    "value-over-time": VALUE,
    "growth": GROWTH,
    "allocation": ALLOCATION,
    "contributions": CONTRIBUTIONS,
}
EDGES = {
    "bridge of nothing": NavBridgeChart(
        titles("Nothing"), entry("Opening NAV", 0), (entry("Calls", 0),), entry("Closing NAV", 0)
    ),
    "bridge without steps": NavBridgeChart(
        titles("No steps"), entry("Opening NAV", 5), (), entry("Closing NAV", 5)
    ),
    "bridge below zero": NavBridgeChart(
        titles("Below zero"),
        entry("Opening NAV", 5000000),
        (entry(f"Unrealised losses on {LONG}", -7200000), entry("W" * 70, 200000)),
        entry("Closing NAV", -2000000),
    ),
    "one day": ValueOverTime(titles("One day"), (value_point(JUNE, 750000, 0, 708750),)),
    "days of nothing": ValueOverTime(titles("Nothing"), (value_point(JUNE, 0, 0, 0),)),
    "forty quarters": ValueOverTime(
        titles("Forty quarters"),
        tuple(
            value_point(day, 900000 * min(number, 24), 700000 * max(number - 20, 0), 1100000 * number)
            for number, day in enumerate(quarters(40))
        ),
    ),
    "value below zero": ValueOverTime(
        titles("Below zero"),
        (value_point(DECEMBER, 5000000, 0, -400000), value_point(JUNE, 6000000, 0, -1400000)),
    ),
    "one point": Growth(titles("One point"), (growth_line("Fund I", ["100"]),)),
    "five lines of which one is empty": Growth(
        titles("Five lines"),
        (
            *(
                growth_line(name, ["100", value])
                for name, value in (("A", 101), ("B", 102), (LONG, 103), ("D", 99))
            ),
            GrowthLine("E", ()),
        ),
    ),
    "one part": Allocation(titles("One part"), (entry("All of it", 3),)),
    "parts of nothing": Allocation(titles("Nothing"), (entry("A", 0), entry("B", 0))),
    "a part below zero": Allocation(titles("Below zero"), (entry("A", 10), entry("Overdraft", -3))),
    "fifty parts": Allocation(
        titles("Fifty parts"), tuple(entry(f"Company {number}", 1000 + number) for number in range(50))
    ),
    "others larger than any part": Allocation(
        titles("Others"), (entry("A", 5), entry("B", 4)), entry("All others", 40)
    ),
    "only losses": Contributions(
        titles("Only losses"), (entry("A", "-0.01", RATE), entry("B", "-0.0004", RATE))
    ),
    "names in other writings": Allocation(
        titles("Œuvre, Ørsted & “$100$” <b>_x^2_ \\frac"),
        (entry("Łódź Żółw", 3), entry("Αθήνα", 2), entry("Москва", 1)),
    ),
}
