"""The Word writer for a draft that stands in a letterhead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from letterbook.draft import Draft
from letterbook.finding import Finding, Place, Severity
from letterbook.word_lists import listed
from letterbook.writers.word.content import gather, write_content
from letterbook.writers.word.letterhead.comments import add_comments
from letterbook.writers.word.letterhead.letterhead import open_letterhead
from letterbook.writers.word.letterhead.merge import put_body, put_notes, put_numbering, put_styles
from letterbook.writers.word.letterhead.package_changes import PackageChanges
from letterbook.writers.word.letterhead.properties import put_properties
from letterbook.writers.word.letterhead.sections import LetterheadSections
from letterbook.writers.word.letterhead.sheet import LetterheadSheet
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.writer import LetterheadFile, Resources, Written

_USES_LISTS = "<w:numId "


def write_in_letterhead(draft: Draft, resources: Resources, file: LetterheadFile) -> Written:
    """The draft in the letterhead `file`, of which every part stays that need not change.

    Styles that the letterhead lacks look as in the look of `resources`, and a finding says so.
    Raises BadInput, with one sentence that says why, for a file that cannot be a letterhead.
    """
    letterhead = open_letterhead(file)
    sheet = LetterheadSheet(resources.look, letterhead)
    gathered = gather(draft, resources, sheet, letterhead.free)
    document = Relationships(prefix=letterhead.free.relationship)
    sections = LetterheadSections(letterhead)
    content = write_content(draft, gathered, sections, document)
    styles = sheet.add_missing((content.body, *content.notes))
    changes = PackageChanges(letterhead.word)
    put_body(changes, letterhead, content, sections.changed(content.section))
    put_notes(changes, content, document)
    if any(_USES_LISTS in xml for xml in (content.body, *content.notes, *styles.values())):
        numbering = gathered.numbering
        put_numbering(changes, numbering.kinds_xml(sheet), numbering.numbers_xml(), document)
    put_styles(changes, "".join(styles.values()), document)
    for name, data in gathered.media.files.items():
        changes.add_picture(name, data)
    if gathered.comments:
        add_comments(changes, gathered.comments, gathered.first_comment, document)
    changes.relate(letterhead.word.main, document)
    spans, has_sources = gathered.bookmarks.spans, bool(resources.sources_of)
    put_properties(changes, draft.metadata, content.build, spans, has_sources=has_sources)
    findings = (*gathered.findings, *_styles_added(file.name, resources.look.name, tuple(styles)))
    anchors, figures = tuple(gathered.anchors), tuple(gathered.figures)
    said_in_notes = tuple(gathered.said_in_notes)
    return Written(changes.packed(), findings, content.build, anchors, figures, said_in_notes)


def _styles_added(file: str, look: str, names: Sequence[str]) -> tuple[Finding, ...]:
    if not names:
        return ()
    those = "they look" if len(names) > 1 else "it looks"
    message = f'{PurePath(file).name} has no style {listed(names)}; {those} as in the look "{look}".'
    hint = "Make a style of that name in the letterhead to have it as you like."
    return (Finding("letterhead-style", Severity.NOTE, message, hint, Place(file)),)
