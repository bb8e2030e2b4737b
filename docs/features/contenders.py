"""What makes the Word files: letterbook, pandoc and docxtpl, each from the document in its own language."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.shared import Mm, RGBColor

from docs.features.docxtpl_template import fields, template
from docs.features.made import Made
from docs.features.word_file import WordFile
from letterbook.draft import Draft, Paragraph, Text
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.specimens.specimen import specimen, specimen_picture
from letterbook.drafting.templates.look_file import load_look
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import LetterheadFile, Resources

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "templates" / "specimen"
_DATE = "SOURCE_DATE_EPOCH"
HOSTILE = "A & B <c>\b and more"


def letterhead() -> bytes:
    """A letterhead as python-docx makes one: a header with a logo on the first page, a red heading style,
    and words before and after the place of the letter.
    """
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0x33, 0x11)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    header = section.first_page_header.paragraphs[0]
    header.add_run("Harbour Row Ventures, Quay 7")
    header.add_run().add_picture(str(PICTURES / "lighthouse.png"), width=Mm(30))
    section.header.paragraphs[0].add_run("Harbour Row Ventures")
    for words in ("Private and confidential", "{{ body }}", "Registered in Harbour Row"):
        document.add_paragraph(words)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document of python-docx."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def made_by(make: Callable[[bytes | None, bool], bytes], wait: Callable[[], None]) -> Made:
    """What a contender makes; `make` takes a letterhead or None, and whether the text is the hostile one.

    `wait` lets so much time pass that a clock in the file shows.
    """
    head = letterhead()
    first, dated = make(None, False), _dated(make)
    on_letterhead, hostile = make(head, False), make(None, True)
    wait()
    return Made(
        specimen=WordFile(first),
        again=WordFile(make(None, False)),
        dated=(WordFile(dated), WordFile(_dated(make))),
        letterhead=WordFile(head),
        on_letterhead=WordFile(on_letterhead),
        hostile=WordFile(hostile),
    )


def _dated(make: Callable[[bytes | None, bool], bytes]) -> bytes:
    """The specimen, made as on a certain day."""
    before = os.environ.get(_DATE)
    os.environ[_DATE] = "1767225600"
    try:
        return make(None, False)
    finally:
        if before is None:
            del os.environ[_DATE]
        else:
            os.environ[_DATE] = before


def letterbook(head: bytes | None, hostile: bool) -> bytes:
    """The specimen, in the look classic."""
    look = load_look(SearchPath(), "classic")
    draft = Draft((Paragraph((Text(HOSTILE),)),)) if hostile else specimen(look)
    file = LetterheadFile("letterhead.docx", head) if head else None
    resources = Resources(
        look, lambda source: specimen_picture(source, lambda _source: None), letterhead=file
    )
    return write_word(draft, resources).data


def pandoc(head: bytes | None, hostile: bool) -> bytes:
    """The specimen in pandoc's Markdown, with what pandoc offers for each construct.

    It runs without programs it would call: an SVG gets no PNG of rsvg-convert's, wherever that is installed.
    """
    import pypandoc  # noqa: PLC0415 - an optional extra

    text = HOSTILE.replace("&", "\\&").replace("<", "\\<") if hostile else None
    with tempfile.TemporaryDirectory() as folder:
        source, output, reference = (Path(folder, name) for name in ("in.md", "out.docx", "head.docx"))
        source.write_text(text or Path(__file__).with_name("specimen.pandoc.txt").read_text(encoding="utf-8"))
        options = ["--from=markdown", "--to=docx+native_numbering", f"--resource-path={PICTURES}", "--toc"]
        options += ["--toc-depth=6", "--metadata=lang:en", "--metadata=title:A letter from the harbour"]
        if head:
            reference.write_bytes(head)
            options.append(f"--reference-doc={reference}")
        command = [pypandoc.get_pandoc_path(), str(source), "-o", str(output), "--quiet", *options]
        environment = {"PATH": "", **{name: day for name, day in os.environ.items() if name == _DATE}}
        subprocess.run(command, check=True, env=environment)  # noqa: S603 - nothing of a stranger's
        return output.read_bytes()


def docxtpl(head: bytes | None, hostile: bool) -> bytes:
    """The specimen as the fields of a template; with autoescape, which docxtpl leaves off by itself."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - an optional extra

    if hostile:
        document = docx.Document()
        document.add_paragraph("{{ words }}")
        tpl = DocxTemplate(io.BytesIO(saved(document)))
        tpl.render({"words": HOSTILE}, autoescape=True)
    else:
        tpl = DocxTemplate(io.BytesIO(template(head)))
        tpl.render(fields(tpl, PICTURES), autoescape=True)
    out = io.BytesIO()
    tpl.save(out)
    return out.getvalue()


CONTENDERS: Mapping[str, Callable[[bytes | None, bool], bytes]] = {
    "letterbook": letterbook,
    "pandoc": pandoc,
    "docxtpl": docxtpl,
}
