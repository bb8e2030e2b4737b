"""The command `diff`: what is different from the last letter, and what was carried over from it."""

from __future__ import annotations

import io
import json

import docx
import pytest

SHEET = """\
name,value,unit,as of,basis,period,status,source,show as
Fund I NAV,78500000,USD,2026-06-30,net,,unaudited,"Accounts 2026-06.xlsx, C12",$78.5m
Fund I NAV,71300000,USD,2025-12-31,net,,audited,"Accounts 2025-12.xlsx, C12",$71.3m
Fund I committed,60000000,USD,2026-06-30,,,,"LPA",$60.0m
Fund I committed,60000000,USD,2025-12-31,,,,"LPA",$60.0m
Fund I IRR,23.4%,%,2026-06-30,net,,unaudited,"Performance 2026-06.xlsx, D8",23.4%
Fund I IRR,24.0%,%,2025-12-31,net,,unaudited,"Performance 2025-12.xlsx, D8",24.0%
Companies,9,number,2026-06-30,,,,"Schedule 2026-06.xlsx",
"""
BEFORE = """\
---
publication: letters
number: 2025 H2
date: 2026-01-20
title: Half-year letter to 31 December 2025
---
Dear investors and friends of the first fund,

At {{ edition.as-of }} the NAV was {{ Fund I NAV }} of {{ Fund I committed }} committed.[^1]

We expect to sell Tern Avionics in the autumn. Nobody has made an offer.

| What | Net |
|---|---:|
| IRR | {{ Fund I IRR }} |
| Companies that we typed | 8 |

## Looking back

It was a quiet half-year for the whole portfolio.

## Looking ahead

The second fund closes when it closes, and not before.

[^1]: The accounts of 31 December 2025 were audited in the spring.
"""
AFTER = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half-year letter to 30 June 2026
---
Dear investors and friends of the first fund,

At {{ edition.as-of }} the NAV was {{ Fund I NAV }} of {{ Fund I committed }} committed.[^1]

We expect to sell Tern Avionics in the autumn.
We own 14% of it, as of 31 December 2025.

| What | Net |
|---|---:|
| IRR | {{ Fund I IRR }} |
| Companies that we typed | 8 |

## Looking ahead

The second fund closes when it closes, and not a day before.

## Looking back

It was a quiet half-year for the whole portfolio.

We have {{ Companies }} companies now.

