"""What an edition says: as it was printed where that is remembered, else as it would be drafted now."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace

from letterbook.draft import Draft
from letterbook.drafting.assemble import assemble
from letterbook.drafting.comparison.own_places import own_places
from letterbook.drafting.comparison.printed_letter import PrintedLetter
from letterbook.drafting.comparison.remembered import as_printed, is_settled, of_build, remember
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.figures.printed_figure import drawn_figure, printed_figures
from letterbook.drafting.output.assembled_origin import origin_of
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.drafting.project import Project
from letterbook.drafting.templates.look_file import load_look
from letterbook.fund.dates import read_period
from letterbook.fund.not_understood import NotUnderstood
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Resources, Written

_LOOK = "plain"
_DOT = bytes.fromhex(  # a picture of one pixel: only the words around pictures are compared
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def printed_edition(project: Project, edition: Edition, *, today: dt.date, is_past: bool) -> PrintedLetter:
    """What an edition says. One that `is_past`, or has left the house, says what was printed.

    Raises BadInput and WrongUse as `assemble` does for an edition that has to be drafted now.
    """
    remembered = remember(project.workspace, edition.name)
    letter = begun(edition)
    if is_past or edition.link or is_settled(project, remembered):
        is_own = own_places(edition.path, edition.blocks, (item.path for item in project.catalogue.items))
        printed = as_printed(project.workspace, letter, remembered, is_own)
        if printed:
            return replace(printed, remarks=(*remembered.remarks, *printed.remarks))
        remark = f"Nothing is remembered of how {edition.name} was printed: it is drafted from today's data."
        letter = replace(letter, remarks=(*remembered.remarks, remark))
    return _drafted_now(project, letter, edition, today)


def begun(edition: Edition) -> PrintedLetter:
    """What an edition says of itself, before anything is known of its words."""
    return PrintedLetter(
        name=edition.name,
        date=edition.date.isoformat() if edition.date else "",
        as_of=edition.as_of,
        begins=_period_begins(edition.number),
        language=edition.language,
        edition=edition.path,
    )


def as_written(draft: Draft, project: Project) -> tuple[BuildRecord, Written]:
    """What a draft would say as a Word file: a build that nobody has recorded, without its figures."""
    look = load_look(project.search_path, _LOOK)
    written = write_word(draft, Resources(look, lambda _source: _DOT))
    build = BuildRecord(
        build=written.build,
        draft="",
        edition="",
        date="",
        audience="",
        sha256="",
        anchors=written.anchors,
        notes=written.notes,
    )
    return build, written


def _period_begins(number: str) -> dt.date | None:
    """The first day of the period that an edition's number names; None where it names none."""
    with suppress(NotUnderstood):
        return read_period(number).start
    return None


def _drafted_now(project: Project, letter: PrintedLetter, edition: Edition, today: dt.date) -> PrintedLetter:
    assembly = assemble(edition, project, today=today, is_reviewed=False)
    build, written = as_written(assembly.draft, project)
    drawn = tuple(map(drawn_figure, origin_of(assembly, project).drawn))
    build = replace(build, figures=printed_figures(written.figures, assembly.figures), drawn=drawn)
    is_own = own_places(edition.path, edition.blocks, (item.path for item in project.catalogue.items))
    return replace(of_build(letter, build, is_own), told="as it would be drafted now")
