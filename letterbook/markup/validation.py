"""Hand-written YAML against a model: every error at once, each with its place.

The values are text (see `yaml_text`); the types of the model's fields convert them (see `model`).
Each problem is one plain sentence with a hint, an unknown key with the one that was probably meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.markup.model import ONE_OR_MORE, Model, ModelField, Range, Rule, model_fields
from letterbook.markup.yaml_text import YamlEntry, YamlMapping, YamlScalar, YamlSequence, YamlValue
from letterbook.suggestion import did_you_mean

M = TypeVar("M", bound=Model)
Path = tuple[str, ...]

_YES_NO = {
    **dict.fromkeys(("yes", "true", "on", "y", "t", "1"), True),
    **dict.fromkeys(("no", "false", "off", "n", "f", "0"), False),
}


def validate(model: type[M], values: YamlMapping, file: str) -> M:
    """The `values` read from `file` as a `model`; a key that says nothing counts as absent.

    Raises BadInput with one finding for each problem.
    """
    reader = _Reader(Place(file, 1, 1))
    result = reader.model(model, values, ())
    if result is None:
        raise BadInput.from_findings(tuple(sorted(reader.findings, key=_position)))
    return result


def _position(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


class _Reader:
    """Reads values as their types say; what it gives for a wrong one is not used."""

    def __init__(self, beginning: Place) -> None:
        self._beginning = beginning
        self.findings: list[Finding] = []

    def model(self, model: type[M], value: YamlValue, path: Path) -> M | None:
        """The model that `value` describes, or None when something in it is wrong."""
        before = len(self.findings)
        if not isinstance(value, YamlMapping):
            self._expected("keys with values", value, path)
            return None
        given = {entry.key.text: entry for entry in value.entries if not _is_null(entry.value)}
        fields = {field.key: field for field in model_fields(model)}
        self._refuse_unknown((entry for name, entry in given.items() if name not in fields), fields)
        self._refuse_missing((f for name, f in fields.items() if f.required and name not in given), value)
        arguments = {
            field.name: self._value(field.annotation, given[name].value, (*path, name))
            for name, field in fields.items()
            if name in given
        }
        if len(self.findings) > before:
            return None
        try:
            return model(**arguments)
        except ValueError as error:
            self._refuse(value, path, f"is not right: {error}")
        return None

    def _value(self, annotation: Any, value: YamlValue, path: Path) -> Any:  # noqa: ANN401 - a type form
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._restricted(arguments[0], arguments[1:], value, path)
        if origin in {Union, UnionType}:
            (wanted,) = (each for each in arguments if each is not NoneType)
            return self._value(wanted, value, path)
        if origin is tuple:
            return self._list(arguments[0], value, path)
        if origin is dict:
            return self._mapping(arguments[1], value, path)
        if isinstance(annotation, type) and is_dataclass(annotation):
            return self.model(annotation, value, path)
        return self._scalar(annotation, value, path)

    def _restricted(self, wanted: Any, rules: tuple[object, ...], value: YamlValue, path: Path) -> Any:  # noqa: ANN401 - a type form
        if ONE_OR_MORE in rules and not isinstance(value, YamlSequence):
            value = YamlSequence((value,), value.place, value.start, value.end)
        before = len(self.findings)
        result = self._value(wanted, value, path)
        if len(self.findings) > before:
            return None
        try:
            for rule in rules:
                _apply(rule, result)
        except ValueError as error:
            return self._refuse(value, path, f"is not right: {error}")
        return result

    def _list(self, wanted: Any, value: YamlValue, path: Path) -> Any:  # noqa: ANN401 - a type form
        if not isinstance(value, YamlSequence):
            return self._expected("a list", value, path)
        return tuple(
            self._value(wanted, entry, (*path, str(number))) for number, entry in enumerate(value.entries, 1)
        )

    def _mapping(self, wanted: Any, value: YamlValue, path: Path) -> Any:  # noqa: ANN401 - a type form
        if not isinstance(value, YamlMapping):
            return self._expected("keys with values", value, path)
        return {
            entry.key.text: self._value(wanted, entry.value, (*path, entry.key.text))
            for entry in value.entries
            if not _is_null(entry.value)
        }

    def _scalar(self, wanted: Any, value: YamlValue, path: Path) -> Any:  # noqa: ANN401 - a type form
        if issubclass(wanted, StrEnum):
            return self._choice(wanted, value, path)
        expected, convert = _CONVERTERS[wanted]
        if not isinstance(value, YamlScalar):
            return self._expected(expected, value, path)
        try:
            return convert(value.text)
        except (ValueError, KeyError):
            return self._expected(expected, value, path)

    def _choice(self, choices: type[StrEnum], value: YamlValue, path: Path) -> Any:  # noqa: ANN401 - a type form
        words = [choice.value for choice in choices]
        written = value.text if isinstance(value, YamlScalar) else ""
        if written in words:
            return choices(written)
        *first, last = words
        expected = f"{', '.join(first)} or {last}" if first else last
        return self._refuse(value, path, f"must be {expected}.", did_you_mean(written, words))

    def _expected(self, what: str, value: YamlValue, path: Path) -> None:
        says = f'"{value.text}"' if isinstance(value, YamlScalar) else "something else"
        self._refuse(value, path, f"must be {what}.", f"It says {says}.")

    def _refuse(self, value: YamlValue, path: Path, sentence: str, hint: str = "") -> None:
        name = f'"{".".join(path)}"' if path else "This"
        self._add("invalid-value", f"{name} {sentence}", hint, value.place)

    def _refuse_unknown(self, entries: Iterable[YamlEntry], known: Iterable[str]) -> None:
        for entry in entries:
            name = entry.key.text
            hint = did_you_mean(name, known) or f"Known keys: {', '.join(known)}."
            self._add("unknown-key", f'There is no key "{name}".', hint, entry.key.place)

    def _refuse_missing(self, fields: Iterable[ModelField], values: YamlMapping) -> None:
        for field in fields:
            place = values.place if values.entries else self._beginning
            self._add("missing-key", f'The key "{field.key}" is missing.', f"Add `{field.key}: …`.", place)

    def _add(self, name: str, message: str, hint: str, place: Place) -> None:
        self.findings.append(Finding(name, Severity.ERROR, message, hint, place))


def _is_null(value: YamlValue) -> bool:
    return isinstance(value, YamlScalar) and value.is_null


def _apply(rule: object, value: Any) -> None:  # noqa: ANN401 - whatever the rule is for
    """Raise ValueError where `value` does not obey `rule`."""
    if isinstance(rule, Rule):
        rule.check(value)
    elif isinstance(rule, Range) and not rule.least <= value <= rule.greatest:
        raise ValueError(f"it must be from {rule.least:g} to {rule.greatest:g}.")


_CONVERTERS: dict[type, tuple[str, Callable[[str], object]]] = {
    str: ("text", str),
    bool: ("yes or no", lambda text: _YES_NO[text.casefold()]),
    int: ("a whole number", int),
    float: ("a number", float),
    date: ("a date such as 2024-01-25", date.fromisoformat),
}
"""What a value of each plain type is called, and what makes it of text."""
