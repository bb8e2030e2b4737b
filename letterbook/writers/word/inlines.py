"""Inlines as runs: neighbouring text of one format becomes one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from letterbook.addresses import is_remote
from letterbook.draft import (
    Code,
    Emphasis,
    Footnote,
    Image,
    Inline,
    LineBreak,
    Link,
    SoftBreak,
    Span,
    Strikethrough,
    Strong,
    Text,
)
from letterbook.markup.figure_marks import figure_of
from letterbook.markup.labels import LabelKind
from letterbook.markup.recipient_tests import PREFIX, RECIPIENT, recipient_field
from letterbook.markup.text import plain_text
from letterbook.record import record
from letterbook.writers.word.comments import comment_end, comment_on, comment_start
from letterbook.writers.word.directions import begins_right_to_left
from letterbook.writers.word.fields import FIELD_END, field, field_start
from letterbook.writers.word.formats import Baseline, RunFormat, Script, run_properties
from letterbook.writers.word.languages import full_language
from letterbook.writers.word.links import safe_url
from letterbook.writers.word.pictures.drawings import image_drawing
from letterbook.writers.word.printed_text import note_text, words
from letterbook.writers.word.scripts import segments
from letterbook.writers.word.story import Story
from letterbook.writers.word.targets import Target
from letterbook.writers.word.text import attribute, escape
from letterbook.writers.writer import FigureMark

_TEXT_START = '<w:t xml:space="preserve">'
PLAIN = RunFormat()


@record
class Line:
    """A line's runs as XML, the text that they show, and whether it is written from right to left."""

    xml: str
    text: str
    right_to_left: bool = False


def write_line(children: Iterable[Inline], story: Story, start: RunFormat = PLAIN) -> Line:
    """`children` as the content of a paragraph; what cannot be kept is reported."""
    children = tuple(children)
    writer = _RunWriter(story, children)
    writer.write(children, start)
    return writer.line()


def text_run(text: str, look: RunFormat = PLAIN) -> str:
    """One run of clean text; tabs and line ends become Word's."""
    inner = escape(text)
    if "\t" in inner or "\n" in inner:
        inner = inner.replace("\t", f"</w:t><w:tab/>{_TEXT_START}")
        inner = inner.replace("\n", f"</w:t><w:br/>{_TEXT_START}")
    return f"<w:r>{run_properties(look)}{_TEXT_START}{inner}</w:t></w:r>"


def text_runs(text: str, look: RunFormat = PLAIN, *, right_to_left: bool = False) -> str:
    """Clean text as one run for each kind of writing in it; its paragraph is `right_to_left` or is not."""
    if text.isascii() and not right_to_left:
        return text_run(text, look)
    return "".join(
        text_run(piece, look if script is Script.WESTERN else replace(look, script=script))
        for script, piece in segments(text, right_to_left=right_to_left)
    )


