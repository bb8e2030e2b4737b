"""The footnotes part (ECMA-376 part 1, 17.11).

Word wants a separator and a continuation separator as notes -1 and 0, without any mark in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.writers.word.body import write_blocks
from letterbook.writers.word.namespaces import STORY_NAMESPACES
from letterbook.writers.word.paragraphs import StoryWriter, Surroundings
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.story import Gathered, Story

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>'
    f'<w:spacing w:before="0" w:after="0" w:line="240"'
    f' w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def footnotes_xml(notes: Iterable[str]) -> str:
    """The whole of `word/footnotes.xml` with these `w:footnote` elements, after the separators."""
    return f"<w:footnotes {STORY_NAMESPACES}>{_SEPARATORS}{''.join(notes)}</w:footnotes>"


def write_notes(gathered: Gathered, relationships: Relationships) -> Iterator[str]:
    """Each gathered note as a `w:footnote`; what the notes link to is added to `relationships`."""
    mark = gathered.sheet.identifier("Footnote Reference")
    opening = (
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    around = Surroundings(
        style="Footnote Text",
        left=gathered.sheet.left_indent("Footnote Text"),
        language=gathered.language,
    )
    for number, (blocks, place) in enumerate(gathered.notes, start=gathered.first_note):
        writer = StoryWriter(Story(gathered, relationships, is_footnotes=True, place=place), opening)
        write_blocks(writer, blocks, around)
        yield f'<w:footnote w:id="{number}">{writer.xml()}</w:footnote>'
