"""Copies whose accounts come from the fund's data: what they say, what stops one, what approval covers."""

from __future__ import annotations

import csv
import io

import pytest

from tests.fund.workspaces import workspace_of
from tests.writers.word.outline_reader import read_outline

SETTINGS = """\
author: Nora Lindqvist
publications:
  letters: {title: Harbour Row, template: newsletter, audience: investors, numbering: half-year}
"""
NAME = "Letter 2024 H1"
TOP = "---\npublication: letters\nnumber: 2024 H1\ndate: 2024-07-20\ntitle: Half a year\n---\n"
LETTER = """\
Dear {{ recipient.salutation }}, you paid in {{ recipient.paid-in capital }}.

| Your account | |
|:--|--:|
| Opening | {{ recipient.opening balance }} |
| Closing | {{ recipient.closing balance }} |
| Rate | {{ recipient.net IRR }} |
"""
CASHFLOWS = """\
date,fund,lp,level,kind,amount
2022-01-01,f1,a,investor,call,30000
2022-01-01,f1,b,investor,call,18000
2024-02-01,f1,a,investor,call,5000
"""
NAV = """\
as of,fund,lp,nav
2023-12-31,f1,a,45000
2023-12-31,f1,b,27000
2024-06-30,f1,a,52000
2024-06-30,f1,b,30000
"""
RECIPIENTS = """\
lp,name,salutation,commitment
a,Aino Lehtonen,Aino,50000
b,Bellini & Figli,Signora,30000
"""


@pytest.fixture
def folder(tmp_path):
    """A workspace with a letter of accounts."""
    (tmp_path / "letterbook.yaml").write_text(SETTINGS)
    (tmp_path / "editions").mkdir()
    write(tmp_path, cashflows=CASHFLOWS, nav=NAV, recipients=RECIPIENTS)
    (tmp_path / "editions" / f"{NAME}.md").write_text(TOP + LETTER)
    return tmp_path


def write(folder, **tables):
    workspace_of(folder, holdings=None, benchmarks=None, **tables)


@pytest.fixture
def drafted(letterbook, folder):
    """Drafts the letter; returns its file."""

    def draft(text=LETTER):
        (folder / "editions" / f"{NAME}.md").write_text(TOP + text)
        run = letterbook("-C", folder, "draft", NAME, "--to", "docx")
        assert run.code == 0, run.stderr
        return folder / "drafts" / f"{NAME}.docx"

    return draft


@pytest.fixture
def copies(letterbook, folder):
    """Makes the copies of a letter; returns the run, as JSON."""
    return lambda letter, *options: letterbook(
        "copies", letter, folder / "fund" / "recipients.csv", *options, "--json"
    )


def said(folder, run, *whose):
    """The texts of the copies of some recipients."""
    target = folder / "drafts" / f"{NAME} copies"
    return [
        "\n".join(row.text for row in read_outline((target / each["path"]).read_bytes()))
        for each in run.json["copies"]
        if not whose or each["recipient"] in whose
    ]


def told(run, name):
    return [each for each in run.json["findings"] if each["id"] == name]


def test_each_copy_has_the_account_of_its_investor(drafted, copies, folder):
    run = copies(drafted())
    assert run.code == 0
    first, second = said(folder, run)
    assert "Dear Aino, you paid in $35,000." in first
    assert [each in first for each in ("$45,000", "$52,000", "%", "$27,000")] == [True, True, True, False]
    assert "you paid in $18,000." in second
    assert [each in second for each in ("$27,000", "$30,000", "35,000")] == [True, True, False]
    sheet = (folder / "drafts" / f"{NAME} copies" / "Proof sheet.csv").read_text(encoding="utf-8-sig")
    assert [row["closing balance"] for row in csv.DictReader(io.StringIO(sheet))] == ["$52,000", "$30,000"]


def test_each_contact_of_an_investor_gets_a_letter_with_the_same_account(drafted, copies, folder):
    path = folder / "fund" / "recipients.csv"
    path.write_text(RECIPIENTS + "a,Aino Lehtonen,Dr Bo Ek,50000\n")
    run = copies(drafted())
    assert run.code == 0, run.stderr
    assert len({each["path"] for each in run.json["copies"]}) == 3
    first, _, third = said(folder, run)
    assert third == first.replace("Dear Aino,", "Dear Dr Bo Ek,")


def test_a_draft_and_its_copies_are_made_at_once_too(letterbook, folder):
    recipients = folder / "fund" / "recipients.csv"
    run = letterbook("-C", folder, "draft", NAME, "--to", "docx", "--recipients", recipients, "--json")
    assert run.code == 0, run.stderr
    assert "you paid in $35,000." in said(folder, run)[0]


