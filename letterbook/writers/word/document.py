"""The Word writer: a draft in, the bytes of a .docx out."""

from __future__ import annotations

from functools import cache, lru_cache

from letterbook.draft import Draft
from letterbook.look import Look
from letterbook.writers.word.comments import COMMENTS_TYPE, comments_xml
from letterbook.writers.word.content import Content, FreeNumbers, gather, write_content
from letterbook.writers.word.footnotes import footnotes_xml
from letterbook.writers.word.namespaces import STORY_NAMESPACES
from letterbook.writers.word.package import WORD_TYPE, Part, media_part, pack, xml_part
from letterbook.writers.word.properties import (
    application_properties_xml,
    core_properties_xml,
    custom_properties_xml,
)
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.running import LookSections, RunningPart, running_xml
from letterbook.writers.word.settings import font_table_xml, settings_xml
from letterbook.writers.word.story import Gathered, Story
from letterbook.writers.word.styles import styles_xml
from letterbook.writers.word.stylesheet import stylesheet
from letterbook.writers.writer import Resources, Written

_FIXED_PARTS = tuple((kind, f"{kind}.xml") for kind in ("styles", "settings", "fontTable", "numbering"))
_PACKAGE_RELATIONSHIPS = (
    ("officeDocument", "word/document.xml"),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    ("extended-properties", "docProps/app.xml"),
    ("custom-properties", "docProps/custom.xml"),
)


def write_word(draft: Draft, resources: Resources) -> Written:
    """The draft as a Word file in the look or the letterhead of `resources`.

    The same draft and resources always give the same bytes. What Word cannot hold (a picture that is
    missing, a link that may not be live, characters that XML forbids) is left out with a finding.
    Raises BadInput for a file that cannot be a letterhead.
    """
    if resources.letterhead:
        # Most drafts have none, and need not wait for what reads one.
        from letterbook.writers.word.letterhead.writing import write_in_letterhead  # noqa: PLC0415

        return write_in_letterhead(draft, resources, resources.letterhead)
    sheet = stylesheet(resources.look)
    gathered = gather(draft, resources, sheet, FreeNumbers())
    relationships = Relationships(_FIXED_PARTS)
    sections = LookSections(sheet.page, relationships)
    content = write_content(draft, gathered, sections, relationships)
    opening, closing = f"<w:document {STORY_NAMESPACES}><w:body>", "</w:body></w:document>"
    document = (opening, content.body, content.section, closing)
    notes = _footnote_parts(content, relationships)
    comments = _comment_parts(gathered, relationships)
    parts = (
        _package_relationships(),
        xml_part("word/document.xml", document, f"{WORD_TYPE}document.main+xml"),
        xml_part("word/_rels/document.xml.rels", relationships.xml()),
        *_look_parts(resources.look, draft.metadata.language, has_notes=bool(notes)),
        xml_part("word/numbering.xml", gathered.numbering.xml(sheet), f"{WORD_TYPE}numbering+xml"),
        *notes,
        *comments,
        *(part for running_part in sections.parts for part in _running_parts(running_part, gathered, draft)),
        *_property_parts(draft, content, gathered),
        *(media_part(f"word/media/{name}", data) for name, data in gathered.media.files.items()),
    )
    anchors, figures = tuple(gathered.anchors), tuple(gathered.figures)
    said_in_notes = tuple(gathered.said_in_notes)
    return Written(pack(parts), tuple(gathered.findings), content.build, anchors, figures, said_in_notes)


@cache
def _package_relationships() -> Part:
    return xml_part("_rels/.rels", Relationships(_PACKAGE_RELATIONSHIPS).xml())


def _footnote_parts(content: Content, document_relationships: Relationships) -> tuple[Part, ...]:
    if not content.notes:
        return ()
    notes = xml_part("word/footnotes.xml", footnotes_xml(content.notes), f"{WORD_TYPE}footnotes+xml")
    document_relationships.add("footnotes", "footnotes.xml")
    return (notes, *_relationship_parts("footnotes.xml", content.note_relationships))


def _comment_parts(gathered: Gathered, document_relationships: Relationships) -> tuple[Part, ...]:
    if not gathered.comments:
        return ()
    document_relationships.add("comments", "comments.xml")
    xml = comments_xml(gathered.comments, gathered.first_comment)
    return (xml_part("word/comments.xml", xml, COMMENTS_TYPE),)


def _relationship_parts(name: str, relationships: Relationships) -> tuple[Part, ...]:
    """What a part in `word/` refers to, if it refers to anything."""
    return (xml_part(f"word/_rels/{name}.rels", relationships.xml()),) if relationships else ()


@lru_cache(maxsize=16)
def _look_parts(look: Look, language: str, *, has_notes: bool) -> tuple[Part, ...]:
    """The parts that depend on the look and the language, and on whether there are footnotes."""
    return (
        xml_part("word/styles.xml", styles_xml(stylesheet(look), language), f"{WORD_TYPE}styles+xml"),
        xml_part(
            "word/settings.xml", settings_xml(language, has_notes=has_notes), f"{WORD_TYPE}settings+xml"
        ),
        xml_part("word/fontTable.xml", font_table_xml(look), f"{WORD_TYPE}fontTable+xml"),
        xml_part(
            "docProps/app.xml",
            application_properties_xml(),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    )


def _running_parts(part: RunningPart, gathered: Gathered, draft: Draft) -> tuple[Part, ...]:
    relationships = Relationships()
    xml = running_xml(part, Story(gathered, relationships), draft.metadata)
    content_type = f"{WORD_TYPE}{part.kind}+xml"
    return (
        xml_part(f"word/{part.name}", xml, content_type),
        *_relationship_parts(part.name, relationships),
    )


def _property_parts(draft: Draft, content: Content, gathered: Gathered) -> tuple[Part, ...]:
    return (
        xml_part(
            "docProps/core.xml",
            core_properties_xml(draft.metadata, content.build),
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
        xml_part(
            "docProps/custom.xml",
            custom_properties_xml(
                draft.metadata,
                content.build,
                gathered.bookmarks.spans,
                has_sources=bool(gathered.resources.sources_of),
            ),
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        ),
    )