class _RunWriter:
    """Writes runs one after the other, holding text back while its format stays the same."""

    def __init__(self, story: Story, line: tuple[Inline, ...]) -> None:
        """`line` is all that will be written."""
        self.story = story
        self._line = line
        self._right_to_left: bool | None = None
        self._parts: list[str] = []
        self._held: list[str] = []
        self._shown: list[str] = []
        self._format = PLAIN
        self._in_link = False

    def write(self, children: Iterable[Inline], look: RunFormat) -> None:
        """Write each inline in the format of what stands around it."""
        for child in children:
            _WRITERS[type(child)](self, child, look)

    def line(self) -> Line:
        """All that was written, with what was still held back."""
        self._flush()
        return Line("".join(self._parts), "".join(self._shown), bool(self._right_to_left))

    def text(self, text: str, look: RunFormat) -> None:
        """Hold text back, to be one run with what follows in the same format."""
        if look is not self._format and look != self._format:
            self._flush()
            self._format = look
        self._held.append(self.story.clean(text))

    def raw(self, xml: str, shown: str = "") -> None:
        """Write finished XML that shows this text, after the text held back."""
        self._flush()
        self._parts.append(xml)
        self._shown.append(shown)

    def _flush(self) -> None:
        if not self._held:
            return
        text = "".join(self._held)
        self._held.clear()
        self._shown.append(text)
        self._parts.append(text_runs(text, self._format, right_to_left=self._runs_right_to_left(text)))

    def _runs_right_to_left(self, text: str) -> bool:
        """Whether the line does; most lines begin with a text whose first letter tells."""
        if self._right_to_left is None:
            tells = text[:1].isascii() and text[:1].isalpha() and not self._parts
            self._right_to_left = not tells and begins_right_to_left("".join(words(self._line)))
        return self._right_to_left

    def field_of_recipient(self, span: Span, name: str, look: RunFormat) -> None:
        """Write a field of a mail merge: one run between bookmarks, for which each copy has its own."""
        bookmark = self.story.gathered.bookmarks.span(f"{RECIPIENT}.{name}")
        shown = "".join(map(self.story.clean, words(span.children)))
        self.raw(f"{bookmark.start}{text_run(shown, look)}{bookmark.end}", shown)

    def figure(self, span: Span, called: str, look: RunFormat) -> None:
        """Write what a figure printed between bookmarks, by which it is found again, and note it."""
        bookmark = self.story.gathered.bookmarks.figure()
        self.raw(bookmark.start)
        first = len(self._shown)
        self.write(span.children, look)
        self.raw(bookmark.end)
        mark = FigureMark(bookmark.name, called, "".join(self._shown[first:]), place=span.place)
        self.story.gathered.figures.append(mark)

    def comment(self, span: Span, text: str, look: RunFormat) -> None:
        """Write what a comment is about between its marks; a footnote cannot hold any."""
        gathered = self.story.gathered
        if self.story.is_footnotes:
            self.write(span.children, look)
            return
        identifier = gathered.first_comment + len(gathered.comments)
        gathered.comments.append(text)
        self.raw(comment_start(identifier))
        self.write(span.children, look)
        self.raw(comment_end(identifier))

    def _reference(self, link: Link, look: RunFormat) -> bool:
        """Write a link that says just what its target is called as a field, which keeps up with it."""
        target = self._target(link)
        if target is None or self._in_link or plain_text(link.children) != target.label.words:
            return False
        label = target.label
        if label.kind is LabelKind.HEADING and label.number:
            self.text(f"{label.word} ", look)
            self._field(f"REF {target.bookmark} \\r \\h", label.number, look)
        elif label.inlines:
            self.raw(field_start(f"REF {target.bookmark} \\h"))
            self.write(label.inlines, look)
            self.raw(FIELD_END)
        else:
            self._field(f"REF {target.bookmark} \\h", label.words, look)
        return True

    def _target(self, link: Link) -> Target | None:
        """What a link within the draft refers to."""
        return self.story.gathered.targets.get(link.target[1:]) if link.target.startswith("#") else None

    def _field(self, instruction: str, result: str, look: RunFormat) -> None:
        shown = self.story.clean(result)
        right_to_left = self._runs_right_to_left(shown)
        self.raw(field(instruction, text_runs(shown, look, right_to_left=right_to_left)), shown)

    def link(self, link: Link, look: RunFormat) -> None:
        """Write a link; within another link, which Word cannot have, its words only."""
        if self._reference(link, look):
            return
        attributes = "" if self._in_link else self._link_attributes(link)
        if not attributes:
            self.write(link.children, look)
            return
        if link.title:
            attributes += f' w:tooltip="{attribute(self.story.clean(link.title))}"'
        self.raw(f'<w:hyperlink {attributes} w:history="1">')
        self._in_link = True
        self.write(link.children, _in_style(look, self.story.gathered.sheet.identifier("Hyperlink")))
        self._in_link = False
        self.raw("</w:hyperlink>")

    def _link_attributes(self, link: Link) -> str:
        """What makes the link live, or empty, with a finding, when it cannot be."""
        if target := self._target(link):
            return f'w:anchor="{target.bookmark}"'
        if url := safe_url(self.story.clean(link.target)):
            return f'r:id="{self.story.relationships.link(url)}"'
        self.story.report(
            "link-not-live",
            f'The link to "{self.story.clean(link.target)}" is printed as plain text.',
            "Only http, https and mailto addresses and named parts of the draft can be linked.",
        )
        return ""

    def code(self, text: str, look: RunFormat) -> None:
        """Write code: in its style, or in its font only where a run has a style already."""
        sheet = self.story.gathered.sheet
        if look.style:
            self.text(text, replace(look, font=sheet.look.code_font.name))
        else:
            self.text(text, _in_style(look, sheet.identifier("Verbatim Char")))

    def footnote(self, note: Footnote, look: RunFormat) -> None:
        """Write a footnote's mark; its content is written with the other notes, after the body."""
        if self.story.is_footnotes:
            self.story.report(
                "footnote-nested", "A footnote within a footnote is printed in brackets, as Word has none."
            )
            self.text(note_text(note), look)
            return
        notes = self.story.gathered.notes
        notes.append((note.blocks, self.story.place))
        style = self.story.gathered.sheet.identifier("Footnote Reference")
        number = self.story.gathered.first_note + len(notes) - 1
        self.raw(
            f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        )

    def image(self, image: Image, look: RunFormat) -> None:
        """Write a picture, else a link to where it lies on the web, else its alt text."""
        drawing = "" if is_remote(image.source) else image_drawing(image, self.story)
        if drawing:
            self.raw(f"<w:r>{run_properties(look)}{drawing}</w:r>")
        elif is_remote(image.source):
            self.story.report(
                "picture-remote",
                f'The picture "{self.story.clean(image.source)}" lies on the web; a link to it is printed.',
                "Save it among the attachments and refer to it there.",
            )
            self.link(Link((Text(image.alt or image.source),), image.source), look)
        else:
            self.text(image.alt or image.source, look)