def test_a_column_goes_before_the_data_and_is_held_against_them(drafted, copies, folder):
    rows = (
        "lp,name,salutation,commitment,Paid-in capital,net_irr",
        "a,Aino,Aino,50000,36 000,",
        "b,B,B,1,18k,",
    )
    write(
        folder, cashflows=CASHFLOWS, nav=NAV, recipients="\n".join((*rows, "")).replace("36 000", '"36,000"')
    )
    run = copies(drafted())
    assert run.code == 1
    (finding,) = told(run, "account-twin")
    assert (finding["severity"], finding["line"], finding["column"]) == ("error", 2, 5)
    assert finding["message"] == (
        '"paid-in capital" of Aino is stated as 36,000, but the data come to $35,000.'
    )
    first, second = said(folder, run)
    assert "you paid in 36,000." in first
    assert "you paid in 18k." in second


@pytest.mark.parametrize("stated", ["35,000", "USD 35,000", "$35k", "$0.04m", "35.000,00", "see overleaf"])
def test_what_is_stated_may_be_rounded_written_otherwise_or_said_in_words(drafted, copies, folder, stated):
    rows = f'lp,name,salutation,commitment,paid-in capital\na,Aino,Aino,50000,"{stated}"\nb,B,B,1,\n'
    write(folder, cashflows=CASHFLOWS, nav=NAV, recipients=rows)
    run = copies(drafted())
    assert run.code == 0
    assert f"you paid in {stated}." in said(folder, run)[0]


@pytest.mark.parametrize("stated", ["$36k", "EUR 35,000", "35x"])
def test_what_is_stated_in_another_unit_or_too_far_off_is_an_error(drafted, copies, folder, stated):
    rows = f'lp,name,salutation,commitment,paid-in capital\na,Aino,Aino,50000,"{stated}"\nb,B,B,1,\n'
    write(folder, cashflows=CASHFLOWS, nav=NAV, recipients=rows)
    run = copies(drafted())
    assert run.code == 1
    assert len(told(run, "account-twin")) == 1


def test_the_sheet_of_figures_is_held_against_the_data_at_its_row(drafted, copies, folder):
    sheet = "name,value,unit,as of,lp\nclosing balance,52001,USD,2024-06-30,a\n"
    (folder / "fund" / "figures.csv").write_text(sheet)
    run = copies(drafted())
    (finding,) = told(run, "account-twin")
    assert (finding["file"], finding["line"]) == ("fund/figures.csv", 2)
    assert "$52,001" in said(folder, run)[0]


def test_an_investor_without_a_value_gets_no_copy_and_is_named_with_the_reason(drafted, copies, folder):
    write(folder, cashflows=CASHFLOWS, nav=NAV.replace("2023-12-31,f1,b,27000\n", ""), recipients=RECIPIENTS)
    run = copies(drafted())
    assert run.code == 1
    (finding,) = told(run, "account-missing")
    assert (finding["severity"], finding["line"]) == ("error", 3)
    assert finding["message"].startswith('There is no "opening balance" for "Bellini & Figli": ')
    assert "2023-12-31" in finding["message"]
    assert [each["recipient"] for each in run.json["copies"]] == ["Aino Lehtonen"]


def test_a_list_that_says_of_nobody_who_they_are_is_told_once(drafted, copies, folder):
    rows = "".join(f"Partner {chr(65 + n)},Dear\n" for n in range(25))
    write(folder, cashflows=CASHFLOWS, nav=NAV, recipients=f"name,salutation\n{rows}")
    run = copies(drafted())
    assert run.code == 1
    (finding,) = told(run, "account-missing")
    assert finding["message"].startswith(
        'There is no "paid-in capital", "opening balance" and 2 more for "Partner A": Which investor'
    )
    assert "It is the same in 24 more rows" in finding["message"]


def test_a_rate_that_there_is_not_is_a_dash_and_told(drafted, copies, folder):
    late = CASHFLOWS.replace("2022-01-01,f1,b", "2024-01-05,f1,b")
    write(folder, cashflows=late, nav=NAV.replace("2023-12-31,f1,b,27000\n", ""), recipients=RECIPIENTS)
    run = copies(drafted())
    assert run.code == 0
    (finding,) = told(run, "account-undefined")
    assert (finding["severity"], finding["line"]) == ("warning", 3)
    assert "–" in said(folder, run, "Bellini & Figli")[0]


def test_what_is_wrong_with_the_data_is_told_with_its_place(drafted, copies, folder):
    write(folder, cashflows=CASHFLOWS.replace("18000", "lots"), nav=NAV, recipients=RECIPIENTS)
    run = copies(drafted("You paid in {{ recipient.paid-in capital }}, {{ recipient.salutation }}.\n"))
    assert run.code == 1
    assert run.json["copies"] == []
    (finding,) = told(run, "cashflows-amount")
    assert (finding["file"], finding["line"]) == ("fund/cashflows.csv", 3)
    assert len(told(run, "account-missing")) == 2


def test_a_field_that_nothing_knows_stops_all_copies(letterbook, drafted, copies, folder):
    run = copies(drafted("Dear {{ recipient.nickname }}, {{ recipient.paid-in capital }}.\n"))
    assert run.code == 4
    assert '"nickname"' in run.json["error"]["message"]
    assert not (folder / "drafts" / f"{NAME} copies").exists()


