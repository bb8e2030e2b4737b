"""The content of a draft in Word's terms, for whichever package it goes into."""

from __future__ import annotations

from hashlib import sha256

from letterbook.draft import Draft
from letterbook.markup.labels import labels
from letterbook.record import named_record
from letterbook.writers.word.body import write_blocks
from letterbook.writers.word.bookmarks import Bookmarks
from letterbook.writers.word.footnotes import write_notes
from letterbook.writers.word.headings import heading_shift, listed_headings
from letterbook.writers.word.lists import NumberingPart
from letterbook.writers.word.package import encoded
from letterbook.writers.word.paragraphs import StoryWriter, Surroundings
from letterbook.writers.word.pictures.images import Media
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.sections import SectionProperties
from letterbook.writers.word.story import Gathered, Story
from letterbook.writers.word.stylesheet import Stylesheet
from letterbook.writers.word.targets import targets
from letterbook.writers.writer import Resources

_ID_LENGTH = 12


@named_record
class FreeNumbers:
    """The first numbers and the beginnings of names that nothing in a package has yet.

    `bookmark_names` are the names of bookmarks that it has, in small letters.
    """

    abstract: int = 0
    number: int = 1
    bookmark: int = 1
    drawing: int = 1
    note: int = 1
    comment: int = 0
    relationship: str = "rId"
    media: str = "image"
    bookmark_names: frozenset[str] = frozenset()


@named_record
class Content:
    """What the body of a draft comes to.

    `body` is the XML of its paragraphs and tables without the last section's properties, which
    `section` is; `notes` are `w:footnote` elements and `note_relationships` what they refer to;
    `build` is an id that drafts of the same content share, or that of the build whose sources it tells.
    """

    body: str
    section: str
    notes: tuple[str, ...]
    note_relationships: Relationships
    build: str


def gather(draft: Draft, resources: Resources, sheet: Stylesheet, free: FreeNumbers) -> Gathered:
    """What all stories of the draft will share, in the styles of `sheet` and with numbers from `free`."""
    metadata, shift = draft.metadata, heading_shift(draft)
    known = labels(draft.blocks, metadata.language, heading_numbers=metadata.heading_numbers)
    return Gathered(
        resources=resources,
        sheet=sheet,
        heading_shift=shift,
        targets=targets(known, free.bookmark_names),
        headings=listed_headings(draft, shift),
        numbers_headings=metadata.heading_numbers,
        bookmarks=Bookmarks(free.bookmark),
        numbering=NumberingPart(free.abstract, free.number),
        media=Media(free.drawing, free.media),
        first_note=free.note,
        first_comment=free.comment,
        language=sheet.marked_language(metadata.language),
    )


def write_content(
    draft: Draft, gathered: Gathered, sections: SectionProperties, relationships: Relationships
) -> Content:
    """The content of `draft`; what the document refers to is added to its `relationships`."""
    body = StoryWriter(Story(gathered, relationships), sections=sections)
    write_blocks(body, draft.blocks, Surroundings(language=gathered.language))
    xml = body.xml()
    note_relationships = Relationships(prefix=relationships.prefix)
    notes = tuple(write_notes(gathered, note_relationships))
    return Content(
        body=xml,
        section=body.section(),
        notes=notes,
        note_relationships=note_relationships,
        build=gathered.resources.sources_of or _build(xml, notes),
    )


def _build(body: str, notes: tuple[str, ...]) -> str:
    """An id for this content: the same words in the same places give the same one."""
    digest = sha256()
    for slice_of_text in encoded((body, *notes)):
        digest.update(slice_of_text)
    return digest.hexdigest()[:_ID_LENGTH]