@lru_cache(maxsize=256)
def _in_style(look: RunFormat, style: str) -> RunFormat:
    return replace(look, style=style)


def _span(writer: _RunWriter, span: Span, look: RunFormat) -> None:
    attributes = dict(span.attributes)
    inside = replace(
        look,
        small_capitals=look.small_capitals or "smallcaps" in span.classes,
        marked=look.marked or "mark" in span.classes,
        baseline=_baseline(span.classes, look.baseline),
        language=full_language(attributes.get("lang", "")) or look.language,
    )
    if name := recipient_field(f"{PREFIX}{attributes.get(RECIPIENT, '')}"):
        writer.field_of_recipient(span, name, inside)
    elif called := figure_of(span):
        writer.figure(span, called, inside)
    elif comment := comment_on(span):
        writer.comment(span, comment, inside)
    else:
        writer.write(span.children, inside)


def _baseline(classes: tuple[str, ...], inherited: Baseline) -> Baseline:
    if "sup" in classes:
        return Baseline.SUPERSCRIPT
    return Baseline.SUBSCRIPT if "sub" in classes else inherited


# One entry a kind of inline; the second argument is of that kind.
_WRITERS: Mapping[type[Inline], Callable[[_RunWriter, Any, RunFormat], None]] = {
    Text: lambda writer, node, look: writer.text(node.text, look),
    SoftBreak: lambda writer, _node, look: writer.text(" ", look),
    LineBreak: lambda writer, _node, look: writer.text("\n", look),
    Code: lambda writer, node, look: writer.code(node.text, look),
    Emphasis: lambda writer, node, look: writer.write(node.children, replace(look, italic=not look.italic)),
    Strong: lambda writer, node, look: writer.write(node.children, replace(look, bold=True)),
    Strikethrough: lambda writer, node, look: writer.write(node.children, replace(look, strike=True)),
    Span: _span,
    Link: lambda writer, node, look: writer.link(node, look),
    Image: lambda writer, node, look: writer.image(node, look),
    Footnote: lambda writer, node, look: writer.footnote(node, look),
}
