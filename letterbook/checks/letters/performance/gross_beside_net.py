"""Rules of how a gross return stands beside its net one: as prominent, as exact, over the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.figures import dates_mixed
from letterbook.checks.letters.own_words import OwnTable, OwnWords, Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.performance.figure_groups import FigureGroup, figure_groups
from letterbook.checks.letters.performance.subjects import measure_of, subject_words
from letterbook.checks.letters.returns import FAMILIES, FUND, gross_kinds, is_net_told, says
from letterbook.checks.letters.vocabulary import A_NUMBER, AS_OF, GROSS_RETURN, NET
from letterbook.figure import Basis, Period, UnitKind
from letterbook.finding import Place
from letterbook.printed_number import PrintedNumber, find_numbers, parse_number
from letterbook.record import record

_RATES = frozenset({UnitKind.PERCENT, UnitKind.MULTIPLE})


def net_less_prominent(edition: CheckedEdition) -> Iterator[Found]:
    """A net return that only a footnote tells, or with fewer decimals than the gross one beside it."""
    if not edition.used_figures and not GROSS_RETURN.search(edition.text):
        return
    yield from _in_notes_only(edition.own_words)
    told: set[Place | None] = set()
    for found in (*_less_exact_figures(edition), *_less_exact_words(edition.own_words)):
        if found.place not in told:
            told.add(found.place)
            yield found


def _in_notes_only(words: OwnWords) -> Iterator[Found]:
    """A gross return in the text whose net one stands in a footnote and nowhere else that counts."""
    told: set[tuple[int, str]] = set()
    for sentence in words.sentences:
        passage = sentence.passage
        for kind in gross_kinds(sentence) if NET.search(passage.notes) else ():
            scope = passage.section if FUND.search(sentence.text) else None
            noted = A_NUMBER.search(passage.notes) and says(NET, kind, passage.notes)
            if not noted or (passage.section, kind) in told or is_net_told(words, kind, scope, notes=False):
                continue
            told.add((passage.section, kind))
            at = GROSS_RETURN.search(sentence.text)
            message = f"The {kind} is told gross in the text, and net in a footnote only."
            yield Found(message, "", sentence.place(at.start() if at else 0))


def _less_exact_figures(edition: CheckedEdition) -> Iterator[Found]:
    for group in figure_groups(edition):
        for gross, nets in _pairs(group):
            digits = [_decimals(each.text) for each in nets]
            own = _decimals(gross.text)
            if own is not None and all(each is not None and each < own for each in digits):
                yield _less_exact(gross.text, nets[0].text, gross.place)
                break


def _pairs(group: FigureGroup) -> Iterator[tuple[UsedFigure, Sequence[UsedFigure]]]:
    """Each gross figure of performance in a group with the net ones of its measure and subject."""
    for gross in group.uses:
        measure = measure_of(gross.figure) if gross.figure.basis is Basis.GROSS else None
        nets = [
            use
            for use in group.uses
            if use.figure.basis is Basis.NET
            and measure_of(use.figure) is measure
            and subject_words(use.figure) == subject_words(gross.figure)
        ]
        if measure and nets:
            yield gross, nets


def _decimals(text: str) -> int | None:
    number = parse_number(text) or parse_number(text, ",")
    return number.layout.decimals if number else None


def _less_exact(gross: str, net: str, place: Place | None) -> Found:
    return Found(f'Net is "{net}" beside "{gross}" gross: it has fewer decimals.', "", place)


@record
class _Pair:
    """The numbers of a gross and a net return that stand together."""

    gross: PrintedNumber
    net: PrintedNumber

    @property
    def is_uneven(self) -> bool:
        """Whether the net one has fewer decimals, in the same unit."""
        same = self.gross.kind is self.net.kind
        return same and self.gross.layout.decimals > self.net.layout.decimals


def _less_exact_words(words: OwnWords) -> Iterator[Found]:
    for sentence in words.sentences:
        pair = _told_together(sentence)
        if pair and pair.is_uneven:
            at = GROSS_RETURN.search(sentence.text)
            place = sentence.place(at.start() if at else 0)
            yield _less_exact(pair.gross.text, pair.net.text, place)
    for table in words.tables:
        uneven = next((pair for pair in _labelled(table) if pair.is_uneven), None)
        if uneven:
            yield _less_exact(uneven.gross.text, uneven.net.text, table.table.place)


def _told_together(sentence: Sentence) -> _Pair | None:
    """The two numbers of a sentence that says gross once and net once, in the order of these words."""
    if sentence.passage.figures or not any(kind.search(sentence.text) for kind in FAMILIES.values()):
        return None
    gross, net = list(GROSS_RETURN.finditer(sentence.text)), list(NET.finditer(sentence.text))
    if len(gross) != 1 or len(net) != 1:
        return None
    mark = "," if re.search(r"[0-9],[0-9]{1,2}\s?%", sentence.text) else "."
    numbers = [each for each in find_numbers(sentence.text, mark) if each.kind in _RATES]
    if len(numbers) != 2:
        return None
    first, second = numbers
    is_gross_first = gross[0].start() < net[0].start()
    return _Pair(first, second) if is_gross_first else _Pair(second, first)


_BASIS = Pattern(
    r"\b(?:net|gross|netto|brutto)\b(?: (?:of|before|after|von|vor|nach)\b[^|,;()]*)?", re.IGNORECASE
)


def _labelled(table: OwnTable) -> Iterator[_Pair]:
    """The gross and net numbers of a table whose rows and columns are called alike but for that."""
    header = {cell.column: cell.passage.text for cell in table.cells if cell.is_header}
    firsts = {cell.row: cell.passage.text for cell in table.cells if cell.column == 1}
    found: dict[str, dict[bool, PrintedNumber]] = {}
    for cell in table.cells:
        text = cell.passage.text
        number = parse_number(text) or parse_number(text, ",")
        label = f"{firsts.get(cell.row, '')} | {header.get(cell.column, '')}"
        is_gross, is_net = GROSS_RETURN.search(label) is not None, NET.search(label) is not None
        if number and is_gross is not is_net and number.kind in _RATES:
            key = " ".join(_without_basis(label).split()).casefold()
            found.setdefault(key, {}).setdefault(is_gross, number)
    for both in found.values():
        if len(both) == 2:
            yield _Pair(both[True], both[False])


def _without_basis(label: str) -> str:
    kept, end = "", 0
    for match in _BASIS.finditer(label):
        kept, end = kept + label[end : match.start()], match.end()
    return kept + label[end:]


def compared_over_other_times(edition: CheckedEdition) -> Iterator[Found]:
    """A gross return beside a net one of another period or day, in one sentence or table."""
    if not edition.used_figures and not GROSS_RETURN.search(edition.text):
        return
    mixed = {found.place for found in dates_mixed(edition)} if edition.used_figures else set()
    for group in figure_groups(edition):
        for gross, nets in _pairs(group):
            if any(_is_of_same_time(gross, net) for net in nets) or gross.place in mixed:
                continue
            message = f'"{gross.text}" gross is {_time(gross)}, "{nets[0].text}" net {_time(nets[0])}.'
            yield Found(message, "", gross.place)
            break
    for sentence in edition.own_words.full_sentences:
        if not sentence.passage.figures:
            yield from _other_times(sentence)


def _is_of_same_time(gross: UsedFigure, net: UsedFigure) -> bool:
    days = {each.figure.as_of for each in (gross, net)} - {None}
    return len(days) < 2 and not _differ(gross.figure.period, net.figure.period)


def _differ(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are certainly not the same."""
    if one is None or other is None:
        return False
    if one.start and other.start:
        return (one.start, one.end) != (other.start, other.end)
    dated, worded = (one, other) if one.start else (other, one)
    from_beginning = "inception" in worded.words.casefold()
    return bool(dated.start) and from_beginning and "annuali" not in dated.words


