"""The words around a number, each with how far away it is: what says which figure is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from letterbook.figure import Basis, UnitKind
from letterbook.printed_number import PrintedNumber
from letterbook.record import record
from letterbook.verify.found_numbers import FoundNumbers, Item, ItemKind
from letterbook.verify.table_labels import Labels, UnitHint
from letterbook.verify.terms import meanings_of
from letterbook.verify.times import TimeMention, find_times
from letterbook.verify.vocabulary import LEADING, METRICS, STOP_WORDS, TOTALS

FAR = 1000.0
CELL_COST = 1.0
_BAND_COST = 3.0
_CAPTION_COST = 4.0
_LONGEST_CAPTION = 90
_COSTS = {
    ItemKind.WORD: 1.0,
    ItemKind.OTHER: 1.0,
    ItemKind.CONJUNCTION: 3.0,
    ItemKind.PUNCTUATION: 3.0,
    ItemKind.NUMBER: 8.0,
}
_FREE_PUNCTUATION = frozenset("()[]'\"’“”-‑&*")
_HYPHENS = frozenset("-‑'’")
_BEHIND = 1.0
_BEHIND_A_MARK = 2.0
_LINKED = frozenset({"from", "to"})
_PART_OF = (("which", "of"), ("including",), ("davon",))
_SAID_OF_NEXT = frozenset(
    {"of", "is", "was", "are", "were", "at", "reached", "bei", "beträgt", "betrug", "von"}
)
_COPULAS = frozenset({"is", "are", "was", "were", "remains", "remain", "remained"})
_OPENING = frozenset("(;,/")
_NEARLY = frozenset("~≈")
_RANGE = frozenset({"-", "–", "—", "‑", "to", "or", "and"})
_WORDS_BEFORE = 4
_WORDS_BEHIND = 3
_NEAR_NAMES = 6.0
_NOT_COUNTED = STOP_WORDS | set(Basis)


@record
class Around:
    """What a letter says around a passage.

    `labels` are those of its cell, `headings` those above it from the nearest up, `before` the texts of the
    passages right before it in the same part of the letter, `title` what the letter says of itself.
    """

    labels: Labels
    headings: tuple[str, ...]
    before: tuple[str, ...]
    title: str


@record
class Surroundings:
    """What is around one number.

    `near` gives for each meaning of the words of its sentence, or of its row and column, how far away it is,
    from 0; `wider` are the meanings of what is further away, from the paragraph to the title. `before` are
    the words right before it, the nearest first. `times` are the times around it, the nearest first, each
    with how far away it is; `times_of_others` are those that stand right behind another number. `hint` is the
    unit that a table or a range gives to a bare number. `names` are the words near that begin with a capital
    letter, `counted` those right behind, up to the first that says nothing of what is counted. `is_total` is
    a number in the row of a total. `row_name` are the words of a row that only names somebody.
    """

    near: Mapping[str, float]
    wider: tuple[frozenset[str], ...]
    before: tuple[str, ...]
    times: tuple[tuple[float, TimeMention], ...]
    times_of_others: tuple[TimeMention, ...]
    hint: UnitHint | None
    in_table: bool
    names: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    is_total: bool = False
    row_name: frozenset[str] = frozenset()

    def distance(self, meanings: frozenset[str]) -> float:
        """How far the nearest word with one of these meanings is; `FAR` where there is none near."""
        return min((self.near[each] for each in meanings if each in self.near), default=FAR)

    def tier(self, meanings: frozenset[str]) -> int:
        """Where the nearest word with one of these meanings stands: 0 is near, then further and further."""
        if meanings & self.near.keys():
            return 0
        return next(
            (tier for tier, words in enumerate(self.wider, start=1) if meanings & words), len(self.wider) + 1
        )

    def basis(self) -> Basis | None:
        """Gross or net, whichever word is nearer; None where neither is near."""
        found = [(self.near[basis.value], basis) for basis in Basis if basis.value in self.near]
        return min(found)[1] if found else None


def surroundings_of(found: FoundNumbers, number: PrintedNumber, around: Around) -> Surroundings:
    """What is around a number of a passage."""
    labels, headings = around.labels, around.headings
    items = found.items
    position = next(index for index, item in enumerate(items) if item.start == number.start)
    own = items[position]
    near: dict[str, float] = {}
    costs = dict(_costs(items, position))
    for index, cost in costs.items():
        for meaning in items[index].meanings:
            near[meaning] = min(cost, near.get(meaning, FAR))
    for text, cost in _label_costs(around):
        for meaning in meanings_of(text):
            near[meaning] = min(cost, near.get(meaning, FAR))
    _settle_cost(near, number)
    earlier = frozenset(
        meaning for item in items if item.sentence < own.sentence for meaning in item.meanings
    ) | meanings_of(labels.caption)
    return Surroundings(
        near=near,
        wider=(
            earlier,
            *(meanings_of(heading) for heading in headings[:1]),
            frozenset().union(*map(meanings_of, headings[1:])),
            frozenset().union(*map(meanings_of, around.before)),
            meanings_of(around.title),
        ),
        before=tuple(_words_before(items, position)),
        times=tuple(_times(found, own, around)),
        times_of_others=tuple(each for each in found.times if _is_of_another(found, each, own)),
        hint=labels.unit or _shared_unit(found, number),
        in_table=found.passage.cell is not None,
        names=_names(found, costs),
        counted=frozenset(_counted(items, position)),
        row_name=_row_name(labels.row),
        is_total=bool(meanings_of(labels.row) & TOTALS),
    )


def _row_name(label: str) -> frozenset[str]:
    """The words of a row's label that says of whom its numbers are, and nothing of what they measure."""
    words = meanings_of(label)
    is_name = any(_is_name(word) for word in label.split()) and not words & (METRICS | LEADING | TOTALS)
    return words - _NOT_COUNTED if is_name else frozenset()


