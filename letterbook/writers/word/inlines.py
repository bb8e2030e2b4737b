"""Inlines as runs: neighbouring text of one format becomes one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
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
from letterbook.writers.word.formats import Baseline, RunFormat, Script, run_properties
from letterbook.writers.word.images import Size, printed_size, read_image_file
from letterbook.writers.word.languages import full_language
from letterbook.writers.word.links import safe_url
from letterbook.writers.word.printed_text import note_text
from letterbook.writers.word.scripts import segments
from letterbook.writers.word.story import Story
from letterbook.writers.word.text import attribute, escape

_TEXT_START = '<w:t xml:space="preserve">'
PLAIN = RunFormat()


def runs(children: Iterable[Inline], story: Story, start: RunFormat = PLAIN) -> str:
    """The XML of `children` as the content of a paragraph; what cannot be kept is reported."""
    writer = _RunWriter(story)
    writer.write(children, start)
    return writer.xml()


def text_run(text: str, look: RunFormat = PLAIN) -> str:
    """One run of clean text; tabs and line ends become Word's."""
    inner = escape(text)
    if "\t" in inner or "\n" in inner:
        inner = inner.replace("\t", f"</w:t><w:tab/>{_TEXT_START}")
        inner = inner.replace("\n", f"</w:t><w:br/>{_TEXT_START}")
    return f"<w:r>{run_properties(look)}{_TEXT_START}{inner}</w:t></w:r>"


class _RunWriter:
    """Writes runs one after the other, holding text back while its format stays the same."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._parts: list[str] = []
        self._held: list[str] = []
        self._format = PLAIN
        self._in_link = False

    def write(self, children: Iterable[Inline], look: RunFormat) -> None:
        """Write each inline in the format of what stands around it."""
        for child in children:
            _WRITERS[type(child)](self, child, look)

    def xml(self) -> str:
        """All that was written, with what was still held back."""
        self._flush()
        return "".join(self._parts)

    def text(self, text: str, look: RunFormat) -> None:
        """Hold text back, to be one run with what follows in the same format."""
        if look != self._format:
            self._flush()
            self._format = look
        self._held.append(self.story.clean(text))

    def raw(self, xml: str) -> None:
        """Write finished XML, after the text held back."""
        self._flush()
        self._parts.append(xml)

    def _flush(self) -> None:
        if not self._held:
            return
        text = "".join(self._held)
        self._held.clear()
        if text.isascii():
            self._parts.append(text_run(text, self._format))
            return
        for script, piece in segments(text):
            look = replace(self._format, script=script) if script is not Script.WESTERN else self._format
            self._parts.append(text_run(piece, look))

    def link(self, link: Link, look: RunFormat) -> None:
        """Write a link; within another link, which Word cannot have, its words only."""
        attributes = "" if self._in_link else self._link_attributes(link)
        if not attributes:
            self.write(link.children, look)
            return
        if link.title:
            attributes += f' w:tooltip="{attribute(self.story.clean(link.title))}"'
        self.raw(f'<w:hyperlink {attributes} w:history="1">')
        self._in_link = True
        self.write(link.children, replace(look, style=self.story.gathered.sheet.identifier("Hyperlink")))
        self._in_link = False
        self.raw("</w:hyperlink>")

    def _link_attributes(self, link: Link) -> str:
        """What makes the link live, or empty, with a finding, when it cannot be."""
        if link.target.startswith("#"):
            anchor = self.story.gathered.anchors.get(link.target[1:])
            if anchor:
                return f'w:anchor="{anchor}"'
        elif url := safe_url(self.story.clean(link.target)):
            return f'r:id="{self.story.relationships.link(url)}"'
        self.story.report(
            "link-not-live",
            f'The link to "{self.story.clean(link.target)}" is printed as plain text.',
            "Only http, https and mailto addresses and headings of the draft can be linked.",
        )
        return ""

    def code(self, text: str, look: RunFormat) -> None:
        """Write code: in its style, or in its font only where a run has a style already."""
        sheet = self.story.gathered.sheet
        if look.style:
            self.text(text, replace(look, font=sheet.look.code_font.name))
        else:
            self.text(text, replace(look, style=sheet.identifier("Verbatim Char")))

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
        reference = self.story.gathered.sheet.identifier("Footnote Reference")
        self.raw(
            f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(notes)}"/></w:r>'
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


def image_drawing(image: Image, story: Story) -> str:
    """The drawing of a picture, or empty, with a finding, when there is none to print."""
    source = story.clean(image.source)
    data = story.gathered.resources.read_image(image.source)
    if data is None:
        story.report(
            "picture-missing",
            f'The picture "{source}" was not found; its text is printed instead.',
            "Put it among the attachments.",
        )
        return ""
    file = read_image_file(data)
    if file is None:
        story.report(
            "picture-unsupported",
            f'"{source}" is no picture that Word can show; its text is printed instead.',
            "Save it as PNG, JPEG or GIF.",
        )
        return ""
    media = story.gathered.media
    size = printed_size(file, image.width, Size(story.text_width(), story.picture_height()))
    name = media.add(data, file.ending)
    return media.drawing(story.relationships, name, story.clean(image.alt), story.clean(image.title), size)


def _span(writer: _RunWriter, span: Span, look: RunFormat) -> None:
    writer.write(
        span.children,
        replace(
            look,
            small_capitals=look.small_capitals or "smallcaps" in span.classes,
            marked=look.marked or "mark" in span.classes,
            baseline=_baseline(span.classes, look.baseline),
            language=full_language(dict(span.attributes).get("lang", "")) or look.language,
        ),
    )


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
