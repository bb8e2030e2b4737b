"""A draft with its sources told in it: files of their own beside the draft, for the firm's eyes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from letterbook.draft import Draft
from letterbook.drafting.assemble import Assembly
from letterbook.drafting.output.assembled_origin import origin_of
from letterbook.drafting.output.outputs import SOURCED, render
from letterbook.drafting.output.source_hashes import source_hashes
from letterbook.drafting.project import Project
from letterbook.drafting.sources.appendix import with_appendix
from letterbook.drafting.sources.form import COMMENTED_FORMAT, SourcesForm
from letterbook.drafting.sources.quoted import Quoted
from letterbook.drafting.sources.reading import Material, ReadDraft, read_sources
from letterbook.drafting.sources.source_words import source_words
from letterbook.drafting.sources.typed import TypedNumbers
from letterbook.errors import WrongUse
from letterbook.files import name_key
from letterbook.finding import Place
from letterbook.markup.normal_form import normalise
from letterbook.markup.tree import iter_blocks
from letterbook.writers.writer import Resources, Written


def tell_sources(
    assembly: Assembly,
    project: Project,
    form: SourcesForm,
    rendered: Mapping[str, Written],
    resources: Resources,
) -> Mapping[str, Written]:
    """The files that tell the sources of a draft in this `form`, by those formats of `rendered` that can.

    Each says of itself that it has sources in it, and carries the id of the build whose sources it tells.
    Raises WrongUse where the draft of another edition would have their name.
    """
    _refuse_taken_name(assembly.name, project)
    words = source_words(assembly.edition.language)
    blocks = assembly.draft.blocks
    material = Material(
        uses=assembly.figures,
        charts=assembly.charts,
        quoted=Quoted(blocks, project, words),
        typed=TypedNumbers(assembly.checked.figure_ticks, words),
        words=words,
    )
    read = read_sources(blocks, material)
    if form is SourcesForm.COMMENTS:
        draft = replace(assembly.draft, blocks=read.blocks)
    else:
        draft = _with_appendix(assembly, project, read)
    build = rendered[COMMENTED_FORMAT].build if COMMENTED_FORMAT in rendered else ""
    formats = [name for name in rendered if form.has(name)]
    return render(draft, formats, replace(resources, sources_of=build))


def _with_appendix(assembly: Assembly, project: Project, read: ReadDraft) -> Draft:
    blocks, origin = assembly.draft.blocks, origin_of(assembly, project)
    named = (block.place.file for block in iter_blocks(blocks) if block.place)
    hashes = source_hashes(project.workspace, (*named, *origin.files, origin.edition))
    words = source_words(assembly.edition.language)
    whole = with_appendix(blocks, read.sources, hashes, words)
    return replace(assembly.draft, blocks=normalise(whole, document=True))


def _refuse_taken_name(name: str, project: Project) -> None:
    other = project.edition_by_name.get(name_key(f"{name}{SOURCED}"))
    if other is not None:
        message = f'The draft of "{other.name}" has the name that this one with its sources would have.'
        raise WrongUse(message, hint="Give that edition another name.", place=Place(other.path))
