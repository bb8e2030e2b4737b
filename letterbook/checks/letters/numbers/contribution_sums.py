"""The rule of contributions: what companies or books added has to make the return it is set against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.numbers.rates import Rate, mark_of, rates
from letterbook.checks.letters.own_words import OwnTable, Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.figure import UnitKind
from letterbook.printed_number import PrintedNumber, parse_number
from letterbook.record import record

_ADDS = r"add(?:ed|ing|s)?|contribut(?:ed|ing|es?)|made|making|gained|earned|trug(?:en)?|brachten?|steuerten?"
_TAKES = (
    r"took|taking|cost|costing|lost|losing|subtract(?:ed|ing)|detract(?:ed|ing)|kostet(?:e|en)|nahm(?:en)?"
    r"|verlor(?:en)?|belastet(?:e|en)"
)
_VERB = rf"(?:(?P<adds>{_ADDS})|(?P<takes>{_TAKES}))"
_ABOUT = r"(?:(?:us|about|another|a further|nearly|just|away|back|uns|rund|etwa|weitere) )*"
_NAME = r"(?:(?!of\b|from\b|since\b|than\b|to\b|in\b|against\b)[\w&’'.-]+ ){1,5}?"
_FIRST = Pattern(rf"(?:^|[,:–—] ){_NAME}{_VERB} {_ABOUT}$")
_NEXT = Pattern(
    rf"(?: (?:net|gross|bei|beigetragen))?(?: \([^()]*\))?(?:,|;)?"
    rf"(?: (?:and|while|whereas|but|und|während|aber))? {_NAME}(?:{_VERB} )?{_ABOUT}$"
)
_LEADS_TO = Pattern(
    r"(?: (?:net|gross|bei))?(?: \([^()]*\))?,? (?:"
    r"(?:for|giving|making|leaving|to give|to make|resulting in|adding up to|which (?:together "
    r"|in all )?(?:makes?|gives?|made"
    r"|gave|leaves|left)) (?:us |you )?(?:with )?(?:a |an |the )?(?:total |combined )?(?P<basis>net |gross )?"
    r"(?P<what>return|result|gain|loss|performance|contribution)?(?: of)? ?"
    r"|(?:together|in total|in all|altogether|zusammen|insgesamt|ergibt|macht)"
    r" (?:netto |brutto |net |gross )?"
    r"|(?:für|bei|zusammen|insgesamt|macht|ergibt) (?:zusammen |insgesamt )?eine[rn]? (?:(?:Netto"
    r"|Brutto)-?)?[Rr]endite von )$"
)
_IS_MADE_OF = Pattern(
    r"(?: (?:net|gross|netto|brutto))?(?::|,? (?:was|is|were) made up of|,? made up of|,? consist(?:ed|s"
    r"|ing) of|,? comprising|,? setzt sich zusammen aus| –| —)(?= )"
)
"""What stands behind a return that is told before its parts."""
_OF_A_RETURN = Pattern(
    r"\b(?:returned|returns?|gained|lost|gain|loss|performance|up|down|made|earned|[Rr]endite|erzielten?"
    r"|verlor(?:en)?)\b[^,;:]{0,30}$"
)
_FROM = Pattern(
    r"(?:,|,? (?:and|und))? (?:(?:about|nearly|another|a further) )?$| (?:from|by|in"
    r"|aus) [^,;:0-9]{1,40}(?:,|,? and|,? und) $"
)
_FROM_FIRST = Pattern(r"^ (?:about )?$")
_BEHIND = Pattern(r" (?:from|by|in|aus|durch) \w")
_SUMS_UP = Pattern(r"adding|together|total|in all|zusammen|insgesamt|ergibt|macht|Rendite")
_SAYS_WHAT = Pattern(r"\s*(?:net|gross|in all|in total|together|altogether|netto|brutto)\b")
_BEFORE_COSTS = Pattern(
    r"\b(?:gross|before (?:all )?(?:fees|costs)|brutto|vor (?:Gebühren|Kosten))\b", re.IGNORECASE
)
_AFTER_COSTS = Pattern(
    r"\b(?:net|netto|after (?:all )?(?:fees|costs)|nach (?:Gebühren|Kosten))\b", re.IGNORECASE
)


def contributions_do_not_add_up(edition: CheckedEdition) -> Iterator[Found]:
    """What was added and taken away that does not make the return beside it, in sentences and tables."""
    mark = mark_of(edition)
    for sentence in edition.own_words.sentences:
        if found := _of_sentence(sentence, mark):
            yield found
    for table in edition.own_words.tables:
        if _IS_ABOUT.search(f"{table.heading} {table.caption} {' '.join(row.text for row in table.header)}"):
            yield from _of_table(table, mark)


def _of_sentence(sentence: Sentence, mark: str) -> Found | None:
    text = sentence.text
    if text.count("%") + text.count("Prozent") + text.count("per") < 3:
        return None
    numbers = tuple(rates(text, mark))
    if len(numbers) < 3:
        return None
    if told := _total_first(text, numbers, mark):
        return Found(told, "", sentence.place(numbers[0].start))
    *parts, total = numbers
    signs = _signs(text, parts)
    leads = _LEADS_TO.match(text[parts[-1].end : total.start]) if signs else None
    if leads is None or not _is_total(text, total, leads) or _has_both_bases(text):
        return None
    made = sum((sign * abs(part.value) for sign, part in zip(signs, parts, strict=True)), Decimal(0))
    stated = -abs(total.value) if leads["what"] == "loss" else total.value
    if _is_near(made, stated, [*(part.step for part in parts), total.step]):
        return None
    said = ", ".join(part.text for part in parts)
    message = f"{said} do not make {total.text}, but {_shown(made, total.step, mark)}."
    return Found(message, "", sentence.place(total.start))


def _total_first(text: str, numbers: Sequence[Rate], mark: str) -> str:
    """What is wrong where a return is told before the parts that it is made of, or an empty string."""
    total, *parts = numbers
    made_of = _IS_MADE_OF.match(text, total.end)
    if made_of is None or not _OF_A_RETURN.search(text[: total.start]):
        return ""
    signs = _signs(f":{text[made_of.end() :]}", [_moved(part, 1 - made_of.end()) for part in parts])
    signs = signs or _signs_before_names(text, made_of.end(), parts)
    if not signs or _has_both_bases(text):
        return ""
    made = sum((sign * abs(part.value) for sign, part in zip(signs, parts, strict=True)), Decimal(0))
    if _is_near(made, total.value, [*(part.step for part in parts), total.step]):
        return ""
    said = ", ".join(part.text for part in parts)
    return f"{said} do not make {total.text}, but {_shown(made, total.step, mark)}."


def _has_both_bases(text: str) -> bool:
    """Whether a sentence has returns before costs and returns after them."""
    return bool(_BEFORE_COSTS.search(text) and _AFTER_COSTS.search(text))


def _moved(part: Rate, by: int) -> Rate:
    return replace(part, start=part.start + by, end=part.end + by)


def _signs_before_names(text: str, start: int, parts: Sequence[Rate]) -> list[int]:
    """The signs of `5.0% from technology, 2.0% from industrials`; nothing where a number may be no part."""
    last = start
    for part in parts:
        between = text[last : part.start]
        is_next = _FROM_FIRST.search(between) if last == start else _FROM.fullmatch(between)
        if not is_next or not _BEHIND.match(text, part.end):
            return []
        last = part.end
    return [-1 if text[part.start] in "-−–(" else 1 for part in parts]


def _is_total(text: str, total: Rate, leads: re.Match[str]) -> bool:
    """Whether the last number of a sentence is said to be the sum of the others."""
    says_so = leads["basis"] or leads["what"] or _SUMS_UP.search(leads[0])
    return bool(says_so or _SAYS_WHAT.match(text, total.end))


def _signs(text: str, parts: Sequence[Rate]) -> list[int]:
    """Whether each part was added (1) or taken away (-1); nothing where a number may be no part."""
    signs: list[int] = []
    last = 0
    for part in parts:
        match = (_NEXT if last else _FIRST).search(text[last : part.start])
        if match is None or (last and match.start()) or len(parts) < 2:
            return []
        sign = -1 if match["takes"] else 1 if match["adds"] else signs[-1]
        signs.append(-1 if text[part.start : part.end].startswith(("-", "−", "–", "(")) else sign)
        last = part.end
    return signs


def _is_near(made: Decimal, stated: Decimal, steps: Sequence[Decimal]) -> bool:
    """Whether two numbers agree within half a unit of the last digit of each that was added."""
    return abs(made - stated) * 2 <= sum(steps, Decimal(0))


def _shown(value: Decimal, step: Decimal, mark: str) -> str:
    """A rate as the sentence prints its own, to the last digit of its total."""
    digits = f"{(value * 100).quantize((step * 100).normalize()):f}".replace(".", mark)
    return f"{digits}%" if mark == "." else f"{digits} %"


_IS_ABOUT = Pattern(
    r"\b(?:contribut(?:ions?|ors?)|attribution|detractors?)\b|\w*[Bb]eitr(?:ag|äge)\b", re.IGNORECASE
)
_RETURN = Pattern(r"\b(?:return|performance|rendite)\b|nettorendite|bruttorendite", re.IGNORECASE)
_OTHERS = Pattern(
    r"\b(?:others?|rest|remaining|remainder|übrige|sonstige|andere|alle anderen)\b", re.IGNORECASE
)
_BOOKS = Pattern(
    r"\s*(?:longs?|shorts?|macro|cash|fees?|costs?|expenses|equit(?:y|ies)|credit|currenc(?:y|ies)|hedges?"
    r"|bonds|rates|commodities|index hedges|gebühren|kosten)(?: (?:positions|book|portfolio|and \w+))?\s*$",
    re.IGNORECASE,
)
_COSTS = Pattern(r"\b(?:fees?|costs?|expenses|carr(?:y|ied interest)|gebühren|kosten)\b", re.IGNORECASE)
_SUBTOTAL = Pattern(
    r"\s*(?:total|sum|sub-?total|all companies|all holdings|gross|summe|gesamt)\b", re.IGNORECASE
)


@record
class _Row:
    """A row of a table: its first cell, its number in a column, and which row of the body it is."""

    label: str
    number: PrintedNumber
    at: int


def _of_table(table: OwnTable, mark: str) -> Iterator[Found]:
    header = {cell.column: cell.passage.text for cell in table.cells if cell.is_header}
    cells = {(cell.row, cell.column): cell.passage.text for cell in table.cells if not cell.is_header}
    body = sorted({row for row, _ in cells})
    says = f"{table.text} {table.heading} {table.before} {table.after}"
    for column in (at for at in header if at > 1 and _can_be_contribution(header[at], header)):
        rows = [
            _Row(cells.get((row, 1), ""), number, at)
            for at, row in enumerate(body)
            if (number := parse_number(cells.get((row, column), ""), mark))
        ]
        for row in _wrong_returns(rows, says):
            message = f'What stands above "{row.label.strip()}" does not make {row.number.text}.'
            yield Found(message, "", table.rows[row.at].place())


def _can_be_contribution(title: str, header: dict[int, str]) -> bool:
    """Whether a column is of contributions: it says so, or is the only one with numbers."""
    return _IS_ABOUT.search(title) is not None or len(header) == 2


def _wrong_returns(rows: Sequence[_Row], says: str) -> Iterator[_Row]:
    """The rows with a return that is not the sum of the contributions above it."""
    above: list[_Row] = []
    for row in rows:
        if not _RETURN.search(row.label):
            above = [row] if _SUBTOTAL.match(row.label) else [*above, row]
            continue
        if _is_whole(above) and _same_basis(above, row, says) and _one_kind([*above, row]):
            made = sum((each.number.value for each in above), Decimal(0))
            steps = [*(each.number.step for each in above), row.number.step]
            if not _is_near(made, row.number.value, steps):
                yield row
        above = []


def _is_whole(above: Sequence[_Row]) -> bool:
    """Whether rows are all there is: a total or the others are among them, or each is a book."""
    labels = [row.label for row in above]
    if len(labels) < 2:
        return bool(labels) and _SUBTOTAL.match(labels[0]) is not None
    return (
        any(_OTHERS.search(label) for label in labels)
        or _SUBTOTAL.match(labels[0]) is not None
        or all(_BOOKS.match(label) for label in labels)
    )


def _same_basis(above: Sequence[_Row], row: _Row, says: str) -> bool:
    """Whether contributions and return are both before costs or both after them, as far as one can tell."""
    if any(_COSTS.search(each.label) for each in above):
        return True
    if len(above) == 1:  # a total alone
        return bool(_BEFORE_COSTS.search(above[0].label)) == bool(_BEFORE_COSTS.search(row.label))
    return bool(_BEFORE_COSTS.search(row.label)) or not _BEFORE_COSTS.search(says)


def _one_kind(rows: Sequence[_Row]) -> bool:
    kinds = {row.number.kind for row in rows}
    return len(kinds) == 1 and kinds <= {None, UnitKind.PERCENT}
