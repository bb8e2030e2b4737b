"""The query language: `theme:ssm kind:podcast since:2024-01 is:favourite -used "free text"`.

Words are ANDed and `-` negates one. A word that is no `field:value` is searched for in the texts; a
word with spaces, or between quotation marks, is a phrase. `docs/reference/query.md` says it all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from letterbook.errors import WrongUse
from letterbook.item import Highlight, Item
from letterbook.library.queries.period import Period, read_recent
from letterbook.library.queries.query_states import (
    IsFavourite,
    IsPicked,
    IsUncommented,
    IsUntagged,
    IsUsed,
    State,
)
from letterbook.library.queries.query_terms import (
    AddedSince,
    AddedUntil,
    ByAuthor,
    Candidate,
    FromSource,
    HasTag,
    HasTheme,
    OfKind,
    Phrase,
    Term,
    UsedIn,
)
from letterbook.library.themes.known_themes import KnownThemes, theme_key
from letterbook.record import record
from letterbook.suggestion import did_you_mean

_FIELD = re.compile(r"(?P<field>[A-Za-z]+):(?!//)(?P<value>\S.*|)", re.DOTALL)
_QUOTED = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"', re.DOTALL)
_WORD = re.compile(r'(?:"(?:[^"\\]|\\.)*\\?"?|[^\s"])+', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@record
class Selection:
    """An item that a query selects, with those of its highlights that it selects."""

    item: Item
    highlights: tuple[Highlight, ...]


@record
class Condition:
    """A term of a query, or its negation."""

    term: Term
    negated: bool = False

    def narrow(self, highlights: tuple[Highlight, ...], candidate: Candidate) -> tuple[Highlight, ...] | None:
        """Those of the candidate's highlights that are left, or None when the item is left out.

        A term keeps all highlights of an item that meets it, else only the highlights that do.
        Its negation leaves out the item that meets it, else the highlights that do.
        """
        if self.negated:
            if self.term.leaves_out(candidate):
                return None
            kept = tuple(h for h in highlights if not self.term.holds_for_highlight(h))
            return kept if kept or not highlights else None
        if self.term.holds_for(candidate):
            return highlights
        return tuple(h for h in highlights if self.term.holds_for_highlight(h)) or None

    def __str__(self) -> str:
        return f"-{self.term}" if self.negated else str(self.term)


@record
class Query:
    """Conditions that all must hold; none select everything. `str(query)` reads back as the query."""

    conditions: tuple[Condition, ...] = ()

    def select(self, items: Iterable[Item], used: Mapping[str, tuple[str, ...]]) -> tuple[Selection, ...]:
        """The items selected, in their order. `used` maps an item's name to the editions that placed it."""
        candidates = (Candidate(item, used.get(item.name, ())) for item in items)
        selections = (self._select_from(candidate) for candidate in candidates)
        return tuple(selection for selection in selections if selection is not None)

    def _select_from(self, candidate: Candidate) -> Selection | None:
        highlights: tuple[Highlight, ...] | None = candidate.item.highlights
        for condition in self.conditions:
            if highlights is None:
                return None
            highlights = condition.narrow(highlights, candidate)
        return None if highlights is None else Selection(candidate.item, highlights)

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


def parse_query(words: Sequence[str], themes: KnownThemes, today: date) -> Query:
    """The query that `words`, as a shell has split them, mean.

    Raises WrongUse for an unknown field, theme or state and for a date that is none, with a
    suggestion where there is one.
    """
    return Query(tuple(_condition(word, themes, today) for word in words if word.strip()))


def read_query(text: str, themes: KnownThemes, today: date) -> Query:
    """The query written in one line of text; see `parse_query`."""
    return parse_query(split_words(text), themes, today)