[^1]: The accounts of 31 December 2025 were audited in the spring.
"""
OLD, NEW = "Letter 2025 H2", "Letter 2026 H1"


@pytest.fixture
def workspace(letterbook, empty_workspace):
    """A workspace with two letters, of which the first is drafted."""
    (empty_workspace / "fund").mkdir(exist_ok=True)
    (empty_workspace / "fund" / "figures.csv").write_text(SHEET)
    (empty_workspace / "editions" / f"{OLD}.md").write_text(BEFORE)
    (empty_workspace / "editions" / f"{NEW}.md").write_text(AFTER)
    letterbook("-C", empty_workspace, "draft", OLD, "--to", "docx,md")
    return empty_workspace


@pytest.fixture
def diff(letterbook, workspace):
    """Runs the command in the workspace."""
    return lambda *words: letterbook("diff", "-C", workspace, *words)


def compared(run):
    return json.loads(run.stdout)


def test_two_letters_are_compared_in_figures_in_passages_and_in_what_was_carried_over(diff, golden):
    run = diff(NEW)
    assert run.code == 0
    golden("cli/diff.txt", run.stdout)
    assert "Carried over: 3 sentences, 1 date (1 from before this letter), 1 typed number." in run.stderr


def test_the_letter_before_is_found_where_it_is_not_named(diff):
    assert diff(NEW).stdout == diff(OLD, NEW).stdout


@pytest.mark.parametrize("command", [(), ("check", NEW)], ids=["status", "check"])
def test_it_is_suggested_for_a_letter_that_has_one_before_it(letterbook, workspace, command):
    (workspace / "items" / "Tides.md").write_text("---\ntitle: Tides\n---\n")
    run = letterbook("-C", workspace, *command)
    assert f'  or: letterbook diff "{NEW}"' in run.stderr


def test_nobody_is_told_to_compare_the_first_letter(letterbook, workspace):
    assert "letterbook diff" not in letterbook("-C", workspace, "check", OLD).stderr


def test_an_older_letter_says_what_was_printed_whatever_the_data_say_today(diff, workspace):
    sheet = workspace / "fund" / "figures.csv"
    sheet.write_text(sheet.read_text().replace("71300000", "70900000").replace("$71.3m", "$70.9m"))
    text = (workspace / "editions" / f"{NEW}.md").read_text()
    text = text.replace("committed.", "committed; it was {{ Fund I NAV as-of=2025-12-31 }}.", 1)
    (workspace / "editions" / f"{NEW}.md").write_text(text)
    nav = [each for each in compared(diff(NEW, "--json"))["figures"] if each["name"] == "Fund I NAV"]
    assert [(each["outcome"], each["before"]["shown"], each["after"]["shown"]) for each in nav] == [
        ("changed", "$71.3m", "$78.5m"),
        ("restated", "$71.3m", "$70.9m"),
    ]


def test_a_letter_that_was_never_drafted_is_drafted_now_and_that_is_said(diff, workspace, letterbook):
    for path in (workspace / "records" / "builds" / OLD).iterdir():
        path.unlink()
    run = diff(NEW)
    assert f"Nothing is remembered of how {OLD} was printed" in run.stderr
    assert f"Older: {OLD} of 20 January 2026, as it would be drafted now" in run.stdout


def test_a_damaged_record_is_told_and_passed_over(diff, workspace):
    (path,) = (workspace / "records" / "builds" / OLD).iterdir()
    path.write_text("{")
    run = diff(NEW)
    assert (run.code, "is damaged" in run.stderr, "Figures: " in run.stdout) == (0, True, True)


def test_what_was_approved_counts_and_not_what_was_drafted(diff, workspace, letterbook):
    path = workspace / "drafts" / f"{OLD}.docx"
    document = docx.Document(io.BytesIO(path.read_bytes()))
    paragraph = next(each for each in document.paragraphs if each.text.startswith("It was a quiet"))
    paragraph.runs[0].text = "It was a loud half-year for the whole portfolio."
    document.save(path)
    approved = letterbook("approve", "-C", workspace, path, "--by", "Nora", "--allow", "A-MISSING: seen")
    assert approved.code == 0, approved.stderr
    assert "[-loud-]{+quiet+}" in diff(NEW).stdout
    path.unlink()
    run = diff(NEW)
    assert "[-loud-]{+quiet+}" in run.stdout
    assert "is not as it was approved" in run.stderr


def test_word_files_of_letterbook_are_compared_with_their_figures_and_places(diff, letterbook, workspace):
    letterbook("-C", workspace, "draft", NEW, "--to", "docx")
    drafts = workspace / "drafts"
    files = compared(diff(drafts / f"{OLD}.docx", drafts / f"{NEW}.docx", "--json"))
    editions = compared(diff(NEW, "--json"))
    assert files["figures"] == editions["figures"]
    assert files["carried_over"] == editions["carried_over"]


def test_a_number_typed_over_in_word_is_what_counts(diff, workspace):
    path = workspace / "drafts" / f"{OLD}.docx"
    document = docx.Document(io.BytesIO(path.read_bytes()))
    run = next(run for each in document.paragraphs for run in each.runs if run.text == "$71.3m")
    run.text = "$71.9m"
    document.save(path)
    assert "$71.9m (31 December 2025) → $78.5m (30 June 2026)  +$6.6m" in diff(path, NEW).stdout


def test_a_letter_that_letterbook_never_wrote_is_ticked_off_against_the_sheet(diff, tmp_path):
    path = tmp_path / "last letter.docx"
    document = docx.Document()
    document.add_paragraph("20 January 2026")
    document.add_heading("Looking back")
    document.add_paragraph("The net NAV of Fund I at 31 December 2025 was $71.3m. We typed 12.7% here.")
    document.add_paragraph("It was a quiet half-year for the whole portfolio.")
    document.save(path)
    run = diff(path, NEW)
    assert "$71.3m (31 December 2025) → $78.5m (30 June 2026)  +$7.2m, +10.1%" in run.stdout
    assert "1 of its numbers agree with one in the words around them and are compared, 1 others" in run.stderr
    assert '"It was a quiet half-year for the whole portfolio."' in run.stdout


def test_a_drafted_markdown_file_is_compared_too(diff, workspace):
    found = compared(diff(workspace / "drafts" / f"{OLD}.md", NEW, "--json"))
    assert found["figures"] == compared(diff(NEW, "--json"))["figures"]


def test_a_letter_has_not_changed_against_its_own_record(diff, letterbook, workspace):
    found = compared(diff(OLD, OLD, "--json"))
    assert {each["outcome"] for each in found["passages"]} == {"same"}
    assert {each["outcome"] for each in found["figures"]} <= {"same day"}
    carried = {each["text"] for each in found["carried_over"]["sentences"]}
    assert "We expect to sell Tern Avionics in the autumn." in carried


def test_of_a_long_list_of_new_figures_the_first_are_told_and_all_of_them_to_programs(
    diff, letterbook, sample_workspace, tmp_path
):
    path = tmp_path / "last letter.docx"
    document = docx.Document()
    document.add_paragraph("20 January 2026. The net NAV of Fund I at 31 December 2025 was $71.3m.")
    document.save(path)
    run = letterbook("-C", sample_workspace, "diff", path, "Letter 2026 H1")
    told = run.stdout.partition("Only in the newer letter:")[2].partition("Passages:")[0].strip().splitlines()
    assert len(told) == 13
    found = letterbook("-C", sample_workspace, "diff", path, "Letter 2026 H1", "--json").json["figures"]
    new = [each for each in found if each["outcome"] == "new"]
    assert told[-1].strip() == f"… and {len(new) - 12} more, which --json lists"


def test_nothing_is_lost_between_the_two_letters(diff):
    found = compared(diff(NEW, "--json"))["passages"]
    assert all((each["before"] == "") == (each["outcome"] == "new") for each in found)
    assert all((each["after"] == "") == (each["outcome"] == "gone") for each in found)


def test_the_line_of_a_sentence_is_told(diff):
    days = compared(diff(NEW, "--json"))["carried_over"]["numbers"]
    found = compared(diff(NEW, "--json"))["carried_over"]["sentences"]
    (still,) = [each for each in found if "autumn" in each["text"]]
    assert (still["file"], still["line"], still["times"]) == (
        f"editions/{NEW}.md",
        11,
        ["in the autumn", "expect"],
    )
    assert [each["text"] for each in days] == ["8"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["Lettr 2026 H1"], 2, 'Did you mean "Letter 2026 H1"?'),
        ([OLD], 2, f'No edition of "letters" has a date before that of {OLD}.'),
        (["one", "two", "three"], 2, "These are more than two letters."),
        (["nothing.docx", NEW], 4, "nothing.docx cannot be read"),
    ],
)
def test_a_mistake_is_one_sentence(diff, words, code, said):
    run = diff(*words)
    assert (run.code, run.stdout) == (code, "")
    assert said in run.stderr


def test_a_file_that_is_no_word_file_is_refused(diff, tmp_path):
    path = tmp_path / "sheet.docx"
    path.write_text(SHEET)
    run = diff(path, NEW)
    assert (run.code, "is no Word file." in run.stderr) == (4, True)
