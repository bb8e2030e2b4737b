"""Records: frozen data classes that cost little to make.

A command defines some two hundred of them before it does anything. `dataclass(frozen=True)` compiles six
methods for each and takes three times as long over it as `record`, which compiles `__init__` alone. Its
objects are made faster too, since their fields are assigned as those of any object are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[_T]) -> type[_T]:
    """Make a class a data class with slots, to be compared and hashed by its fields; a decorator.

    Everything in `dataclasses` works with it: `field`, `fields`, `replace`, `asdict`. Nothing may be
    assigned to a field of an object once it is made; it is the type checker that sees to it.
    """
    return _made(kind, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named_record(kind: type[_T]) -> type[_T]:
    """Make a class a `record` whose objects are made by naming every field; a decorator."""
    return _made(kind, kw_only=True)


def _made(kind: type[_T], *, kw_only: bool) -> type[_T]:
    own = frozenset(vars(kind))
    made = dataclass(repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    compared = [each.name for each in fields(made) if each.compare]  # type: ignore[arg-type] # it is one now
    values: Callable[[object], object] = attrgetter(*compared) if compared else type

    def equals(self: object, other: object) -> object:
        """Whether the other is of the same kind and all that is compared is equal."""
        if type(other) is not type(self):
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        """The hash of what is compared."""
        return hash(values(self))

    for name, method in (("__eq__", equals), ("__hash__", hashed), ("__repr__", _text)):
        if name not in own:
            setattr(made, name, method)
    return made


def _text(self: Any) -> str:  # noqa: ANN401 - a record of any kind
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({shown})"
