"""Rules of how returns are told: gross and net, annualised, hoped for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import OwnTable, OwnWords, Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.sentences import sentences
from letterbook.checks.letters.vocabulary import (
    A_NUMBER,
    GROSS_RETURN,
    METRIC,
    NET,
    NUMBER,
    RATE_OF_RETURN,
    is_labelled,
    performance_claims,
)
from letterbook.markup.tree import inner_blocks, iter_blocks

_ALL_ARE = Pattern(
    r"\b(?:returns?|performance|figures|multiples|IRRs?|Renditen|Kennzahlen)\b[^.]{0,60}\b(?:are|is|sind)\b"
    r"[^.]{0,40}\b(?:net|gross|netto|brutto)\b",
    re.IGNORECASE,
)
FAMILIES = {
    "IRR": Pattern(r"\bX?IRRs?\b|\binternal rates? of return\b"),
    "multiple": Pattern(r"\bMOIC\b|\bTVPI\b|\bmultiples?\b"),
    "return": Pattern(
        r"\b(?:[Rr]eturns?|returned|[Pp]erformance|TWRR?|Rendite|gained|compounded|lost|(?:is|are|was"
        r"|were) (?:up|down))\b"
    ),
}
FUND = Pattern(r"\b(?:fund|funds|portfolio|partnership|strategy|since inception|Fonds)\b", re.IGNORECASE)
COMPANIES = Pattern(r"\b(?:company|companies|holding|investment|Unternehmen|Beteiligung)\b", re.IGNORECASE)
"""What returns are of: kinds by which gross and net are compared, the whole fund, or single companies."""
_NEAR = 60
_NET_NUMBER = Pattern(
    rf"(?:{NET.pattern})[^.;]{{0,60}}?{NUMBER}|{NUMBER}[^.;]{{0,30}}?(?:{NET.pattern})", re.IGNORECASE
)


def gross_or_net_unsaid(edition: CheckedEdition) -> Iterator[Found]:
    """A return with its number, and neither gross nor net beside it."""
    words = edition.own_words
    if _ALL_ARE.search(edition.text):
        return
    for sentence in words.sentences:
        claim = next(performance_claims(sentence.text), None)
        if claim and not is_labelled(f"{sentence.text} {sentence.passage.notes}") and not _is_hoped(sentence):
            yield Found(f'"{_shown(claim[0])}" is neither gross nor net.', "", sentence.place(claim.start()))
    for table in words.tables:
        metric = re.search(METRIC, table.labels)
        around = f"{table.text} {table.heading} {table.before}"
        if metric and has_numbers(table) and not is_labelled(around):
            message = f"The table does not say whether its {metric[0]} is gross or net."
            yield Found(message, "", table.table.place)


def net_missing(edition: CheckedEdition) -> Iterator[Found]:
    """A gross return without a net one of the same kind beside it; one finding a kind and section."""
    words = edition.own_words
    told: set[tuple[int, str]] = set()
    for sentence in words.sentences:
        for kind in gross_kinds(sentence):
            section = sentence.passage.section
            scope = section if FUND.search(sentence.text) else None
            if (section, kind) not in told and not is_net_told(words, kind, scope):
                told.add((section, kind))
                at = GROSS_RETURN.search(sentence.text)
                yield Found(_only_gross(kind), "", sentence.place(at.start() if at else 0))
    for table in words.tables:
        of_companies = any(COMPANIES.search(row.text) for row in table.header)
        scope = None if of_companies else table.section
        for kind in FAMILIES:
            is_gross = has_numbers(table) and says(GROSS_RETURN, kind, table.labels)
            if is_gross and (table.section, kind) not in told and not is_net_told(words, kind, scope):
                told.add((table.section, kind))
                yield Found(_only_gross(kind), "", table.table.place)


def is_net_told(words: OwnWords, kind: str, section: int | None, *, notes: bool = True) -> bool:
    """Whether a net return of this kind is told in the section, or anywhere where it is None.

    Without `notes` what only a footnote tells does not count.
    """
    noted = frozenset() if notes else _footnotes(words)
    passages = (each for each in words.passages if section in {None, each.section})
    tables = (each for each in words.tables if section in {None, each.section})
    return any(says(NET, kind, each.text) for each in passages if id(each.block) not in noted) or any(
        FAMILIES[kind].search(each.text) and NET.search(each.text) for each in tables
    )


def _footnotes(words: OwnWords) -> frozenset[int]:
    """The blocks that stand in footnotes, by their ids."""
    inner = (block for each in words.passages if each.notes for block in inner_blocks(each.block))
    return frozenset(map(id, iter_blocks(inner)))


def _only_gross(kind: str) -> str:
    article = "An" if kind == "IRR" else "A"
    return f"{article} {kind} is told gross, and nothing here says it net."


def gross_kinds(sentence: Sentence) -> Iterator[str]:
    """The kinds of returns that a sentence tells gross, where its paragraph has no net one."""
    if A_NUMBER.search(sentence.text) and not _NET_NUMBER.search(sentence.passage.text):
        yield from (kind for kind in FAMILIES if says(GROSS_RETURN, kind, sentence.text))


def says(basis: Pattern, kind: str, text: str) -> bool:
    """Whether `basis` stands near a word of this kind of return, in one sentence."""
    return any(
        FAMILIES[kind].search(text, max(start, word.start() - _NEAR), min(end, word.end() + _NEAR))
        for start, end in sentences(text)
        for word in basis.finditer(text, start, end)
    )


def has_numbers(table: OwnTable) -> bool:
    """Whether a row of a table, below its header, has a number."""
    return any(A_NUMBER.search(row.text) for row in table.rows)


def _shown(words: str) -> str:
    return " ".join(words.split())


_ANNUALISED = Pattern(
    r"(?<!not )\bannuali[sz](?:ed|es|ing)\b(?! (?:recurring|revenues?|run|sales|churn|growth|cost))"
)
_SHORT = (
    r"\b(?:half[- ]year|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])[- ]months?"
    r"|quarter|month|year[- ]to[- ]date|YTD|H[12]|Q[1-4]"
    r"|first half|second half|weeks?|days)\b"
)
_LONG = (
    r"\b(?:since inception|(?:two|three|four|five|seven|ten|[0-9]+)[- ]years?|twelve months|years"
    r"|inception)\b"
)
_PERIOD = Pattern(f"(?P<short>{_SHORT})|(?P<long>{_LONG})", re.IGNORECASE)
_PERFORMANCE = Pattern(rf"{RATE_OF_RETURN}|\b(?:returns?|returned|performance|gain(?:ed)?)\b", re.IGNORECASE)
_BORDER = Pattern(r"[,;()]|\b(?:and|or|but|while|against)\b")
_YEARS = r"(?:the )?(?:last |past )?(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+) years\b"
_OVER_YEARS = Pattern(
    rf"\breturn(?:ed|s)?\b(?:\s+(?!of\b)[\w’'-]+){{0,3}}?\s+(?P<number>{NUMBER})[^.;,]{{0,30}}?"
    rf"\bover {_YEARS}"
    rf"|\b(?:[Oo]ver {_YEARS}|[Ss]ince (?:its |our )?(?:inception|launch)(?: in (?:19|20)[0-9]{{2}})?),?"
    rf" (?:[\w’'-]+ ){{1,4}}?(?:returned|returns? (?:was|were|is|of|came to)"
    rf"|gained) (?:[a-z]+ ){{0,2}}?(?P<number2>{NUMBER})(?! of\b)"
)
_SAID_HOW = Pattern(
    r"\b(?:annuali[sz]ed|annual|annually|cumulative(?:ly)?|a year|per year|per annum|p\.a\.|each year"
    r"|compound|in total|total|IRR|CAGR)\b",
    re.IGNORECASE,
)


def annualised_wrongly(edition: CheckedEdition) -> Iterator[Found]:
    """A return of less than a year made one of a year, or one of several years that does not say how."""
    for sentence in edition.own_words.sentences:
        if (at := _annualised_short(sentence.text)) >= 0:
            message = "A return of less than a year is annualised."
            yield Found(message, "Give it as it is: what follows is not known.", sentence.place(at))
        elif (match := _OVER_YEARS.search(sentence.text)) and not _SAID_HOW.search(sentence.text):
            number = _shown(match["number"] or match["number2"])
            message = f'"{number}" over several years is neither annualised nor cumulative.'
            yield Found(message, "Say which of the two it is.", sentence.place(match.start()))


def _annualised_short(text: str) -> int:
    """Where `text` annualises the return of less than a year, or -1: the nearest period counts, one in the
    same clause first.
    """
    if not A_NUMBER.search(text) or not (
        _PERFORMANCE.search(text) or any(True for _ in performance_claims(text))
    ):
        return -1
    periods = list(_PERIOD.finditer(text))
    for match in _ANNUALISED.finditer(text):
        start, end = _clause(text, match)
        beside = [period for period in periods if start <= period.start() < end]
        near = min(beside or periods, key=lambda period: _distance(match, period), default=None)
        if near and near["short"]:
            return match.start()
    return -1


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the part of a sentence begins and ends in which `match` stands."""
    borders = [0, *(border.start() for border in _BORDER.finditer(text)), len(text)]
    start = max(border for border in borders if border <= match.start())
    return start, min(border for border in borders if border >= match.end())


