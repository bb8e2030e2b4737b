"""letterbook copies, and letterbook draft --recipients."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import zipfile

import docx
import pytest

from tests.fund.spreadsheets import spreadsheet
from tests.writers.word.mail_merge.masters import field, master, paragraph, passage

LETTER = master(
    paragraph("Dear ", field(1, "_lb_s0001", "«salutation»"), ",")
    + passage(2, "_lb_s0002", paragraph("For public investors only."))
    + paragraph("Your commitment is ", field(3, "_lb_s0003", "«commitment»"), "."),
    {
        "_lb_s0001": "recipient.salutation",
        "_lb_s0002": "when recipient.public_records",
        "_lb_s0003": "recipient.commitment",
    },
)
PEOPLE = (
    "Name,Salutation,Commitment,Public records\n"
    "Inês Łuć,Inês,\"1,000\",yes\n"
    "A/B: Pensions?,Friends,=2+2,no\n"
    "a/b pensions,=Trap,3,\n"
)  # fmt: skip
SHEET = "Proof sheet.csv"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "letter.docx").write_bytes(LETTER)
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def copies(letterbook, folder, monkeypatch):
    monkeypatch.chdir(folder)

    def run(*options, people="people.csv"):
        return letterbook("copies", "letter.docx", people, *options)

    return run


def lines(path):
    return [each.text for each in docx.Document(str(path)).paragraphs]


def proofs(folder):
    text = (folder / "letter copies" / SHEET).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_row_gets_a_copy_with_a_safe_name_of_its_own(copies, folder):
    run = copies()
    assert run.code == 0
    assert run.stdout == "letter copies\n"
    assert "Made 3 copies" in run.stderr
    made = folder / "letter copies"
    names = {path.name for path in made.iterdir()}
    assert len({name.casefold() for name in names}) == 4
    assert {SHEET, "letter - Inês Łuć.docx"} < names
    assert lines(made / "letter - Inês Łuć.docx") == [
        "Dear Inês,",
        "For public investors only.",
        "Your commitment is 1,000.",
    ]
    others = [lines(made / name) for name in sorted(names - {SHEET, "letter - Inês Łuć.docx"})]
    assert ["Dear Friends,", "Your commitment is =2+2."] in others
    assert ["Dear =Trap,", "Your commitment is 3."] in others


def test_the_proof_sheet_says_who_gets_which_file_and_what_differs(copies, folder):
    copies()
    first, second, third = proofs(folder)
    data = (folder / "letter copies" / first["file"]).read_bytes()
    assert first == {
        "line": "2",
        "recipient": "Inês Łuć",
        "file": "letter - Inês Łuć.docx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "salutation": "Inês",
        "commitment": "1,000",
        "when recipient.public_records": "yes",
    }
    assert second["commitment"] == "'=2+2"
    assert third["salutation"] == "'=Trap"
    assert third["when recipient.public_records"] == "no"


def test_a_second_run_changes_nothing(copies, folder):
    copies()
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (folder / "letter copies").iterdir()
    }
    assert copies().code == 0
    after = {path: path.read_bytes() for path in (folder / "letter copies").iterdir()}
    assert after == {path: data for path, (data, _) in before.items()}
    unchanged = [path for path in before if path.name != SHEET]
    assert all(path.stat().st_mtime_ns == before[path][1] for path in unchanged)


def test_a_changed_row_gives_a_new_copy_in_place_of_the_old_one(copies, folder):
    copies()
    (folder / "people.csv").write_text(PEOPLE.replace("1,000", "5,000"), encoding="utf-8")
    assert copies().code == 0
    assert lines(folder / "letter copies" / "letter - Inês Łuć.docx")[-1] == "Your commitment is 5,000."


def test_a_copy_that_a_person_has_edited_stays_and_the_new_one_lies_beside_it(copies, folder):
    copies()
    edited = folder / "letter copies" / "letter - Inês Łuć.docx"
    document = docx.Document(str(edited))
    document.add_paragraph("P.S. from me")
    document.save(str(edited))
    mine = edited.read_bytes()
    run = copies()
    assert run.code == 5
    assert "letter - Inês Łuć.docx was edited" in run.stderr
    assert edited.read_bytes() == mine
    assert lines(edited.with_name("letter - Inês Łuć.new.docx"))[0] == "Dear Inês,"


def test_a_proof_sheet_with_a_persons_notes_stays(copies, folder):
    copies()
    sheet = folder / "letter copies" / SHEET
    sheet.write_bytes(sheet.read_bytes().replace(b'"salutation"', b"salutation", 1) + b"sent on Monday\r\n")
    mine = sheet.read_bytes()
    run = copies()
    assert run.code == 5
    assert sheet.read_bytes() == mine
    assert sheet.with_name("Proof sheet.new.csv").is_file()


def test_a_copy_of_somebody_who_left_is_pointed_out(copies, folder):
    copies()
    (folder / "people.csv").write_text(PEOPLE.rpartition("a/b")[0], encoding="utf-8")
    run = copies()
    assert run.code == 0
    assert "which the proof sheet does not list" in run.stderr
    assert copies("--strict").code == 1


def test_a_bad_row_is_reported_with_its_line_and_the_rest_are_written(copies, folder):
    (folder / "people.csv").write_text(
        PEOPLE + "Bo,Bo,1,perhaps\n,Nobody,1,no\nX,X,1,no,9\n", encoding="utf-8"
    )
    run = copies()
    assert run.code == 1
    assert 'people.csv:5: error: "perhaps"' in run.stderr
    assert 'people.csv:6: error: The row has no "name".' in run.stderr
    assert "people.csv:7: error: The row has 5 cells" in run.stderr
    assert len(proofs(folder)) == 3


def test_a_column_that_is_wrong_in_every_row_is_told_once(copies, folder):
    rows = "".join(f"Investor {number},Dear,1,perhaps {number}\n" for number in range(30))
    (folder / "people.csv").write_text(f"name,salutation,commitment,public records\n{rows}", encoding="utf-8")
    run = copies("--json")
    (finding,) = run.json["findings"]
    assert run.code == 1
    assert finding["line"] == 2
    assert (
        "It is the same in 29 more rows: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 19 more." in finding["message"]
    )


def test_what_is_empty_for_some_is_noted_once(copies, folder):
    (folder / "people.csv").write_text(
        "name,salutation,commitment,public records\nA,,1,no\nB,,2,no\n", encoding="utf-8"
    )
    run = copies()
    assert run.code == 0
    assert '"salutation" is empty for 2 recipients (lines 2, 3).' in run.stderr


def test_characters_that_word_cannot_hold_are_dropped_with_a_finding(copies, folder):
    (folder / "people.csv").write_text(PEOPLE.replace("Friends", "Fri\x07ends"), encoding="utf-8")
    run = copies()
    assert "people.csv:3: warning: The character U+0007" in run.stderr
    assert proofs(folder)[1]["file"]


def test_names_come_from_a_pattern(copies, folder):
    copies("--name", "{Commitment} for {name} ({draft})", "-o", "out")
    assert (folder / "out" / "1,000 for Inês Łuć (letter).docx").is_file()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{draft} - {nam}", 'Did you mean "Name"?'),
        ("{draft}", "gives every copy the same name"),
        ("{name", "a brace without its other half"),
        ("{name!r}", "braces that name no column"),
        ("{}", "braces that name no column"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_told(copies, folder, pattern, words):
    run = copies("--name", pattern)
    assert run.code == 2
    assert words in run.stderr
    assert not (folder / "letter copies").exists()


def test_all_copies_go_into_one_zip(copies, folder):
    assert copies("--zip").code == 0
    first = (folder / "letter copies.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert package.testzip() is None
        assert len(package.namelist()) == 4
        assert SHEET in package.namelist()
    assert copies("--zip").code == 0
    assert (folder / "letter copies.zip").read_bytes() == first


def test_a_zip_of_somebody_else_stays(copies, folder):
    (folder / "letters.zip").write_bytes(b"mine")
    assert copies("--zip", "-o", "letters.zip").code == 5
    assert (folder / "letters.zip").read_bytes() == b"mine"
    assert (folder / "letters.new.zip").is_file()


@pytest.mark.parametrize("options", [("--zip", "-o", "folder"), ("-o", "letters.zip"), ("--to", "odt")])
def test_options_that_do_not_fit_are_wrong_use(copies, folder, options):
    assert copies(*options).code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["letter.docx", "people.csv"]


def test_the_object_lists_the_copies_and_the_findings(copies, folder):
    (folder / "people.csv").write_text(PEOPLE + "Bo,Bo,1,perhaps\n", encoding="utf-8")
    run = copies("--json")
    assert run.code == 1
    assert run.json["target"] == "letter copies"
    assert run.json["proof_sheet"] == SHEET
    first = run.json["copies"][0]
    data = (folder / "letter copies" / first["path"]).read_bytes()
    assert first == {
        "line": 2,
        "recipient": "Inês Łuć",
        "path": "letter - Inês Łuć.docx",
        "format": "docx",
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    assert [finding["line"] for finding in run.json["findings"]] == [5]


def test_a_spreadsheet_serves_as_well(copies, folder):
    rows = [["Name", "Salutation", "Commitment", "Public records"], ["Ines", "Ines", 1000000, True]]
    (folder / "people.xlsx").write_bytes(spreadsheet(rows))
    run = copies(people="people.xlsx")
    assert run.code == 0
    assert "printed without their format, such as 1000000" in run.stderr
    assert lines(folder / "letter copies" / "letter - Ines.docx")[1:] == [
        "For public investors only.",
        "Your commitment is 1000000.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("people.csv", b"Name,Salutaton,Public records\nA,B,no\n", 4, 'Did you mean "Salutaton"?'),
        ("people.csv", b"Name,Salutation\nA,B\n", 4, "people.csv:1"),
        ("people.csv", b"", 4, "is empty"),
        ("letter.docx", b"%PDF-1.7", 4, "is a PDF"),
        ("letter.docx", LETTER[:200], 4, "is damaged"),
        ("letter.docx", master(paragraph("x"), {"_lb_s0001": "recipient.x"}), 4, "its bookmark was deleted"),
    ],
)
def test_input_that_cannot_be_used_says_why_and_nothing_is_written(copies, folder, name, data, code, words):
    (folder / name).write_bytes(data)
    run = copies()
    assert run.code == code
    assert words in run.stderr
    assert not (folder / "letter copies").exists()
    assert copies("--json").json["error"]["code"] == "bad-input"


def test_a_folder_that_cannot_be_written_is_told(copies, folder):
    (folder / "letter copies").write_bytes(b"a file of that name")
    run = copies()
    assert run.code == 1
    assert "cannot be written" in run.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["letter copies", "letter.docx", "people.csv"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_pdfs(copies, folder):
    run = copies("--to", "pdf")
    assert run.code == 0
    names = [path.name for path in (folder / "letter copies").iterdir()]
    assert sorted(name.rpartition(".")[2] for name in names) == ["csv", "pdf", "pdf", "pdf"]
    assert (folder / "letter copies" / "letter - Inês Łuć.pdf").read_bytes().startswith(b"%PDF")


def test_without_libreoffice_pdfs_are_refused_and_nothing_is_written(copies, folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    run = copies("--to", "pdf")
    assert run.code == 7
    assert "LibreOffice" in run.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["letter.docx", "people.csv"]


EDITION = """---
publication: newsletter
number: 1
date: 2024-01-25
title: T
---
Dear {{ recipient.salutation }},

