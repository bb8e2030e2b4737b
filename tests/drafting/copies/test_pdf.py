"""PDFs of copies, by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from letterbook.draft import Draft, Heading, PageBreak, Paragraph, TableOfContents, Text
from letterbook.drafting.copies.pdf import PdfMaker
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.templates.look_file import load_look
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Resources

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice or poppler's pdftotext is not installed",
)


def text_of(pdf, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True
    ).stdout.decode()


def test_tables_of_contents_say_the_pages(tmp_path):
    resources = Resources(load_look(SearchPath(), "plain"), {}.get)
    plain = Draft((Paragraph((Text("No contents."),)),))
    listed = Draft(
        (
            TableOfContents(),
            Heading(1, (Text("First part"),)),
            PageBreak(),
            PageBreak(),
            Heading(1, (Text("Second part"),)),
        )
    )
    documents = {name: write_word(draft, resources).data for name, draft in (("a", plain), ("b", listed))}
    with PdfMaker() as maker:
        pdfs = maker.pdfs(documents)
        again = maker.pdfs({"a": documents["a"]})
    assert "No contents." in text_of(again["a"], tmp_path)
    assert "No contents." in text_of(pdfs["a"], tmp_path)
    entries = [line for line in text_of(pdfs["b"], tmp_path).splitlines() if "..." in line]
    assert [(entry.split()[0], entry.rpartition(".")[2].strip()) for entry in entries] == [
        ("First", "1"),
        ("Second", "3"),
    ]
