"""Hand-written YAML against a pydantic model: every error at once, each with its place.

The values are text (see `yaml_text`); the model converts them. What pydantic says is put into plain
sentences with a hint, unknown keys with the known one that was probably meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.markup.yaml_text import YamlMapping, YamlScalar, YamlSequence, YamlValue
from letterbook.suggestion import did_you_mean


class Model(BaseModel):
    """What a file, or a part of one, may hold.

    pydantic builds a model when it is first used, since most commands use few of them, and those
    that stand within others never by themselves.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


M = TypeVar("M", bound=BaseModel)
Path = tuple[int | str, ...]

_EXPECTED = {
    "bool": "yes or no",
    "date": "a date such as 2024-01-25",
    "decimal": "a number",
    "dict": "keys with values",
    "float": "a number",
    "int": "a whole number",
    "list": "a list",
    "mapping": "keys with values",
    "model": "keys with values",
    "string": "text",
    "tuple": "a list",
    "frozen": "a list",
}


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


TextList = Annotated[tuple[str, ...], BeforeValidator(_as_list, json_schema_input_type=str | tuple[str, ...])]
"""A list of texts in a model; a single text counts as a list of one."""


def validate(model: type[M], values: YamlMapping, file: str) -> M:
    """The `values` read from `file` as a `model`; a key that says nothing counts as absent.

    Raises BadInput with one finding for each problem.
    """
    try:
        return model.model_validate(_without_nulls(values))
    except ValidationError as error:
        findings = [_finding(detail, model, values, file) for detail in error.errors(include_url=False)]
        findings.sort(
            key=lambda finding: (finding.place.line, finding.place.column) if finding.place else (0, 0)
        )
        raise BadInput.from_findings(tuple(findings)) from error


def json_schema(model: type[BaseModel]) -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of `model`, for editors that complete and check YAML."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}


def _without_nulls(value: YamlValue) -> object:
    if isinstance(value, YamlScalar):
        return value.text
    if isinstance(value, YamlSequence):
        return [_without_nulls(entry) for entry in value.entries]
    return {
        entry.key.text: _without_nulls(entry.value)
        for entry in value.entries
        if not (isinstance(entry.value, YamlScalar) and entry.value.is_null)
    }


def _finding(detail: ErrorDetails, model: type[BaseModel], values: YamlMapping, file: str) -> Finding:
    path = detail["loc"]
    place = _place(values, path, at_key=detail["type"] == "extra_forbidden") or Place(file, 1, 1)
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in _walked(values, path))
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(str(path[-1]), _keys(model, path[:-1])) or _known(model, path[:-1])
        return Finding("unknown-key", Severity.ERROR, f'There is no key "{path[-1]}".', hint, place)
    if detail["type"] == "missing":
        message = f'The key "{path[-1]}" is missing.'
        return Finding("missing-key", Severity.ERROR, message, f"Add `{path[-1]}: …`.", place)
    message, hint = _sentence(detail, f'"{name}"' if name else "This")
    return Finding("invalid-value", Severity.ERROR, message, hint, place)


def _sentence(detail: ErrorDetails, name: str) -> tuple[str, str]:
    context = detail.get("ctx", {})
    if detail["type"] in {"enum", "literal_error"}:
        expected = str(context["expected"]).replace("'", "")
        choices = expected.replace(" or ", ", ").split(", ")
        return f"{name} must be {expected}.", did_you_mean(str(detail["input"]), choices)
    if detail["type"] == "value_error":
        return f"{name} is not right: {context['error']}", ""
    expected = _EXPECTED.get(detail["type"].split("_")[0], "")
    if expected and detail["type"].endswith(
        ("_type", "_parsing", "_from_date_parsing", "_inexact", "_set_type")
    ):
        return f"{name} must be {expected}.", f"It says {_shown(detail['input'])}."
    return f"{name} is not right: {detail['msg'][:1].lower()}{detail['msg'][1:]}.", ""


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else "something else"


def _steps(values: YamlMapping, path: Path) -> Iterator[tuple[str | int, YamlValue, Place]]:
    """Walks down `path` as far as the file goes: the part, its value and the place of its key.

    Parts of pydantic's own, such as the member of a union, are skipped.
    """
    current: YamlValue = values
    for part in path:
        if isinstance(current, YamlMapping):
            entry = next((each for each in current.entries if each.key.text == part), None)
            if entry is None:
                continue
            current, place = entry.value, entry.key.place
        elif isinstance(current, YamlSequence) and isinstance(part, int) and part < len(current.entries):
            current = current.entries[part]
            place = current.place
        else:
            continue
        yield part, current, place


def _place(values: YamlMapping, path: Path, *, at_key: bool) -> Place | None:
    place = values.place if values.entries else None
    for _, value, key_place in _steps(values, path):
        place = key_place if at_key else value.place
    return place


def _walked(values: YamlMapping, path: Path) -> Path:
    return tuple(part for part, _, _ in _steps(values, path))


def _known(model: type[BaseModel], path: Path) -> str:
    keys = ", ".join(_keys(model, path))
    return f"Known keys: {keys}." if keys else ""


def _keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the model at `path` within `model` knows."""
    models: tuple[type[BaseModel], ...] = (model,)
    for part in path:
        fields = [_fields(each).get(str(part)) for each in models]
        models = tuple(inner for annotation in fields for inner in _models_in(annotation)) or models
    return tuple(dict.fromkeys(key for each in models for key in _fields(each)))


def _fields(model: type[BaseModel]) -> dict[str, object]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - a type form has no type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
