"""`draft --sources`: files of their own beside the draft, which never pass for the draft itself."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import docx
import pytest

from letterbook.charts.drawing import can_draw
from tests.drafting.sources.conftest import LETTER, NAME, SHEET, comments_of
from tests.writers.word.letterhead.letterheads import german_with, wrap
from tests.writers.word.lint import lint

RECIPIENTS = "name,language\nAino,\n"


@pytest.fixture
def workspace(empty_workspace, monkeypatch):
    """A workspace with figures and a letter with a recipient's field; the current folder."""
    (empty_workspace / "fund").mkdir(exist_ok=True)
    (empty_workspace / "fund/figures.csv").write_text(SHEET, encoding="utf-8")
    (empty_workspace / "fund/recipients.csv").write_text(RECIPIENTS, encoding="utf-8")
    letter = LETTER.replace("Dear all", "Dear {{ recipient.name }}").partition("## Reading")[0]
    letter += "[^1]: It was {{ Fund I NAV as-of=2025-12-31 }}.\n"
    (empty_workspace / f"editions/{NAME}.md").write_text(letter, encoding="utf-8")
    monkeypatch.chdir(empty_workspace)
    return empty_workspace


def names(workspace):
    return sorted(path.name for path in (workspace / "drafts").iterdir())


def test_comments_lie_in_a_word_file_beside_the_draft(letterbook, workspace):
    run = letterbook("draft", NAME, "--sources", "comments")
    assert run.stdout.splitlines() == [
        f"drafts/{NAME}.docx",
        f"drafts/{NAME}.md",
        f"drafts/{NAME} with sources.docx",
    ]


def test_an_appendix_lies_in_both(letterbook, workspace):
    letterbook("draft", NAME, "--sources", "appendix")
    assert names(workspace) == [
        f"{NAME} with sources.docx",
        f"{NAME} with sources.md",
        f"{NAME}.docx",
        f"{NAME}.md",
    ]


def test_the_draft_is_the_same_with_and_without(letterbook, workspace):
    letterbook("draft", NAME)
    records = sorted((workspace / "records/builds" / NAME).iterdir())
    before = (workspace / f"drafts/{NAME}.docx").read_bytes()
    letterbook("draft", NAME, "--sources", "comments")
    assert (workspace / f"drafts/{NAME}.docx").read_bytes() == before
    assert sorted((workspace / "records/builds" / NAME).iterdir()) == records
    placed = json.loads((workspace / "records/drafts.json").read_text(encoding="utf-8"))["placed"]
    assert list(placed) == [NAME]


def test_the_object_says_which_file_tells_the_sources(letterbook, workspace):
    run = letterbook("draft", NAME, "--to", "md", "--sources", "appendix", "--json")
    data = (workspace / f"drafts/{NAME} with sources.md").read_bytes()
    plain, sourced = run.json["outputs"]
    assert set(plain) == {"path", "format", "bytes", "sha256"}
    assert sourced == {
        "path": f"drafts/{NAME} with sources.md",
        "format": "md",
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "sources": "appendix",
    }


def test_an_edited_one_is_left_and_the_new_one_lies_beside_it(letterbook, workspace):
    letterbook("draft", NAME, "--to", "docx", "--sources", "comments")
    path = workspace / f"drafts/{NAME} with sources.docx"
    edited = docx.Document(str(path))
    edited.paragraphs[2].add_run(" as I wrote by hand")
    edited.save(str(path))
    before = path.read_bytes()
    run = letterbook("draft", NAME, "--to", "docx", "--sources", "comments")
    assert run.code == 5
    assert path.read_bytes() == before
    assert f"{NAME} with sources.new.docx" in names(workspace)
    assert f"{NAME}.new.docx" not in names(workspace)


def test_with_an_output_it_lies_beside_that(letterbook, workspace, tmp_path):
    letterbook("draft", NAME, "--sources", "comments", "-o", tmp_path / "out.docx")
    assert comments_of((tmp_path / "out with sources.docx").read_bytes())
    assert (tmp_path / "out.docx").is_file()


def test_on_standard_output_it_is_what_is_printed(letterbook, workspace):
    printed = letterbook("draft", NAME, "--sources", "appendix", "-o", "-").stdout
    letterbook("draft", NAME, "--sources", "appendix", "--to", "md")
    assert printed == (workspace / f"drafts/{NAME} with sources.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--sources", "comments", "--to", "md"), "Comments are written into a Word file."),
        (("--sources", "comments", "-o", "out.md"), "Comments are written into a Word file."),
        (("--sources", "comments", "-o", "-"), "Comments are written into a Word file."),
        (("--sources", "apendix"), 'No sources can be told in "apendix".'),
    ],
)
def test_what_makes_no_sense_is_said(letterbook, workspace, words, sentence):
    run = letterbook("draft", NAME, *words)
    assert run.code == 2
    assert sentence in run.stderr
    assert not (workspace / "drafts").exists()


def test_comments_are_a_reason_for_a_word_file(letterbook, workspace):
    settings = workspace / "letterbook.yaml"
    text = settings.read_text(encoding="utf-8").replace("[docx, md]", "[md]")
    settings.write_text(text, encoding="utf-8")
    letterbook("draft", NAME, "--sources", "comments")
    assert f"{NAME} with sources.docx" in names(workspace)


def test_an_edition_of_that_name_stands_in_the_way(letterbook, workspace):
    (workspace / f"editions/{NAME} with sources.md").write_text(
        LETTER.replace("2026 H1", "2025 H2"), encoding="utf-8"
    )
    run = letterbook("draft", NAME, "--sources", "comments")
    assert run.code == 2
    assert f'The draft of "{NAME} with sources" has the name' in run.stderr


