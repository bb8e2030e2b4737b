"""The specimen, in every look and on letterheads, before those who read Word files."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import unicodedata
import zipfile
from collections import Counter
from functools import cache

import ooxml_integrity
import pytest

from docs.features.contenders import letterhead as made_by_python_docx
from letterbook.draft import BulletList, Footnote, Heading, Link, NumberedList, Quote, Table
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.specimens.specimen import specimen, specimen_picture
from letterbook.drafting.templates.look_file import load_look
from letterbook.finding import Severity
from letterbook.markup.text import plain_text
from letterbook.markup.tree import inlines_of, iter_blocks
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import LetterheadFile, Resources
from tests.writers.word.letterhead.letterheads import german
from tests.writers.word.lint import lint
from tests.writers.word.outline import outline_of
from tests.writers.word.outline_reader import read_outline
from tests.writers.word.word_package import W, open_word_package

VALIDATOR = os.environ.get("LETTERBOOK_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
OFFICE, PDF_TEXT = shutil.which("soffice"), shutil.which("pdftotext")
needs_office = pytest.mark.skipif(OFFICE is None or PDF_TEXT is None, reason="LibreOffice is not installed")

LETTERHEADS = {
    "letterhead of python-docx": lambda: LetterheadFile("letterhead.docx", made_by_python_docx()),
    "letterhead of a German Word": german,
}
CASES = (*SearchPath().names(Kind.LOOK), *LETTERHEADS)


def made(case):
    """The specimen in a look or on a letterhead: its tree, and what was written."""
    on_letterhead = case in LETTERHEADS
    look = load_look(SearchPath(), "plain" if on_letterhead else case)
    letterhead = LETTERHEADS[case]() if on_letterhead else None

    def read(source):
        return specimen_picture(source, lambda _source: None)

    draft = specimen(look)
    return draft, write_word(draft, Resources(look, read, letterhead=letterhead))


@pytest.fixture(scope="module", params=CASES)
def case(request):
    draft, written = made(request.param)
    return request.param, draft, written


@pytest.fixture(scope="module", params=CASES[:3])
def in_look(request):
    return made(request.param)


@pytest.fixture
def file(case, tmp_path):
    path = tmp_path / "specimen.docx"
    path.write_bytes(case[2].data)
    return path


def test_the_lint_has_nothing_to_say_that_it_does_not_say_of_the_letterhead(case):
    name, _, written = case
    known = lint(LETTERHEADS[name]().data) if name in LETTERHEADS else ()
    assert set(lint(written.data)) <= set(known)


def test_ooxml_integrity_has_nothing_to_say(file):
    assert ooxml_integrity.check(file) == []


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML SDK validator is not installed")
def test_the_open_xml_sdk_has_nothing_to_say(file):
    answer = subprocess.run([VALIDATOR, file], capture_output=True, check=False, timeout=60)
    assert json.loads(answer.stdout)["errors"] == []


def test_nothing_is_found_but_the_styles_that_a_letterhead_lacks(case):
    name, _, written = case
    assert {finding.severity for finding in written.findings} <= {Severity.NOTE, Severity.WARNING}
    assert bool(written.findings) == (name in LETTERHEADS)


def test_the_outline_reads_back(in_look):
    draft, written = in_look
    assert read_outline(written.data) == outline_of(draft)


def words_in(data):
    """The words of the body and of the footnotes, each once; those of a table of contents too."""
    package = open_word_package(data)
    stories = (root for name, root in package.stories() if "header" not in name and "footer" not in name)
    paragraphs = (paragraph for root in stories for paragraph in root.iter(f"{W}p"))
    texts = (" ".join(part.text or "" for part in paragraph.iter(f"{W}t")) for paragraph in paragraphs)
    return {word for text in texts for word in text.split()}


def is_in_fonts_of_every_system(word):
    """Whether a PDF can be expected to show the word: of the writing, every system has Latin and Hebrew."""
    names = [unicodedata.name(character, "") for character in word if character.isalpha()]
    return all(name.startswith(("LATIN", "HEBREW")) for name in names) and not any(
        unicodedata.category(character) == "So" for character in word
    )


@pytest.fixture(scope="module")
def by_office(tmp_path_factory):
    """What LibreOffice makes of a case in another format; it starts once a format, for all cases."""
    folder = tmp_path_factory.mktemp("office")
    for name in CASES:
        (folder / f"{name}.docx").write_bytes(made(name)[1].data)

    @cache
    def converted(target):
        profile, out = f"-env:UserInstallation={(folder / 'profile').as_uri()}", folder / target.split(":")[0]
        command = [OFFICE, profile, "--headless", "--convert-to", target, "--outdir", out]
        files = [folder / f"{name}.docx" for name in CASES]
        subprocess.run([*command, *files], capture_output=True, check=True, timeout=300)
        return out

    return lambda name, target: converted(target) / f"{name}.{target.split(':')[0]}"


@needs_office
def test_libreoffice_prints_every_word(case, by_office):
    pdf = by_office(case[0], "pdf")
    answer = subprocess.run([PDF_TEXT, pdf, "-"], capture_output=True, check=True, timeout=60)
    printed = "".join(folded(answer.stdout.decode()).split())
    words = {word for word in words_in(case[2].data) if is_in_fonts_of_every_system(word)}
    assert {word for word in words if folded(word) not in printed} == set()


def folded(text):
    """Without what a page may change: ligatures, small capitals, hyphens, where punctuation stands."""
    return unicodedata.normalize("NFKC", text).casefold().replace("-", "").strip(".,")


@needs_office
def test_libreoffice_keeps_what_it_has_no_font_for(case, by_office):
    kept = by_office(case[0], "txt:Text (encoded):UTF8").read_text(encoding="utf-8")
    for word in ("東京の港は静かだ。", "⛵", "📈", "המכתב", "«first name»"):
        assert word in kept


@needs_office
def test_the_anchors_survive_libreoffice(case, by_office):
    saved = by_office(case[0], "docx:MS Word 2007 XML")
    assert anchors(case[2].data) == anchors(saved.read_bytes())
    with zipfile.ZipFile(saved) as package:
        custom = package.read("docProps/custom.xml").decode("utf-8")
    assert case[2].build in custom
    assert "recipient.first name" in custom


def anchors(data):
    """The anchors and the words of the paragraph that each begins in or before."""
    found = {}
    for mark in open_word_package(data).document.iter(f"{W}bookmarkStart"):
        if mark.get(f"{W}name").startswith("_lb_"):
            inside = next(mark.iterancestors(f"{W}p"), None)
            paragraph = next(mark.itersiblings(f"{W}p"), None) if inside is None else inside
            words = () if paragraph is None else (text.text or "" for text in paragraph.iter(f"{W}t"))
            found[mark.get(f"{W}name")] = "".join("".join(words).split())
    return found


def read_by_pandoc(data, tmp_path):
    """The document as pandoc understands it, in its own JSON."""
    pypandoc = pytest.importorskip(
        "pypandoc", reason='pandoc is not installed: pip install "letterbook[bench]"'
    )
    path = tmp_path / "specimen.docx"
    path.write_bytes(data)
    command = [pypandoc.get_pandoc_path(), path, "--from=docx", "--to=json"]
    answer = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert answer.stderr == b""
    return json.loads(answer.stdout)


def nodes(tree, *kinds):
    """The nodes of these kinds in pandoc's tree, in their order."""
    if isinstance(tree, dict):
        if tree.get("t") in kinds:
            yield tree
        yield from (node for value in tree.values() for node in nodes(value, *kinds))
    elif isinstance(tree, list):
        yield from (node for value in tree for node in nodes(value, *kinds))


