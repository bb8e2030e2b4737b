"""What a Word file of ours says: its build and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.record import record
from letterbook.writers.word.mail_merge.approved_file import refuse_unsettled, story_names
from letterbook.writers.word.mail_merge.meanings import BUILD, COPY_OF, refuse_sources, said_in_properties
from letterbook.writers.word.mail_merge.names import PARAGRAPH, TEXT, word
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.word_file import WordFile, read_word_file
from letterbook.writers.word.opened.xml_part import Element

_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_FIELD_MARK, _INSTRUCTION, _SIMPLE_FIELD = map(word, ("fldChar", "instrText", "fldSimple"))
_OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_BLANKS = frozenset({word("tab"), word("br"), word("cr")})


@record
class LetterText:
    """The id of a file's build, and its paragraphs that say something: also those of headers and footers."""

    build: str
    paragraphs: tuple[str, ...]


def read_letter_text(name: str, data: bytes, *, settled: bool = False) -> LetterText:
    """What the Word file in `data`, which was read from the file `name`, says.

    Raises BadInput when it is no Word file of ours, a recipient's copy or a draft with its sources in it,
    and where it is to be `settled`, when it has tracked changes or comments.
    """
    file = read_word_file(name, data)
    refuse_sources(file)
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


def paragraphs_of(file: WordFile) -> tuple[str, ...]:
    """The words of each paragraph of a Word file, without numbers of pages."""
    return tuple(_paragraphs(StoryPart(file.xml(part)) for part in story_names(file)))


def _paragraphs(stories: Iterable[StoryPart]) -> Iterable[str]:
    """The words of each paragraph, without numbers of pages, which are no one's words."""
    for story in stories:
        words: dict[int, list[str]] = {}
        fields: list[str] = []
        for element in story.named(PARAGRAPH, TEXT, _FIELD_MARK, _INSTRUCTION, *_BLANKS):
            if element.name == PARAGRAPH:
                words[element.start] = []
            elif element.name == _FIELD_MARK:
                _follow(fields, element.get("fldCharType"))
            elif element.name == _INSTRUCTION:
                fields[-1:] = [f"{each}{element.text}" for each in fields[-1:]]
            elif not any(map(_counts_pages, fields)) and not _is_left_out(story, element):
                paragraph = story.paragraph(element)
                if paragraph is not None:
                    words[paragraph.start].append(element.text if element.name == TEXT else " ")
        yield from filter(None, (" ".join("".join(each).split()) for each in words.values()))


def _follow(fields: list[str], mark: str) -> None:
    """Keep the instructions of the fields that are open at a mark of one."""
    if mark == "begin":
        fields.append("")
    elif mark == "end" and fields:
        fields.pop()


def _counts_pages(instruction: str) -> bool:
    return not _OF_PAGES.isdisjoint(instruction.upper().split()[:1])


def _is_left_out(story: StoryPart, element: Element) -> bool:
    """Whether text is a number of a page, or says for old programs what stands before it for others."""
    return any(
        each.name == _FALLBACK or (each.name == _SIMPLE_FIELD and _counts_pages(each.get("instr")))
        for each in story.above(element)
    )
