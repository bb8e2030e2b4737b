"""A draft put into a letterhead: its content where it goes, what that needs beside it, all else as it was."""

from __future__ import annotations

import posixpath

from letterbook.writers.word.content import Content
from letterbook.writers.word.footnotes import footnotes_xml
from letterbook.writers.word.letterhead.fitting import fit
from letterbook.writers.word.letterhead.letterhead import Letterhead
from letterbook.writers.word.letterhead.package_changes import PackageChanges
from letterbook.writers.word.namespaces import STORY_PREFIXES, WORD
from letterbook.writers.word.opened.xml_part import Edit, XmlPart
from letterbook.writers.word.package import WORD_TYPE
from letterbook.writers.word.relationships import Relationships

_WORD_PREFIX = {"w": WORD}
_AFTER_LISTS = f"{WORD} numIdMacAtCleanup"


def put_body(changes: PackageChanges, letterhead: Letterhead, content: Content, section: str) -> None:
    """Put the draft in its place.

    `section` is what the section in which the draft ends is to say of itself, empty where that is
    what the letterhead says there.
    """
    document, insertion = letterhead.document, letterhead.insertion
    body = content.body or "<w:p/>"
    if insertion.below_table and _begins_with_table(body):
        body = f"<w:p/>{body}"
    fitted = fit(document, body, STORY_PREFIXES, (document.root, letterhead.body))
    edits = [*fitted.edits]
    after = insertion.after
    if section and insertion.section:
        new, old = section.encode("utf-8"), insertion.section
        if insertion.start <= old.start < insertion.end:
            after = after.replace(document.raw(old), new)
        else:
            edits.append(Edit(old.start, old.end, new))
    elif section and letterhead.body.is_empty:
        after = section.encode("utf-8") + after
    elif section:
        edits.append(document.at_end(letterhead.body, section))
    edits += (
        Edit(mark.start, mark.end, b"")
        for mark in letterhead.stale
        if not insertion.start <= mark.start < insertion.end
    )
    text = insertion.before + fitted.xml.encode("utf-8") + after
    # The draft comes first where the section's properties begin at the same byte.
    changes.change(document, Edit(insertion.start, insertion.end, text), *edits)


def _begins_with_table(body: str) -> bool:
    table = body.find("<w:tbl>")
    return table >= 0 and "<w:p>" not in body[:table]


def put_notes(changes: PackageChanges, content: Content, document: Relationships) -> None:
    """Put the draft's footnotes behind those of the letterhead; `document` is what the text refers to."""
    if not content.notes:
        return
    part = changes.word.part("footnotes")
    if part is None:
        stem = posixpath.join(changes.folder, "footnotes")
        name = changes.add_xml(stem, footnotes_xml(content.notes), f"{WORD_TYPE}footnotes+xml")
        document.add("footnotes", posixpath.basename(name))
    else:
        name = part.name
        fitted = fit(part, "".join(content.notes), STORY_PREFIXES)
        changes.change(part, *fitted.edits, part.at_end(part.root, fitted.xml))
    changes.relate(name, content.note_relationships)


def put_numbering(changes: PackageChanges, kinds: str, numbers: str, document: Relationships) -> None:
    """Put the draft's lists beside those of the letterhead: `w:abstractNum` and `w:num` elements."""
    part = changes.word.part("numbering")
    if part is None:
        xml = f'<w:numbering xmlns:w="{WORD}">{kinds}{numbers}</w:numbering>'
        name = changes.add_xml(posixpath.join(changes.folder, "numbering"), xml, f"{WORD_TYPE}numbering+xml")
        document.add("numbering", posixpath.basename(name))
        return
    fitted_kinds = fit(part, kinds, _WORD_PREFIX)
    fitted_numbers = fit(part, numbers, _WORD_PREFIX)
    changes.change(part, *fitted_kinds.edits, *_numbering_edits(part, fitted_kinds.xml, fitted_numbers.xml))


def _numbering_edits(part: XmlPart, kinds: str, numbers: str) -> list[Edit]:
    """All kinds of lists stand before all lists (ECMA-376 part 1, 17.9.16)."""
    starts = {child.name: child.start for child in reversed(part.root.children)}
    behind = starts.get(_AFTER_LISTS)
    first = starts.get(f"{WORD} num", behind)
    if first is None:
        return [part.at_end(part.root, kinds + numbers)]
    end = part.at_end(part.root, numbers)
    last = end if behind is None else Edit(behind, behind, numbers.encode("utf-8"))
    return [Edit(first, first, kinds.encode("utf-8")), last]


def put_styles(changes: PackageChanges, styles: str, document: Relationships) -> None:
    """Add `w:style` elements to those of the letterhead."""
    if not styles:
        return
    part = changes.word.part("styles")
    if part is None:
        xml = f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'
        name = changes.add_xml(posixpath.join(changes.folder, "styles"), xml, f"{WORD_TYPE}styles+xml")
        document.add("styles", posixpath.basename(name))
        return
    fitted = fit(part, styles, _WORD_PREFIX)
    changes.change(part, *fitted.edits, part.at_end(part.root, fitted.xml))
