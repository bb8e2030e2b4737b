"""Rules of numbers: that each comes from data, agrees with it, and with the other numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.numbers.figure_names import called
from letterbook.checks.letters.own_words import Passage
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import AS_OF, MONTHS
from letterbook.currencies import house_sign
from letterbook.figure import Figure, UnitKind
from letterbook.figure_format import format_figure
from letterbook.fund.figure_names import name_words
from letterbook.printed_number import PrintedNumber, parse_number
from letterbook.record import record

_AGREES, _DISAGREES = "agrees", "disagrees"


def number_untied(edition: CheckedEdition) -> Iterator[Found]:
    """A typed number that is no figure's and does not say where it comes from."""
    for number in edition.figure_ticks:
        if number.outcome == _DISAGREES or number.is_sourced:
            continue
        if number.outcome == _AGREES and number.figure:
            call = called(number.figure)
            message = f'"{number.text}" was typed; it is {call}.'
            yield Found(message, f"Write {{{{ {call} }}}}, and it stays right.", number.place)
        else:
            yield Found(f'"{number.text}" was typed, and no figure has it.', "", number.place)


def number_wrong(edition: CheckedEdition) -> Iterator[Found]:
    """A typed number beside the name of a figure that has another value."""
    for number in edition.figure_ticks:
        if number.outcome == _DISAGREES and number.figure:
            call = called(number.figure)
            value = number.expected or format_figure(number.figure)
            message = f'"{number.text}" was typed; {call} is {value}.'
            yield Found(message, f"Write {{{{ {call} }}}} in its place.", number.place)


@record
class _Key:
    """What tells the figures of one fund or company on one day from all others."""

    of: tuple[str, ...]
    day: str
    basis: str


_METRICS = frozenset({"dpi", "rvpi", "tvpi", "paid", "unfunded", "committed"})
_FILLERS = frozenset({"in", "capital", "commitment", "commitments", "the"})


def numbers_do_not_tie(edition: CheckedEdition) -> Iterator[Found]:
    """Printed figures of one fund and day that contradict each other, and totals that are no sums."""
    groups: dict[_Key, dict[str, UsedFigure]] = {}
    for use in edition.used_figures:
        words = name_words(use.figure.name)
        metric = next((word for word in words if word in _METRICS), "")
        if use.predecessor is None and metric:
            of = tuple(word for word in words if word not in _METRICS | _FILLERS)
            basis = use.figure.basis.value if use.figure.basis else ""
            key = _Key(of, str(use.figure.as_of or ""), basis if metric.endswith("pi") else "")
            groups.setdefault(key, {}).setdefault(metric, use)
    for group in groups.values():
        yield from _tied(group, ("dpi", "rvpi"), "tvpi")
        yield from _tied(group, ("paid", "unfunded"), "committed")
    yield from _totals(edition)


def _tied(group: Mapping[str, UsedFigure], parts: tuple[str, str], whole: str) -> Iterator[Found]:
    """What is wrong where the two parts do not make the whole, as far as their digits tell."""
    if not all(metric in group for metric in (*parts, whole)):
        return
    first, second, total = (group[metric] for metric in (*parts, whole))
    tolerance = sum((_step(use) for use in (first, second, total)), Decimal(0)) / 2
    difference = first.figure.value + second.figure.value - total.figure.value
    if abs(difference) > tolerance:
        message = (
            f"{first.figure.name} ({first.text}) and {second.figure.name} ({second.text}) do not make "
            f"{total.figure.name} ({total.text})."
        )
        yield Found(message, "", total.place)


def _step(use: UsedFigure) -> Decimal:
    number = parse_number(use.text) or parse_number(use.text, ",")
    return number.step if number else Decimal(0)


_TOTAL = Pattern(
    r"\s*(?:total|sum|grand total|overall|all companies|all holdings|summe|gesamt)\b", re.IGNORECASE
)
_ADDS_UP = Pattern(r"\b(?:contribution|weight|share|allocation|% of|of NAV|Anteil|Beitrag)", re.IGNORECASE)
_DASHES = frozenset({"", "–", "-", "—", "−"})


