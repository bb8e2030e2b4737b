"""Rules of comparisons with a market, an index or other funds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import A_NUMBER, INDEX, performance_claims

_UNNAMED = Pattern(
    r"\b(?:outperform(?:ed|s|ing)?|underperform(?:ed|s|ing)?|beat(?:s|ing|en)?|lagg?(?:ed|s|ing)?"
    r"|ahead of|behind|above|below"
    r"|better than|worse than|against|versus|vs\.?|compared (?:with|to)|exceed(?:ed|s|ing)?) "
    r"(?P<what>(?:the |our )?(?:(?:broader |wider |stock |equity |public )?markets?|index|indices"
    r"|benchmark|peer group"
    r"|peers|industry average|median fund|average fund))\b(?! (?:price|rate|leader|share|value|for|in"
    r"|conditions|segment))",
    re.IGNORECASE,
)
_MARKET_DID = Pattern(
    r"\b(?:while|whereas|when|as) (?P<what>the (?:(?:broader |wider |stock |equity )?market|index|benchmark))"
    r" (?:was|were|fell|rose|lost|gained|returned|declined|ended|finished|dropped|went)\b"
    r"|[0-9]\s?(?:%|per cent|percent) (?:for|by|of|from) (?P<what2>the (?:(?:broader |wider )?market|index"
    r"|benchmark))\b(?! (?:for|in|share|leader|price|value))",
    re.IGNORECASE,
)
"""What the market did in the same time, beside a return of the fund."""
_ABOUT_RETURNS = Pattern(
    r"\b(?:returns?|returned|performance|performed|outperform\w*|underperform\w*|IRRs?|TVPI|NAV|the fund"
    r"|our fund|Fund (?:[IVX]+|[0-9]+))\b"
)


def benchmark_unnamed(edition: CheckedEdition) -> Iterator[Found]:
    """A comparison with the market or the index where none is named in the paragraph or its notes."""
    for sentence in edition.own_words.sentences:
        group, match = "what", _UNNAMED.search(sentence.text)
        if match is None and (match := _MARKET_DID.search(sentence.text)):
            group = "what" if match["what"] else "what2"
            is_about_returns = False
        else:
            is_about_returns = _ABOUT_RETURNS.search(sentence.text) is not None
        is_about_returns = is_about_returns or any(True for _ in performance_claims(sentence.text))
        around = f"{sentence.passage.text} {sentence.passage.notes}"
        if match and is_about_returns and A_NUMBER.search(sentence.text) and not INDEX.search(around):
            message = f'"{match[group]}" is no benchmark that a reader could look up.'
            yield Found(message, "", sentence.place(match.start(group)))


_COUNTS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
        ],
        start=1,
    )
}
_COUNT = rf"(?:{'|'.join(_COUNTS)}|[0-9]{{1,2}})"
_SPAN = Pattern(
    rf"\b(?P<count>{_COUNT})[- ](?P<unit>months?|quarters?|years?)\b|\b(?P<half>half[- ]year|first half"
    rf"|second half)\b|\b(?P<quarter>(?:the |this |that |same |first |second |third |fourth )quarter)\b"
    r"|\b(?P<year>(?:the|this|last|calendar|full|whole|same) year|full[- ]year|twelve-month|12-month)\b"
    r"|\b(?P<ytd>year[- ]to[- ]date|YTD)\b|\b(?P<inception>since (?:its |our )?inception)\b"
    r"|\b(?P<peak>peak[- ]to[- ]trough|from (?:its |the )?(?:peak|high|low|trough)|since (?:its "
    r"|the )?(?:peak|high|low|trough))\b",
    re.IGNORECASE,
)
_SAME = Pattern(
    r"\b(?:same|respectively|over that (?:time|period)|in that time|both periods)\b", re.IGNORECASE
)
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_COMPARISON = Pattern(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|while|whereas|when|but|and|as)\b|[;,]", re.IGNORECASE
)
_RATE = Pattern(r"[0-9](?:\s?%|\)%| per cent| percent)")


def benchmark_period_differs(edition: CheckedEdition) -> Iterator[Found]:
    """A comparison of a return with that of an index over another time, in one sentence."""
    for sentence in edition.own_words.full_sentences:
        text = sentence.text
        index = INDEX.search(text)
        if index is None or len(_RATE.findall(text)) < 2 or _SAME.search(text):
            continue
        border = _border(text, index.start())
        before, after = _spans(text[:border]), _spans(text[border:])
        if before and after and before != after:
            message = f"{index[0]} is compared over {_listed(after)}, the fund over {_listed(before)}."
            yield Found(message, "", sentence.place(index.start()))


def _border(text: str, index: int) -> int:
    """Where the part of a sentence begins that is about the index: at the last word or comma that divides
    two returns before its name, else after the first return.
    """
    first = _RATE.search(text)
    if first is None or first.end() > index:
        second = _COMPARISON.search(text, first.end() if first else 0)
        return second.start() if second else 0
    borders = [match.start() for match in _COMPARISON.finditer(text, first.end(), index)]
    return borders[-1] if borders else first.end()


def _spans(text: str) -> dict[object, str]:
    """The lengths of time that a text names: in months, or by their names, each with its words."""
    return {_length(match): match[0] for match in _SPAN.finditer(text)}


def _length(match: re.Match[str]) -> object:
    if match["count"]:
        count = _COUNTS.get(match["count"].casefold()) or int(match["count"])
        return count * _MONTHS_IN[match["unit"].casefold().rstrip("s")]
    lengths = {"half": 6, "quarter": 3, "year": 12}
    name = match.lastgroup or ""
    return lengths.get(name, name)


def _listed(spans: dict[object, str]) -> str:
    return " and ".join(spans.values())
