"""References to styles, lists and notes that lead nowhere: each check yields the part and a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.writers.word.word_package import W, WordPackage, said, value

_NO_LIST = "0"
_SEPARATORS = frozenset({"separator", "continuationSeparator"})


def styles(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Styles that are used and not defined, defined twice, or used for what they are not."""
    root, name = package.part("styles"), package.name_of("styles")
    listed = [] if root is None else list(root.iter(f"{W}style"))
    yield from ((name, fault) for fault in _wrongly_defined(listed))
    kinds = {said(style, f"{W}styleId"): said(style, f"{W}type") for style in listed}
    for part, story in _styled(package):
        for kind, mark in (("paragraph", "pStyle"), ("character", "rStyle"), ("table", "tblStyle")):
            used = {said(element, f"{W}val") for element in story.iter(f"{W}{mark}")}
            for missing in sorted(style for style in used if kinds.get(style) != kind):
                yield part, f'There is no {kind} style "{missing}".'


def _wrongly_defined(listed: list[etree._Element]) -> Iterator[str]:
    """What is wrong with the definitions of styles among themselves."""
    for identifier, count in Counter(said(style, f"{W}styleId") for style in listed).items():
        if count > 1:
            yield f'Two styles have the id "{identifier}".'
    for stored, count in Counter(value(style, "name").casefold() for style in listed).items():
        if count > 1:
            yield f'Two styles are called "{stored}".'
    defined = {said(style, f"{W}styleId") for style in listed}
    for style in listed:
        for mark in ("next", "link"):
            if (other := value(style, mark)) and other not in defined:
                yield f'The style "{other}" that a style leads to is not defined.'


def _styled(package: WordPackage) -> Iterator[tuple[str, etree._Element]]:
    """The parts that use styles."""
    yield from package.stories()
    numbering = package.part("numbering")
    if numbering is not None:
        yield package.name_of("numbering"), numbering


def style_cycles(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Styles that are based on each other in a circle, or on one that is not there."""
    root, part = package.part("styles"), package.name_of("styles")
    based_on = {
        said(style, f"{W}styleId"): value(style, "basedOn")
        for style in (() if root is None else root.iter(f"{W}style"))
    }
    for name in based_on:
        seen: set[str] = set()
        current = name
        while current and current not in seen:
            seen.add(current)
            current = based_on.get(current, current)
        if current:
            yield part, f'The style "{name}" is based on itself or on one that is not there.'


def lists(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Paragraphs of a list that is not defined, lists of one id, of no kind or in the wrong order."""
    root, name = package.part("numbering"), package.name_of("numbering")
    kinds = [] if root is None else [said(kind, f"{W}abstractNumId") for kind in root.iter(f"{W}abstractNum")]
    numbers = [] if root is None else list(root.iter(f"{W}num"))
    defined = [said(number, f"{W}numId") for number in numbers]
    for identifiers, what in ((kinds, "kinds of list"), (defined, "lists")):
        if len(set(identifiers)) < len(identifiers):
            yield name, f"Two {what} have the same id."
    for number in numbers:
        if value(number, "abstractNumId") not in kinds:
            yield name, f"The list {said(number, f'{W}numId')} is of no kind."
    if numbers and any(later.tag == f"{W}abstractNum" for later in numbers[0].itersiblings()):
        yield name, "A kind of list stands after the first list."
    users = [*package.stories(), (package.name_of("styles"), package.part("styles"))]
    for part, story in users:
        used = set() if story is None else {said(mark, f"{W}val") for mark in story.iter(f"{W}numId")}
        for missing in sorted(used - {*defined, _NO_LIST}):
            yield part, f"The list {missing} is not defined."


def notes(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Footnotes and endnotes that are missing, doubled or unused, and wrong separators."""
    for kind in ("footnote", "endnote"):
        root, name = package.part(f"{kind}s"), package.name_of(f"{kind}s")
        listed = [] if root is None else list(root.iter(f"{W}{kind}"))
        identifiers = [said(note, f"{W}id") for note in listed if not _is_separator(note)]
        used = [said(mark, f"{W}id") for mark in package.document.iter(f"{W}{kind}Reference")]
        if sorted(used) != sorted(identifiers):
            yield name, f"The {kind}s are not those that the text refers to."
        if len({said(note, f"{W}id") for note in listed}) < len(listed):
            yield name, f"Two {kind}s have the same id."
        settings = package.part("settings")
        named = set() if settings is None else {said(note, f"{W}id") for note in settings.iter(f"{W}{kind}")}
        if not named <= {said(note, f"{W}id") for note in listed}:
            yield package.name_of("settings"), f"The settings name {kind}s that are not there."
        if root is not None:
            yield from ((name, fault) for fault in _wrong_separators(kind, listed))


def _is_separator(note: etree._Element) -> bool:
    return said(note, f"{W}type") not in {"", "normal"}


def _wrong_separators(kind: str, listed: list[etree._Element]) -> Iterator[str]:
    separators = [note for note in listed if _is_separator(note)]
    if not _SEPARATORS.issubset(said(note, f"{W}type") for note in separators):
        yield f"A separator of the {kind}s is missing."
    for note in separators:
        own = f"{W}{said(note, f'{W}type')}"
        if own.removeprefix(W) in _SEPARATORS and note.find(f".//{own}") is None:
            yield f"A separator of the {kind}s draws no line."
        if note.find(f".//{W}{kind}Ref") is not None:
            yield f"A separator of the {kind}s holds a {kind}'s mark."
    for note in listed:
        if note.find(f"{W}p") is None:
            yield f"A {kind} holds no paragraph."