def _settle_cost(near: dict[str, float], number: PrintedNumber) -> None:
    """Cost is an amount: `3x cost` is a multiple of it, and what costs 50 basis points detracts."""
    meant = {UnitKind.MULTIPLE: "moic", UnitKind.PERCENT: "contribution"}.get(number.kind or UnitKind.MONEY)
    if meant and "cost" in near:
        distance = near.pop("cost")
        near[meant] = min(distance, near.get(meant, FAR))
        if meant == "contribution":
            near["detracted"] = min(distance, near.get("detracted", FAR))


def _label_costs(around: Around) -> Iterator[tuple[str, float]]:
    """The texts of a cell's labels, each with how far away it is.

    Where none says what is measured, the nearest short text above the table that does is one.
    """
    labels = around.labels
    own = (labels.row, labels.column, labels.band)
    yield from zip(own, (CELL_COST, CELL_COST, _BAND_COST), strict=True)
    if any(own) and not any(meanings_of(text) & METRICS for text in own):
        above = (labels.caption, *reversed(around.before), *around.headings[:1])
        named = (text for text in above if len(text) <= _LONGEST_CAPTION and meanings_of(text) & METRICS)
        yield from ((text, _CAPTION_COST) for text in islice(named, 1))


def _costs(items: Sequence[Item], position: int) -> Iterator[tuple[int, float]]:
    """The items of the sentence around a number, by index, and how far away each is."""
    sentence = items[position].sentence
    is_subject = position + 1 < len(items) and items[position + 1].word in _COPULAS
    is_linked = next(_words_before(items, position), "") in _LINKED
    for step in (-1, 1):
        cost, index = 0.0, position + step
        has_crossed = False
        while 0 <= index < len(items) and items[index].sentence == sentence:
            item = items[index]
            if step == -1 and _is_part(items, index):
                cost += FAR / 2  # what stands before `of which` is the whole, and this a part
            behind = (_BEHIND_A_MARK if has_crossed else _BEHIND) if step == 1 else 0.0
            if item.meanings:
                is_of_next = step == 1 and _is_said_of_next(items, index)
                yield index, cost + behind + (_COSTS[ItemKind.NUMBER] if is_of_next else 0.0)
            if item.kind is ItemKind.NUMBER and step == 1:
                cost += _COSTS[ItemKind.NUMBER]  # what stands behind the next number belongs to that
            is_free = item.kind is ItemKind.PUNCTUATION and item.word in _FREE_PUNCTUATION
            is_same = is_linked and step == -1 and item.kind is ItemKind.NUMBER  # $4m, up from $3m
            cost += 0.0 if is_free or is_same else _COSTS[item.kind]
            if is_subject and step == -1 and item.word == "," and index == position - 1:
                cost += _COSTS[ItemKind.NUMBER]  # of $9m, $2m is unfunded
            has_crossed = has_crossed or item.kind in {ItemKind.PUNCTUATION, ItemKind.CONJUNCTION}
            index += step


def _is_part(items: Sequence[Item], index: int) -> bool:
    return any(
        tuple(item.word for item in items[max(0, index + 1 - len(words)) : index + 1][::-1]) == words
        for words in _PART_OF
    )


