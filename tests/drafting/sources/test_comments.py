"""`draft --sources comments`: a Word comment on each figure and each quotation."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import docx
import pytest

from tests.drafting.sources.conftest import LETTER, NAME, comments_of
from tests.writers.word.lint import lint
from tests.writers.word.reading import part_names

VALIDATOR = os.environ.get("LETTERBOOK_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
OFFICE = shutil.which("soffice")
SOURCED = f"drafts/{NAME} with sources.docx"


@pytest.fixture
def commented(letterbook, workspace):
    """The bytes of the letter with comments."""
    letterbook("draft", NAME, "--sources", "comments")
    return (workspace / SOURCED).read_bytes()


def test_each_figure_and_quotation_has_a_comment_that_ends_at_its_row(commented, golden):
    told = [f"[{about}]\n{said}\n" for about, said in comments_of(commented)]
    golden("sources/comments.txt", "\n".join(told))


def test_the_text_is_that_of_the_draft(commented, workspace):
    plain = docx.Document(str(workspace / f"drafts/{NAME}.docx"))
    with_comments = docx.Document(str(workspace / SOURCED))
    assert [each.text for each in with_comments.paragraphs] == [each.text for each in plain.paragraphs]


def test_the_draft_itself_has_no_comments(commented, workspace):
    assert "word/comments.xml" in part_names(commented)
    assert "word/comments.xml" not in part_names((workspace / f"drafts/{NAME}.docx").read_bytes())


def test_the_file_is_well_made(commented):
    assert lint(commented) == ()


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML SDK validator is not installed")
@pytest.mark.parametrize("form", ["appendix", "comments"])
def test_the_open_xml_sdk_has_nothing_to_say(letterbook, workspace, form):
    letterbook("draft", NAME, "--sources", form)
    answer = subprocess.run([VALIDATOR, workspace / SOURCED], capture_output=True, check=False, timeout=60)
    assert json.loads(answer.stdout)["errors"] == []


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_libreoffice_keeps_every_comment(commented, workspace, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    saved = tmp_path / "saved"
    command = [OFFICE, "--headless", profile, "--convert-to", "docx:Office Open XML Text", "--outdir", saved]
    subprocess.run([*command, workspace / SOURCED], check=True, capture_output=True, timeout=120)
    kept = comments_of((saved / f"{NAME} with sources.docx").read_bytes())
    assert [about for about, _ in kept] == [about for about, _ in comments_of(commented)]


def test_the_same_letter_gives_the_same_bytes(letterbook, commented, workspace):
    (workspace / SOURCED).unlink()
    letterbook("draft", NAME, "--sources", "comments")
    assert (workspace / SOURCED).read_bytes() == commented


def test_a_letter_without_anything_to_tell_has_no_comments_and_says_still_what_it_is(letterbook, workspace):
    (workspace / f"editions/{NAME}.md").write_text(LETTER.partition("## The fund")[0], encoding="utf-8")
    letterbook("draft", NAME, "--sources", "comments")
    assert "word/comments.xml" not in part_names((workspace / SOURCED).read_bytes())
    run = letterbook("approve", SOURCED, "--by", "Nora")
    assert "has its sources in it" in run.stderr


def test_a_comment_that_is_typed_is_no_comment(letterbook, workspace):
    edition = workspace / f"editions/{NAME}.md"
    edition.write_text(LETTER + '\n[words]{comment="mine"}\n', encoding="utf-8")
    letterbook("draft", NAME, "--sources", "comments")
    assert "mine" not in "".join(said for _, said in comments_of((workspace / SOURCED).read_bytes()))


def test_hostile_words_in_a_sheet_stay_words(letterbook, workspace):
    sheet = workspace / "fund/figures.csv"
    hostile = sheet.read_text(encoding="utf-8").replace(
        "Accounts 2026-06.xlsx", "<w:p>\x07 & ]]> **x**\u202e"
    )
    sheet.write_text(hostile, encoding="utf-8")
    letterbook("draft", NAME, "--sources", "comments")
    data = (workspace / SOURCED).read_bytes()
    assert lint(data) == ()
    assert "Source: <w:p> & ]]> **x**" in comments_of(data)[1][1]


def test_a_quotation_within_one_of_the_same_words_is_told_once(letterbook, workspace):
    quoted = "A battery that is never used is the most expensive kind of furniture there is."
    edition = workspace / f"editions/{NAME}.md"
    edition.write_text(LETTER + f"\n> > {quoted}\n", encoding="utf-8")
    letterbook("draft", NAME, "--sources", "comments")
    about = [words for words, _ in comments_of((workspace / SOURCED).read_bytes())]
    assert about.count(quoted) == 2  # where the item is placed, and here