def said(tree):
    """The words of a part of pandoc's tree, notes left out; its own typography is made ours again."""
    if isinstance(tree, list):
        return "".join(map(said, tree))
    if not isinstance(tree, dict):
        return ""
    kind, content = tree.get("t"), tree.get("c")
    if kind in {"Str", "Code"}:
        return content if kind == "Str" else content[1]
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return "\n" if kind == "LineBreak" else " "
    return "" if kind in {"Note", "Image"} else said(content)


@pytest.fixture(scope="module")
def by_pandoc(in_look, tmp_path_factory):
    draft, written = in_look
    return draft, read_by_pandoc(written.data, tmp_path_factory.mktemp("pandoc"))


@pytest.mark.skipif(importlib.util.find_spec("pypandoc") is None, reason="pandoc is not installed")
class TestPandoc:
    """What pandoc, as a reader that knows nothing of letterbook, finds in the file equals the tree."""

    def test_headings(self, by_pandoc):
        draft, read = by_pandoc
        found = [(node["c"][0], said(node["c"][2])) for node in nodes(read["blocks"], "Header")]
        blocks = [block for block in iter_blocks(draft.blocks) if isinstance(block, Heading)]
        assert found == [(block.level, plain_text(block.children)) for block in blocks]
        assert said(read["meta"]["title"]["c"]) == draft.metadata.title

    def test_footnotes(self, by_pandoc):
        draft, read = by_pandoc
        inlines = [inline for block in iter_blocks(draft.blocks) for inline in inlines_of(block)]
        notes = [inline for inline in inlines if isinstance(inline, Footnote)]
        first = [said(node["c"][0]).strip() for node in nodes(read["blocks"], "Note")]
        assert first == [plain_text(note.blocks[0].children) for note in notes]

    def test_links(self, by_pandoc):
        draft, read = by_pandoc
        inlines = [inline for block in iter_blocks(draft.blocks) for inline in inlines_of(block)]
        wanted = [(plain_text(each.children), each.target) for each in inlines if isinstance(each, Link)]
        found = [(said(node["c"][1]), node["c"][2][0]) for node in nodes(read["blocks"], "Link")]
        assert [pair for pair in found if pair[1].startswith("http")] == [
            pair for pair in wanted if pair[1].startswith("http")
        ]

    def test_lists(self, by_pandoc):
        draft, read = by_pandoc
        items = [said(item[0]) for node in nodes(read["blocks"], "BulletList") for item in node["c"]]
        blocks = [block for block in iter_blocks(draft.blocks) if not in_note(block, draft)]
        bullets = [item for block in blocks if isinstance(block, BulletList) for item in block.items]
        assert Counter(item.lstrip("☐☒ ") for item in items) == Counter(map(first_words, bullets))
        starts = [node["c"][0][0] for node in nodes(read["blocks"], "OrderedList")]
        assert {block.start for block in blocks if isinstance(block, NumberedList)} <= set(starts)

    def test_quotations(self, by_pandoc):
        draft, read = by_pandoc
        quotations = [block for block in iter_blocks(draft.blocks) if isinstance(block, Quote)]
        found = [said(node) for node in nodes(read["blocks"], "BlockQuote")]
        for quotation in quotations:
            first = plain_text(quotation.blocks[0].children)
            assert any(first in words for words in found), first

    def test_tables(self, by_pandoc):
        draft, read = by_pandoc
        tables = [block for block in iter_blocks(draft.blocks) if isinstance(block, Table)]
        wanted = [[cell for row in (*table.header, *table.body) for cell in row.cells] for table in tables]
        found = [list(cells_of(node)) for node in nodes(read["blocks"], "Table")]
        assert [[cell[0] for cell in cells] for cells in found] == [
            [plain_text(cell.children) for cell in cells] for cells in wanted
        ]
        assert [[cell[1:] for cell in cells] for cells in found] == [
            [(cell.rows, cell.columns) for cell in cells] for cells in wanted
        ]


def in_note(block, draft):
    """Whether a block stands in a footnote, where pandoc knows no lists."""
    inlines = [inline for each in iter_blocks(draft.blocks) for inline in inlines_of(each)]
    return any(block in iter_blocks(note.blocks) for note in inlines if isinstance(note, Footnote))


def first_words(item):
    return plain_text(item.blocks[0].children)


def cells_of(table):
    """The words, rows and columns of each cell of a table of pandoc's."""
    _, _, _, head, bodies, _ = table["c"]
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part)]
    for row in rows:
        for cell in row[1]:
            yield said(cell[4]), cell[2], cell[3]
