"""The JSON Schema of a model, for editors that complete and check YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from letterbook.markup.model import ONE_OR_MORE, Model, Range, model_fields

Schema = dict[str, Any]

_PLAIN: Mapping[type, Schema] = {
    str: {"type": ["string", "number", "boolean"]},  # an editor reads `number: 12` as a number
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
}


def json_schema(model: type[Model]) -> Schema:
    """The JSON Schema (draft 2020-12) of `model`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_of_model(model)}


def _of_model(model: type[Model]) -> Schema:
    fields = model_fields(model)
    properties = {
        field.key: {**_of_type(field.annotation), **({"description": field.about} if field.about else {})}
        for field in fields
    }
    required = [field.key for field in fields if field.required]
    return {
        "type": "object",
        "description": (model.__doc__ or "").partition("\n")[0],
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _of_type(annotation: Any) -> Schema:  # noqa: ANN401 - a type form has no type
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _restricted(_of_type(arguments[0]), arguments[1:])
    if origin in {Union, UnionType}:
        (wanted,) = (each for each in arguments if each is not NoneType)
        return _of_type(wanted)
    if origin is tuple:
        return {"type": "array", "items": _of_type(arguments[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of_type(arguments[1])}
    return _of_class(annotation)


def _of_class(kind: type) -> Schema:
    if issubclass(kind, StrEnum):
        return {"enum": [choice.value for choice in kind]}
    return _of_model(kind) if is_dataclass(kind) else dict(_PLAIN[kind])


def _restricted(schema: Schema, rules: tuple[object, ...]) -> Schema:
    for rule in rules:
        if isinstance(rule, Range):
            schema |= {"minimum": rule.least, "maximum": rule.greatest}
        elif rule == ONE_OR_MORE:
            schema = {"anyOf": [schema, schema["items"]]}
        elif isinstance(rule, str):
            schema |= {"description": rule}
    return schema
