"""Rules of words that say more than is known: directions, superlatives, ranks and promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import INDEX, MONTHS
from letterbook.figure import Figure
from letterbook.figure_format import format_value
from letterbook.fund.figure_names import name_words
from letterbook.printed_number import PrintedNumber, find_numbers

_UP = (
    r"rose|rises|risen|increased|increases|grew|grows|grown|climbed|gained|advanced|"
    r"jumped|expanded|went up|is up|are up|was up|were up|up"
)
_DOWN = (
    r"fell|falls|fallen|declined|declines|decreased|decreases|"
    r"dropped|shrank|slipped|went down|is down|are down|was down|were down|down"
)
_DIRECTION = Pattern(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?! to date)", re.IGNORECASE)
_DIRECTION_TO = Pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [\w%,.$€£]+){{0,4}}? to\s+$", re.IGNORECASE
)
_BY = Pattern(r"\s+(?:by\s+|about\s+|around\s+|nearly\s+|almost\s+|over\s+|another\s+|a further\s+)*")
_FROM = Pattern(r"\bfrom\s+(?:about |around |nearly )?")
_TO = Pattern(r"\s*(?:\([^()]*\)\s*)?(?:,?\s*[a-z]+ [a-z]+)?\s*to\s+(?:about |around |nearly |over )?")
_CLOSE = 45
_DIGIT = Pattern("[0-9]")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}")
_OF_A_DAY = Pattern(rf"(?:st|nd|rd|th)\b|\.? {MONTHS}| in [0-9]|/[0-9]| of [0-9]")


def direction_wrong(edition: CheckedEdition) -> Iterator[Found]:
    """A word for up or down that the numbers beside it contradict."""
    for sentence in edition.own_words.sentences:
        if not _DIGIT.search(sentence.text):
            continue
        if _DIRECTION.search(sentence.text):
            yield from _against_figures(sentence, edition)
        numbers = _numbers(sentence.text) if _DIRECTION.search(sentence.text) else ()
        for match in _DIRECTION.finditer(sentence.text) if numbers else ():
            if said := _contradiction(sentence.text, match, numbers):
                yield Found(f'"{match[0]}" {said}.', "", sentence.place(match.start()))


_LONG_AGO = Pattern(
    r"\b(?:years?|twelve months|inception|quarters?|peak|high|low|20[0-9]{2})\b", re.IGNORECASE
)


def _against_figures(sentence: Sentence, edition: CheckedEdition) -> Iterator[Found]:
    """`rose to` before a figure that is lower than it was: than the last time, or all times before."""
    for figure in sentence.passage.figures:
        use = edition.use_of(figure)
        start = figure.start - sentence.start
        word = _DIRECTION_TO.search(sentence.text[:start]) if 0 < start <= len(sentence.text) else None
        if use is None or use.predecessor is not None or word is None:
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
    key = sorted(name_words(figure.name)), figure.basis
    earlier = [
        (each.as_of, each.value)
        for each in figures
        if each.as_of and figure.as_of and each.as_of < figure.as_of
        if (sorted(name_words(each.name)), each.basis) == key
    ]
    return [value for _, value in sorted(earlier, reverse=True)]


def _numbers(text: str) -> tuple[PrintedNumber, ...]:
    """The numbers of a sentence without its years, days and ordinals."""
    return tuple(
        number
        for number in find_numbers(text)
        if number.has_marks or not (_YEAR.fullmatch(number.text) or _OF_A_DAY.match(text, number.end))
    )


def _contradiction(text: str, word: re.Match[str], numbers: tuple[PrintedNumber, ...]) -> str:
    """What the numbers say against a word, or an empty string."""
    is_up = word["up"] is not None
    by = _BY.match(text, word.end())
    first = _at(numbers, by.end()) if by else None
    if first and first.value < 0 and is_up and first.has_marks:
        return f"stands before {first.text}"
    pair = _pair(text, word, numbers)
    if pair is None:
        return ""
    earlier, later = pair
    if earlier.value < 0 or later.value < 0 or earlier.value == later.value:
        return ""
    if (later.value > earlier.value) is is_up:
        return ""
    return f"goes from {earlier.text} to {later.text}"


def _pair(
    text: str, word: re.Match[str], numbers: tuple[PrintedNumber, ...]
) -> tuple[PrintedNumber, PrintedNumber] | None:
    """The numbers from which and to which something went: `from A to B`, `to B from A`, `B, up from A`."""
    near = text[word.end() : word.end() + _CLOSE]
    start = _FROM.search(near)
    if start is None or re.search(r"\.\s|;", near[: start.start()]):
        return None
    at = word.end() + start.end()
    earlier = _at(numbers, at)
    if earlier is None:
        return None
    to = _TO.match(text, earlier.end)
    later = _at(numbers, to.end()) if to else None
    if later is None:
        between = text[word.end() : word.end() + start.start()]
        goal = re.match(r"\s+to\s+", between)
        later = _at(numbers, word.end() + goal.end()) if goal else None
    if later is None and not text[word.end() : word.end() + start.start()].strip():
        before = [each for each in numbers if each.end <= word.start()]
        is_near = before and re.fullmatch(
            r"\)?,?\s+(?:which (?:is|was) )?", text[before[-1].end : word.start()]
        )
        later = before[-1] if is_near else None
    return _alike(earlier, later) if later else None


def _at(numbers: tuple[PrintedNumber, ...], position: int) -> PrintedNumber | None:
    return next((number for number in numbers if number.start == position), None)


def _alike(earlier: PrintedNumber, later: PrintedNumber) -> tuple[PrintedNumber, PrintedNumber] | None:
    """The two in one unit, the first in the scale of the second where it has none: from $5 to $3 million."""
    shift = later.layout.exponent
    if earlier.layout.exponent == 0 and shift and (earlier.kind is None or shift > 0):
        earlier = replace(earlier, value=earlier.value.scaleb(shift), kind=later.kind)
    alike = earlier.kind is later.kind and (not later.currency or earlier.currency in {"", later.currency})
    return (earlier, later) if alike else None


_WE = Pattern(
    r"\b(?:we|ours?|us|the fund|this fund|Fund (?:[IVX]+|[0-9]+)|the manager|the firm)\b", re.IGNORECASE
)
_SUPERLATIVE = Pattern(
    r"\bguarantee(?:d|s)?(?: (?:a|of|to|that|the|our|your|any))*(?: [a-z-]+)? ?"
    r"(?:returns?|performance|profits?|gains?|distributions?|results?|outperform\w*|capital)\b"
    r"|\brisk[- ]free (?:returns?|investments?|gains?|profits?)\b"
    r"|\b(?:cannot|can['’]t|can not) lose(?! (?:sight|touch|faith))\b"
    r"|\b(?:no|zero|without any|limited to no) downside\b"
    r"|\b(?:certain|sure|bound) to (?:return|succeed|double|triple|outperform|exit|IPO|list|win|pay off"
    r"|deliver)\b"
    r"|\bsafe (?:investments?|returns?|bets?)\b"
    r"|\bthe only (?:fund|manager|firm|investor|team)s? (?:in|that|who|with|to|of)\b"
    r"|\b(?:best|leading|top|premier|unrivall?ed|unmatched|world-class|best-in-class|second to none"
    r"|unique)[- ]"
    r"(?:performing |returning |in-class )?"
    r"(?:funds?|managers?|firm|track record|returns?|performance|portfolio|vintage|deal flow|access"
    r"|strategy)\b"
)
_NOT = Pattern(
    r"\b(?:not|no|never|nor|neither|nothing is|cannot|can['’]t|n['’]t|without|hardly|question|whether"
    r"|if)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)


def superlative(edition: CheckedEdition) -> Iterator[Found]:
    """A claim about the fund or its manager that cannot be shown: the best, without risk, guaranteed."""
    for sentence in edition.own_words.sentences:
        for match in _SUPERLATIVE.finditer(sentence.text):
            before = sentence.text[: match.start()]
            is_plain = re.match(r"(?:best|leading|top|unique|premier|safe)\b", match[0])
            if _NOT.search(before) or (is_plain and not _WE.search(sentence.text)):
                continue
            yield Found(f'"{match[0]}" is more than can be shown.', "", sentence.place(match.start()))


_RANK = Pattern(
    r"\b(?:top|first|upper|second|1st|2nd)[- ](?:quartile|decile|quintile)\b"
    r"|\b(?:rank(?:s|ed)?|placed) (?:us |it |the fund )?(?:first|second|third|in the top|among the|number"
    r"|no\.|#|[0-9]+(?:st|nd|rd|th))",
    re.IGNORECASE,
)
_OF_FUNDS = Pattern(
    r"\b(?:funds?|returns?|performance|vintages?|IRR|TVPI|DPI|managers?|peers?|venture|benchmark)\b",
    re.IGNORECASE,
)
_SOURCE = Pattern(
    r"\b(?:according to|source[sd]?|data (?:of|from|by)|published by|ranking (?:of|by))\b", re.IGNORECASE
)
_DATE = Pattern(r"\b(?:19|20)[0-9]{2}\b")
_AMONG = Pattern(
    r"\b(?:vintage|(?:among|of|against|out of) (?:the )?(?:[0-9,]+ |all )?[\w -]{0,40}funds|peer (?:set"
    r"|group|universe)|universe)\b",
    re.IGNORECASE,
)


def rank_unsourced(edition: CheckedEdition) -> Iterator[Found]:
    """A quartile or a rank among funds without its source, its date and the funds it is among."""
    for sentence in edition.own_words.sentences:
        match = _RANK.search(sentence.text)
        if not match or not _OF_FUNDS.search(sentence.text) or _NOT.search(sentence.text[: match.start()]):
            continue
        around = f"{sentence.passage.text} {sentence.passage.notes}"
        parts = {
            "its source": _SOURCE.search(around) or INDEX.search(around),
            "its date": _DATE.search(around),
            "the funds it is among": _AMONG.search(around),
        }
        missing = [name for name, found in parts.items() if not found]
        if missing:
            yield Found(f'"{match[0]}" lacks {_listed(missing)}.', "", sentence.place(match.start()))


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


_RESULT = (
    r"(?:returns?|returning|exits?|exited|IPO|list (?:on|its shares)|float|distributions?|distribute"
    r"|outperform"
    r"|double|triple"
    r"|TVPI|DPI|IRR|MOIC|multiples?|profits?|sold|acquired|gains?)"
)
_WHO = (
    r"(?:[Ww]e|[Tt]he fund|"
    r"[Oo]ur (?:fund|portfolio|companies)|Fund (?:[IVX]+|[0-9]+)|[Ii]nvestors|[Yy]ou|[A-Z][\w’'-]+)"
)
_PROMISE = Pattern(
    rf"\b{_WHO} (?:will|shall|is going to|are going to|is certain to|are certain to)(?: (?!not\b|never\b"
    rf"|decide\b|tell\b|write\b|report\b)"
    rf"[\w-]+){{0,4}}? (?P<result>{_RESULT})\b"
)
_DEPENDS = Pattern(
    r"\b(?:[Ii]f|[Uu]nless|whether|when and if|should|may|might|could|depends?|depending|provided"
    r"|subject to"
    r"|expect|hope|believe|think)\b"
)
_OTHER_SENSE = Pattern(
    r"\breturn(?:ing)? (?:to (?!investors|you|our investors|the fund)|from|the (?:call|form|card"
    r"|questionnaire)|home|next|in|with)\b"
    r"|\b(?:return|list|exit)(?:ing)? (?:the|this|these|their|its|our) (?:form|questions|companies|office"
    r"|building|market)\b"
    r"|\bdouble[- ](?:check|down)|\bno returns?\b"
)


def promises(sentence: Sentence) -> re.Match[str] | None:
    """The promise of a result that a sentence makes, if it makes one without saying on what it depends."""
    if _DEPENDS.search(sentence.text) or _OTHER_SENSE.search(sentence.text):
        return None
    return _PROMISE.search(sentence.text)


def promise(edition: CheckedEdition) -> Iterator[Found]:
    """A result that is said to come: a return, an exit, a distribution."""
    for sentence in edition.own_words.sentences:
        if match := promises(sentence):
            yield Found(f'"{" ".join(match[0].split())}" is a promise.', "", sentence.place(match.start()))


_FORWARD = Pattern(
    rf"\b(?:[Ww]e|[Tt]he fund|Fund (?:[IVX]+|[0-9]+)) (?:\w+ )?(?:expects?|anticipates?|aims?|intends?"
    rf"|targets?|forecasts?|are confident|hopes?)"
    rf"\b[^.;]{{0,80}}?\b(?:{_RESULT}|valuations?|returns|NAV|net asset value|proceeds)\b"
)


def looks_forward(sentence: Sentence) -> re.Match[str] | None:
    """What a sentence says of results that are still to come, promised or hoped for."""
    return promises(sentence) or _FORWARD.search(sentence.text)
