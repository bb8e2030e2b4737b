"""The rule of comparisons that name a winner: better or worse than an index needs the two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.comparisons.known_indices import NAME_GOES_ON
from letterbook.checks.letters.numbers.rates import Rate, mark_of, rates
from letterbook.checks.letters.own_words import OwnTable, OwnWords, Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import INDEX
from letterbook.printed_number import parse_number
from letterbook.record import record

_SUBJECT = (
    r"(?:\b(?:[Tt]he|[Oo]ur|[Tt]his) (?:[Ff]und|[Pp]artnership|[Pp]ortfolio|[Ss]trategy)\b"
    r"|\bFund (?:[IVX]+|[0-9]+|One|Two)\b|\b[Ww]e\b"
    r"|\b(?:[Dd]er|[Uu]nser) Fonds\b|\b[Ff]onds (?:[IVX]+|[0-9]+)\b|\b[Ww]ir\b)"
)
_ADVERBS = (
    r"(?:,? (?:has|have|had|again|also|thus|therefore|once more"
    r"|once again|still|well|far|a little|just|[a-z]+ly"
    r"|hat|haben|wieder|erneut|auch|deutlich|klar|knapp|leicht))*"
)
_WAS = r"(?:was|were|is|are|ended|finished|came in|came|fell)(?: the (?:year|half-year|quarter|period))?"
_BY_FAR = r"(?:well |far |just |slightly |a little |comfortably )?"
_STOOD = r"lag(?:en)?(?: mit [0-9,]+[\s\u00a0\u202f]?(?:%|Prozent)(?: netto)?)? (?:deutlich |knapp )?"
_OVER = (
    rf"outperformed|beat|beaten|bettered|topped|surpassed|exceeded|outpaced|outstripped|outdid|trounced"
    rf"|thrashed|generated (?:\w+ )?alpha (?:against|over|versus)|{_WAS} {_BY_FAR}ahead of"
    rf"|did better than|übertraf(?:en)?|schlug(?:en)?|{_STOOD}vor|schnitt(?:en)? besser ab als"
)
_UNDER = (
    rf"underperformed|lagged|trailed|fell short of|{_WAS} {_BY_FAR}behind|did worse than"
    rf"|blieb(?:en)? (?:deutlich |knapp )?hinter|{_STOOD}hinter|schnitt(?:en)? schlechter ab als"
)
_TRAILING = (
    rf"(?:(?P<over2>outperforming|beating|exceeding|{_BY_FAR}ahead of)"
    rf"|(?P<under2>underperforming|lagging|trailing|{_BY_FAR}behind))"
)
_ARTICLES = (
    r"(?: (?:both|the|its|our|their|broader|wider|global|public|equity"
    r"|den|dem|der|das|die|seinen|seinem|unseren|unserem|des))*"
)
_UNNAMED = r"(?:[Ii]ndex|benchmark|[Vv]ergleichsindex|Benchmark)\b(?!es)"
_INDEX = rf"(?P<index>(?:{INDEX.pattern})|{_UNNAMED})"
_CLAIM = Pattern(rf"{_SUBJECT}{_ADVERBS} (?:(?P<over>{_OVER})|(?P<under>{_UNDER})){_ARTICLES} {_INDEX}")
_GERMAN_CLAIM = Pattern(
    rf"{_SUBJECT}(?: \w+){{0,2}}? (?:hat|haben)(?: \w+){{0,3}}? (?:den|unseren|seinen"
    rf"|ihren) (?:\w+ )?{_INDEX}"
    r"[^.;]{0,60}? (?P<over>geschlagen|übertroffen|hinter sich gelassen)\b"
)
_TRAILING_CLAIM = Pattern(
    rf"{_SUBJECT}(?:[^.;]|\.(?=[0-9])){{0,80}}?[0-9]\s?(?:%|per cent|percent)[^.;,0-9]{{0,30}}, {_TRAILING}"
    rf"{_ARTICLES} {_INDEX}"
)
_ONLY_MEANT = Pattern(
    r"\b(?:[Ii]f|[Ww]hether|would|could|should|may|might|will|aim|hope|expect|target|not|never|no|nor|neither"
    r"|[Uu]nless|until|means|measures|by which|(?:[Aa]bove|[Bb]elow) one"
    r"|[Ww]enn|[Oo]b|würde|könnte|soll|nicht|nie|kein)\b|n['’]t\b|\?",
)
_ELSEWHERE = Pattern(
    r"\b(?:see|below|above|overleaf|table|chart|page|appendix"
    r"|siehe|unten|oben|Tabelle|Grafik|Seite|Anhang)\b"
)
_LINKING = Pattern(
    r"(?:['’]s?\b)?(?:[\s,:(–—-]|\b(?:which|that|with|at|of|by|a|an|and|its|the|total|net|gross|return"
    r"|returns|returned|returning|gain|gained|gaining|loss|lost|fell|rose|was|were|up|down|made|only|just"
    r"|in|over|same|period|time|half|half-year|year|quarter|index|after|fees|der|die|das|mit|um|auf|von"
    r"|netto|brutto|verlor|gewann|stieg|fiel|erzielte|im|gleichen|selben|Zeitraum|nach|Gebühren|Rendite"
    r"|einer|eine|einem|Verlust|plus|minus)\b)*"
)
_AGAINST = Pattern(
    r"(?:[\s)%,]|\b(?:net|gross|netto|brutto|after fees)\b)*\b"
    r"(?:against|versus|vs|to|compared (?:with|to)|gegen|gegenüber|nach|statt|zu)\b\.?(.*)",
    re.DOTALL,
)
_NET_COLUMN = Pattern(r"\b(?:net|netto)\b", re.IGNORECASE)
_FUND_COLUMN = Pattern(r"\b(?:fund|fonds)\b", re.IGNORECASE)
_INDEX_COLUMN = Pattern(rf"{INDEX.pattern}|\b(?:[Ii]ndex|[Bb]enchmark)\b")


@record
class _Pair:
    """A row of a table: the return of the fund, that of the index, and how they print."""

    fund: Decimal
    index: Decimal
    shown: str


@record
class _Claim:
    """That a fund was better (`is_over`) or worse than an index: its words, and where the index stands."""

    words: str
    is_over: bool
    start: int
    index: str
    index_start: int
    index_end: int


def better_without_numbers(edition: CheckedEdition) -> Iterator[Found]:
    """Better or worse than an index where no two numbers say so, or the two that do say the reverse."""
    mark = mark_of(edition)
    for sentence in edition.own_words.sentences:
        claim = _claim(sentence.text)
        if claim is None or _ONLY_MEANT.search(sentence.text):
            continue
        own = tuple(rates(sentence.text, mark))
        said = [rate for rate in own if not rate.is_difference]
        pair = _pair(sentence.text, claim, said)
        if pair and _contradicts(claim, *pair):
            message = f'"{claim.words}" is said of {pair[0].text} beside {pair[1].text}.'
            yield Found(message, "Change the word, or the number.", sentence.place(claim.start))
        elif not said and (shown := _reversed_in_table(edition.own_words, sentence, claim, mark)):
            message = f'"{claim.words}": the table beside it says the reverse ({shown}).'
            yield Found(message, "Change the word, or the number.", sentence.place(claim.start))
        elif not _has_pair(edition.own_words, sentence, own, mark):
            message = f'"{claim.words}", and no two numbers here say by how much.'
            yield Found(message, "", sentence.place(claim.start))


def _claim(text: str) -> _Claim | None:
    match = _CLAIM.search(text) or _TRAILING_CLAIM.search(text) or _GERMAN_CLAIM.search(text)
    if match is None:
        return None
    groups = match.groupdict()
    over = groups.get("over") or groups.get("over2")
    word = over or groups.get("under") or groups.get("under2") or ""
    goes_on = NAME_GOES_ON.match(text, match.end("index"))
    end = goes_on.end() if goes_on else match.end("index")
    start = text.index(word, match.start())
    index = text[match.start("index") : end].strip()
    words = f"{word} … {index}" if start < match.start("index") else f"{index} … {word}"
    return _Claim(words, over is not None, start, index, match.start("index"), end)


def _pair(text: str, claim: _Claim, said: Sequence[Rate]) -> tuple[Rate, Rate] | None:
    """The return of the fund and that of the index, where a sentence has these two and no others."""
    if len(said) != 2:
        return None
    first, second = said
    if first.is_signed and first.value < 0 and not second.is_signed:
        return None
    if first.end <= claim.index_start <= second.start:
        is_sure = _INDEX_COLUMN.search(text[: first.start]) is None
        return (first, second) if is_sure and _links(text[claim.index_end : second.start]) else None
    against = _AGAINST.match(text[first.end : second.start]) if first.start >= claim.index_end else None
    if against and _links(text[claim.index_end : first.start]) and _links(against[1]):
        return first, second
    return None


def _links(text: str) -> bool:
    """Whether `text` has only words that lead from a name to its number."""
    return _LINKING.fullmatch(text) is not None


def _contradicts(claim: _Claim, fund: Rate, index: Rate) -> bool:
    return fund.value < index.value if claim.is_over else fund.value > index.value


def _has_pair(words: OwnWords, sentence: Sentence, own: Sequence[Rate], mark: str) -> bool:
    """Whether a sentence, or what stands around it, has two rates, or says where they are."""
    if len(own) > 1 or _ELSEWHERE.search(sentence.text):
        return True
    section = sentence.passage.section
    around = [each.text for each in words.passages if each.section == section]
    around += [sentence.passage.notes]
    around += [each.text for each in words.tables if each.section == section]
    return sum(len(tuple(rates(text, mark))) for text in around) > 1


def _reversed_in_table(words: OwnWords, sentence: Sentence, claim: _Claim, mark: str) -> str:
    """Two numbers of a table of the section of which every row says the reverse; else an empty string."""
    for table in words.tables:
        if table.section != sentence.passage.section:
            continue
        pairs = tuple(_pairs_of(table, claim, mark))
        if pairs and all(
            pair.fund < pair.index if claim.is_over else pair.fund > pair.index for pair in pairs
        ):
            return pairs[0].shown
    return ""


def _pairs_of(table: OwnTable, claim: _Claim, mark: str) -> Iterator[_Pair]:
    """The values of fund and index in each row of a table that has one column of either."""
    header = {cell.column: cell.passage.text for cell in table.cells if cell.is_header}
    named = [at for at, text in header.items() if claim.index in text]
    indices = named or [at for at, text in header.items() if _INDEX_COLUMN.search(text)]
    others = {at: text for at, text in header.items() if at not in indices and at > 1}
    funds = [at for at, text in others.items() if _NET_COLUMN.search(text)]
    funds = funds or [at for at, text in others.items() if _FUND_COLUMN.search(text)]
    if len(indices) != 1 or len(funds) != 1:
        return
    cells = {(cell.row, cell.column): cell.passage.text for cell in table.cells if not cell.is_header}
    for row in sorted({at for at, _ in cells}):
        fund = parse_number(cells.get((row, funds[0]), ""), mark)
        index = parse_number(cells.get((row, indices[0]), ""), mark)
        if fund and index:
            yield _Pair(fund.value, index.value, f"{fund.text} beside {index.text}")
