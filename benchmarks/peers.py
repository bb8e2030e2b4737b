"""The peers: the same edition through docxtpl and through pandoc."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

import docx
import pypandoc
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from benchmarks.content import Content


def write_docxtpl_template(path: Path) -> None:
    """A Word template with docxtpl's tags for the fields of `Content`."""
    document = docx.Document()
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    document.add_paragraph("{{ opening }}")
    document.add_paragraph("{%p for entry in entries %}")
    document.add_paragraph("{{ entry.title }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_heading("Worth an hour", level=1)
    document.add_paragraph("{%p for entry in entries %}")
    document.add_heading("{{ entry.title }}, {{ entry.source }}", level=2)
    document.add_paragraph("{{ entry.paragraphs[0] }}")
    document.add_paragraph("{{ entry.quote }}", style="Quote")
    document.add_paragraph("{{ entry.paragraphs[1] }}")
    document.add_paragraph("{%p if entry.picture %}")
    document.add_paragraph("{{ entry.image }}")
    document.add_paragraph("What the quay looked like", style="Caption")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


def draft_with_docxtpl(template: Path, content: Content, pictures: Path) -> bytes:
    """Fill the template with the edition and return the document's bytes."""
    document = DocxTemplate(template)
    fields = asdict(content)
    for entry in fields["entries"]:
        if entry["picture"]:
            entry["image"] = InlineImage(document, str(pictures / entry["picture"]), width=Mm(120))
    document.render(fields, autoescape=True)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def write_pandoc_reference(path: Path) -> None:
    """Write pandoc's own default reference document to `path`."""
    command = (pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx")
    path.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)


def pandoc_command(markdown: Path, reference: Path, output: Path) -> tuple[str, ...]:
    """The command line that lets pandoc write `markdown` as Word in the style of `reference`."""
    return (
        pypandoc.get_pandoc_path(),
        str(markdown),
        f"--reference-doc={reference}",
        "-o",
        str(output),
    )


def fill_letters(template: Path, fields: Iterable[Mapping[str, object]], target: Path) -> None:
    """Fill the template once for each set of fields and write the letters into a new folder."""
    target.mkdir()
    for number, values in enumerate(fields):
        document = DocxTemplate(template)
        document.render(dict(values), autoescape=True)
        output = io.BytesIO()
        document.save(output)
        (target / f"{number}.docx").write_bytes(output.getvalue())
