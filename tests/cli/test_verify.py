"""The command `verify`."""

from __future__ import annotations

import docx
import pytest

SHEET = (
    "name,value,unit,as of,basis,source\n"
    "Fund I TVPI,2.09,x,2026-06-30,net,page 4\n"
    "Fund I NAV,$78.5m,,2026-06-30,,\n"
)


@pytest.fixture
def folder(tmp_path):
    """A folder with a sheet of figures and a letter."""
    (tmp_path / "q2.csv").write_text(SHEET)
    save(
        tmp_path / "letter.docx",
        "Fund I net TVPI is 2.1x and its NAV $79.5m.",
        "We met 140 teams on 3 May 2026.",
    )
    return tmp_path


def save(path, *paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(path)


def test_a_letter_is_ticked_off_without_a_workspace(letterbook, folder):
    run = letterbook("verify", folder / "letter.docx", "--figures", folder / "q2.csv")
    assert run.code == 1
    assert run.stdout.splitlines() == [
        "agrees       paragraph 1: 2.1x is Fund I TVPI, net, 2026-06-30: 2.09x (page 4; q2.csv, row 2)",
        "DISAGREES    paragraph 1: $79.5m; the sheet says $78.5m (Fund I NAV, 2026-06-30; q2.csv, row 3)",
        '             "Fund I net TVPI is 2.1x and its NAV $79.5m."',
        "not covered  paragraph 2: 140 is not covered by any figure",
        '             "We met 140 teams on 3 May 2026."',
    ]
    assert "3 numbers: 1 agrees, 1 disagrees, 1 not covered" in run.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["letter.docx", "q2.csv"]


def test_all_lists_what_is_no_figure_too(letterbook, folder):
    run = letterbook("verify", folder / "letter.docx", "--figures", folder / "q2.csv", "--all")
    assert "no figure    paragraph 2: 3 May 2026 (date)" in run.stdout


def test_what_is_not_covered_fails_only_when_strict(letterbook, folder):
    save(folder / "letter.docx", "Fund I net TVPI is 2.1x; we met 140 teams.")
    arguments = ("verify", folder / "letter.docx", "--figures", folder / "q2.csv")
    assert letterbook(*arguments).code == 0
    assert letterbook(*arguments, "--strict").code == 1


def test_programs_get_every_number(letterbook, folder):
    run = letterbook("verify", folder / "letter.docx", "--figures", folder / "q2.csv", "--json", "--mark")
    said = run.json
    assert (said["agree"], said["disagree"], said["uncovered"]) == (1, 1, 1)
    first, second, third = said["numbers"]
    assert (first["outcome"], first["figure"]["name"], first["figure"]["line"]) == (
        "agrees",
        "Fund I TVPI",
        2,
    )
    assert (second["outcome"], second["text"], second["expected"]) == ("disagrees", "$79.5m", "$78.5m")
    assert (third["outcome"], third["figure"], third["place"]) == ("uncovered", None, "paragraph 2")
    assert said["outputs"][0]["path"].endswith("letter (ticked).docx")


def test_a_marked_copy_lies_beside_the_letter_which_stays(letterbook, folder):
    before = (folder / "letter.docx").read_bytes()
    run = letterbook("verify", folder / "letter.docx", "--figures", folder / "q2.csv", "--mark")
    assert run.code == 1
    comments = list(docx.Document(folder / "letter (ticked).docx").comments)
    assert [comment.text.split(".")[0] for comment in comments] == ["Agrees", "Disagrees", "Not covered"]
    assert (folder / "letter.docx").read_bytes() == before


def test_an_edited_marked_copy_stands_in_the_way(letterbook, folder):
    save(folder / "letter (ticked).docx", "Mine.")
    run = letterbook("verify", folder / "letter.docx", "--figures", folder / "q2.csv", "--mark")
    assert run.code == 5
    assert (folder / "letter (ticked).new.docx").exists()
    assert "not as letterbook wrote it" in run.stderr


def test_the_letter_itself_is_never_the_marked_copy(letterbook, folder):
    arguments = ("verify", folder / "letter.docx", "--figures", folder / "q2.csv", "-o")
    assert letterbook(*arguments, folder / "letter.docx").code == 2
    assert letterbook(*arguments, folder / "letter.pdf").code == 2
    assert letterbook(*arguments, folder / "other.docx").code == 1
    assert (folder / "other.docx").exists()


def test_the_draft_of_the_workspace_is_ticked_off_against_its_sheet(letterbook, sample_workspace):
    (sample_workspace / "drafts").mkdir(exist_ok=True)
    save(sample_workspace / "drafts" / "x.docx", "Fund I net TVPI is 2.1x.")
    run = letterbook("-C", sample_workspace, "verify", sample_workspace / "drafts" / "x.docx")
    assert run.code == 0
    assert "fund/figures.csv" in run.stderr


@pytest.mark.parametrize(
    ("name", "data"), [("none.docx", None), ("text.docx", b"text"), ("letter.pdf", b"%PDF")]
)
def test_a_letter_that_cannot_be_read_is_told_in_a_sentence(letterbook, folder, name, data):
    if data is not None:
        (folder / name).write_bytes(data)
    run = letterbook("verify", folder / name, "--figures", folder / "q2.csv")
    assert run.code == 4
    assert "Traceback" not in run.stderr


def test_a_sheet_with_faults_is_told_and_the_rest_is_used(letterbook, folder):
    (folder / "q2.csv").write_text(SHEET + "Fund I DPI,n/m,x,,,\n")
    run = letterbook("verify", folder / "letter.docx", "--figures", folder / "q2.csv")
    assert "1 error" in run.stderr
    assert f'Next: letterbook figures check --figures "{folder / "q2.csv"}"' in run.stderr
    assert run.stdout.startswith("agrees")


@pytest.fixture
def draft(letterbook, sample_workspace):
    """A draft of the sample's workspace that prints figures without saying their names."""
    (sample_workspace / "editions" / "Short.md").write_text(
        "---\npublication: letters\nnumber: 2027 H1\ndate: 2026-07-20\nas-of: 2026-06-30\ntitle: Short\n---\n"
        "It is {{ Fund I net TVPI }} now, and that is {{ Fund I NAV }}.\n",
        encoding="utf-8",
    )
    assert letterbook("-C", sample_workspace, "draft", "Short", "--to", "docx").code == 0
    return sample_workspace / "drafts" / "Short.docx"


def test_a_number_of_a_draft_is_compared_with_the_figure_that_printed_it(letterbook, sample_workspace, draft):
    run = letterbook("-C", sample_workspace, "verify", draft, "--json")
    told = [(each["text"], each["outcome"], each["figure"]["name"]) for each in run.json["numbers"]]
    assert told == [("2.1x", "agrees", "Fund I TVPI"), ("$78.5m", "agrees", "Fund I NAV")]


def test_a_number_that_was_typed_over_in_word_is_found(letterbook, sample_workspace, draft):
    document = docx.Document(draft)
    (printed,) = (run for paragraph in document.paragraphs for run in paragraph.runs if run.text == "2.1x")
    printed.text = "2.3x"
    document.save(draft)
    run = letterbook("-C", sample_workspace, "verify", draft)
    assert run.code == 1
    assert "2.3x; the sheet says 2.1x (Fund I TVPI, net, " in run.stdout


def test_a_figure_that_has_changed_since_the_draft_is_found(letterbook, sample_workspace, draft):
    sheet = sample_workspace / "fund" / "figures.csv"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace("78500000", "78900000").replace("$78.5m", "$78.9m")
    )
    run = letterbook("-C", sample_workspace, "verify", draft)
    assert "$78.5m; the sheet says $78.9m" in run.stdout


