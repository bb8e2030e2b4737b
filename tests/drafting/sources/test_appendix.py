"""`draft --sources appendix`: the sources of a draft at its end."""

from __future__ import annotations

import re

import docx
import pytest

from letterbook.draft import Draft
from letterbook.drafting.output.builds import latest_build
from letterbook.drafting.sources.source_words import languages, source_words
from letterbook.library.workspace import find_workspace
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.writers.markdown import write_markdown
from tests.drafting.sources.conftest import LETTER, NAME
from tests.writers.word.lint import lint

DIGEST = re.compile(r"[0-9a-f]{64}")


def appendix_of(text, heading="## Sources"):
    """What stands from the heading of the appendix on."""
    return text[text.index(f"\n{heading}\n") + 1 :]


@pytest.fixture
def draft(letterbook, workspace):
    """Draft the letter with an appendix, and return its Markdown."""

    def run(*options):
        letterbook("draft", NAME, "--sources", "appendix", *options)
        return (workspace / f"drafts/{NAME} with sources.md").read_text(encoding="utf-8")

    return run


def test_the_sources_of_the_sample_letter_end_at_files_and_rows(letterbook, sample_workspace, golden):
    letterbook("-C", sample_workspace, "draft", NAME, "--sources", "appendix")
    text = (sample_workspace / f"drafts/{NAME} with sources.md").read_text(encoding="utf-8")
    golden("sources/sample-letter.md", appendix_of(text).partition("### Files read")[0])


def test_figures_notes_typed_numbers_and_quotations_stand_in_reading_order(draft, golden):
    golden("sources/letter.md", DIGEST.sub("…", appendix_of(draft("--to", "md"))))


def test_the_draft_is_above_its_appendix_word_for_word(draft, workspace):
    whole = draft("--to", "md")
    plain = (workspace / f"drafts/{NAME}.md").read_text(encoding="utf-8")
    body = plain[: plain.index("\n[^1]:")].rstrip()
    assert whole.startswith(body)


def test_the_files_are_those_that_the_build_records(draft, workspace):
    text = draft()
    build = latest_build(find_workspace(workspace), NAME)
    listed = dict(re.findall(r"^\| (\S.*?) \| `([0-9a-f]{64})` \|$", text, re.MULTILINE))
    assert listed == build.sources


def test_without_a_word_file_the_same_files_are_listed(draft, workspace):
    alone = draft("--to", "md")
    (workspace / f"drafts/{NAME} with sources.md").unlink()
    assert draft("--to", "docx,md") == alone


def test_word_and_markdown_have_the_same_entries(draft, workspace):
    text = draft()
    path = workspace / f"drafts/{NAME} with sources.docx"
    entries = [each.text for each in docx.Document(str(path)).paragraphs if each.style.name == "List Number"]
    assert len(entries) == len(re.findall(r"^\d+\. \*\*", text, re.MULTILINE)) == 12
    assert entries[1].startswith("$78.5m: Fund I NAV, net, as of 2026-06-30")
    assert lint(path.read_bytes()) == ()


def test_the_markdown_reads_back_as_it_was_written(draft):
    text = draft("--to", "md")
    read = parse_blocks(text, dialect=Dialect.DRAFT, document=True)
    assert write_markdown(Draft(read)) == text


@pytest.mark.parametrize("language", languages())
def test_it_is_in_the_language_of_the_edition(draft, workspace, language):
    edition = workspace / f"editions/{NAME}.md"
    edition.write_text(LETTER.replace("date:", f"language: {language}\ndate:", 1), encoding="utf-8")
    words = source_words(language)
    text = appendix_of(draft("--to", "md"), f"## {words.sources}")
    for expected in (words.files, words.untraced, words.typed, words.footnote, words.opening):
        assert (expected in text) == (expected is not words.opening)


def test_what_the_readers_do_not_see_has_no_source(letterbook, workspace):
    edition = workspace / f"editions/{NAME}.md"
    hidden = "\n::: {.only audience=investors}\nA TVPI of {{ Fund I net TVPI }}.\n:::\n"
    text = LETTER.partition("## The fund")[0] + hidden
    edition.write_text(text, encoding="utf-8")
    letterbook("draft", NAME, "--sources", "appendix", "--to", "md")
    letterbook("draft", NAME, "--sources", "appendix", "--to", "md", "--audience", "public")
    drafts = workspace / "drafts"
    assert "Performance 2026-06" in (drafts / f"{NAME} with sources.md").read_text(encoding="utf-8")
    public = (drafts / f"{NAME} (public) with sources.md").read_text(encoding="utf-8")
    assert "Performance 2026-06" not in public


def test_markdown_in_a_source_stays_what_it_is(draft, workspace):
    sheet = workspace / "fund/figures.csv"
    hostile = '"**bold** | [x](y)\n# no heading, `code`"'
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace('"Annual accounts 2025, page 9"', hostile), encoding="utf-8"
    )
    text = draft("--to", "md")
    read = parse_blocks(text, dialect=Dialect.DRAFT, document=True)
    assert write_markdown(Draft(read)) == text
    assert "\n# no heading" not in text