def _is_said_of_next(items: Sequence[Item], index: int) -> bool:
    """Whether a word is said of a number further on: `cost` in `$8m on a cost of $5m`, `gross` in
    `18.4% (gross 24.1%)`.
    """
    following = items[index + 1 : index + 3]
    beside = following[1:] if following and following[0].word == ":" else following
    if items[index - 1].word in _OPENING and beside and beside[0].kind is ItemKind.NUMBER:
        return True
    kinds = [item.kind for item in following]
    return kinds == [ItemKind.WORD, ItemKind.NUMBER] and following[0].word in _SAID_OF_NEXT


def _words_before(items: Sequence[Item], position: int) -> Iterator[str]:
    """The words right before a number, nearest first, up to the next mark or number."""
    for item in items[max(0, position - _WORDS_BEFORE) : position][::-1]:
        if item.kind in {ItemKind.NUMBER, ItemKind.OTHER}:
            return
        if item.meanings or item.word in _NEARLY:
            yield item.word


def _counted(items: Sequence[Item], position: int) -> Iterator[str]:
    following = items[position + 1 : position + 3]
    if [item.kind for item in following[1:]] == [ItemKind.NUMBER] and following[0].word in _RANGE:
        position += 2  # what is counted by both ends of a range
    for item in items[position + 1 : position + 1 + _WORDS_BEHIND]:
        if item.kind is not ItemKind.WORD or item.word in _NOT_COUNTED:
            return
        yield from item.meanings


def _times(found: FoundNumbers, own: Item, around: Around) -> Iterator[tuple[float, TimeMention]]:
    labels = around.labels
    near: list[tuple[float, TimeMention]] = []
    said = [mention for text in (labels.column, labels.row, labels.band) for mention in find_times(text)]
    near += ((CELL_COST, mention) for mention in (*_joined(said), *said))
    for mention in found.times:
        sentences = {item.sentence for item in found.items if mention.start <= item.start < mention.end}
        is_of_another = _is_aside(found, mention, own) or _is_of_another(found, mention, own)
        if own.sentence in sentences and not is_of_another:
            near.append((_between(found.items, mention, own), mention))
    yield from sorted(near, key=lambda each: each[0])
    for further, text in enumerate((labels.caption, *around.headings, around.title), start=1):
        yield from ((FAR * further, mention) for mention in find_times(text))


def _joined(said: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The month or quarter of one label in the year of another."""
    years = [mention for mention in said if mention.is_vague]
    parts = [mention for mention in said if mention.recurs]
    if len(years) == len(parts) == 1:
        yield parts[0].of_year(years[0].first.year)


def _is_aside(found: FoundNumbers, mention: TimeMention, own: Item) -> bool:
    """Whether a time stands between parentheses together with another number, and this number does not."""
    text = found.passage.text
    opening = text.rfind("(", 0, mention.start)
    closing = text.find(")", mention.end)
    if opening < 0 or closing < 0 or ")" in text[opening : mention.start] or opening < own.start < closing:
        return False
    return any(opening < number.start < closing for number in found.numbers)


def _is_of_another(found: FoundNumbers, mention: TimeMention, own: Item) -> bool:
    """Whether a time stands right behind another number, with nothing but words between."""
    before = [item for item in found.items if item.end <= mention.start]
    for item in reversed(before):
        if item.kind is ItemKind.NUMBER:
            return item.start != own.start
        if item.kind is not ItemKind.WORD and item.word not in _HYPHENS:
            return False
    return False


def _between(items: Sequence[Item], mention: TimeMention, own: Item) -> float:
    start, end = min(mention.end, own.end), max(mention.start, own.start)
    return sum(
        _COSTS[item.kind]
        for item in items
        if start <= item.start and item.end <= end and item.word not in _HYPHENS
    )


def _shared_unit(found: FoundNumbers, number: PrintedNumber) -> UnitHint | None:
    """The unit of the next number, where both are the ends of a range: `3–5%`, `between 3 and 5 million`."""
    following = next((each for each in found.numbers if each.start >= number.end), None)
    if number.has_marks or following is None or following.kind is None:
        return None
    between = found.passage.text[number.end : following.start].strip().casefold()
    if between not in {"-", "–", "—", "to", "and", "or"}:
        return None
    exponent = following.layout.exponent if following.kind is UnitKind.MONEY else None
    return UnitHint(following.kind, exponent)


def _names(found: FoundNumbers, costs: Mapping[int, float]) -> frozenset[str]:
    text = found.passage.text
    first = {item.sentence: item.start for item in reversed(found.items)}
    near = (found.items[index] for index, cost in costs.items() if cost <= _NEAR_NAMES)
    return frozenset(
        meaning
        for item in near
        if _is_name(text[item.start : item.end]) and item.start != first[item.sentence]
        for meaning in item.meanings
    )


def _is_name(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and not word.isupper()
