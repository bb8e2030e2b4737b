"""letterbook approve, and what other commands say of what was approved."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import docx
import pytest

SETTINGS = """\
author: Nora Lindqvist
publications:
  letters: {title: Harbour Row, template: newsletter, audience: investors, numbering: half-year}
"""
FIGURES = (
    "name,value,unit,as of,basis,source\n"
    "Fund I NAV,3250000000,USD,2026-06-30,net,B7\n"
    "Fund I DPI,0.22,x,2026-06-30,net,B8\n"
)
LETTER = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half a year
---
Dear {{ recipient.salutation }},

The fund is worth {{ Fund I NAV }} net of fees on 30 June 2026.

We hope that this finds you well.
"""
PEOPLE = "name,salutation\nAino Lehtonen,Aino\nQuayside,Marit and Joost\n"
NAME = "Letter 2026 H1"


@pytest.fixture
def office(letterbook, tmp_path, monkeypatch):
    """A workspace with a drafted letter, and a function that runs commands in it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1784800000")  # 2026-07-23
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "letterbook.yaml": SETTINGS,
        "fund/figures.csv": FIGURES,
        "fund/recipients.csv": PEOPLE,
        f"editions/{NAME}.md": LETTER,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def run(command, *options, code=0):
        done = letterbook(command, *options)
        assert done.code == code, done.stderr
        return done

    run("draft", NAME, "--to", "docx")
    return run


@pytest.fixture
def folder(office, tmp_path):
    return tmp_path


@pytest.fixture
def draft(folder):
    return folder / "drafts" / f"{NAME}.docx"


def record(folder):
    return json.loads((folder / "records" / "editions" / f"{NAME}.json").read_bytes())


def rewrite(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def edit(path, old, new):
    """Change words in the Word file as a person would: without touching anything else."""
    document = docx.Document(path)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(path)


def text_of(path):
    return "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)


def messages(run, name):
    return [finding["message"] for finding in run.json["findings"] if finding["id"] == name]


def test_approving_remembers_the_file_its_figures_and_what_they_came_from(office, folder, draft):
    run = office("approve", f"drafts/{NAME}.docx", "--date", "2026-07-21")
    assert run.stdout == f"drafts/{NAME}.docx: approved by Nora Lindqvist on 2026-07-21\n"
    kept = record(folder)
    (step,) = kept["steps"]
    digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    assert (step["did"], step["by"], step["on"]) == ("approved", "Nora Lindqvist", "2026-07-21")
    assert step["sha256"] == kept["approved"]["sha256"] == digest
    assert kept["state"] == "approved"
    assert [each["shown"] for each in kept["approved"]["figures"]] == ["$3.25bn"]
    assert {f"editions/{NAME}.md", "fund/figures.csv"} <= set(kept["approved"]["sources"])
    assert "We hope that this finds you well." in kept["approved"]["paragraphs"]


def test_a_letter_may_be_named_by_its_edition_and_approved_by_another(office, folder):
    run = office("approve", NAME, "--by", "Ines Barata", "--json")
    assert run.json["by"] == "Ines Barata"
    assert (run.json["on"], run.json["state"]) == ("2026-07-23", "approved")
    assert run.json["file"] == f"drafts/{NAME}.docx"


def test_the_same_steps_give_the_same_record(office, folder):
    path = folder / "records" / "editions" / f"{NAME}.json"
    office("approve", NAME)
    before = path.read_bytes()
    again = office("approve", NAME)
    assert "nothing has changed" in again.stderr
    assert path.read_bytes() == before


def test_copies_of_the_approved_file_are_made_without_a_word(office):
    office("approve", NAME)
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--json")
    assert run.json["findings"] == []


def test_copies_of_a_file_that_was_not_approved_are_made_with_a_warning(office, folder):
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--json")
    assert [(each["id"], each["severity"]) for each in run.json["findings"]] == [
        ("copy-unapproved", "warning")
    ]
    assert len(run.json["copies"]) == 2


def test_copies_say_what_differs_from_what_was_approved(office, draft):
    office("approve", NAME)
    edit(draft, "finds you well", "finds you rich")
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--json")
    assert messages(run, "copy-unapproved") == [
        f"{NAME}.docx is not the file that Nora Lindqvist approved on 2026-07-23."
    ]
    (sentence,) = messages(run, "approved-file-changed")
    assert '"We hope that this finds you well."' in sentence
    assert '"We hope that this finds you rich."' in sentence


def test_a_changed_figure_is_named_with_both_values(office, folder):
    office("approve", NAME)
    rewrite(folder / "fund" / "figures.csv", "3250000000", "3310000000")
    sentence = "Fund I NAV (net, 2026-06-30) was $3.25bn, is $3.31bn."
    found = office("check", NAME, "--json").json["findings"]
    (finding,) = [each for each in found if each["id"] == "approved-figure-changed"]
    assert finding["message"] == sentence
    assert (finding["file"], finding["line"]) == ("fund/figures.csv", 2)
    copies = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--json")
    assert messages(copies, "approved-figure-changed") == [sentence]


def test_a_figure_that_the_letter_does_not_print_may_change(office, folder):
    office("approve", NAME)
    rewrite(folder / "fund" / "figures.csv", "0.22", "0.23")
    found = {each["id"] for each in office("check", NAME, "--json").json["findings"]}
    assert not {each for each in found if each.startswith("approved-")}


def test_a_figure_that_is_gone_is_named(office, folder):
    office("approve", NAME)
    rewrite(folder / "fund" / "figures.csv", "Fund I NAV", "Fund I net assets")
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--json")
    (sentence,) = messages(run, "approved-figure-changed")
    assert sentence.startswith("Fund I NAV (net, 2026-06-30) was $3.25bn, is not there any more")


def test_a_changed_line_of_the_edition_is_named_at_its_line(office, folder):
    office("approve", NAME)
    rewrite(folder / "editions" / f"{NAME}.md", "We hope", "We trust")
    found = office("check", NAME, "--json").json["findings"]
    (finding,) = [each for each in found if each["id"] == "approved-edition-changed"]
    assert (finding["file"], finding["line"]) == (f"editions/{NAME}.md", 11)
    assert '"We trust that this finds you well."' in finding["message"]


def test_a_second_approval_covers_and_records_only_the_difference(office, folder, draft):
    office("approve", NAME)
    rewrite(folder / "fund" / "figures.csv", "3250000000", "3310000000")
    office("draft", NAME, "--to", "docx", code=5)
    new = draft.with_name(f"{NAME}.new.docx")
    run = office("approve", new, "--json")
    assert run.json["covers"][-1] == "Fund I NAV (net, 2026-06-30) was $3.25bn, is $3.31bn."
    assert "$3.31bn" in run.json["covers"][0]
    assert len(run.json["covers"]) == 2
    first, second = record(folder)["steps"]
    assert "covers" not in first
    assert second["covers"] == run.json["covers"]
    assert second["sha256"] == hashlib.sha256(new.read_bytes()).hexdigest()
    assert messages(office("check", NAME, "--json"), "approved-figure-changed") == []
    office("draft", NAME, "--to", "docx")
    assert "$3.31bn" in text_of(draft)


def test_a_change_of_form_only_is_said_to_be_one(office, draft):
    office("approve", NAME)
    document = docx.Document(draft)
    document.paragraphs[-1].runs[0].bold = True
    document.save(draft)
    (sentence,) = messages(office("check", NAME, "--json"), "approved-file-changed")
    assert "not in its words" in sentence


def test_numbers_of_pages_are_no_words_of_the_letter(office, folder, draft):
    assert not any(each.startswith("Page 1") for each in paragraphs_after_approval(office, folder))
    with zipfile.ZipFile(draft) as package:
        members = {name: package.read(name) for name in package.namelist()}
    footers = [name for name in members if name.startswith("word/footer")]
    assert any(b">1</w:t>" in members[name] for name in footers)
    for name in footers:
        members[name] = members[name].replace(b">1</w:t>", b">6</w:t>")
    write_members(draft, members)
    (sentence,) = messages(office("check", NAME, "--json"), "approved-file-changed")
    assert "not in its words" in sentence


def paragraphs_after_approval(office, folder):
    office("approve", NAME)
    return record(folder)["approved"]["paragraphs"]


def write_members(path, members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    path.write_bytes(buffer.getvalue())


def test_a_number_typed_over_in_word_stands_in_the_way(office, folder, draft):
    edit(draft, "$3.25bn", "$3.52bn")
    run = office("approve", NAME, "--json", code=1)
    assert messages(run, "figure-typed-over") == ['The file says "$3.52bn" for Fund I NAV, which is $3.25bn.']
    assert run.json["state"] == "draft"
    assert not (folder / "records" / "editions").exists()


def test_a_figure_that_changed_since_the_draft_stands_in_the_way_until_it_is_allowed(office, folder):
    rewrite(folder / "fund" / "figures.csv", "3250000000", "3310000000")
    assert "was not approved: 1 error" in office("approve", NAME, code=1).stderr
    run = office("approve", NAME, "--allow", "figure-outdated: restated in September", "--json")
    allowed = [{"id": "figure-outdated", "reason": "restated in September"}]
    assert run.json["allowed"] == record(folder)["steps"][0]["allowed"] == allowed


@pytest.mark.parametrize(
    ("allowed", "said"),
    [("figure-outdatd: why", 'Did you mean "figure-outdated"?'), ("figure-outdated", "needs a reason")],
)
def test_only_an_error_that_is_there_can_be_allowed_and_with_a_reason(office, folder, allowed, said):
    rewrite(folder / "fund" / "figures.csv", "3250000000", "3310000000")
    assert said in office("approve", NAME, "--allow", allowed, code=2).stderr


def test_an_error_of_the_edition_stands_in_the_way(office, folder):
    rewrite(folder / "editions" / f"{NAME}.md", "We hope", "[[Nothing]] We hope")
    office("draft", NAME, "--to", "docx", code=1)
    assert "reference-missing" in {
        each["id"] for each in office("approve", NAME, "--json", code=1).json["findings"]
    }


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        (b'<w:ins w:id="900" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>', "tracked changes"),
        (b'<w:r><w:commentReference w:id="0"/></w:r>', "comments"),
    ],
)
def test_a_file_in_review_is_refused(office, draft, xml, what):
    with zipfile.ZipFile(draft) as package:
        members = {name: package.read(name) for name in package.namelist()}
    main = members["word/document.xml"]
    members["word/document.xml"] = main.replace(b"</w:p>", xml + b"</w:p>", 1)
    write_members(draft, members)
    assert f"still has {what}" in office("approve", NAME, code=4).stderr


def test_hidden_text_stands_in_the_way(office, draft):
    document = docx.Document(draft)
    document.paragraphs[-1].add_run(" Say nothing of the lawsuit.").font.hidden = True
    document.save(draft)
    (sentence,) = messages(office("approve", NAME, "--json", code=1), "W-REVISIONS")
    assert "hidden text" in sentence


def test_a_copy_a_foreign_file_and_a_missing_one_are_refused(office, folder):
    office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv")
    copy = f"drafts/{NAME} copies/{NAME} - Quayside.docx"
    assert "is a recipient's copy" in office("approve", copy, code=4).stderr
    docx.Document().save(folder / "foreign.docx")
    assert "was not drafted by letterbook" in office("approve", "foreign.docx", code=4).stderr
    assert "cannot be read" in office("approve", "missing.docx", code=4).stderr


def test_a_draft_whose_build_is_not_remembered_is_refused(office, folder):
    for path in (folder / "records" / "builds").rglob("*.json"):
        path.unlink()
    assert "was not drafted in this workspace" in office("approve", NAME, code=4).stderr


def test_the_state_goes_from_draft_over_review_and_approval_to_sent(office, letterbook, folder):
    def state():
        return letterbook("--json").json["states"][NAME]["state"]

    assert state() == "draft"
    office("approve", NAME, "--review", "--by", "Ines Barata")
    assert state() == "in review"
    assert (
        "State         Letter 2026 H1: in review (sent round for review by Ines Barata" in letterbook().stdout
    )
    office("approve", NAME)
    assert state() == "approved"
    copies = f'letterbook copies "drafts/{NAME}.docx" fund/recipients.csv'
    assert f"Next: {copies}" in letterbook().stderr
    assert f"Next: {copies}" in office("check", NAME).stderr
    office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--sent")
    assert state() == "sent"
    after = letterbook()
    assert "sent to 2 recipients by 2026-07-23" in after.stdout
    assert "letterbook draft" not in after.stderr


def test_a_draft_that_was_edited_in_word_is_in_review(office, letterbook, draft):
    edit(draft, "finds you well", "finds you rich")
    assert letterbook("--json").json["states"][NAME]["state"] == "in review"


def test_check_tells_the_state(office):
    office("approve", NAME)
    run = office("check", NAME, "--json")
    assert run.json["state"]["state"] == "approved"
    assert "approved by Nora Lindqvist on 2026-07-23" in office("check", NAME).stderr


def test_drafting_anew_says_what_the_approval_does_not_cover(office, folder):
    office("approve", NAME)
    rewrite(folder / "editions" / f"{NAME}.md", "We hope", "We trust")
    run = office("draft", NAME, "--to", "docx", "--json", code=5)
    assert len(messages(run, "approved-edition-changed")) == 1


def test_a_draft_never_takes_the_place_of_an_approved_file(office, folder, draft):
    office("approve", NAME)
    approved = draft.read_bytes()
    office("draft", NAME, "--to", "docx")
    rewrite(folder / "editions" / f"{NAME}.md", "We hope", "We trust")
    run = office("draft", NAME, "--to", "docx", code=5)
    assert f"drafts/{NAME}.docx has been approved, so it was left as it is." in run.stderr
    assert f'letterbook approve "{NAME}" --withdraw' in run.stderr
    assert draft.read_bytes() == approved
    assert "We trust" in text_of(draft.with_name(f"{NAME}.new.docx"))
    assert messages(office("copies", draft, "fund/recipients.csv", "--json"), "copy-unapproved") == []


def test_a_draft_whose_approval_was_taken_back_is_written_over_as_any_other(office, folder, draft):
    office("approve", NAME)
    rewrite(folder / "editions" / f"{NAME}.md", "We hope", "We trust")
    office("approve", NAME, "--withdraw")
    office("draft", NAME, "--to", "docx")
    assert "We trust" in text_of(draft)


def test_an_approval_can_be_withdrawn(office, letterbook, folder):
    office("approve", NAME)
    office("approve", NAME, "--withdraw")
    assert record(folder)["approved"] is None
    assert letterbook("--json").json["states"][NAME]["state"] == "in review"
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--json")
    assert messages(run, "copy-unapproved") == [f"{NAME}.docx was not approved."]
    assert "is not approved" in office("approve", NAME, "--withdraw", code=2).stderr


def test_who_was_sent_what_is_remembered_once(office, folder):
    office("approve", NAME)
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--sent", "--json")
    assert run.json["sent"] == 2
    first, second = record(folder)["sent"]
    assert (first["recipient"], first["on"]) == ("Aino Lehtonen", "2026-07-23")
    assert second["file"] == f"drafts/{NAME} copies/{NAME} - Quayside.docx"
    assert second["sha256"] == hashlib.sha256((folder / second["file"]).read_bytes()).hexdigest()
    rewrite(folder / "fund" / "recipients.csv", "Marit and Joost", "Marit")
    assert (
        office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--sent", "--json").json["sent"] == 1
    )
    assert len(record(folder)["sent"]) == 3


def test_copies_of_what_is_not_approved_cannot_be_recorded_as_sent(office, folder):
    run = office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", "--sent", code=1)
    assert "was not approved, so its copies cannot be recorded as sent" in run.stderr
    assert not (folder / "drafts" / f"{NAME} copies").exists()


def test_the_build_of_what_was_approved_is_kept(office, folder):
    office("approve", NAME)
    build = record(folder)["approved"]["build"]
    for number in range(5):
        (folder / "editions" / f"{NAME}.md").write_text(f"{LETTER}\n{number}\n", encoding="utf-8")
        office("draft", NAME, "--to", "docx", code=5)
    kept = [path.name for path in (folder / "records" / "builds" / NAME).iterdir()]
    assert len(kept) == 4
    assert any(build in name for name in kept)


@pytest.mark.parametrize("content", ['{"steps": 3}', "[" * 100_000, "", '{"steps": [{"did": "x"}]}', "null"])
def test_a_damaged_record_is_said_to_be_one_and_stops_nothing_else(office, letterbook, folder, content):
    office("approve", NAME)
    (folder / "records" / "editions" / f"{NAME}.json").write_text(content, encoding="utf-8")
    run = office("approve", NAME, code=4)
    assert f"records/editions/{NAME}.json" in run.stderr
    assert "damaged" in run.stderr
    for command in (("check", NAME), ("draft", NAME, "--to", "docx"), ("doctor",)):
        found = office(*command, "--json").json["findings"]
        (finding,) = [each for each in found if each["id"] == "approval-record-damaged"]
        assert (finding["severity"], finding["file"]) == ("warning", f"records/editions/{NAME}.json")
    assert "1 file cannot be read" in letterbook().stderr


def test_what_others_keep_in_the_record_stays(office, folder):
    office("approve", NAME)
    path = folder / "records" / "editions" / f"{NAME}.json"
    content = record(folder) | {"published": {"link": "https://example.org"}}
    path.write_text(json.dumps(content), encoding="utf-8")
    office("approve", NAME, "--withdraw")
    assert record(folder)["published"] == {"link": "https://example.org"}


def test_what_only_a_table_adds_up_changes_when_its_data_do_and_not_before(letterbook, sample_workspace):
    def changes():
        run = letterbook("-C", sample_workspace, "check", NAME, "--json")
        return messages(run, "approved-figure-changed")

    letterbook("-C", sample_workspace, "draft", NAME, "--to", "docx")
    assert letterbook("-C", sample_workspace, "approve", NAME).code == 0
    flows = sample_workspace / "fund" / "cashflows.csv"
    flows.write_bytes(flows.read_bytes() + b"\n")
    assert changes() == []
    rewrite(flows, "investment,1200000,,kelpworks", "investment,1300000,,kelpworks")
    assert any(each.startswith("Fund I total amount (2026-06-30) was $2.2m, is $2.3m") for each in changes())
    assert not any("is not there any more" in each for each in changes())
