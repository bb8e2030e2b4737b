"""What each edition template drafts from the sample workspace, as a person gets it from the commands.

The drafts must equal the golden files in `tests/data/sample`, written anew by `--refresh`.
"""

from __future__ import annotations

import pytest

from letterbook.charts.drawing import can_draw
from letterbook.draft import Draft
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.writers.markdown import write_markdown
from tests.writers.word.lint import lint
from tests.writers.word.outline import outline_of
from tests.writers.word.outline_reader import read_outline

DRAFTS = {
    "newsletter": ("Tidewatch 7",),
    "investor-letter": ("Letter 2026 H1",),
    "reading-list": ("--template", "reading-list", "theme:energy"),
}


needs_charts = pytest.mark.skipif(not can_draw(), reason="matplotlib, which draws charts, is not installed")


@pytest.fixture(
    params=[pytest.param(name, marks=needs_charts if name == "investor-letter" else ()) for name in DRAFTS]
)
def template(request):
    """The name of each edition template that the sample is drafted with."""
    return request.param


@pytest.fixture
def drafted(letterbook, sample_workspace, monkeypatch):
    """Drafts with a template in one format, from the sample with its export imported; gives the bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")
    assert letterbook("-C", sample_workspace, "import").code == 0

    def draft(template, ending):
        output = sample_workspace / f"{template}.{ending}"
        run = letterbook("-C", sample_workspace, "draft", *DRAFTS[template], "-o", output)
        assert run.code == 0, run.stderr
        return output.read_bytes()

    return draft


def test_the_markdown_is_as_it_should_be(drafted, golden, template):
    golden(f"sample/{template}.md", drafted(template, "md").decode())


def test_the_word_outline_is_as_it_should_be(drafted, golden, template):
    rows = read_outline(drafted(template, "docx"))
    golden(f"sample/{template}.outline.txt", "".join(f"{row.kind}: {row.text}\n" for row in rows))


def test_the_markdown_reads_back_and_word_says_the_same(drafted, template):
    markdown = drafted(template, "md").decode()
    draft = Draft(parse_blocks(markdown, dialect=Dialect.DRAFT, document=True))
    assert write_markdown(draft) == markdown
    assert read_outline(drafted(template, "docx")) == outline_of(draft)


def test_word_files_have_none_of_the_faults_that_make_word_repair_them(drafted, template):
    assert lint(drafted(template, "docx")) == ()


def test_the_letter_makes_a_copy_for_each_of_its_recipients(drafted, letterbook, sample_workspace):
    (sample_workspace / "letter.docx").write_bytes(drafted("investor-letter", "docx"))
    approved = letterbook("-C", sample_workspace, "approve", sample_workspace / "letter.docx")
    assert approved.code == 0, approved.stderr
    run = letterbook(
        "copies", sample_workspace / "letter.docx", sample_workspace / "fund/recipients.csv", "--strict"
    )
    assert run.code == 0, run.stderr
    copies = sorted((sample_workspace / "letter copies").glob("*.docx"))
    assert len(copies) == 5
    texts = ["\n".join(row.text for row in read_outline(copy.read_bytes())) for copy in copies]
    assert not any("«" in text for text in texts)
    assert ["publish what we write" in text for text in texts] == [False, True, False, False, True]
    assert [lint(copy.read_bytes()) for copy in copies] == [()] * 5
