"""The command `explain`: from a number in a draft to its row in the sheet."""

from __future__ import annotations

import io
import shutil
import subprocess

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

OFFICE = shutil.which("soffice")
SHEET = """\
name,value,unit,as of,basis,period,status,source,show as
Fund I NAV,78500000,USD,2026-06-30,net,,unaudited,"Accounts 2026-06.xlsx, Summary, C12",$78.5m
Fund I NAV,71300000,USD,2025-12-31,net,,audited,"Annual accounts 2025, page 9",$71.3m
Fund I TVPI,2.09,x,2026-06-30,net,since inception,unaudited,"Performance 2026-06.xlsx, Net, D4",2.1x
Fund I IRR,23.4%,%,2026-06-30,net,since inception,unaudited,"Performance 2026-06.xlsx, Net, D8",23.4%
Companies,9,number,2026-06-30,,,,"Schedule 2026-06.xlsx, A12",
"""
LETTER = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half-year letter
---
Dear all,

The NAV {{ Fund I NAV, change }} to {{ Fund I NAV }}, a TVPI of {{ Fund I net TVPI }}.[^1]

We typed 14 % here.

| What | Value |
|---|---:|
| IRR | {{ Fund I net IRR }} |
| TVPI | {{ Fund I net TVPI }} |

We own {{ Companies }} companies.

[^1]: It was {{ Fund I NAV as-of=2025-12-31 }}.
"""
NAME = "Letter 2026 H1"
EDITION = f"editions/{NAME}.md"


@pytest.fixture
def workspace(letterbook, empty_workspace):
    """A workspace with a sheet of figures and a letter that is drafted."""
    (empty_workspace / "fund").mkdir(exist_ok=True)
    (empty_workspace / "fund" / "figures.csv").write_text(SHEET)
    (empty_workspace / EDITION).write_text(LETTER)
    letterbook("-C", empty_workspace, "draft", NAME, "--to", "docx")
    return empty_workspace


@pytest.fixture
def explain(letterbook, workspace):
    """Runs the command in the workspace."""
    return lambda *words: letterbook("-C", workspace, "explain", *words)


@pytest.fixture
def draft(workspace):
    return workspace / "drafts" / f"{NAME}.docx"


def edited(path, change):
    """The Word file after `change` was done to it."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    change(document)
    document.save(path)