::: {.when test="recipient.public_records"}
Public words.
:::

Yours
"""


@pytest.fixture
def workspace(empty_workspace):
    (empty_workspace / "editions" / "Newsletter 1.md").write_text(EDITION, encoding="utf-8")
    (empty_workspace / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return empty_workspace


def test_draft_makes_the_copies_too(letterbook, workspace):
    run = letterbook("-C", workspace, "draft", "--to", "docx", "--recipients", workspace / "people.csv")
    assert run.code == 0, run.stderr
    made = workspace / "drafts" / "Newsletter 1 copies"
    assert run.stdout.splitlines()[-1] == str(made)
    said = lines(made / "Newsletter 1 - Inês Łuć.docx")
    assert "Dear Inês," in said
    assert "Public words." in said
    assert "Public words." not in lines(made / proofs_in(made)[1]["file"])


def proofs_in(folder):
    return list(csv.DictReader(io.StringIO((folder / SHEET).read_text(encoding="utf-8-sig"))))


def test_draft_with_copies_prints_one_object(letterbook, workspace):
    run = letterbook("-C", workspace, "draft", "--recipients", workspace / "people.csv", "--json")
    assert run.code == 0, run.stderr
    assert {"outputs", "findings", "target", "proof_sheet", "copies"} <= set(run.json)
    assert len(run.json["copies"]) == 3
    assert "docx" in {output["format"] for output in run.json["outputs"]}


def test_no_copies_are_made_of_a_draft_that_stood_aside_for_an_edited_one(letterbook, workspace):
    arguments = ("-C", workspace, "draft", "--to", "docx", "--recipients", workspace / "people.csv")
    letterbook(*arguments)
    draft = workspace / "drafts" / "Newsletter 1.docx"
    document = docx.Document(str(draft))
    document.add_paragraph("approved")
    document.save(str(draft))
    shutil.rmtree(workspace / "drafts" / "Newsletter 1 copies")
    assert letterbook(*arguments).code == 5
    assert not (workspace / "drafts" / "Newsletter 1 copies").exists()


def test_a_mistake_in_the_recipients_leaves_the_draft(letterbook, workspace):
    (workspace / "people.csv").write_text("name\nA\n", encoding="utf-8")
    arguments = ("-C", workspace, "draft", "--to", "docx", "--recipients", workspace / "people.csv")
    run = letterbook(*arguments)
    assert run.code == 4
    assert "Drafted Newsletter 1" in run.stderr
    assert 'The letter asks for "salutation"' in run.stderr
    assert letterbook(*arguments, "--json").json["error"]["code"] == "bad-input"


def test_copies_need_a_word_file(letterbook, workspace):
    assert letterbook("-C", workspace, "draft", "--to", "md", "--recipients", "people.csv").code == 2
    assert letterbook("-C", workspace, "draft", "-o", "-", "--recipients", "people.csv").code == 2
