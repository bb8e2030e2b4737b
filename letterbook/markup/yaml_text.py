"""YAML read text-first: every scalar stays the text that was typed, and knows its place.

Built from the events of PyYAML's parser (YAML 1.1, https://yaml.org/spec/1.1/), so that nothing is
resolved, constructed or shared: `No` stays `No`, `12:30:45` stays a time. Anchors, aliases and tags
are refused; so are duplicate keys. Size and depth are counted before anything is built, because
libyaml's own composer exhausts the machine stack on deep nesting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeAlias

import yaml
from yaml.reader import Reader

from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.record import record

LARGEST = 32 * 1024
DEEPEST = 20
_NULLS = frozenset({"", "~", "null"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@record
class YamlScalar:
    """A scalar as text; `start` and `end` are its offsets in the file's text, quotes included."""

    text: str
    place: Place
    start: int
    end: int
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether it says "nothing": empty, `~` or `null`, without quotes."""
        return not self.quoted and self.text in _NULLS

    def plain(self) -> object:
        """The text, or None where it says nothing."""
        return None if self.is_null else self.text


@record
class YamlSequence:
    """A list of values."""

    entries: tuple[YamlValue, ...]
    place: Place
    start: int
    end: int

    def plain(self) -> object:
        """The list of the plain entries."""
        return [entry.plain() for entry in self.entries]


@record
class YamlEntry:
    """A key and its value."""

    key: YamlScalar
    value: YamlValue


@record
class YamlMapping:
    """Keys and values in the order of the file."""

    entries: tuple[YamlEntry, ...]
    place: Place
    start: int
    end: int

    def get(self, key: str) -> YamlValue | None:
        """The value of `key`, or None when the key is not there."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def text(self, key: str) -> str:
        """The value of `key` as one text: empty when there is none, a list joined by commas."""
        return ", ".join(self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The scalars under `key`: a single one counts as a list of one, an empty one as none."""
        value = self.get(key)
        scalars = value.entries if isinstance(value, YamlSequence) else (value,)
        return tuple(
            scalar.text
            for scalar in scalars
            if isinstance(scalar, YamlScalar) and scalar.text and not scalar.is_null
        )

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands; where the mapping begins when the key is not there."""
        value = self.get(key)
        return value.place if value else self.place

    def plain(self) -> dict[str, object]:
        """Plain text, lists and dictionaries; a scalar that says nothing is None."""
        return {entry.key.text: entry.value.plain() for entry in self.entries}


YamlValue: TypeAlias = YamlScalar | YamlSequence | YamlMapping


def read_yaml(
    text: str, file: str, start: int = 0, end: int | None = None, *, largest: int = LARGEST
) -> YamlMapping:
    """The keys and values in `text[start:end]`; places and offsets are those of the whole `text`.

    Raises BadInput, with a finding for each problem, when it is not valid YAML, not a mapping, larger than
    `largest` bytes or too deep, when it uses anchors, aliases or tags, or when a key is given twice.
    """
    region = text[start:end]
    places = PlaceFinder(text, file)
    _refuse_unreadable(region, start, places, largest)
    reader = _Reader(region, start, places)
    values = reader.read()
    if reader.findings:
        raise BadInput.from_findings(tuple(reader.findings))
    return values


class PlaceFinder:
    """Finds the line and column of an offset in a text."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __call__(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(self._file, line, offset - self._starts[line - 1] + 1)


def problem(message: str, place: Place, hint: str = "", name: str = "yaml-invalid") -> Finding:
    """An error finding at `place`."""
    return Finding(name, Severity.ERROR, message, hint, place)


def _refuse_unreadable(region: str, start: int, places: PlaceFinder, largest: int) -> None:
    if len(region.encode("utf-8", "surrogatepass")) > largest:
        message = f"This YAML is larger than {largest // 1024} KiB."
        raise _refusal(message, places(start), "Move long texts below it.")
    found = Reader.NON_PRINTABLE.search(region)
    position = found.start() if found else region.find("\ufeff")
    if position >= 0:
        message = f"The character U+{ord(region[position]):04X} is not allowed here."
        raise _refusal(message, places(start + position), "Remove it; most editors can show it.")


def _refusal(message: str, place: Place, hint: str) -> BadInput:
    return BadInput.from_findings((problem(message, place, hint),))


class _Reader:
    """One pass over the parser's events; duplicate keys are collected, other problems raised."""

    def __init__(self, region: str, start: int, places: PlaceFinder) -> None:
        self._events = _checked_events(region, start, places)
        self._start = start
        self._places = places
        self.findings: list[Finding] = []

    def read(self) -> YamlMapping:
        event = next(self._events)
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            event = next(self._events)
        root = None if isinstance(event, yaml.StreamEndEvent) else self._value(event)
        place = self._places(self._start)
        if root is None or (isinstance(root, YamlScalar) and root.is_null):
            root = YamlMapping((), place, self._start, self._start)
        if not isinstance(root, YamlMapping):
            raise _refusal("Keys with values are expected here.", root.place, "Write `key: value` lines.")
        if any(isinstance(event, yaml.DocumentStartEvent) for event in self._events):
            raise _refusal("Only one YAML document is expected.", place, "Remove the second `---`.")
        return root

    def _value(self, event: yaml.Event) -> YamlValue:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event)
        start, end = self._start + _index(event.start_mark), self._start + _index(event.end_mark)
        style = getattr(event, "style", None)
        return YamlScalar(getattr(event, "value", ""), self._places(start), start, end, bool(style))

    def _sequence(self, opening: yaml.SequenceStartEvent) -> YamlSequence:
        entries: list[YamlValue] = []
        event = next(self._events)
        while not isinstance(event, yaml.SequenceEndEvent):
            entries.append(self._value(event))
            event = next(self._events)
        start, end = self._collection_span(opening, event, entries)
        return YamlSequence(tuple(entries), self._places(start), start, end)

    def _mapping(self, opening: yaml.MappingStartEvent) -> YamlMapping:
        entries: dict[str, YamlEntry] = {}
        event = next(self._events)
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._value(event)
            value = self._value(next(self._events))
            if not isinstance(key, YamlScalar):
                raise _refusal("A key must be plain text.", key.place, "Write `key: value`.")
            self._refuse_twice(key, entries)
            entries.setdefault(key.text, YamlEntry(key, value))
            event = next(self._events)
        start, end = self._collection_span(opening, event, [entry.value for entry in entries.values()])
        return YamlMapping(tuple(entries.values()), self._places(start), start, end)

    def _refuse_twice(self, key: YamlScalar, entries: dict[str, YamlEntry]) -> None:
        if key.text in entries:
            line = entries[key.text].key.place.line
            message = f'"{key.text}" is given twice: in line {line} and in line {key.place.line}.'
            self.findings.append(problem(message, key.place, "Remove one of them.", "yaml-duplicate-key"))

    def _collection_span(
        self, opening: yaml.CollectionStartEvent, closing: yaml.Event, values: list[YamlValue]
    ) -> tuple[int, int]:
        """A block collection ends with its last value; its closing event lies beyond comments."""
        start = self._start + _index(opening.start_mark)
        if opening.flow_style or not values:
            return start, self._start + _index(closing.end_mark)
        return start, values[-1].end


