"""What of a package belongs to a copy: notes, pictures and links that only a cut passage used go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from letterbook.record import record
from letterbook.writers.word.mail_merge.cuts import Cuts
from letterbook.writers.word.mail_merge.names import ENDNOTE_REFERENCE, FOOTNOTE_REFERENCE, word
from letterbook.writers.word.namespaces import RELATIONSHIPS
from letterbook.writers.word.opened.word_file import (
    CONTENT_TYPES,
    CONTENT_TYPES_PART,
    PACKAGE_RELATIONSHIPS,
    WordFile,
    relationships_part,
)
from letterbook.writers.word.opened.xml_part import Edit, Element

_THUMBNAIL = "thumbnail"
_NOTES = ((FOOTNOTE_REFERENCE, word("footnote")), (ENDNOTE_REFERENCE, word("endnote")))


@record
class KeptParts:
    """The names of the members that do not go into a copy, and the new bytes of those that change."""

    gone: frozenset[str]
    changed: Mapping[str, bytes]


def cut_notes(stories: Mapping[str, Cuts]) -> None:
    """Cut the notes to which only what is cut referred."""
    for reference, note in _NOTES:
        referring: dict[str, bool] = {}
        for cuts in stories.values():
            for element in cuts.story.named(reference):
                identifier = element.get("id")
                referring[identifier] = referring.get(identifier, False) or not cuts.has(element)
        orphans = {identifier for identifier, is_kept in referring.items() if not is_kept}
        for cuts in stories.values() if orphans else ():
            cuts.add([each for each in cuts.story.named(note) if each.get("id") in orphans])


def kept_parts(file: WordFile, stories: Mapping[str, Cuts]) -> KeptParts:
    """What becomes of the other parts once the stories are cut."""
    lost = {name: frozenset(_lost(cuts)) for name, cuts in stories.items() if cuts}
    if lost:
        lost[""] = frozenset(_pictures_of_the_file(file))
    gone = _reachable(file, {}) - _reachable(file, lost)
    changed = {}
    for name, identifiers in lost.items():
        if identifiers and name not in gone:
            changed[relationships_part(name)] = _without(file, relationships_part(name), identifiers)
    if gone:
        changed[CONTENT_TYPES_PART] = _without_types(file, gone)
    own = {file.archive.find(relationships_part(name)) for name in gone}
    return KeptParts(gone | {member.name for member in own if member}, _by_member(file, changed))


def _pictures_of_the_file(file: WordFile) -> Iterator[str]:
    """The relationships to a small picture of the first page, on which a passage may be seen."""
    for each in file.relationships.get("", ()):
        if each.short_kind == _THUMBNAIL:
            yield each.identifier


def _lost(cuts: Cuts) -> Iterator[str]:
    """The relationships of a part that only what is cut used."""
    before = set(_used(cuts.story.elements))
    return iter(before - set(_used(cuts.kept())))


def _used(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        for name, value in element.attributes.items():
            if name.startswith(RELATIONSHIPS):
                yield value


def _reachable(file: WordFile, lost: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The members that something refers to, from the package itself on."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        here = waiting.pop()
        for each in file.relationships.get(here, ()):
            member = None if each.is_external else file.archive.find(each.target)
            if member and each.identifier not in lost.get(here, ()) and member.name not in found:
                found.add(member.name)
                waiting.append(member.name)
    return frozenset(found)


def _without(file: WordFile, name: str, identifiers: frozenset[str]) -> bytes:
    part = file.xml(name)
    gone = (
        each
        for each in part.root.children
        if each.name == f"{PACKAGE_RELATIONSHIPS} Relationship" and each.get("Id", "") in identifiers
    )
    return part.with_edits(Edit(each.start, each.end, b"") for each in gone)


def _without_types(file: WordFile, names: frozenset[str]) -> bytes:
    part = file.xml(CONTENT_TYPES_PART)
    folded = {name.casefold() for name in names}
    gone = (
        each
        for each in part.root.children
        if each.name == f"{CONTENT_TYPES} Override"
        and unquote(each.get("PartName", "")).removeprefix("/").casefold() in folded
    )
    return part.with_edits(Edit(each.start, each.end, b"") for each in gone)


def _by_member(file: WordFile, changed: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The changed parts by the names that their members have in the zip."""
    members = {name: file.archive.find(name) for name in changed}
    return {member.name: changed[name] for name, member in members.items() if member}
