"""The rule of large changes: a figure that has moved far needs a sentence that says why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.numbers.figure_names import called, measure_of
from letterbook.checks.letters.own_words import OwnTable, OwnWords, Passage
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import Heading
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.fund.figure_names import name_words

_THRESHOLDS = {"tvpi": Decimal("0.3"), "irr": Decimal("0.05")}
_NAV_SHARE = Decimal("0.25")
_OF_OTHERS = frozenset({"bridge", "growth", "pme", "alpha", "return", "contribution"})
_SAID = {
    "tvpi": Pattern(r"\bTVPI\b|\bmultiple\b|\bMultiplikator\b"),
    "irr": Pattern(r"\bIRR\b|\binternal rate of return\b|\b[Ii]nterne[rn]? Zinsfuß"),
    "nav": Pattern(r"\bNAV\b|\b[Nn]et asset value\b|\bNettoinventarwert|\bNettovermögen"),
}
_WHY = Pattern(
    r"\b(?:rose|fell|increased|decreased|grew|declined|dropped|jumped|gained|lost|up|down|because|due to"
    r"|owing to|result of|thanks to|reflects?|driven|higher|lower|change[ds]?|was unchanged"
    r"|stieg|fiel|sank|gestiegen|gefallen|gesunken|weil|wegen|aufgrund|dank|höher|niedriger|unverändert)\b"
)


def jump_unexplained(edition: CheckedEdition) -> Iterator[Found]:
    """A large change since the last letter, where no sentence of the parts that print it speaks of it."""
    jumps: dict[object, tuple[Figure, Found]] = {}
    for use in edition.used_figures:
        metric = _metric(use.figure) if use.predecessor is None else ""
        before = _before(use.figure, edition) if metric and measure_of(use.figure) not in jumps else None
        if before and _is_jump(metric, before.value, use.figure.value):
            message = f"{called(use.figure)} went from {format_figure(before)} to {use.text}"
            found = Found(f"{message}, and no sentence says why.", "", use.place)
            jumps[measure_of(use.figure)] = use.figure, found
    if not jumps:
        return
    parts = _parts(edition.own_words)
    for figure, found in jumps.values():
        printed = _printed_in(edition, figure, parts)
        if not any(
            _explains(passage, figure)
            for passage in edition.own_words.passages
            if not printed or parts.get(passage.section) in printed
        ):
            yield found


def _metric(figure: Figure) -> str:
    words = name_words(figure.name)
    return "" if _OF_OTHERS & set(words) else next((word for word in words if word in _SAID), "")


def _explains(passage: Passage, figure: Figure) -> bool:
    said = _SAID[_metric(figure)]
    return any(said.search(each.text) and _WHY.search(each.text) for each in passage.sentences)


def _is_jump(metric: str, before: Decimal, now: Decimal) -> bool:
    if metric == "nav":
        return bool(before) and abs(now - before) > _NAV_SHARE * abs(before)
    return abs(now - before) > _THRESHOLDS[metric]


def _before(figure: Figure, edition: CheckedEdition) -> Figure | None:
    """The same measure as the last letter printed it, else on the last day before of which it is known."""
    told = (each.figure for each in edition.earlier_figures)
    return _latest(figure, tuple(told)) or _latest(figure, edition.figures)


def _latest(figure: Figure, figures: tuple[Figure, ...]) -> Figure | None:
    earlier = [
        each
        for each in figures
        if each.as_of and figure.as_of and each.as_of < figure.as_of
        if measure_of(each) == measure_of(figure)
    ]
    return max(earlier, key=lambda each: str(each.as_of), default=None)


def _parts(words: OwnWords) -> Mapping[int, int]:
    """To which part of the letter, below a heading of its highest level, each section belongs."""
    levels = {each.section: each.block.level for each in words.passages if isinstance(each.block, Heading)}
    top = min(levels.values(), default=0)
    parts: dict[int, int] = {}
    part = 0
    sections = {each.section for each in words.passages} | {each.section for each in words.tables}
    for section in sorted(sections):
        part = section if levels.get(section, 99) == top else part
        parts[section] = part
    return parts


def _printed_in(edition: CheckedEdition, figure: Figure, parts: Mapping[int, int]) -> frozenset[int]:
    """The parts that print a measure, in a paragraph or a table; none where it stands in neither."""
    return frozenset(
        parts[passage.section]
        for part in edition.own_words.parts
        for passage in ([cell.passage for cell in part.cells] if isinstance(part, OwnTable) else [part])
        for each in passage.figures
        if (use := edition.use_of(each)) and measure_of(use.figure) == measure_of(figure)
    )
