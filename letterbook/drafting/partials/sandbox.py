"""The Jinja environment of partials: sandboxed, strict, and printing place-holders for values."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sized
from contextvars import ContextVar
from datetime import date
from functools import partial
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Undefined, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from letterbook.drafting.partials.periods import date_words
from letterbook.drafting.partials.printable import Blocks, Inlines, keep, without_marks

LONGEST_RANGE = 100_000
LONGEST_TEXT = 1_000_000

_NUMBERS_LEFT = ContextVar("_NUMBERS_LEFT", default=LONGEST_RANGE)
_GROWING_METHODS = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill", "format", "format_map"})

FILTERS = frozenset(
    {
        *("abs", "batch", "capitalize", "count", "d", "default", "first", "float", "groupby", "int"),
        *("join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr"),
        *("replace", "reverse", "round", "select", "selectattr", "slice", "sort", "sum", "title"),
        *("trim", "truncate", "unique", "upper", "wordcount"),
    }
)
"""Jinja's filters that a partial may use: those that neither mark text as safe nor need chance."""


class UnknownNameError(UndefinedError):
    """A partial used a name that is not there: `name` of `owner`, or of nothing for a name by itself."""

    def __init__(self, owner: object, name: str, message: str) -> None:
        super().__init__(message)
        self.owner = None if owner is missing else owner
        self.name = name


class _NotThere(StrictUndefined):
    """What an unknown name gives: any use of it but a test raises UnknownNameError."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        raised = exc if issubclass(exc, SecurityError) else partial(UnknownNameError, obj, str(name))
        super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]  # only ever called


class NotPrintableError(TypeError):
    """A partial tried to print something that has no words of its own."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment: bounded in what it computes, so that no partial runs away.

    `finalize` makes what `{{ value }}` prints. Every text that a partial reads is a `literal`: a kind
    of text that says in `__html__` how it is joined to a partial's own Markdown.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, loader: BaseLoader, finalize: Callable[..., object], literal: type[str]) -> None:
        super().__init__(
            loader=loader,
            finalize=finalize,
            undefined=_NotThere,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self._literal = literal
        self.filters = {name: code for name, code in self.filters.items() if name in FILTERS}
        self.globals = {"range": _bounded_range, "namespace": self.globals["namespace"]}

    def as_literal(self, value: object) -> object:
        """`value`, or the literal for a plain text."""
        return self._literal(value) if type(value) is str else value

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """The attribute of `obj`, or what stands under that key in it."""
        return self.as_literal(super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """What stands under a key or at a place in `obj`."""
        return self.as_literal(super().getitem(obj, argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Whether a partial may use the attribute: no private one, and no method that pads a text."""
        grows = isinstance(obj, str) and attr in _GROWING_METHODS
        return not grows and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: object, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """The result of an operation that could grow without bounds; raises SecurityError if it would."""
        if operator == "*" and _length(left) * _number(right) + _length(right) * _number(left) > LONGEST_TEXT:
            raise SecurityError("the repeated text would be too long")
        if operator == "**" and (abs(_number(left)) > 1000 or abs(_number(right)) > 100):
            raise SecurityError("the power would be too large")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("text is not formatted with %; print the values one by one")
        return _OPERATIONS[operator](left, right)


_OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "*": operator.mul,
    "**": operator.pow,
    "%": operator.mod,
}


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) else 0


def _number(value: object) -> int | float:
    return value if isinstance(value, (int, float)) else 0


def allow_ranges() -> None:
    """Begin to count the numbers of all ranges anew, for the next partial."""
    _NUMBERS_LEFT.set(LONGEST_RANGE)


def _bounded_range(*bounds: int) -> range:
    numbers = range(*bounds)
    left = _NUMBERS_LEFT.get() - len(numbers)
    if left < 0:
        raise SecurityError(f"its ranges hold more than {LONGEST_RANGE} numbers together")
    _NUMBERS_LEFT.set(left)
    return numbers


@pass_context
def print_place_holder(context: Context, value: object) -> Markup:
    """What `{{ value }}` prints: a place-holder; the output of a macro passes as it is.

    A date is printed as the language of the `publication` in the context writes it.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, (Inlines, Blocks)):
        return Markup(keep(value))  # noqa: S704 - a place-holder holds no text
    language = getattr(context.get("publication"), "language", "en")
    return Markup(keep(words(value, language)))  # noqa: S704


def words(value: object, language: str = "en") -> str:
    """`value` as literal text; raises NotPrintableError for a list or a view."""
    if isinstance(value, Undefined):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return date_words(value, language)
    if isinstance(value, (str, int, float)):
        return without_marks(str(value))
    if isinstance(value, (tuple, list)):
        raise NotPrintableError("a list cannot be printed; loop over it or use the filter join")
    raise NotPrintableError(f"{described(value)} cannot be printed; print one of its fields")


_NAMES = {
    **dict.fromkeys(("str", "literal"), "text"),
    **dict.fromkeys(("int", "float"), "number"),
    **dict.fromkeys(("inlines", "blocks"), "passage"),
    "tuple": "list",
    "nonetype": "missing value",
    "themegroup": "group of items",
}


def described(value: object) -> str:
    """A few words for the kind of `value`: `an item`, `a text`."""
    name = type(value).__name__.removesuffix("View").lower()
    name = _NAMES.get(name, name)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