def _totals(edition: CheckedEdition) -> Iterator[Found]:
    """The totals of tables that are not the sums of what stands above them."""
    for table in edition.own_words.tables:
        header = [row.text.split(" | ") for row in table.header]
        rows = [row.text.split(" | ") for row in table.rows]
        for column in range(1, max((len(row) for row in rows), default=0)):
            title = " ".join(row[column] for row in header if column < len(row))
            for at in _wrong_totals(rows, column, title):
                shown = rows[at][column].strip()
                message = f'The total "{shown}" is not the sum of what stands above it{_of(title)}.'
                yield Found(message, "", table.rows[at].place())


def _of(title: str) -> str:
    return f' under "{title.strip()}"' if title.strip() else ""


def _wrong_totals(rows: Sequence[Sequence[str]], column: int, title: str) -> Iterator[int]:
    """The rows whose total in a column is the sum neither since the last total nor of all totals."""
    above: list[PrintedNumber] = []
    totals: list[PrintedNumber] = []
    for at, row in enumerate(rows):
        text = row[column].strip() if column < len(row) else ""
        number = parse_number(text)
        if text in _DASHES:
            continue
        if number is None or not _can_add_up(number, title):
            return
        if not _is_total(row):
            above.append(number)
            continue
        groups = [group for group in (above, totals, [*totals, *above]) if len(group) > 1]
        if groups and not any(_is_sum(number, group) for group in groups):
            yield at
        totals.append(number)
        above = []


def _is_total(row: Sequence[str]) -> bool:
    """Whether a row says so in its first cell that says anything."""
    return _TOTAL.match(next((cell for cell in row if cell.strip()), "")) is not None


def _can_add_up(number: PrintedNumber, title: str) -> bool:
    """Money and plain numbers do; percentages where they are shares; multiples and rates never."""
    if number.kind is UnitKind.PERCENT:
        return _ADDS_UP.search(title) is not None
    return number.kind in {None, UnitKind.MONEY, UnitKind.NUMBER} and not re.search(
        r"IRR|TVPI|MOIC|DPI|multiple|year|vintage|date|age", title, re.IGNORECASE
    )


def _is_sum(total: PrintedNumber, group: Sequence[PrintedNumber]) -> bool:
    steps = sum((each.step for each in group), total.step)
    return abs(sum((each.value for each in group), Decimal(0)) - total.value) * 2 <= steps


_RESTATED = Pattern(r"\brestate(?:d|ment|s)?\b|\bcorrected\b|\bberichtigt\b|\bangepasst\b", re.IGNORECASE)


def figure_restated(edition: CheckedEdition) -> Iterator[Found]:
    """A figure of a day that an earlier edition printed with another value, where nothing says so."""
    if _RESTATED.search(edition.text):
        return
    earlier = {_identity(each.figure): each for each in edition.earlier_figures}
    told: set[object] = set()
    for use in edition.used_figures:
        for figure in (use.figure, use.predecessor):
            before = earlier.get(_identity(figure)) if figure else None
            if figure is None or before is None or before.figure.value == figure.value:
                continue
            if _identity(figure) not in told:
                told.add(_identity(figure))
                was, now = format_figure(before.figure), format_figure(figure)
                now = now if now != was else f"{figure.value:f}"
                message = f'{_dated(figure)} was {was} in "{before.edition}", and is {now} here.'
                yield Found(message, "", use.place)


def _identity(figure: Figure) -> tuple[object, ...]:
    period = figure.period.words.casefold() if figure.period else ""
    return tuple(sorted(name_words(figure.name))), figure.basis, figure.as_of, period


def _dated(figure: Figure) -> str:
    return f"{called(figure)} of {figure.as_of}" if figure.as_of else called(figure)


def rounded_otherwise(edition: CheckedEdition) -> Iterator[Found]:
    """A figure that is shown with other decimals, or in another scale, than where it stands first."""
    first: dict[object, UsedFigure] = {}
    for use in edition.used_figures:
        layout = _layout(use.text)
        if use.predecessor is not None or layout is None:
            continue
        before = first.setdefault((tuple(sorted(name_words(use.figure.name))), use.figure.basis), use)
        if _layout(before.text) != layout:
            message = f'{called(use.figure)} is shown as "{use.text}" here and as "{before.text}" before.'
            yield Found(message, "", use.place)