@pytest.mark.parametrize("form", ["appendix", "comments"])
@pytest.mark.parametrize(
    "command",
    [
        ("approve", "FILE", "--by", "Nora"),
        ("approve", "FILE", "--by", "Nora", "--review"),
        ("copies", "FILE", "fund/recipients.csv"),
        ("verify", "FILE"),
        ("explain", "FILE", "2.1x"),
        ("diff", "FILE", NAME),
    ],
    ids=lambda words: " ".join(words[:1]),
)
def test_it_never_passes_for_the_draft(letterbook, workspace, form, command):
    letterbook("draft", NAME, "--to", "docx", "--sources", form)
    file = f"drafts/{NAME} with sources.docx"
    run = letterbook(*(file if word == "FILE" else word for word in command))
    assert run.code == 4
    assert "has its sources in it; name the draft itself." in run.stderr


def test_nor_is_it_compared_as_markdown(letterbook, workspace):
    letterbook("draft", NAME, "--to", "md", "--sources", "appendix")
    run = letterbook("diff", f"drafts/{NAME} with sources.md", NAME)
    assert run.code == 4
    assert "has its sources in it; name the draft itself." in run.stderr


def test_nor_when_word_has_saved_it_without_its_comments(letterbook, workspace):
    letterbook("draft", NAME, "--to", "docx", "--sources", "comments")
    path = workspace / f"drafts/{NAME} with sources.docx"
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/comments.xml"] = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/x"/>'
    renamed = workspace / "final.docx"
    with zipfile.ZipFile(renamed, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    run = letterbook("approve", renamed, "--by", "Nora")
    assert "final.docx has its sources in it" in run.stderr


@pytest.mark.parametrize(("form", "number"), [("appendix", 1), ("comments", 2)])
def test_checking_the_file_says_that_it_is_not_to_be_sent(letterbook, workspace, form, number):
    letterbook("draft", NAME, "--to", "docx", "--sources", form)
    run = letterbook("check", f"drafts/{NAME} with sources.docx", "--json")
    found = [each["message"] for each in run.json["findings"] if each["id"] == "W-REVISIONS"]
    assert len(found) == number
    assert "The file tells where its figures and quotations come from, for the firm's own eyes." in found


def test_copies_are_made_of_the_draft(letterbook, workspace):
    letterbook("draft", NAME, "--sources", "comments", "--recipients", "fund/recipients.csv")
    (copy,) = (workspace / f"drafts/{NAME} copies").glob("*.docx")
    with zipfile.ZipFile(copy) as package:
        assert "word/comments.xml" not in package.namelist()
        assert b"figures.csv" not in b"".join(map(package.read, package.namelist()))


def test_in_a_letterhead_the_comments_join_its_own(letterbook, workspace):
    own = '<w:comment w:id="7" w:author="Nora"><w:p><w:r><w:t>ours</w:t></w:r></w:p></w:comment>'
    letterhead = german_with({"word/comments.xml": wrap("comments", own)})
    (workspace / "Briefbogen.docx").write_bytes(letterhead.data)
    edition = workspace / f"editions/{NAME}.md"
    text = edition.read_text(encoding="utf-8").replace("date:", "letterhead: Briefbogen.docx\ndate:", 1)
    edition.write_text(text, encoding="utf-8")
    letterbook("draft", NAME, "--to", "docx", "--sources", "comments")
    data = (workspace / f"drafts/{NAME} with sources.docx").read_bytes()
    assert lint(data) == lint((workspace / f"drafts/{NAME}.docx").read_bytes())
    told = comments_of(data)
    assert told[0] == ("", "ours")
    assert [about for about, _ in told[1:]] == ["rose", "$78.5m", "42%", "[note]", "2.1x"]
    assert "has its sources in it" in letterbook("approve", f"drafts/{NAME} with sources.docx").stderr


CHARTS = """\
---
publication: letters
number: 2026 H2
as-of: 2026-06-30
date: 2026-07-20
title: Charts
---
{{ nav-bridge-chart period="H1 2026" label=bridge }}
"""


@pytest.mark.skipif(not can_draw(), reason="needs the extra `charts`")
def test_the_numbers_of_a_chart_are_told_at_its_caption(letterbook, sample_workspace):
    (sample_workspace / "editions/Charts.md").write_text(CHARTS, encoding="utf-8")
    letterbook("-C", sample_workspace, "draft", "Charts", "--sources", "comments")
    data = (sample_workspace / "drafts/Charts with sources.docx").read_bytes()
    assert lint(data) == ()
    ((about, said),) = comments_of(data)
    assert "net of fees" in about
    first, *lines = said.split("\n")
    assert first.startswith("Chart: ")
    assert lines[0].startswith("$71.3m: Fund I NAV, net, as of 2025-12-31: $71.3m (71300000), audited; ")
    assert len(lines) == 10
    assert all("fund/" in line for line in lines)


@pytest.mark.skipif(not can_draw(), reason="needs the extra `charts`")
def test_the_appendix_lists_the_numbers_of_a_chart_with_their_labels(letterbook, sample_workspace):
    (sample_workspace / "editions/Charts.md").write_text(CHARTS, encoding="utf-8")
    letterbook("-C", sample_workspace, "draft", "Charts", "--sources", "appendix")
    text = (sample_workspace / "drafts/Charts with sources.md").read_text(encoding="utf-8")
    assert "1. **$71.3m** (Chart: " in text
    assert "Capital called" in text.partition("## Sources")[2]
    assert (sample_workspace / "drafts/Charts-nav-bridge.svg").is_file()