def run_with(document, text):
    """The run that says `text`, in the body or a table."""
    tables = (cell.paragraphs for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = [*document.paragraphs, *(each for cell in tables for each in cell)]
    return next(run for paragraph in paragraphs for run in paragraph.runs if run.text == text)


@pytest.mark.parametrize(
    ("number", "call", "row"),
    [
        ("$78.5m", "9:37: {{ Fund I NAV }}", "fund/figures.csv:2:2"),
        ("rose", "9:9: {{ Fund I NAV, change }}", "fund/figures.csv:2:2"),
        ("23.4%", "15:9: {{ Fund I net IRR }}", "fund/figures.csv:5:2"),
        ("$71.3m", "20:14: {{ Fund I NAV as-of=2025-12-31 }}", "fund/figures.csv:3:2"),
        ("9", "18:8: {{ Companies }}", "fund/figures.csv:6:2"),
        ("Fund I IRR", "15:9: {{ Fund I net IRR }}", "fund/figures.csv:5:2"),
        ("78.5m", "9:37: {{ Fund I NAV }}", "fund/figures.csv:2:2"),
    ],
)
def test_a_number_ends_at_file_and_row(explain, number, call, row):
    run = explain(NAME, number)
    assert run.code == 0
    assert f"{EDITION}:{call}\n" in run.stdout
    assert f"\n  {row} (sha256 " in run.stdout


def test_what_is_known_of_a_figure_is_told(explain):
    assert explain(NAME, "$78.5m").stdout.splitlines()[:4] == [
        '"The NAV rose to $78.5m, a TVPI of 2.1x."',
        f"  {EDITION}:9:37: {{{{ Fund I NAV }}}}",
        "  Fund I NAV, net, as of 2026-06-30: $78.5m (78500000), unaudited",
        "  source: Accounts 2026-06.xlsx, Summary, C12",
    ]


def test_all_places_of_a_number_are_told_tables_too(explain):
    run = explain(NAME, "2.1x")
    assert run.stdout.count("{{ Fund I net TVPI }}") == 2
    assert f"2.1x stands in 2 places of drafts/{NAME}.docx." in run.stderr


def test_a_word_for_a_change_ends_at_both_rows(explain):
    run = explain(NAME, "rose")
    assert "  compared with\n" in run.stdout
    assert "fund/figures.csv:2:2" in run.stdout
    assert "fund/figures.csv:3:2" in run.stdout


@pytest.mark.parametrize(
    "name", [(NAME,), ("Letter", "2026", "H1"), ("2026 H1",), ("letter 2026 h1",), (EDITION.split("/")[1],)]
)
def test_a_draft_is_found_by_name_and_number(explain, name):
    assert "fund/figures.csv:2:2" in explain(*name, "$78.5m").stdout


def test_a_draft_is_found_by_path_also_where_it_was_sent(explain, draft, tmp_path):
    sent = tmp_path / "sent.docx"
    shutil.copy(draft, sent)
    assert "fund/figures.csv:2:2" in explain(draft, "$78.5m").stdout
    assert "fund/figures.csv:2:2" in explain(sent, "$78.5m").stdout


def test_the_last_build_is_explained_when_the_file_is_gone(explain, draft):
    draft.unlink()
    assert "fund/figures.csv:5:2" in explain(NAME, "23.4%").stdout
    assert "fund/figures.csv:3:2" in explain(NAME, "$71.3m").stdout


def test_a_number_that_is_no_figure_says_where_it_was_typed(explain):
    run = explain(NAME, "14 %")
    assert run.code == 0
    assert run.stdout == f'"We typed 14 % here."\n  no figure; {EDITION}:11:1: typed there\n'


def test_without_a_number_all_figures_are_listed(explain):
    run = explain(NAME)
    assert [line.split()[0] for line in run.stdout.splitlines()] == [
        *("rose", "$78.5m", "2.1x", "23.4%", "2.1x", "9", "$71.3m"),
    ]
    assert "7 numbers from figures" in run.stderr


def test_a_figure_is_told_with_its_drafts(explain):
    run = explain("fund i TVPI")
    assert run.stdout.splitlines() == [
        "Fund I TVPI, net, since inception, as of 2026-06-30: 2.1x (2.09), unaudited",
        "source: Performance 2026-06.xlsx, Net, D4",
        "fund/figures.csv:4:2",
        f'  2.1x in "{NAME}", {EDITION}:9:65: {{{{ Fund I net TVPI }}}}',
        f'  2.1x in "{NAME}", {EDITION}:16:10: {{{{ Fund I net TVPI }}}}',
    ]
    assert explain("Fund", "I", "TVPI").stdout == run.stdout


def test_every_date_of_a_figure_is_told(explain):
    assert explain("Fund I NAV").stdout.count("Fund I NAV, net, as of") == 2


def test_a_number_typed_over_between_its_marks_is_told_with_what_it_was(explain, draft):
    edited(draft, lambda document: setattr(run_with(document, "2.1x"), "text", "2.4x"))
    run = explain(draft, "2.4x")
    assert "changed since the draft, where it was 2.1x" in run.stdout
    assert "fund/figures.csv:4:2" in run.stdout
    assert "2.1x has become 2.4x: Fund I net TVPI, fund/figures.csv:4:2." in run.stderr


def test_a_number_whose_marks_are_gone_is_still_missed(explain, draft):
    def type_over(document):
        run = run_with(document, "23.4%")
        (start,) = run._r.xpath("preceding-sibling::w:bookmarkStart[starts-with(@w:name, '_lb_f')]")
        (end,) = run._r.xpath(f"following-sibling::w:bookmarkEnd[@w:id='{start.get(qn('w:id'))}']")
        start.getparent().remove(start)
        end.getparent().remove(end)
        run.text = "24.3%"

    edited(draft, type_over)
    assert "23.4% has become 24.3%: Fund I net IRR, fund/figures.csv:5:2." in explain(draft).stderr
    assert "no figure" in explain(draft, "24.3%").stdout


def test_a_number_whose_marks_alone_are_gone_is_still_that_of_its_figure(explain, draft):
    def unmark(document):
        for mark in run_with(document, "23.4%")._r.getparent().xpath("w:bookmarkStart[position() > 1]"):
            mark.getparent().remove(mark)

    edited(draft, unmark)
    assert "fund/figures.csv:5:2" in explain(draft, "23.4%").stdout


def test_a_row_that_was_deleted_takes_its_figures_along(explain, draft):
    edited(draft, lambda document: document.tables[0]._tbl.remove(document.tables[0].rows[1]._tr))
    assert "23.4% is gone: Fund I net IRR, fund/figures.csv:5:2." in explain(draft).stderr


def test_a_word_a_typed_number_and_what_is_gone_are_told(explain, draft):
    def change(document):
        run_with(document, "rose").text = "fell"
        run_with(document, "We typed 14 % here.").text = "We typed 15 % here, and 3 more."
        run_with(document, "9").text = ""

    edited(draft, change)
    run = explain(draft, "--json")
    assert run.json["edited"] is True
    assert [(each["was"], each["now"]) for each in run.json["changed"]] == [
        ("rose", "fell"),
        ("14 %", "15 %"),
        ("", "3"),
        ("9", ""),
    ]
    missing = explain(draft, "9")
    assert missing.code == 2
    assert "9 is gone: Companies, fund/figures.csv:6:2." in missing.stderr


def test_tracked_changes_count_as_made(explain, draft):
    def track(document):
        run = run_with(document, "$78.5m")
        deleted = OxmlElement("w:del")
        run._r.addprevious(deleted)
        inserted = OxmlElement("w:ins")
        run._r.addprevious(inserted)
        new = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "$87.5m"
        new.append(text)
        inserted.append(new)
        deleted.append(run._r)
        run._r.find(qn("w:t")).tag = qn("w:delText")

    edited(draft, track)
    assert "$78.5m has become $87.5m: Fund I NAV" in explain(draft, "$87.5m").stderr


def test_words_around_a_number_may_change(explain, draft):
    edited(draft, lambda document: setattr(run_with(document, "The NAV "), "text", "Our net asset value "))
    run = explain(draft, "$78.5m", "--json")
    assert run.json["edited"] is True
    assert run.json["changed"] == []
    assert run.json["numbers"][0]["figure"]["line"] == 2


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_draft_that_libreoffice_saved_is_explained(explain, draft, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", tmp_path / "saved", draft], capture_output=True, check=True, timeout=120
    )
    saved = tmp_path / "saved" / draft.name
    assert explain(saved).stdout == explain(draft).stdout
    assert explain(saved, "--json").json["changed"] == []
    edited(saved, lambda document: setattr(run_with(document, "23.4%"), "text", "24.3%"))
    assert "23.4% has become 24.3%" in explain(saved).stderr


def test_a_sheet_that_has_changed_since_is_told(explain, workspace):
    sheet = workspace / "fund" / "figures.csv"
    sheet.write_text(sheet.read_text().replace("2.09", "2.08"))
    assert ", changed since this draft)" in explain(NAME, "2.1x").stdout
    (number, _) = explain(NAME, "2.1x", "--json").json["numbers"]
    assert number["figure"]["value"] == "2.09"
    assert [source["changed"] for source in number["sources"]] == [True]


def test_programs_get_every_part(explain):
    (number,) = explain(NAME, "$78.5m", "--json").json["numbers"]
    assert (number["text"], number["shown"]) == ("$78.5m", "$78.5m")
    assert number["call"] == {"called": "Fund I NAV", "file": EDITION, "line": 9, "column": 37}
    assert (number["figure"]["file"], number["figure"]["line"]) == ("fund/figures.csv", 2)
    (figure,) = explain("Companies", "--json").json["figures"]
    assert [(use["draft"], use["shown"], use["line"]) for use in figure["uses"]] == [(NAME, "9", 18)]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ((NAME, "2.2x"), 2, 'Did you mean "2.1x"?'),
        (("Fund I TVIP",), 2, 'Did you mean "Fund I TVPI"?'),
        (("Letter 2025 H2", "2.1x"), 2, 'There is no edition "Letter 2025 H2".'),
        (("missing.docx", "2.1x"), 4, "missing.docx"),
    ],
)
def test_what_is_not_there_is_answered(explain, words, code, message):
    run = explain(*words)
    assert run.code == code
    assert message in run.stderr