def _distance(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start() - other.end(), other.start() - one.end())


_RATE = Pattern(r"IRR|TWR|internal rate", re.IGNORECASE)
_WRONG_NAME = Pattern(
    r"\btime[- ]weighted (?:net |gross )?IRRs?\b"
    r"|\b(?:IRR|internal rate of return)s?\b(?: of [^;,]{0,20}?)?,? (?:\((?:the |our |an? )?|or (?:the "
    r"|an? )?|(?:is|was) (?:the |our |an? )?|that is,? (?:the |an? )?|which is (?:the |an? )?)"
    r"(?:average |compound |effective )*(?:time[- ]weighted (?:rate of )?return|annual return"
    r"|yearly return|return per year)"
    r"|\b(?:annual|yearly|time[- ]weighted) (?:rate of )?return,? (?:\((?:the )?IRR\)|or IRR\b|, the IRR\b)"
    r"|\bTWRR? \(IRR\)|\bIRR \(TWRR?\)"
    r"|\btime[- ]weighted (?:rate of )?return(?: of [0-9][0-9.,]*\s?%)?,? (?:that is|or|i\.e\.),? (?:an "
    r"|the )?(?:net )?(?:IRR|internal rate of return)\b"
    r"|\b(?:IRR|internal rate of return)\b(?:[^.;]|\.(?=[0-9])){0,30}? means? (?:that )?(?:\w+ ){0,2}?"
    r"(?:earned|received|made|got|gained)\b(?:[^.;]|\.(?=[0-9])){0,20}? (?:every|each|a|per) year\b",
    re.IGNORECASE,
)


