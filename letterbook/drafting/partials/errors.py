"""What went wrong in a partial, in one sentence that names its line and the line that called it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from jinja2 import TemplateSyntaxError

from letterbook.drafting.partials.sandbox import UnknownNameError, described
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.suggestion import did_you_mean


def syntax_error(error: TemplateSyntaxError, file: str, called_from: Place) -> BadInput:
    """The error for a partial that Jinja cannot read."""
    place = Place(error.filename or file, error.lineno)
    return _error(f"a syntax error: {_clause(error.message or '')}", "", place, called_from)


def failure(error: Exception, file: str, called_from: Place, known: Iterable[str]) -> BadInput:
    """The error for a partial that failed while it was rendered; `known` are the names it may use."""
    clause, hint = _said(error, known)
    return _error(clause, hint, place_in_partial(error, file), called_from)


def _said(error: Exception, known: Iterable[str]) -> tuple[str, str]:
    """What is wrong, as a clause, and what to do."""
    if isinstance(error, RecursionError):
        return "it calls itself without end", ""
    if not isinstance(error, UnknownNameError):
        return _clause(str(error)), ""
    if error.owner is None:
        return f'"{error.name}" is not known here', did_you_mean(error.name, known)
    return f'{described(error.owner)} has no "{error.name}"', did_you_mean(error.name, _fields(error.owner))


def _error(clause: str, hint: str, place: Place, called_from: Place) -> BadInput:
    used = f" (used in {called_from})" if str(called_from) else ""
    return BadInput(f"The partial cannot be printed: {clause}{used}.", hint=hint, place=place)


def _clause(message: str) -> str:
    message = " ".join(message.split()).rstrip(".")
    return message or "Jinja cannot make sense of it"


def _fields(value: object) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value)) if is_dataclass(value) else ()


def place_in_partial(error: Exception, file: str) -> Place:
    """The innermost line of a partial that the error came through."""
    line, frame = 0, error.__traceback__
    while frame is not None:
        name = frame.tb_frame.f_code.co_filename
        if name == file or name.endswith(".md.j2"):
            file, line = name, frame.tb_lineno
        frame = frame.tb_next
    return Place(file, line)
