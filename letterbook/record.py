"""Records: frozen data classes that cost little to make.

A command defines some two hundred of them before it does anything. `dataclass(frozen=True)` compiles six
methods for each and takes five times as long over it as `record`, which compiles `__init__` alone, and that
without the annotations, at which `dataclass` spends most of the time. Its objects are made faster too, since
their fields are assigned as those of any object are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")

_UNSET = object()  # what a field is that has a default factory and is not given


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[_T]) -> type[_T]:
    """Make a class a data class with slots, to be compared and hashed by its fields; a decorator.

    Everything in `dataclasses` works with it: `field`, `fields`, `replace`, `asdict`. There is no
    `__post_init__` though, and no field that `__init__` does not take. Nothing may be assigned to a field of
    an object once it is made; it is the type checker that sees to it.
    """
    return _made(kind, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named_record(kind: type[_T]) -> type[_T]:
    """Make a class a `record` whose objects are made by naming every field; a decorator."""
    return _made(kind, kw_only=True)


def _made(kind: type[_T], *, kw_only: bool) -> type[_T]:
    own = frozenset(vars(kind))
    kind.__doc__ = kind.__doc__ or kind.__name__  # or `dataclass` takes long to make one up
    made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    its_fields = fields(made)  # type: ignore[arg-type] # it is one now
    compared = [each.name for each in its_fields if each.compare]
    values: Callable[[object], object] = attrgetter(*compared) if compared else type

    def equals(self: object, other: object) -> object:
        """Whether the other is of the same kind and all that is compared is equal."""
        if type(other) is not type(self):
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        """The hash of what is compared."""
        return hash(values(self))

    initialise = _initialiser(made, its_fields)
    methods = (("__init__", initialise), ("__eq__", equals), ("__hash__", hashed), ("__repr__", _text))
    for name, method in methods:
        if name not in own:
            setattr(made, name, method)
    return made


def _initialiser(kind: type, its_fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    """The `__init__` that assigns the fields of a record, made as `dataclass` makes it: from its text."""
    known: dict[str, Any] = {"_UNSET": _UNSET}
    parameters, assignments = [], []
    for each in sorted(its_fields, key=_is_named):
        parameter, value = each.name, each.name
        if each.default is not MISSING:
            known[f"_default_{each.name}"] = each.default
            parameter = f"{each.name}=_default_{each.name}"
        elif each.default_factory is not MISSING:
            known[f"_default_{each.name}"] = each.default_factory
            parameter = f"{each.name}=_UNSET"
            value = f"_default_{each.name}() if {each.name} is _UNSET else {each.name}"
        if _is_named(each) and "*" not in parameters:
            parameters.append("*")
        parameters.append(parameter)
        assignments.append(f" self.{each.name} = {value}")
    text = f"def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(assignments) or " pass")
    exec(text, known)  # noqa: S102 - names of fields are all that varies in it
    initialise: Callable[..., None] = known["__init__"]
    initialise.__qualname__ = f"{kind.__qualname__}.__init__"
    return initialise


def _is_named(of_record: Field[Any]) -> bool:
    return of_record.kw_only is True


def _text(self: Any) -> str:  # noqa: ANN401 - a record of any kind
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({shown})"