def query_from_arguments(arguments: Iterable[tuple[str, str]], themes: KnownThemes, today: date) -> Query:
    """The query that a section's arguments mean: `theme="state space models" since=2024-01`.

    A name is a field of the language, or `query` for a whole query; empty values are left out.
    Raises WrongUse as `parse_query` does.
    """
    conditions: list[Condition] = []
    for name, value in arguments:
        if name == "query":
            conditions.extend(read_query(value, themes, today).conditions)
        elif value.strip():
            conditions.append(Condition(_field_term(name, value.strip(), themes, today)))
    return Query(tuple(conditions))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a query written in one line; quotation marks hold a phrase together and stay.

    Raises WrongUse when a quotation mark is not closed.
    """
    words = tuple(_WORD.findall(text))
    if words and '"' in _QUOTED.sub("", words[-1]):
        raise WrongUse(
            f"A quotation mark is not closed in the query: {text.strip()}", hint='Add the second ".'
        )
    return words


def _condition(word: str, themes: KnownThemes, today: date) -> Condition:
    negated = word.startswith("-")
    positive = word.removeprefix("-")
    if not positive.strip():
        raise WrongUse(
            'A "-" stands alone in the query.', hint="Write it directly before a word, as in -used."
        )
    return Condition(_term(positive, themes, today), negated)


def _term(word: str, themes: KnownThemes, today: date) -> Term:
    field = _FIELD.fullmatch(word)
    if field:
        return _field_term(field["field"], _unquoted(field["value"]), themes, today)
    if word.casefold() in set(State):
        return _state(word, themes, today)
    text = _unquoted(word)
    if not text.strip():
        raise WrongUse("A phrase of the query is empty.", hint="Write words between the quotation marks.")
    return Phrase(text)


def _unquoted(word: str) -> str:
    quoted = _QUOTED.fullmatch(word)
    return _ESCAPED.sub(r"\1", quoted["text"]) if quoted else word


def _field_term(name: str, value: str, themes: KnownThemes, today: date) -> Term:
    make = FIELDS.get(name.casefold())
    if make is None:
        as_text = f'To search for the text, quote it: "{name}:{value}".'
        hint = f"{did_you_mean(name, FIELDS)} {as_text}".strip()
        raise WrongUse(f'A query has no field "{name}".', hint=hint)
    if not value.strip():
        raise WrongUse(
            f"{name}: has no value.", hint=f"Write one after the colon, as in {EXAMPLES[name.casefold()]}."
        )
    return make(value, themes, today)


def _theme(word: str, themes: KnownThemes, _today: date) -> Term:
    theme = themes.theme(word)
    narrower = themes.with_narrower(theme)
    keys = frozenset(theme_key(name) for each in narrower for name in each.words)
    return HasTheme(word, keys, tags_count=theme in themes.described)


def _since(word: str, _themes: KnownThemes, today: date) -> Term:
    return AddedSince(word, _period(word, today))


def _until(word: str, _themes: KnownThemes, today: date) -> Term:
    return AddedUntil(word, _period(word, today))


def _period(word: str, today: date) -> Period:
    period = read_recent(word, today)
    if period is None:
        raise WrongUse(
            f'"{word}" is no date.',
            hint="Write 2024-01-31, 2024-01, 2024-Q1, 2024-H1, 2024, today or 30d (thirty days ago).",
        )
    return period


def _state(word: str, themes: KnownThemes, _today: date) -> Term:
    state = word.casefold()
    if state not in STATES:
        hint = did_you_mean(word, STATES) or f"It may be {', '.join(STATES)}."
        raise WrongUse(f'A query has no "is:{word}".', hint=hint)
    return STATES[State(state)](themes)


def _words(make: Callable[[str], Term], value: str, _themes: KnownThemes, _today: date) -> Term:
    return make(value)


FIELDS: dict[str, Callable[[str, KnownThemes, date], Term]] = {
    "theme": _theme,
    "kind": partial(_words, OfKind),
    "source": partial(_words, FromSource),
    "author": partial(_words, ByAuthor),
    "tag": partial(_words, HasTag),
    "since": _since,
    "until": _until,
    "used": partial(_words, UsedIn),
    "is": _state,
}
"""Each field of the language and what makes its term from a value."""

EXAMPLES: dict[str, str] = {
    "theme": "theme:ai",
    "kind": "kind:podcast",
    "source": 'source:"The Information"',
    "author": "author:Lovelace",
    "tag": "tag:pick",
    "since": "since:2024-01",
    "until": "until:2024-Q1",
    "used": 'used:"Ruminations 11"',
    "is": "is:favourite",
}

STATES: dict[State, Callable[[KnownThemes], Term]] = {
    State.FAVOURITE: lambda _themes: IsFavourite(),
    State.USED: lambda _themes: IsUsed(wanted=True),
    State.UNUSED: lambda _themes: IsUsed(wanted=False),
    State.UNTAGGED: lambda themes: IsUntagged(themes.described_keys),
    State.PICKED: lambda _themes: IsPicked(),
    State.UNCOMMENTED: lambda _themes: IsUncommented(),
}
"""Each state that `is:` asks for and what makes its term."""