def test_a_letter_of_another_workspace_gets_no_account_of_this_one(letterbook, drafted, folder, tmp_path):
    letter = drafted()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letterbook.yaml").write_text(SETTINGS)
    moved = elsewhere / "letter.docx"
    moved.write_bytes(letter.read_bytes())
    run = letterbook("-C", elsewhere, "copies", moved, folder / "fund" / "recipients.csv", "--json")
    assert run.code == 4
    assert '"paid-in capital"' in str(run.json["error"])
    run = letterbook("-C", folder, "copies", moved, folder / "fund" / "recipients.csv", "--json")
    assert run.code == 0


def test_the_days_are_those_of_the_approved_file_whatever_the_edition_says_now(drafted, copies, folder):
    letter = drafted()
    path = folder / "editions" / f"{NAME}.md"
    path.write_text(path.read_text().replace("number: 2024 H1", "number: 2023 H2"))
    assert "you paid in $35,000." in said(folder, copies(letter))[0]


def test_approval_covers_the_accounts_and_what_changed_since_is_named(letterbook, drafted, copies, folder):
    letter = drafted()
    assert letterbook("-C", folder, "approve", NAME).code == 0
    assert copies(letter, "--strict").code == 0
    after = "2024-08-01,f1,a,investor,call,900\n"
    write(folder, cashflows=CASHFLOWS + after, nav=NAV, recipients=RECIPIENTS)
    assert copies(letter, "--strict").code == 0
    write(folder, cashflows=CASHFLOWS.replace("5000\n", "6000\n"), nav=NAV, recipients=RECIPIENTS)
    run = copies(letter)
    (finding,) = told(run, "approved-account-changed")
    assert (finding["severity"], finding["line"]) == ("warning", 2)
    assert finding["message"].startswith("The account of a: paid-in capital was $35,000, is $36,000; net IRR")
    run = letterbook("-C", folder, "approve", NAME)
    assert run.code == 0
    assert "paid-in capital was $35,000" in (folder / "records" / "editions" / f"{NAME}.json").read_text()
    assert copies(letter, "--strict").code == 0


def test_accounts_that_are_wrong_stand_in_the_way_of_an_approval(letterbook, drafted, folder):
    drafted()
    write(folder, cashflows=CASHFLOWS, nav=NAV.replace("2024-06-30,f1,b,30000\n", ""), recipients=RECIPIENTS)
    run = letterbook("-C", folder, "approve", NAME)
    assert run.code == 1
    assert "Bellini & Figli" in run.stderr
    reason = "account-missing: Bellini left the fund in May"
    assert letterbook("-C", folder, "approve", NAME, "--allow", reason).code == 0


def test_figures_of_one_investor_are_the_firms_alone(letterbook, drafted, folder):
    sheet = "name,value,unit,as of,lp,audience\nclosing balance,52000,USD,2024-06-30,a,investors\n"
    (folder / "fund" / "figures.csv").write_text(sheet)
    (folder / "editions" / f"{NAME}.md").write_text(TOP + "All have {{ a closing balance }}.\n")
    run = letterbook("-C", folder, "draft", NAME, "--to", "md", "-o", "-")
    assert run.code == 1
    assert "52" not in run.stdout


PROMISES = """\
side_letters:
  - {lp: [a], id: as-pdf, requirement: {format: PDF}}
  - {lp: [b], id: yearly, requirement: {format: pdf, frequency: annual}}
  - {lp: [b], id: by-post, requirement: {format: on paper}}
  - {lp: [b], id: as-word, requirement: {format: .docx}}
"""


def test_a_format_that_a_side_letter_asks_for_and_nobody_makes_is_told(drafted, copies, folder):
    (folder / "fund" / "side_letters.yaml").write_text(PROMISES)
    path = folder / "fund" / "recipients.csv"
    path.write_text(
        "lp,name,salutation,commitment,obligations\n"
        "a,Aino Lehtonen,Aino,50000,\na,Aino Lehtonen,Bo,50000,\nb,Bellini & Figli,Signora,30000,as-pdf\n"
    )
    letter = drafted()
    (finding,) = told(copies(letter), "side-letter-format")
    assert finding["message"] == (
        '"as-pdf" promises a copy as pdf to Aino Lehtonen and Bellini & Figli, and none is made.'
    )
    assert (finding["severity"], finding["hint"]) == ("warning", "Add --to docx,pdf.")
    assert (finding["file"], finding["line"]) == ("fund/side_letters.yaml", 2)


def test_side_letters_that_cannot_be_read_stop_no_copy(drafted, copies, folder):
    (folder / "fund" / "side_letters.yaml").write_text("side_letters: [{lp: a}]\n")
    run = copies(drafted())
    assert len(run.json["copies"]) == 2
    assert "fund/side_letters.yaml" in {each["file"] for each in run.json["findings"]}