def _index(mark: yaml.error.Mark | yaml._yaml.Mark | None) -> int:
    return mark.index if mark else 0


def _checked_events(region: str, start: int, places: PlaceFinder) -> Iterator[yaml.Event]:
    depth = 0
    try:
        for event in yaml.parse(region, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.NodeEvent):
                _refuse_node(event, depth, places(start + _index(event.start_mark)))
            yield event
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, start, places) from error
    except yaml.YAMLError as error:
        raise _refusal("This is not valid YAML.", places(start), "Check its quotes and colons.") from error


def _refuse_node(event: yaml.NodeEvent, depth: int, place: Place) -> None:
    if depth > DEEPEST:
        raise _refusal(f"Values are nested deeper than {DEEPEST} levels.", place, "Write it flatter.")
    quote = "Put the value in quotes if it is meant as text."
    if event.anchor:
        mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
        raise _refusal(f"Anchors and aliases ({mark}{event.anchor}) are not allowed.", place, quote)
    tag = getattr(event, "tag", None)
    if tag:
        raise _refusal(f"Tags ({tag}) are not allowed.", place, quote)


def _syntax_error(error: yaml.MarkedYAMLError, start: int, places: PlaceFinder) -> BadInput:
    said = error.problem or "it cannot be read"
    unclosed = "end of stream" in said or "expected ',' or" in said
    mark = error.context_mark if unclosed and error.context_mark else error.problem_mark
    reason, hint = _in_plain_words(said, unclosed=unclosed)
    place = places(start + _index(mark))
    return _refusal(f"This is not valid YAML: {reason}.", place, hint)


def _in_plain_words(said: str, *, unclosed: bool) -> tuple[str, str]:
    if unclosed:
        return "a quote or bracket that is opened here is not closed", "Close it, or quote the whole value."
    if "mapping values" in said:
        return "a colon is not expected here", "Put a value that contains a colon in quotes."
    if "cannot start any token" in said:
        return "a value cannot begin like this", "Put the value in quotes; indent with blanks, not tabs."
    if "could not find expected ':'" in said:
        return "a key without a colon", "Write `key: value`."
    return said, "Check quotes, colons and indentation."
