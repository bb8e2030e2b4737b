"""What a Word file of ours says: its build and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.record import record
from letterbook.writers.word.letterhead.word_file import read_word_file
from letterbook.writers.word.letterhead.xml_part import Element
from letterbook.writers.word.mail_merge.approved_file import refuse_unsettled, story_names
from letterbook.writers.word.mail_merge.meanings import BUILD, COPY_OF, said_in_properties
from letterbook.writers.word.mail_merge.names import PARAGRAPH, TEXT, word
from letterbook.writers.word.mail_merge.story_part import StoryPart

_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_BLANKS = frozenset({word("tab"), word("br"), word("cr")})


@record
class LetterText:
    """The id of a file's build, and its paragraphs that say something: also those of headers and footers."""

    build: str
    paragraphs: tuple[str, ...]


def read_letter_text(name: str, data: bytes, *, settled: bool = False) -> LetterText:
    """What the Word file in `data`, which was read from the file `name`, says.

    Raises BadInput when it is no Word file of ours or a recipient's copy, and where it is to be `settled`,
    when it has tracked changes or comments.
    """
    file = read_word_file(name, data)
    stories = tuple(StoryPart(file.xml(part)) for part in story_names(file))
    said = said_in_properties(file)
    if COPY_OF in said:
        raise BadInput(
            f"{name} is a recipient's copy.",
            hint="Name the draft that the copies are made from.",
            place=Place(name),
        )
    if BUILD not in said:
        raise BadInput(
            f"{name} was not drafted by letterbook, or has lost what it said of its draft.",
            hint="Name a .docx that letterbook draft wrote, or one saved from it.",
            place=Place(name),
        )
    if settled:
        refuse_unsettled(file, stories)
    return LetterText(said[BUILD], tuple(_paragraphs(stories)))


def _paragraphs(stories: Iterable[StoryPart]) -> Iterable[str]:
    for story in stories:
        words: dict[int, list[str]] = {}
        for element in story.named(PARAGRAPH, TEXT, *_BLANKS):
            if element.name == PARAGRAPH:
                words[element.start] = []
                continue
            paragraph = story.paragraph(element)
            if paragraph is not None and not _is_repeated(story, element):
                words[paragraph.start].append(element.text if element.name == TEXT else " ")
        yield from filter(None, (" ".join("".join(each).split()) for each in words.values()))


def _is_repeated(story: StoryPart, element: Element) -> bool:
    """Whether text says for old programs what stands before it for others."""
    return any(each.name == _FALLBACK for each in story.above(element))