def _layout(text: str) -> tuple[int, int] | None:
    """Decimals and scale; None for a bare number, whose unit a column says."""
    number = parse_number(text) or parse_number(text, ",")
    return (number.layout.decimals, number.layout.exponent) if number and number.has_marks else None


_DOLLARS = {
    "AUD": r"Australian|AUD|A\$",
    "CAD": r"Canadian|CAD|C\$",
    "HKD": r"Hong Kong|HKD|HK\$",
    "NZD": r"New Zealand|NZD|NZ\$",
    "SGD": r"Singapore|SGD|S\$",
}
_BARE_DOLLAR = Pattern(r"(?<![A-Za-z])\$")


def unit_unclear(edition: CheckedEdition) -> Iterator[Found]:
    """A bare $ that is no United States dollar, and a column of a table in several scales."""
    told: set[str] = set()
    for use in edition.used_figures:
        currency = use.figure.unit.currency
        words = _DOLLARS.get(currency)
        if (
            words
            and currency not in told
            and _BARE_DOLLAR.search(use.text)
            and not re.search(words, edition.text)
        ):
            told.add(currency)
            message = f'"{use.text}" is {currency}, and nothing in the text says so.'
            yield Found(message, f"Show it as {house_sign(currency)}, or name the currency once.", use.place)
    for table in edition.own_words.tables:
        columns: dict[int, set[int]] = {}
        for cell in table.cells:
            number = parse_number(cell.passage.text)
            if number and number.kind is UnitKind.MONEY and number.layout.exponent:
                columns.setdefault(cell.column, set()).add(number.layout.exponent)
        if any(len(scales) > 1 for scales in columns.values()):
            yield Found("A column of the table has money in several scales.", "", table.table.place)


_SAYS_DAY = Pattern(
    rf"{AS_OF.pattern}|\b(?:19|20)[0-9]{{2}}\b|\b{MONTHS}|\b(?:ago|earlier|previous|before|last|prior"
    r"|since|then|former|opening|beginning)\b",
    re.IGNORECASE,
)


def dates_mixed(edition: CheckedEdition) -> Iterator[Found]:
    """Figures of several days in one paragraph or table, where one of another day does not say so."""
    for passage in edition.own_words.passages:
        yield from _mixed(edition, passage, "")
    for table in edition.own_words.tables:
        header = {cell.column: cell.passage.text for cell in table.cells if cell.is_header}
        rows = {cell.row: cell.passage.text for cell in reversed(table.cells)}
        days = {use.figure.as_of for cell in table.cells for use in _uses(edition, cell.passage)}
        for cell in table.cells if len(days) > 1 else ():
            label = f"{header.get(cell.column, '')} {rows.get(cell.row, '')} {cell.passage.text}"
            for use in _uses(edition, cell.passage):
                if use.figure.as_of != edition.as_of and not _SAYS_DAY.search(label):
                    yield _other_day(use)


def _mixed(edition: CheckedEdition, passage: Passage, label: str) -> Iterator[Found]:
    days = {use.figure.as_of for use in _uses(edition, passage)}
    for sentence in passage.sentences if len(days) > 1 else ():
        end = sentence.start + len(sentence.text)
        for figure in passage.figures:
            use = edition.use_of(figure) if sentence.start <= figure.start < end else None
            is_other = use and use.predecessor is None and use.figure.as_of != edition.as_of
            if use and is_other and not _SAYS_DAY.search(f"{sentence.text} {label}"):
                yield _other_day(use)


def _uses(edition: CheckedEdition, passage: Passage) -> Iterator[UsedFigure]:
    """The figures with a day that a passage prints; changes are of two days and say so."""
    for figure in passage.figures:
        use = edition.use_of(figure)
        if use and use.predecessor is None and use.figure.as_of:
            yield use


def _other_day(use: UsedFigure) -> Found:
    return Found(f'"{use.text}" is of {use.figure.as_of}, and nothing beside it says so.', "", use.place)
