"""References that lead nowhere: each check yields the part's name and a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from letterbook.writers.word.links import safe_url
from tests.writers.word.word_package import A, R, W, WordPackage, said

_NOTES = "word/footnotes.xml"
_IMPLIED = frozenset({"styles", "settings", "fontTable", "numbering", "footnotes", "theme"})


def anchors_lead_nowhere(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Links within the document to a bookmark that is not there."""
    names = {
        said(mark, f"{W}name") for _, root in package.stories() for mark in root.iter(f"{W}bookmarkStart")
    }
    for part, root in package.stories():
        for link in root.iter(f"{W}hyperlink"):
            anchor = said(link, f"{W}anchor")
            if anchor and anchor not in names:
                yield part, f'A link leads to the bookmark "{anchor}", which is not there.'


def link_targets(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Addresses that are no valid URI, or of a kind that may not be a link."""
    for part, root in package.xml.items():
        for relationship in root.iter("{*}Relationship"):
            target = said(relationship, "Target")
            if said(relationship, "TargetMode") == "External" and safe_url(target) != target:
                yield part, f'"{target}" is no valid link.'


def relationships(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Relationships that are used and missing, there and unused, doubled, or without their part."""
    for part, root in package.stories():
        table = package.relationships(part)
        listed = [] if table is None else list(table)
        identifiers = [said(relationship, "Id") for relationship in listed]
        used = set(_used(root))
        for missing in sorted(used - set(identifiers)):
            yield part, f"The relationship {missing} is not there."
        if len(set(identifiers)) < len(identifiers):
            yield part, "Two relationships have the same id."
        for relationship in listed:
            yield from _faults(package, part, relationship, used)


def _used(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{W}hyperlink", f"{W}headerReference", f"{W}footerReference", f"{A}blip"):
        for name in (f"{R}id", f"{R}embed"):
            if said(element, name):
                yield said(element, name)


def _faults(
    package: WordPackage, part: str, relationship: etree._Element, used: set[str]
) -> Iterator[tuple[str, str]]:
    identifier, target = said(relationship, "Id"), said(relationship, "Target")
    kind = said(relationship, "Type").rpartition("/")[2]
    if kind not in _IMPLIED and identifier not in used:
        yield part, f"The relationship {identifier} is not used."
    folder = part.rpartition("/")[0]
    if said(relationship, "TargetMode") != "External" and f"{folder}/{target}" not in package.names:
        yield part, f"The part {target} is not there."


def styles(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Styles that are used and not defined, or defined twice."""
    root = package.part("styles")
    defined = [] if root is None else [said(style, f"{W}styleId") for style in root.iter(f"{W}style")]
    if len(set(defined)) < len(defined):
        yield "word/styles.xml", "Two styles have the same id."
    for part, story in package.stories():
        used = {said(mark, f"{W}val") for mark in story.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
        for missing in sorted(used - set(defined)):
            yield part, f'The style "{missing}" is not defined.'


def style_cycles(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Styles that are based on each other in a circle, or on one that is not there."""
    root = package.part("styles")
    based_on: dict[str, str] = {}
    for style in () if root is None else root.iter(f"{W}style"):
        base = style.find(f"{W}basedOn")
        based_on[said(style, f"{W}styleId")] = "" if base is None else said(base, f"{W}val")
    for name in based_on:
        seen: set[str] = set()
        current = name
        while current and current not in seen:
            seen.add(current)
            current = based_on.get(current, current)
        if current:
            yield "word/styles.xml", f'The style "{name}" is based on itself or on one that is not there.'


def lists(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Paragraphs of a list that is not defined."""
    root = package.part("numbering")
    defined = set() if root is None else {said(number, f"{W}numId") for number in root.iter(f"{W}num")}
    for part, story in package.stories():
        used = {said(mark, f"{W}val") for mark in story.iter(f"{W}numId")}
        for missing in sorted(used - defined):
            yield part, f"The list {missing} is not defined."


def notes(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Footnotes that are missing, doubled or unused, and wrong separators."""
    root = package.part("footnotes")
    listed = [] if root is None else list(root)
    identifiers = [said(note, f"{W}id") for note in listed if not said(note, f"{W}type")]
    used = [said(mark, f"{W}id") for mark in package.document.iter(f"{W}footnoteReference")]
    if sorted(used) != sorted(identifiers):
        yield _NOTES, "The footnotes are not those that the text refers to."
    settings = package.part("settings")
    named = [] if settings is None else [said(note, f"{W}id") for note in settings.iter(f"{W}footnote")]
    if not set(named) <= {said(note, f"{W}id") for note in listed}:
        yield "word/settings.xml", "The settings name footnotes that are not there."
    if root is None:
        return
    kinds = [said(note, f"{W}type") for note in listed if said(note, f"{W}type")]
    if kinds != ["separator", "continuationSeparator"]:
        yield _NOTES, "The separators of the footnotes are missing."
    for note in listed:
        if said(note, f"{W}type") and note.find(f".//{W}footnoteRef") is not None:
            yield _NOTES, "A separator of the footnotes holds a footnote's mark."
