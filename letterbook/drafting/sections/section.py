"""Running a section for a place in an edition."""

from __future__ import annotations

from functools import lru_cache

from letterbook.draft import Block, Heading, Paragraph, Text
from letterbook.drafting.partials.errors import place_in_partial
from letterbook.drafting.partials.printable import Blocks, Origin
from letterbook.drafting.partials.renderer import Partial, PartialRenderer
from letterbook.drafting.partials.views import QuestionView, item_view
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.sections.functions import SectionFunctions
from letterbook.drafting.sections.material import SectionMaterial
from letterbook.drafting.sections.parameters import ParameterValue
from letterbook.drafting.sections.section_file import DROP, Section, load_section
from letterbook.errors import LetterbookError, WrongUse
from letterbook.finding import Place
from letterbook.markup.expressions import Call
from letterbook.markup.tree import shift_headings
from letterbook.record import record
from letterbook.suggestion import did_you_mean

LEVEL = "level"
"""The parameter that says how deep the highest of a section's headings is."""


@record
class RenderedSection:
    """What a section printed.

    `blocks` may hold references from commentaries that are still to be resolved. `origins` are the
    items and highlights it printed, `items` the names of those that count as placed by it. Without
    blocks it printed nothing, and its heading goes too.
    """

    blocks: tuple[Block, ...]
    origins: tuple[Origin, ...] = ()
    items: tuple[str, ...] = ()


def render_section(
    call: Call, material: SectionMaterial, search_path: SearchPath, place: Place
) -> RenderedSection:
    """Run the section that `call`, at `place` in an edition, asks for.

    Raises WrongUse, located at `place`, for an unknown section, parameter, theme, item or edition
    and for a wrong value, and BadInput for a section that is broken.
    """
    section = load_section(call.name, search_path, place)
    values = _values(section, call, material, place)
    context = {**section_context(material), **values}
    try:
        spliced = _renderer(search_path).render(section.partial, context, place)
    except LetterbookError as error:
        raise _located(error, place, _asked_in(error, section)) from error
    blocks = _at_level(spliced.blocks, values.get(LEVEL))
    if not blocks and section.header.empty != DROP:
        blocks = (Paragraph((Text(section.header.empty),), place=place),)
    names = dict.fromkeys(origin.item for origin in spliced.origins) if section.header.places else ()
    return RenderedSection(blocks, spliced.origins, tuple(names))


def section_context(material: SectionMaterial) -> dict[str, object]:
    """What every section can read and call, by the names of `CONTEXT_NAMES` and `FUNCTIONS`."""
    questions = (QuestionView(Blocks(each.blocks)) for each in material.questions if not each.answered)
    return {
        "edition": material.edition,
        "publication": material.publication,
        "placed": tuple(item_view(item) for item in material.placed),
        "questions": tuple(questions),
        "today": material.today,
        **SectionFunctions(material).named(),
    }


def _values(
    section: Section, call: Call, material: SectionMaterial, place: Place
) -> dict[str, ParameterValue]:
    """The section's parameters with the values of the call, else with their defaults."""
    given = dict(call.arguments)
    if call.words:
        if not section.header.words or section.header.words in given:
            hint = _parameters_there_are(section)
            raise WrongUse(f'"{call.words}" has no name in {section.name}.', hint=hint, place=place)
        given[section.header.words] = call.words
    for name in given:
        if name not in section.parameters:
            hint = did_you_mean(name, section.parameters) or _parameters_there_are(section)
            raise WrongUse(f'The section {section.name} has no parameter "{name}".', hint=hint, place=place)
    return {name: _value(section, name, given, material, place) for name in section.parameters}


def _value(
    section: Section, name: str, given: dict[str, str], material: SectionMaterial, place: Place
) -> ParameterValue:
    parameter = section.parameters[name]
    written = given.get(name, parameter.default)
    if parameter.required and not written.strip():
        hint = f'Write {{{{ {section.name} {name}="…" }}}}: {parameter.about}'
        raise WrongUse(f'The section {section.name} needs the parameter "{name}".', hint=hint, place=place)
    try:
        return parameter.value(written, material)
    except ValueError as error:
        message = f'In {section.name}, "{name}" must be {error}; it says "{written}".'
        hint = did_you_mean(written, parameter.choices)
        raise WrongUse(message, hint=hint, place=place) from error
    except WrongUse as error:
        raise _located(error, place) from error


def _parameters_there_are(section: Section) -> str:
    names = ", ".join(section.parameters)
    return f"It has {names}." if names else "It has none."


def _located(error: LetterbookError, place: Place, addition: str = "") -> LetterbookError:
    """The same error, located in the edition when it says no place itself."""
    if error.place:
        return error
    hint = f"{error.hint} {addition}".strip()
    return type(error)(error.message, hint=hint, place=place, findings=error.findings)


def _asked_in(error: LetterbookError, section: Section) -> str:
    """For a section of the user's own, which line of it asked for what is not there."""
    if not section.is_own:
        return ""
    return f"The section asks for it in {place_in_partial(error, section.partial.file)}."


def _at_level(blocks: tuple[Block, ...], level: ParameterValue) -> tuple[Block, ...]:
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=0)
    return shift_headings(blocks, level - highest) if isinstance(level, int) and highest else blocks


@lru_cache(maxsize=4)
def _renderer(search_path: SearchPath) -> PartialRenderer:
    """The renderer of sections; one may import the macros of another by its name."""

    def find(name: str) -> Partial | None:
        known = search_path.names(Kind.SECTION)
        return load_section(name, search_path).partial if name in known else None

    return PartialRenderer(find)
