"""Word's own fields: what they compute, and the result that stands there (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from letterbook.writers.word.mail_merge.names import TEXT, word
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.xml_part import Element

_CHARACTER, _INSTRUCTION, _SIMPLE = word("fldChar"), word("instrText"), word("fldSimple")


@dataclass(slots=True)
class WordField:
    """A field: its `instruction`, its first and last element, and the texts of its result.

    `machinery` are the elements that make it a field: without them its result is plain text. `shows` says
    whether its result has begun.
    """

    first: Element
    last: Element
    instruction: str = ""
    machinery: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    shows: bool = False

    @property
    def words(self) -> list[str]:
        """The words of the instruction, such as `SEQ` and `Figure`."""
        return self.instruction.split()

    @property
    def text(self) -> str:
        """What the result says."""
        return "".join(each.text for each in self.result)


def fields_of(story: StoryPart) -> Iterator[WordField]:
    """The fields of a story, each after those within it."""
    around: list[WordField] = []
    for element in story.named(_CHARACTER, _INSTRUCTION, TEXT, _SIMPLE):
        if element.name == _SIMPLE:
            texts = list(element.all(TEXT))
            yield WordField(element, element, element.get("instr"), [], texts, shows=True)
        elif element.name == TEXT:
            for outer in around:
                if outer.shows:
                    outer.result.append(element)
        elif finished := _read(element, story.parent(element) or element, around):
            yield finished


def _read(element: Element, run: Element, around: list[WordField]) -> WordField | None:
    """Take in a part of a field's machinery; returns the field that it ends, if it does."""
    kind = element.get("fldCharType")
    if kind == "begin":
        around.append(WordField(run, run))
    if not around:
        return None
    here = around[-1]
    here.machinery.append(run)
    here.last = run
    if element.name == _INSTRUCTION and not here.shows:
        here.instruction += element.text
    here.shows = here.shows or kind == "separate"
    return around.pop() if kind == "end" else None


def is_balanced(elements: list[Element]) -> bool:
    """Whether every field that begins in `elements` ends there, and no other ends there."""
    depth = 0
    for element in elements:
        for character in element.all(_CHARACTER):
            kind = character.get("fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if depth < 0:
                return False
    return depth == 0
