"""Accounts computed for many investors: each copy has its own, nothing of another's, no company's name."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import random

import pytest

from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.output.dress import dress
from letterbook.drafting.project import open_project
from letterbook.library.workspace import find_workspace
from letterbook.writers.word.document import write_word
from tests.drafting.accounts.test_copies_of_accounts import NAME, SETTINGS, TOP
from tests.drafting.copies.personalised import personalised
from tests.drafting.copies.test_nothing_of_others import contents
from tests.drafting.copies.test_personalised import said
from tests.fund.workspaces import HOLDINGS, workspace_of

INVESTORS = 60
LETTER = "Dear {{ recipient.salutation }},\n\n{{ capital-account }}\n\nYours\n"
RNG = random.Random(20260720)


def invented():
    """Rows of cash flows, values and recipients, of which no amount is a part of another one's."""
    taken = set()

    def amount():
        while (number := RNG.randrange(10**8, 10**9)) in taken:
            pass
        taken.add(number)
        return number

    flows, navs, people = [], [], []
    for index in range(INVESTORS):
        lp = f"lp-{RNG.randrange(16**8):08x}"
        flows += [f"2022-03-01,f1,{lp},investor,call,{amount()},"]
        flows += [f"2024-02-01,f1,{lp},investor,distribution,{amount()},gain"]
        navs += [f"{day},f1,{lp},{amount()}" for day in ("2023-12-31", "2024-06-30")]
        people += [f"{lp},Investor {index:03} Pension,Trustee {index:03},{amount() * 10}"]
    return flows, navs, people


FLOWS, NAVS, PEOPLE = invented()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "letterbook.yaml").write_text(SETTINGS)
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / f"{NAME}.md").write_text(TOP + LETTER)
    return workspace_of(
        tmp_path,
        cashflows="\n".join(("date,fund,lp,level,kind,amount,purpose", *FLOWS, "")),
        nav="\n".join(("as of,fund,lp,nav", *NAVS, "")),
        recipients="\n".join(("lp,name,salutation,commitment", *PEOPLE, "")),
        holdings=HOLDINGS.replace("Acme", "Kelpworks").replace("Bolt", "Marlow Robotics"),
        benchmarks=None,
    )


@pytest.fixture
def copies(letterbook, folder):
    """Each copy's bytes with the row of the proof sheet."""
    assert letterbook("-C", folder, "draft", NAME, "--to", "docx").code == 0
    letter, out = folder / "drafts" / f"{NAME}.docx", folder / "out"
    run = letterbook("copies", letter, folder / "fund" / "recipients.csv", "-o", out, "--json")
    assert run.code == 0, run.stderr
    with (out / "Proof sheet.csv").open(encoding="utf-8-sig", newline="") as file:
        return [((out / row["file"]).read_bytes(), row) for row in csv.DictReader(file)]


def own(row):
    """The amounts of a row that nobody else has, as they are printed."""
    return {text for text in row.values() if text.startswith("$") and len(text) >= len("$100,000,000")}


def test_no_byte_of_a_copy_is_another_investors_or_names_a_company(copies):
    rows = [row for _, row in copies]
    amounts = [{text.removeprefix("$").encode() for text in own(row)} for row in rows]
    assert len(copies) == INVESTORS
    assert all(len(each) >= 6 for each in amounts)
    looked_through = set()
    for (copy, row), mine in zip(copies, amounts, strict=True):
        others = set().union(*amounts) - mine
        secrets = others | {each["recipient"].encode() for each in rows if each is not row}
        secrets |= {line.partition(",")[0].encode() for line in PEOPLE} | {b"Kelpworks", b"Marlow"}
        found = set()
        for data in contents(copy):
            digest = hashlib.sha256(data).digest()
            if digest not in looked_through:
                found |= {secret for secret in secrets if secret in data}
            if not any(amount in data for amount in mine) and row["recipient"].encode() not in data:
                looked_through.add(digest)  # what all copies share is looked through once
        assert found == set()
        assert all(any(amount in data for data in contents(copy)) for amount in mine)


def test_a_copy_says_what_the_letter_drafted_for_its_row_says(copies, folder):
    workspace = find_workspace(folder)
    project = open_project(workspace)
    edition = read_edition(workspace, folder / "editions" / f"{NAME}.md")
    assembly = assemble(edition, project, today=dt.date(2024, 7, 20))
    dressed = dress(assembly, project, workspace.drafts_folder)
    for copy, row in copies[:: INVESTORS // 6]:
        whole = write_word(personalised(assembly.draft, row), dressed.resources)
        assert said(copy) == said(whole.data)