def _time(use: UsedFigure) -> str:
    figure = use.figure
    words = figure.period.words if figure.period else ""
    day = f"to {figure.as_of}" if words and figure.as_of else f"of {figure.as_of}" if figure.as_of else ""
    return " ".join(part for part in (words, day) if part)


_YEAR = r"(?:19|20)[0-9]{2}"
_TIME = Pattern(
    rf"\bsince (?:the )?(?:inception|first close|{_YEAR}|[A-Z][a-z]+ {_YEAR})"
    r"|\b(?:over|in|for) the (?:last |past |first |second )?"
    r"(?:(?:two|three|four|five|six|seven|ten|[0-9]+) years|half[- ]year|half|quarter|year"
    r"|(?:three|six|nine|twelve) months)\b"
    rf"|\b(?:in|for) (?:{_YEAR}|[QH][1-4] {_YEAR})\b|{AS_OF.pattern}"
    r"|\b(?:one|two|three|four|five|six|seven|ten|[0-9]+)-year\b"
    rf"|\bseit (?:Auflage|Auflegung|{_YEAR})|\bim (?:Halbjahr|Quartal|Jahr(?: {_YEAR})?)\b",
    re.IGNORECASE,
)
_BORDER = Pattern(r"[;()]|,(?![0-9])|\b(?:and|or|but|while|whereas|against|und|oder|aber)\b")


def _other_times(sentence: Sentence) -> Iterator[Found]:
    """What is told where the clause that says gross and the one that says net name one time each."""
    text = sentence.text
    gross, net = list(GROSS_RETURN.finditer(text)), list(NET.finditer(text))
    if len(gross) != 1 or len(net) != 1 or len(A_NUMBER.findall(text)) < 2:
        return
    clauses = [_clause(text, each.start()) for each in (gross[0], net[0])]
    times = [[" ".join(match[0].casefold().split()) for match in _TIME.finditer(each)] for each in clauses]
    kinds = [{kind for kind, words in FAMILIES.items() if words.search(each)} for each in clauses]
    is_same_kind = kinds[0] == kinds[1] or (kinds[0] and not kinds[1]) or (kinds[1] and not kinds[0])
    if clauses[0] == clauses[1] or not (kinds[0] | kinds[1]) or not is_same_kind:
        return
    if all(len(each) == 1 for each in times) and times[0] != times[1]:
        message = f'Gross is told "{times[0][0]}", net "{times[1][0]}".'
        yield Found(message, "", sentence.place(gross[0].start()))


def _clause(text: str, at: int) -> str:
    """The part of a sentence around an offset."""
    borders = [0, *(border.start() for border in _BORDER.finditer(text)), len(text)]
    start = max(border for border in borders if border <= at)
    return text[start : min(border for border in borders if border > at)]
