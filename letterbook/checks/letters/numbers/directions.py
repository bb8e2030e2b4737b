"""The rule of words for up and down: they agree with the two numbers, or the figure, beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.numbers.figure_names import measure_of
from letterbook.checks.letters.numbers.rates import mark_of
from letterbook.checks.letters.own_words import Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import MONTHS
from letterbook.figure import Figure
from letterbook.figure_format import format_value
from letterbook.printed_number import PrintedNumber, find_numbers
from letterbook.record import record

_UP = (
    r"rose|rises|risen|increased|increases|grew|grows|grown|climbed|gained|advanced|widened|widens|"
    r"jumped|expanded|surged|soared|swelled|edged up|lengthened|was raised|were raised|went up|is up"
    r"|are up|was up|were up|up|improved|improves"
)
_DOWN = (
    r"fell|falls|fallen|declined|declines|decreased|decreases|narrowed|narrows|"
    r"dropped|shrank|slipped|sank|slid|tumbled|plunged|plummeted|contracted|shortened|was cut|were cut"
    r"|was lowered|were lowered|was reduced|were reduced"
    r"|edged down|went down|is down|are down|was down|were down|down|worsened|deteriorated"
)
_JUDGED = Pattern(r"improve|worsen|deteriorate", re.IGNORECASE)
_MORE_IS_BETTER = Pattern(
    r"\b(?:margins?|retention|revenues?|sales|turnover|ARR|MRR|NAV|net asset value|TVPI|DPI|IRR|returns?"
    r"|growth"
    r"|profits?|EBITDA|occupancy|utili[sz]ation|yields?|conversion|satisfaction|accuracy)\b[^,;:]{0,40}$",
    re.IGNORECASE,
)
"""Words that judge a change, and measures of which it is sure which way is better."""
_GERMAN_UP = r"stieg(?:en)?|wuchs(?:en)?|kletterten?|erhöhten? sich|vergrößerten? sich|legten? zu|zulegten?"
_GERMAN_DOWN = r"fiel(?:en)?|sank(?:en)?|schrumpften?|verringerten? sich|verkleinerten? sich|rutschten?"
_SIZE = Pattern(r"widen|narrow|vergrößer|verkleiner|verringer")


_Numbers: TypeAlias = Mapping[int, PrintedNumber]


@record
class _Words:
    """The words of a language: for directions, and for what stands between them and their numbers.

    `word` names its groups `up` and `down`, and `last` is one that follows its two numbers.
    """

    mark: str
    word: Pattern
    before_figure: Pattern
    by: Pattern
    origin: Pattern
    to: Pattern
    goal: Pattern
    last: Pattern | None = None


_ENGLISH = _Words(
    ".",
    Pattern(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?! to date)", re.IGNORECASE),
    Pattern(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [\w%,.$€£]+){{0,4}}? to\s+$", re.IGNORECASE),
    Pattern(r"\s+(?:by\s+|about\s+|around\s+|nearly\s+|almost\s+|over\s+|another\s+|a further\s+)*"),
    Pattern(r"\bfrom\s+(?:about |around |nearly )?"),
    Pattern(r"\s*(?:\([^()]*\)\s*)?(?:,?\s*[a-z]+ [a-z]+)?\s*to\s+(?:about |around |nearly |over )?"),
    Pattern(r"\s+(?:by\s+)?(?:[0-9][0-9.,]*\s?(?:%|per cent|percent|bp)\s+)?to\s+"),
)
_GERMAN = _Words(
    ",",
    Pattern(rf"\b(?:(?P<up>{_GERMAN_UP})|(?P<down>{_GERMAN_DOWN}))\b", re.IGNORECASE),
    Pattern(
        rf"\b(?:(?P<up>{_GERMAN_UP})|(?P<down>{_GERMAN_DOWN}))(?: [\w%,.$€£]+){{0,4}}? auf\s+$", re.IGNORECASE
    ),
    Pattern(r"\s+(?:um\s+|rund\s+|etwa\s+|fast\s+|weitere\s+)*"),
    Pattern(r"\bvon\s+(?:rund |etwa |fast )?"),
    Pattern(r"\.?\s*(?:€|\$|Euro|Dollar|Prozent)?\s*(?:\([^()]*\)\s*)?auf\s+(?:rund |etwa |fast |über )?"),
    Pattern(r"\s+(?:um\s+)?(?:[0-9][0-9.,]*\s?(?:%|Prozent)\s+)?auf\s+"),
    Pattern(
        r"\.?\s*(?:€|\$|Euro|Dollar|Prozent)?\s*(?:(?P<up>gestiegen|gewachsen|geklettert)"
        r"|(?P<down>gefallen|gesunken|zurückgegangen|geschrumpft))\b"
    ),
)
_CLOSE = 45
_REACH = 120
_DIGIT = Pattern("[0-9]")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}")
_OF_A_DAY = Pattern(rf"(?:st|nd|rd|th)\b|\.? {MONTHS}| in [0-9]|/[0-9]| of [0-9]")
_DENIED = Pattern(
    r"\b(?:not|never|nobody|no one|nothing|nor|neither|without|hardly|if|whether"
    r"|nicht|nie|niemand|kein\w*|ohne|ob)\b[^.;:,]{0,25}$|n['’]t [^.;:,]{0,20}$",
    re.IGNORECASE,
)
_PARTED = Pattern(r"(?<!Mio)(?<!Mrd)(?<!Tsd)\.\s|;|\b(?:not|never|nicht|nie|niemand|kaum)\b")
_OF_LOSS = Pattern(
    r"\b(?:loss(?:es)?|deficit|shortfall|debt|burn|outflows?|drawdowns?|negative|Verlust\w*|Fehlbetrag"
    r"|Schulden|Defizit)\b",
    re.IGNORECASE,
)
_MORE_OF_IT = Pattern(r"\s+[\w-]+ (?:and|plus|und) [0-9]")
_NOW = Pattern(
    r"(?: (?!which|one|other|of)[\w’'-]+){0,4},(?: (?!which|one|other|of)[\w’'-]+){0,4}? ?"
    r"\b(?:was|is|are|were|stands at|stood at|came to)(?: now| only| just| at)* $"
)


def direction_wrong(edition: CheckedEdition) -> Iterator[Found]:
    """A word for up or down that the numbers beside it contradict."""
    words = _GERMAN if mark_of(edition) == "," else _ENGLISH
    for sentence in edition.own_words.sentences:
        text = sentence.text
        if not _DIGIT.search(text):
            continue
        if words.word.search(text):
            yield from _against_figures(sentence, edition, words)
            yield from _word_before(sentence, _numbers(text, words), words)
        if words.last and words.last.search(text):
            yield from _word_behind(sentence, _numbers(text, words), words)


def _word_before(sentence: Sentence, numbers: _Numbers, words: _Words) -> Iterator[Found]:
    """`rose from A to B`, where B is below A, and its like."""
    text = sentence.text
    for match in words.word.finditer(text) if numbers else ():
        before = _just_before(text, match.start())
        if _DENIED.search(before) or (_JUDGED.match(match[0]) and not _is_judged_by_size(before)):
            continue
        if said := _contradiction(text, match, numbers, words):
            yield Found(f'"{match[0]}" {said}.', "", sentence.place(match.start()))


def _is_judged_by_size(before: str) -> bool:
    """Whether what improved or worsened is a measure of which more is better."""
    return bool(_MORE_IS_BETTER.search(before)) and not _OF_LOSS.search(before)


_LONG_AGO = Pattern(
    r"\b(?:years?|twelve months|inception|quarters?|peak|high|low|20[0-9]{2}|Jahr\w*|Quartal\w*|Auflage"
    r"|Höchststand|seit)\b",
    re.IGNORECASE,
)


def _against_figures(sentence: Sentence, edition: CheckedEdition, words: _Words) -> Iterator[Found]:
    """`rose to` before a figure that is lower than it was: than the last time, or all times before."""
    for figure in sentence.passage.figures:
        use = edition.use_of(figure)
        start = figure.start - sentence.start
        word = words.before_figure.search(sentence.text[:start]) if 0 < start <= len(sentence.text) else None
        if use is None or use.predecessor is not None or word is None:
            continue
        if _DENIED.search(_just_before(sentence.text, word.start())):
            continue
        before = _earlier_values(use.figure, edition.figures)
        before = before if _LONG_AGO.search(sentence.text) else before[:1]
        is_up = word["up"] is not None
        if before and all(use.figure.value < each if is_up else use.figure.value > each for each in before):
            shown = format_value(before[0], use.figure.unit, like=use.figure.show_as)
            message = f'"{word["up"] or word["down"]}" to {use.text}, which was {shown} before.'
            yield Found(message, "", sentence.place(word.start()))


def _earlier_values(figure: Figure, figures: Sequence[Figure]) -> list[Decimal]:
    """The values of a figure on earlier days, the latest first."""
    earlier = [
        (each.as_of, each.value)
        for each in figures
        if each.as_of and figure.as_of and each.as_of < figure.as_of
        if measure_of(each) == measure_of(figure)
    ]
    return [value for _, value in sorted(earlier, reverse=True)]


def _numbers(text: str, words: _Words) -> _Numbers:
    """The numbers of a sentence by where they begin, without its years, days and ordinals."""
    return {
        number.start: number
        for number in find_numbers(text, words.mark)
        if number.has_marks or not (_YEAR.fullmatch(number.text) or _OF_A_DAY.match(text, number.end))
    }


def _contradiction(text: str, word: re.Match[str], numbers: _Numbers, words: _Words) -> str:
    """What the numbers say against a word, or an empty string."""
    is_up = word["up"] is not None
    by = words.by.match(text, word.end())
    first = _at(numbers, by.end()) if by else None
    before = _just_before(text, word.start())
    if first and first.value < 0 and is_up and first.has_marks and not _OF_LOSS.search(before):
        return f"stands before {first.text}"
    pair = _pair(text, word, numbers, words)
    return _disagreement(before, word[0], pair, is_up=is_up) if pair else ""


def _disagreement(before: str, word: str, pair: tuple[PrintedNumber, PrintedNumber], *, is_up: bool) -> str:
    """What two numbers say against a word, or an empty string. Of a loss one knows not whether its size or
    its value is meant; what widens or narrows does so in size.
    """
    earlier, later = pair
    start, end = earlier.value, later.value
    if start < 0 or end < 0:
        if _SIZE.search(word):
            start, end = abs(start), abs(end)
        elif _OF_LOSS.search(before):
            return ""
    if start == end or (end > start) is is_up:
        return ""
    return f"goes from {earlier.text} to {later.text}"


def _pair(
    text: str, word: re.Match[str], numbers: _Numbers, words: _Words
) -> tuple[PrintedNumber, PrintedNumber] | None:
    """The numbers from which and to which something went: `from A to B`, `to B from A`, `B, up from A`,
    `up from A, it is B`.
    """
    near = text[word.end() : word.end() + _CLOSE]
    start = words.origin.search(near)
    if start is None or any(each.search(near, 0, start.start()) for each in (_PARTED, words.word)):
        return None
    earlier = _at(numbers, word.end() + start.end())
    if earlier is None:
        return None
    between = text[word.end() : word.end() + start.start()]
    to = words.to.match(text, earlier.end)
    later = _at(numbers, to.end()) if to else None
    if later is None and (goal := words.goal.match(between)):
        later = _at(numbers, word.end() + goal.end())
    if later is None and not between.strip():
        later = _said_before(text, word, numbers) or _said_after(text, earlier, numbers)
    if later is None or (not later.has_marks and _MORE_OF_IT.match(text, later.end)):
        return None
    return _alike(earlier, later)


def _said_before(text: str, word: re.Match[str], numbers: _Numbers) -> PrintedNumber | None:
    """B in `B, up from A`."""
    before = [each for each in numbers.values() if word.start() - _CLOSE < each.end <= word.start()]
    is_near = before and re.fullmatch(r"\)?,?\s+(?:which (?:is|was) )?", text[before[-1].end : word.start()])
    return before[-1] if is_near else None


def _said_after(text: str, earlier: PrintedNumber, numbers: _Numbers) -> PrintedNumber | None:
    """B in `up from A a year ago, it is now B`."""
    after = next((each for each in numbers.values() if each.start > earlier.end), None)
    return after if after and _NOW.fullmatch(text[earlier.end : after.start]) else None


def _word_behind(sentence: Sentence, numbers: _Numbers, words: _Words) -> Iterator[Found]:
    """`von A auf B gestiegen`, where B is below A."""
    text = sentence.text
    for start in words.origin.finditer(text) if words.last else ():
        earlier = _at(numbers, start.end())
        to = words.to.match(text, earlier.end) if earlier else None
        later = _at(numbers, to.end()) if to else None
        word = words.last.match(text, later.end) if later and words.last else None
        pair = _alike(earlier, later) if earlier and later and word else None
        before = _just_before(text, start.start())
        if pair and word and not _DENIED.search(before):
            said = word["up"] or word["down"]
            if told := _disagreement(before, said, pair, is_up=word["up"] is not None):
                yield Found(f'"{said}" {told}.', "", sentence.place(start.start()))


def _just_before(text: str, position: int) -> str:
    """The words before a position that may deny what stands there, or say of what it is."""
    return text[max(0, position - _REACH) : position]


def _at(numbers: _Numbers, position: int) -> PrintedNumber | None:
    return numbers.get(position)


def _alike(earlier: PrintedNumber, later: PrintedNumber) -> tuple[PrintedNumber, PrintedNumber] | None:
    """The two in one unit, the first in the scale of the second where it has none: from $5 to $3 million."""
    shift = later.layout.exponent
    if earlier.layout.exponent == 0 and shift and (earlier.kind is None or shift > 0):
        earlier = replace(earlier, value=earlier.value.scaleb(shift), kind=later.kind)
    elif earlier.kind is None and not earlier.currency and earlier.layout.exponent == shift > 0:
        earlier = replace(earlier, kind=later.kind)  # 3 Mio. auf 4 Mio. Euro
    alike = earlier.kind is later.kind and (not later.currency or earlier.currency in {"", later.currency})
    return (earlier, later) if alike else None
