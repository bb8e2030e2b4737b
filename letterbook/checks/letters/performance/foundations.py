"""Rules of what a printed value rests on: valuations, accrued carry, accounts that nobody has audited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.own_words import Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.performance.subjects import Measure, Subjects, measure_of
from letterbook.checks.letters.returns import FUND, has_numbers, hypothetical
from letterbook.checks.letters.sentences import sentences
from letterbook.checks.letters.standing_text import disclosure_missing
from letterbook.checks.letters.vocabulary import METRIC, NET, performance_claims
from letterbook.figure import Basis, Status
from letterbook.finding import Place
from letterbook.fund.figure_names import name_words

_VALUED = Pattern(
    r"\b(?:un|non-?|not yet |partly |partially )reali[sz]ed\b|\bfair[- ]values?\b|\bIPEV\b"
    r"|\bvaluations?\b|\bvalued\b|\bcarr(?:ying|ied) (?:values?|at)\b"
    r"|\bvalues? (?:are|is) (?:an )?estimates?\b|\b(?:un|nicht )realisiert"
    r"|\bZeitwert|\bVerkehrswert|\bBewertung|\bbewertet\b",
    re.IGNORECASE,
)
_WITH_VALUE = Pattern(r"\b(?:TVPI|RVPI)\b")
_MULTIPLE = Pattern(r"\bMOIC\b|\bmultiples? (?:of|on) (?:invested capital|cost|money)\b")
_OURS = Pattern(r"\b[Oo]ur\b")
_STANDS_AT = Pattern(r"\b(?:stands?|stood|marked|held|valued) (?:now )?at [0-9.,]+\s?[x×]")
_SOLD = Pattern(
    r"\b(?:reali[sz]ed|sold|sale|exits?|exited|distributed|DPI|realisiert|verkauft)\b", re.IGNORECASE
)


def valuation_basis_unsaid(edition: CheckedEdition) -> Iterator[Found]:
    """A multiple with unrealised value in it, where nothing in the letter says so, or how it was valued."""
    if _VALUED.search(edition.text):
        return
    place = _first_with_value(edition)
    if place:
        message, at = place
        yield Found(f"{message}, and nothing says that it is unrealised or how it was valued.", "", at)


def _first_with_value(edition: CheckedEdition) -> tuple[str, Place | None] | None:
    """What holds unrealised value and stands first: a figure, a sentence or a table, with its place."""
    if use := next((use for use in _with_value(edition) if use.predecessor is None), None):
        return f"{use.figure.name} ({use.text}) has value in it that nobody has paid", use.place
    for sentence in edition.own_words.sentences:
        is_typed = not sentence.passage.figures and not hypothetical(sentence.text)
        if is_typed and (match := _value_claim(sentence)):
            return f'"{_shown(match[0])}" has value in it that nobody has paid', sentence.place(match.start())
    for table in edition.own_words.tables:
        match = _WITH_VALUE.search(table.labels)
        if match and has_numbers(table):
            return f"The {match[0]} of the table has value in it that nobody has paid", table.table.place
    return None


def _with_value(edition: CheckedEdition) -> Iterator[UsedFigure]:
    """The printed multiples with a value in them: by their names, or by what the company or fund holds."""
    subjects, held = None, frozenset[tuple[str, date | None]]()
    for use in edition.used_figures:
        words = name_words(use.figure.name)
        if "tvpi" in words or "rvpi" in words:
            yield use
        elif measure_of(use.figure) is Measure.MULTIPLE and (data := edition.fund_data):
            if subjects is None:
                subjects = Subjects(data)
                rows = [row for row in data.holdings.rows if row.fair_value]
                held = frozenset((name, row.as_of) for row in rows for name in ("", row.company))
            if (subjects.company(use.figure), use.figure.as_of) in held:
                yield use


def _value_claim(sentence: Sentence) -> re.Match[str] | None:
    """What in a sentence is a multiple of a fund that holds something still."""
    is_of_fund = FUND.search(sentence.text) or _OURS.search(sentence.text)
    claims = (
        match
        for match in performance_claims(sentence.text)
        if _WITH_VALUE.search(match[0])
        or _STANDS_AT.search(match[0])
        or (_MULTIPLE.search(match[0]) and is_of_fund and not _SOLD.search(sentence.text))
    )
    return next(claims, None)


def _shown(words: str) -> str:
    return " ".join(words.split())


_CARRY = Pattern(
    r"\bcarried[- ]interests?\b|\bcarry\b(?!-| (?:on|out|over|a|an|the|it|them|us)\b)"
    r"|\bperformance[- ](?:fees?|allocations?)\b|\bincentive (?:fees?|allocations?)\b"
    r"|\bprofit shares?\b|\bpromote\b|\bGewinnbeteiligung|\bErfolgs(?:beteiligung|honorar|gebühr)",
    re.IGNORECASE,
)
_DEDUCTED = Pattern(
    r"\b(?:net|after|before|gross|deduct(?:s|ed|ing)?|less|excluding|including|excludes?|includes?"
    r"|without|neither|nor|netto|brutto|nach|vor|abzüglich|ohne|einschließlich|einschliesslich)\b",
    re.IGNORECASE,
)


def carry_unsaid(edition: CheckedEdition) -> Iterator[Found]:
    """A net return, where nothing in the letter says whether accrued carry is deducted from it."""
    first = _first_net(edition)
    if first is None or _is_carry_told(edition.text):
        return
    words, place = first
    yield Found(f"{words} is net, and nothing says whether accrued carry is deducted.", "", place)


def _is_carry_told(text: str) -> bool:
    return _CARRY.search(text) is not None and any(
        _CARRY.search(text, start, end) and _DEDUCTED.search(text, start, end)
        for start, end in sentences(text)
    )


def _first_net(edition: CheckedEdition) -> tuple[str, Place | None] | None:
    """The first net return: a figure, else one in a sentence, else a table of them."""
    for use in edition.used_figures:
        if use.predecessor is None and use.figure.basis is Basis.NET and measure_of(use.figure):
            return f"{use.figure.name} ({use.text})", use.place
    for sentence in edition.own_words.sentences if NET.search(edition.text) else ():
        match = NET.search(sentence.text)
        is_claim = match and any(True for _ in performance_claims(sentence.text))
        if match and is_claim and not hypothetical(sentence.text):
            return "A return", sentence.place(match.start())
    for table in edition.own_words.tables:
        metric = re.search(METRIC, table.labels)
        if metric and NET.search(table.labels) and has_numbers(table):
            return f"The {metric[0]} of the table", table.table.place
    return None


_VALUES = r"(?:NAVs?|net asset|values?|valuations?|figures?|numbers?|returns?|accounts)"
_NOT_FINAL = Pattern(
    r"\bun-?audited\b|\bnot (?:yet )?(?:been )?audited\b|\((?:estimated?|preliminary|provisional)\)"
    r"|\b(?:is|are|was|were) (?:an |all |only |still )?(?:estimate[sd]?|preliminary|provisional)\b"
    rf"|\b(?:estimated|preliminary|provisional) {_VALUES}\b|\bestimates? of (?:the )?{_VALUES}\b"
    r"|\bungeprüft|\bnicht geprüft|\((?:geschätzt|vorläufig)\)"
    r"|\b(?:ist|sind) (?:noch |nur )?(?:Schätzungen|geschätzt|vorläufig)\b"
    r"|\b(?:geschätzte|vorläufige)[rns]? (?:Werte?|Zahlen|Bewertung|Nettoinventarwert)",
    re.IGNORECASE,
)
_OPEN = frozenset({Status.UNAUDITED, Status.ESTIMATE})


def not_final_unsaid(edition: CheckedEdition) -> Iterator[Found]:
    """A figure that is an estimate or not audited, where nothing says so; D-UNAUD goes first."""
    use = next((each for each in edition.used_figures if each.figure.status in _OPEN), None)
    if use is None or _NOT_FINAL.search(edition.text):
        return
    if any("unaudited" in (text.name, *text.covers) for text in edition.standing_texts):
        return
    if not any(True for _ in disclosure_missing(edition, "unaudited")):
        status = "an estimate" if use.figure.status is Status.ESTIMATE else "not audited"
        message = f"{use.figure.name} ({use.text}) is {status}, and nothing says so."
        yield Found(message, "", use.place)
