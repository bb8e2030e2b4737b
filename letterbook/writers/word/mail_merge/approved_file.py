"""An approved file opened: what in it depends on the recipient, and whether copies can be made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from letterbook.errors import BadInput
from letterbook.files import sha256
from letterbook.finding import Finding, Place, Severity
from letterbook.record import record
from letterbook.writers.word.mail_merge.field_spans import (
    FieldSpan,
    field_span,
    missing_field,
    placeholder,
    said_besides,
)
from letterbook.writers.word.mail_merge.marks import Mark, marks_of
from letterbook.writers.word.mail_merge.meanings import Meaning, Properties, read_properties, refuse_sources
from letterbook.writers.word.mail_merge.names import PARAGRAPH, TEXT, word
from letterbook.writers.word.mail_merge.passage_spans import PassageSpan, missing_passage, passage_spans
from letterbook.writers.word.mail_merge.references import references_into
from letterbook.writers.word.mail_merge.repeated import repeated_passages
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.word_file import WordFile, open_word_file
from letterbook.writers.word.opened.xml_part import Element

_STORY_KINDS = ("header", "footer", "footnotes", "endnotes")
_CHANGES = frozenset(
    word(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "numberingChange", "tblPrChange", "tblGridChange"),
        *("tblPrExChange", "trPrChange", "tcPrChange"),
    )
)
_CONTENTS_STYLE = "toc"  # what the names of the styles of its entries begin with
_COMMENTS = frozenset(map(word, ("commentReference", "commentRangeStart", "comment")))


@record
class ApprovedFile:
    """A Word file that copies are made of; `digest` is the SHA-256 of its bytes.

    `stories` are its flows of text by the names of their parts, `findings` what a person should know
    before the copies are sent.
    """

    file: WordFile
    digest: str
    properties: Properties
    stories: Mapping[str, StoryPart]
    fields: tuple[FieldSpan, ...]
    passages: tuple[PassageSpan, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields of a recipient that the file needs, in order, each once."""
        tests = (passage.test.field for passage in self.passages)
        return tuple(dict.fromkeys((*(span.field for span in self.fields), *tests)))


def open_approved_file(name: str, data: bytes) -> ApprovedFile:
    """The approved file in `data`, which was read from the file `name`.

    Raises BadInput, one finding for each reason, when no copies can be made of it: it is no Word file or
    not one of ours, has tracked changes or comments, or has lost bookmarks.
    """
    file = open_word_file(name, data)
    refuse_sources(file)
    properties = read_properties(file)
    stories = {part: StoryPart(file.xml(part)) for part in story_names(file)}
    refuse_unsettled(file, stories.values())
    marks = {part: marks_of(story) for part, story in stories.items()}
    by_name = _by_name(marks.values())
    found = [
        span
        for meaning in properties.meanings.values()
        for span in _spans(meaning, properties, by_name.get(meaning.name, ()), marks, file.file)
    ]
    fields = tuple(span for span in found if isinstance(span, FieldSpan))
    passages = tuple(span for span in found if isinstance(span, PassageSpan))
    broken = [span for span in found if isinstance(span, Finding)]
    broken += _outside(stories.values(), fields)
    if broken:
        raise BadInput.from_findings(tuple(_in_file(finding, name) for finding in broken))
    told = [finding for span in fields if (finding := said_besides(span))]
    told += references_into(passages, marks)
    told += repeated_passages(passages, stories.values())
    return ApprovedFile(
        file,
        sha256(data),
        properties,
        stories,
        fields,
        passages,
        tuple(_in_file(finding, name) for finding in told),
    )


def story_names(file: WordFile) -> Iterator[str]:
    """The names of the parts that hold a file's flows of text, the main document first."""
    yield file.main
    for kind in _STORY_KINDS:
        yield from file.related(kind)


def _by_name(marks: Iterable[Sequence[Mark]]) -> Mapping[str, Sequence[Mark]]:
    found: dict[str, list[Mark]] = {}
    for each in marks:
        for mark in each:
            found.setdefault(mark.name, []).append(mark)
    return found


def _spans(
    meaning: Meaning,
    properties: Properties,
    own: Sequence[Mark],
    marks: Mapping[str, Sequence[Mark]],
    file: str,
) -> Iterator[FieldSpan | PassageSpan | Finding]:
    """What the bookmarks of its `own` that a meaning has stand for, among all `marks` by their parts."""
    if meaning.test is None:
        yield from (field_span(mark, meaning) for mark in own)
        if not own:
            yield missing_field(meaning, file)
        return
    for name in dict.fromkeys(mark.story.name for mark in own):
        yield from passage_spans(meaning, marks[name])
    if not own and not _is_spare(meaning, properties):
        yield missing_passage(meaning, file)


def _is_spare(meaning: Meaning, properties: Properties) -> bool:
    """Whether a passage may be missing: an entry of a table of contents, which Word has made anew."""
    return meaning.anchors is None and any(
        other.anchors and other.source == meaning.source for other in properties.meanings.values()
    )


def refuse_unsettled(file: WordFile, stories: Iterable[StoryPart]) -> None:
    """Raise BadInput for tracked changes and comments: they are meant for nobody but the authors."""
    names = {each.name for story in stories for each in story.elements}
    comments = file.part("comments")
    if comments is not None:
        names |= {each.name for each in comments.root.children}
    for wanted, what, hint in (
        (_CHANGES, "tracked changes", "In Word, under Review, accept or reject them all, and save the file."),
        (_COMMENTS, "comments", "In Word, under Review, delete all comments, and save the file."),
    ):
        if names & wanted:
            raise BadInput(f"{file.file} still has {what}.", hint=hint, place=Place(file.file))


def _outside(stories: Iterable[StoryPart], fields: Sequence[FieldSpan]) -> Iterator[Finding]:
    """A finding for the words of a field that stand outside any: all recipients would read them so."""
    wanted = {placeholder(span.field) for span in fields}
    for story in stories:
        runs = (run for span in fields if span.mark.story is story for run in span.runs)
        inside = {id(text) for run in runs for text in run.all(TEXT)}
        for paragraph in story.named(PARAGRAPH):
            said = "".join(
                each.text
                for each in paragraph.all(TEXT)
                if id(each) not in inside and story.paragraph(each) is paragraph
            )
            yield from (_stray(words, story.name, paragraph) for words in wanted if words in said)


def _stray(words: str, part: str, paragraph: Element) -> Finding:
    message = f'"{words}" stands outside its field, so every copy would say just that.'
    hint = "Delete it, or draft the letter again."
    if paragraph.value("pPr", "pStyle").casefold().startswith(_CONTENTS_STYLE):
        message = f'The table of contents was updated in Word, and its entry "{words}" has lost the field.'
        hint = "Undo the update, or draft the letter again: readers can update the pages in their copies."
    return Finding("copy-field-stray", Severity.ERROR, message, hint, Place(part))


def _in_file(finding: Finding, name: str) -> Finding:
    """The finding with the file as its place: a person knows no parts."""
    return Finding(finding.id, finding.severity, finding.message, finding.hint, Place(name))
