"""The Word writer: a draft in, the bytes of a .docx out."""

from __future__ import annotations

from functools import lru_cache

from letterbook.draft import Draft
from letterbook.look import Look
from letterbook.writers.word.body import write_blocks
from letterbook.writers.word.footnotes import footnotes_xml
from letterbook.writers.word.headings import bookmark_names, heading_shift
from letterbook.writers.word.namespaces import STORY_NAMESPACES
from letterbook.writers.word.package import Part, pack, xml_part
from letterbook.writers.word.paragraphs import StoryWriter, Surroundings
from letterbook.writers.word.properties import application_properties_xml, core_properties_xml
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.running import RunningPart, running_parts, section_xml
from letterbook.writers.word.settings import font_table_xml, settings_xml
from letterbook.writers.word.story import Gathered, Story
from letterbook.writers.word.styles import styles_xml
from letterbook.writers.word.stylesheet import stylesheet
from letterbook.writers.writer import Resources, Written

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}
_FIXED_PARTS = tuple((kind, f"{kind}.xml") for kind in ("styles", "settings", "fontTable", "numbering"))
_PACKAGE_RELATIONSHIPS = (
    ("officeDocument", "word/document.xml"),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    ("extended-properties", "docProps/app.xml"),
)


def write_word(draft: Draft, resources: Resources) -> Written:
    """The draft as a Word file in the look of `resources`.

    The same draft and resources always give the same bytes. What Word cannot hold (a picture that is
    missing, a link that may not be live, characters that XML forbids) is left out with a finding.
    """
    gathered = Gathered(
        resources=resources,
        sheet=stylesheet(resources.look),
        anchors=bookmark_names(draft.blocks),
        heading_shift=heading_shift(draft),
    )
    relationships = Relationships(_FIXED_PARTS)
    body = StoryWriter(Story(gathered, relationships))
    write_blocks(body, draft.blocks, Surroundings())
    body_xml = body.xml()
    notes = _footnote_parts(gathered, relationships)
    running = running_parts(resources.look, draft.metadata)
    references = {part: relationships.add(part.kind, part.name) for part in running}
    section = section_xml(resources.look.page, references)
    document = f"<w:document {STORY_NAMESPACES}><w:body>{body_xml}{section}</w:body></w:document>"
    parts = (
        xml_part("_rels/.rels", Relationships(_PACKAGE_RELATIONSHIPS).xml()),
        xml_part("word/document.xml", document, f"{_MAIN}document.main+xml"),
        xml_part("word/_rels/document.xml.rels", relationships.xml()),
        *_look_parts(resources.look, draft.metadata.language, has_notes=bool(notes)),
        xml_part("word/numbering.xml", gathered.numbering.xml(gathered.sheet), f"{_MAIN}numbering+xml"),
        *notes,
        *(_running_part(part) for part in running),
        *_property_parts(draft),
        *(Part(f"word/media/{name}", data) for name, data in gathered.media.files.items()),
    )
    return Written(pack(parts, _ENDINGS), tuple(gathered.findings))


def _footnote_parts(gathered: Gathered, document_relationships: Relationships) -> tuple[Part, ...]:
    if not gathered.notes:
        return ()
    relationships = Relationships()
    notes = xml_part("word/footnotes.xml", footnotes_xml(gathered, relationships), f"{_MAIN}footnotes+xml")
    document_relationships.add("footnotes", "footnotes.xml")
    if not relationships:
        return (notes,)
    return (notes, xml_part("word/_rels/footnotes.xml.rels", relationships.xml()))


@lru_cache(maxsize=16)
def _look_parts(look: Look, language: str, *, has_notes: bool) -> tuple[Part, ...]:
    """The parts that depend on the look and the language, and on whether there are footnotes."""
    return (
        xml_part("word/styles.xml", styles_xml(stylesheet(look), language), f"{_MAIN}styles+xml"),
        xml_part("word/settings.xml", settings_xml(language, has_notes=has_notes), f"{_MAIN}settings+xml"),
        xml_part("word/fontTable.xml", font_table_xml(look), f"{_MAIN}fontTable+xml"),
    )


def _running_part(part: RunningPart) -> Part:
    return xml_part(f"word/{part.name}", part.xml, f"{_MAIN}{part.kind}+xml")


def _property_parts(draft: Draft) -> tuple[Part, ...]:
    return (
        xml_part(
            "docProps/core.xml",
            core_properties_xml(draft.metadata),
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
        xml_part(
            "docProps/app.xml",
            application_properties_xml(),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    )