def test_an_edition_without_a_draft_says_how_to_make_one(letterbook, workspace):
    (workspace / "editions/Letter 2025 H2.md").write_text(LETTER.replace("2026 H1", "2025 H2"))
    run = letterbook("-C", workspace, "explain", "Letter 2025 H2", "2.1x")
    assert run.code == 2
    assert 'letterbook draft "Letter 2025 H2"' in run.stderr


def test_a_word_file_of_others_is_refused(explain, tmp_path):
    docx.Document().save(tmp_path / "other.docx")
    run = explain(tmp_path / "other.docx", "2.1x")
    assert run.code == 4
    assert "was not drafted by letterbook" in run.stderr
    assert "letterbook verify" in run.stderr


def test_a_build_that_was_forgotten_is_said(explain, workspace, draft):
    shutil.rmtree(workspace / "records" / "builds")
    run = explain(draft, "2.1x")
    assert run.code == 4
    assert "last three builds" in run.stderr


def test_a_copy_for_a_recipient_is_explained(letterbook, workspace, explain):
    (workspace / EDITION).write_text(LETTER.replace("Dear all", "Dear {{ recipient.name }}"))
    (workspace / "fund/recipients.csv").write_text("name\nAino\n")
    letterbook("-C", workspace, "draft", NAME, "--to", "docx")
    path = workspace / "drafts" / f"{NAME}.docx"
    assert letterbook("copies", path, workspace / "fund/recipients.csv").code == 0
    (copy,) = (workspace / "drafts" / f"{NAME} copies").glob("*.docx")
    assert "fund/figures.csv:2:2" in explain(copy, "$78.5m").stdout


