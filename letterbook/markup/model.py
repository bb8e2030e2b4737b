"""Models: frozen dataclasses that say what a hand-written YAML file may hold.

The type of a field says what its value must be: `str`, `bool`, `int`, `float`, `date`, a `StrEnum`,
another model, `tuple[X, ...]` or `dict[str, X]`, each also with `| None`. `Annotated` adds a `Range`
or a `Rule` to it, or `ONE_OR_MORE` to a tuple. A model refuses, with a ValueError of its
`__post_init__`, keys that do not go together. `validation` reads files as models and `json_schema`
describes them to editors; both are our own, since pydantic takes longer to load than all the rest
of a command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Protocol, get_type_hints

_ABOUT = "about"
_KEY = "key"


class Model(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest number that a value may be."""

    least: float
    greatest: float


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value must obey: `check` raises ValueError, with a clause, where it does not."""

    check: Callable[[Any], object]


def _be_filled(text: str) -> None:
    if not text.strip():
        raise ValueError("it is empty.")


ONE_OR_MORE = "one or more"
TextList = Annotated[tuple[str, ...], ONE_OR_MORE]
"""A list of texts in a model; a single text counts as a list of one."""
Name = Annotated[str, Rule(_be_filled)]
"""A text that is not empty."""


def key(about: str = "", *, name: str = "") -> Mapping[str, str]:
    """The metadata of a field: what its key is for, and the key where it is not the field's name."""
    return {_ABOUT: about, _KEY: name}


@dataclass(frozen=True, slots=True)
class ModelField:
    """A field of a model: the key in the file and the name of the attribute, and what may be there."""

    key: str
    name: str
    about: str
    annotation: Any
    required: bool


@lru_cache(maxsize=64)
def model_fields(model: type[Model]) -> tuple[ModelField, ...]:
    """The fields of a model, in its order."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        ModelField(
            key=each.metadata.get(_KEY) or each.name,
            name=each.name,
            about=each.metadata.get(_ABOUT, ""),
            annotation=hints[each.name],
            required=each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(model)
    )


def key_names(model: type[Model]) -> tuple[str, ...]:
    """The keys that a file of this model may have at its top."""
    return tuple(field.key for field in model_fields(model))