def irr_misnamed(edition: CheckedEdition) -> Iterator[Found]:
    """A money-weighted rate that is called a time-weighted or an annual return, or the reverse."""
    for sentence in edition.own_words.sentences:
        if _RATE.search(sentence.text) and (match := _WRONG_NAME.search(sentence.text)):
            message = f'"{_shown(match[0])}": an IRR is neither time-weighted nor what was earned in a year.'
            yield Found(message, "", sentence.place(match.start()))


_RESULT = (
    r"(?:IRRs?|internal rates? of return|MOIC|TVPI|DPI|multiples?|returns?|performance)\b(?! (?:on|to) )"
)
_KINDS = r"(?:net |gross |annual |annualised |fund |fund-level |total |cash |investment )*"
_HOPED = Pattern(
    rf"\b(?:target(?:ed)?|project(?:ed)?|modell?ed|simulated|illustrative|expected|forecast(?:ed)?"
    rf"|base-case) {_KINDS}{_RESULT}"
    rf"|\b(?:IRR|MOIC|TVPI|return|multiple) (?:target|projection|forecast)s?\b"
    rf"|\b(?:[Ww]e|[Tt]he fund|Fund [IVX]+) (?:still |are |is )?(?:target|targets|targeting|aim for"
    rf"|aiming for|project) (?:an? )?{_KINDS}(?:{_RESULT} of )?{NUMBER}"
    r"|\bwould have (?:returned|earned|gained|made|produced|delivered|generated)\b"
    rf"|\b(?:[Oo]ur|[Tt]he fund['’]s|[Tt]he) (?:target|goal|aim|ambition|base case) is (?:to \w+ "
    rf"|for )?(?:an? )?{_KINDS}(?:{_RESULT}|{NUMBER} {_KINDS}{_RESULT})"
    rf"|\bunderwr(?:ite|ites|iting|itten|ote)\b[^.;]{{0,40}}?\b(?:to|at|for) (?:an? )?{_KINDS}(?:{_RESULT}"
    rf"|{NUMBER} {_KINDS}{_RESULT})"
    rf"|\b(?:[Pp]ro[- ]forma|[Bb]ack-?tested)\b[^.;]{{0,60}}?\b(?:{_RESULT}|returned\b)"
    r"|\b(?:(?:base|bull|bear|downside|upside)[- ]case|[Oo]ur (?:models?|projections?"
    r"|forecasts?))\b[^.;]{0,60}?"
    rf"\b(?:{_RESULT}|{NUMBER} net)"
    rf"|\b(?:[Tt]he (?:net|gross)|fund|partnership|portfolio|strategy"
    rf"|our)(?:['’]s)? {_KINDS}{_RESULT}[^.;]{{0,20}}?\bwould (?:have been|be|stand at)\b",
)
_TESTED = Pattern(
    rf"\b(?:back-?tested|hypothetical|pro[- ]forma) {_KINDS}(?:{_RESULT}|track record)"
    r"|\bback-?test(?:ing|s)?\b(?= (?:of (?:the|our|this) (?:strategy|portfolio|fund|model)|returned"
    r"|(?:over|since|shows?|showed|gives?|gave)\b[^.;]{0,40}(?:%|per cent)))",
    re.IGNORECASE,
)
_DENIED = Pattern(
    r"\b(?:do not|don['’]t|never|no longer|not) (?:\w+ ){0,2}?(?:give|publish|show|set|offer|have|target)\b"
)


def hypothetical(text: str) -> re.Match[str] | None:
    """What in a sentence tells a return that nobody has earned."""
    if _DENIED.search(text) or HURDLE_WORDS.search(text):
        return None
    if match := _TESTED.search(text):
        return match
    return _HOPED.search(text) if A_NUMBER.search(text) else None


HURDLE_WORDS = Pattern(r"\b(?:hurdle|preferred return)\b", re.IGNORECASE)


def _is_hoped(sentence: Sentence) -> bool:
    return bool(_HOPED.search(sentence.text) or _TESTED.search(sentence.text))


def return_hoped_for(edition: CheckedEdition) -> Iterator[Found]:
    """A target, projection, model or back-test of a return."""
    for sentence in edition.own_words.sentences:
        if match := hypothetical(sentence.text):
            message = f'"{_shown(match[0])}" tells a return that nobody has earned.'
            yield Found(message, "", sentence.place(match.start()))
