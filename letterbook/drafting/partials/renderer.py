"""Partials: Markdown with Jinja in it, rendered so that values enter the tree and not the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType

from jinja2 import BaseLoader, Environment, Template, TemplateError, TemplateNotFound, TemplateSyntaxError

from letterbook.draft import Block
from letterbook.drafting.partials.errors import failure, syntax_error
from letterbook.drafting.partials.printable import Literal, kept_values, without_marks
from letterbook.drafting.partials.sandbox import Sandbox, allow_ranges, print_place_holder
from letterbook.drafting.partials.splice import Spliced, splice
from letterbook.finding import Place
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.record import record

LONGEST_OUTPUT = 4_000_000
_PROBLEMS = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


@record
class Partial:
    """A partial's Jinja text and the file it stands in, from its line `first_line` on."""

    text: str
    file: str
    first_line: int = 1

    @property
    def padded(self) -> str:
        """The text with empty lines before it, so that its lines count as those of the file."""
        return "\n" * (self.first_line - 1) + self.text


class _Partials(BaseLoader):
    """Lets a partial include another one or import its macros, by name and from nowhere else."""

    def __init__(self, find: Callable[[str], Partial | None]) -> None:
        self.find = find

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        partial = self.find(template)
        if partial is None:
            raise TemplateNotFound(template, f'there is no partial "{template}"')
        return without_marks(partial.padded), partial.file, lambda: True


class PartialRenderer:
    """Renders partials to trees; `find` gives the partial that another one includes or imports."""

    def __init__(self, find: Callable[[str], Partial | None]) -> None:
        self._environment = Sandbox(_Partials(find), print_place_holder, Literal)

    def render(
        self, partial: Partial, context: Mapping[str, object], called_from: Place, *, document: bool = False
    ) -> Spliced:
        """The tree of `partial`, with the values of `context` in it.

        The blocks of the partial itself have the place `called_from`; those of values keep theirs.
        In a whole `document` the first heading is the title. Raises BadInput for a syntax error, an
        unknown name, a wrong type or endless output; it names the partial's file and line, and
        `called_from`.
        """
        with kept_values() as values:
            text = render_text(self._environment, partial, context, called_from)
        blocks = _parsed(text, partial.file, document=document)
        return splice(blocks, tuple(values), called_from)


def render_text(
    environment: Sandbox, partial: Partial, context: Mapping[str, object], called_from: Place
) -> str:
    """What `partial` prints in `environment`; raises BadInput as `PartialRenderer.render` does."""
    allow_ranges()
    try:
        code = _compiled(environment, without_marks(partial.padded), partial.file)
        template = Template.from_code(environment, code, environment.make_globals(None))
        return _joined(template, {name: environment.as_literal(value) for name, value in context.items()})
    except TemplateSyntaxError as error:
        raise syntax_error(error, partial.file, called_from) from error
    except _PROBLEMS as error:
        raise failure(error, partial.file, called_from, known=context) from error


def _joined(template: Template, context: Mapping[str, object]) -> str:
    parts: list[str] = []
    length = 0
    for part in template.generate(context):
        parts.append(part)
        length += len(part)
        if length > LONGEST_OUTPUT:
            raise OverflowError("it prints without end")
    return "".join(parts)


# With its values left out, a partial prints the same text each time that a preview draws it anew.
@lru_cache(maxsize=16)
def _parsed(text: str, file: str, *, document: bool) -> tuple[Block, ...]:
    return parse_blocks(text, dialect=Dialect.PARTIAL, file=file, document=document)


@lru_cache(maxsize=64)
def _compiled(environment: Sandbox, text: str, file: str) -> CodeType:
    return environment.compile(text, name=file, filename=file)