def test_a_computed_figure_ends_at_its_formula_and_its_rows(letterbook, workspace, explain):
    (workspace / "fund/fund.yaml").write_text("id: f1\nname: Fund I LP\nshort: Fund I\ncurrency: USD\n")
    (workspace / "fund/cashflows.csv").write_text(
        "date,fund,level,kind,amount\n2023-01-10,f1,investor,call,20000000\n"
        "2024-01-10,f1,investor,call,22000000\n"
    )
    (workspace / "fund/nav.csv").write_text("as of,fund,nav\n2026-06-30,f1,78500000\n")
    (workspace / EDITION).write_text(LETTER.replace("We typed 14 % here", "RVPI {{ Fund I net RVPI }}"))
    letterbook("-C", workspace, "draft", NAME, "--to", "docx")
    lines = explain(NAME, "1.9x").stdout.splitlines()
    assert lines[1] == f"  {EDITION}:11:6: {{{{ Fund I net RVPI }}}}"
    assert lines[2].startswith("  Fund I net RVPI, since inception, ")
    assert lines[3] == "  computed: NAV / paid-in; fund/cashflows.csv, fund/nav.csv"
    assert [line.partition(" (")[0] for line in lines[4:]] == [
        "  fund/cashflows.csv, rows 2, 3",
        "  fund/nav.csv:2:3",
    ]
    assert explain("Fund I RVPI").stdout.splitlines()[1] == lines[3].strip()


def test_a_number_in_a_text_box_or_a_header_is_explained_and_page_numbers_are_none(explain, workspace):
    path = workspace / "drafts" / f"{NAME}.docx"
    document = docx.Document(path)
    header = document.sections[0].header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "TVPI 9.7x"
    document.sections[0].footer.paragraphs[0].text = "Page 3 of 77"
    document.paragraphs[1].runs[0]._r.append(_text_box("8.8x is the aim"))
    document.save(path)
    assert "typed into a header in Word" in explain(str(path), "9.7x").stdout
    assert "typed into a text box in Word" in explain(str(path), "8.8x").stdout
    assert "77" not in explain(str(path), "77").stdout


def _text_box(text):
    box = OxmlElement("w:txbxContent")
    paragraph, run, words = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    run.append(words)
    paragraph.append(run)
    box.append(paragraph)
    picture = OxmlElement("w:pict")
    picture.append(box)
    return picture