def test_a_change_that_a_draft_printed_is_worked_out_again(letterbook, sample_workspace):
    (sample_workspace / "editions" / "Short.md").write_text(
        "---\npublication: letters\nnumber: 2027 H1\ndate: 2026-07-20\nas-of: 2026-06-30\ntitle: Short\n---\n"
        "It {{ Fund I NAV, change }} by {{ Fund I NAV, change by }} ({{ Fund I NAV, change by % }}).\n",
        encoding="utf-8",
    )
    letterbook("-C", sample_workspace, "draft", "Short", "--to", "docx")
    draft = sample_workspace / "drafts" / "Short.docx"
    numbers = letterbook("-C", sample_workspace, "verify", draft, "--json").json["numbers"]
    assert [(each["text"], each["outcome"]) for each in numbers] == [("$7.2m", "agrees"), ("10.1%", "agrees")]
    assert {each["figure"]["name"] for each in numbers} == {"Fund I NAV, change from 2025-12-31"}


def test_the_letter_of_the_sample_has_no_number_that_disagrees(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "draft", "Letter 2026 H1", "--to", "docx")
    said = letterbook(
        "-C", sample_workspace, "verify", sample_workspace / "drafts" / "Letter 2026 H1.docx", "--json"
    )
    assert (said.code, said.json["disagree"]) == (0, 0)
    assert [each["text"] for each in said.json["numbers"] if each["outcome"] == "uncovered"] == ["300", "31"]


def test_what_only_a_table_of_the_draft_adds_up_is_ticked_off_until_its_data_change(
    letterbook, sample_workspace
):
    letterbook("-C", sample_workspace, "draft", "Letter 2026 H1", "--to", "docx")
    draft = sample_workspace / "drafts" / "Letter 2026 H1.docx"
    total = "is Fund I total amount, 2026-06-30"
    assert total in letterbook("-C", sample_workspace, "verify", draft).stdout
    sheet = sample_workspace / "fund" / "figures.csv"
    assert total not in letterbook("-C", sample_workspace, "verify", draft, "--figures", sheet).stdout
    cash = sample_workspace / "fund" / "cashflows.csv"
    cash.write_bytes(cash.read_bytes() + b"\n")
    assert total not in letterbook("-C", sample_workspace, "verify", draft).stdout
