"""letterbook draft."""

from __future__ import annotations

import hashlib
import json
import re

import docx
import pytest

from tests.writers.word.letterhead.letterheads import german, german_with


def test_an_edition_becomes_a_word_document_and_markdown(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7")
    assert run.code == 0
    drafts = [sample_workspace / "drafts" / f"Tidewatch 7.{ending}" for ending in ("docx", "md")]
    assert run.stdout.splitlines() == [str(draft) for draft in drafts]
    assert "Drafted Tidewatch 7" in run.stderr
    word = [paragraph.text for paragraph in docx.Document(str(drafts[0])).paragraphs]
    assert word[0] == "Tidewatch #7: a loaf is not a box"
    assert drafts[1].read_text(encoding="utf-8").startswith("# Tidewatch #7: a loaf is not a box\n")


def test_the_object_has_the_documented_keys(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "md", "--json")
    data = (sample_workspace / "drafts" / "Tidewatch 7.md").read_bytes()
    assert run.json["outputs"] == [
        {
            "path": "drafts/Tidewatch 7.md",
            "format": "md",
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
    ]
    assert {key for finding in run.json["findings"] for key in finding} == {
        "id",
        "severity",
        "message",
        "hint",
        "file",
        "line",
        "column",
    }


def test_the_same_inputs_give_the_same_bytes(letterbook, sample_workspace, tmp_path):
    for name in ("a.docx", "b.docx"):
        letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_markdown_can_be_printed(letterbook, sample_workspace):
    printed = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", "-").output
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "md")
    assert printed == (sample_workspace / "drafts" / "Tidewatch 7.md").read_bytes()


def test_a_word_document_can_be_printed(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "docx", "-o", "-")
    assert run.output.startswith(b"PK\x03\x04")


def test_nothing_is_written_when_the_draft_is_printed(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", "-")
    assert not (sample_workspace / "drafts").exists()
    assert not (sample_workspace / "records").exists()


def test_the_ending_of_the_output_chooses_the_format(letterbook, sample_workspace, tmp_path):
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("# Tidewatch #7")


@pytest.mark.parametrize("template", ["newsletter", "investor-letter", "reading-list"])
def test_a_query_is_drafted_at_once_with_each_template(letterbook, sample_workspace, tmp_path, template):
    out = tmp_path / "out.docx"
    run = letterbook(
        "-C", sample_workspace, "draft", "--template", template, "since:2024", "-kind:book", "-o", out
    )
    assert run.code == 0, run.stderr
    assert "letterbook check" not in run.stderr  # there is no edition to check
    assert docx.Document(str(out)).paragraphs


def test_what_the_readers_may_not_see_is_never_written(letterbook, sample_workspace):
    edition = sample_workspace / "editions" / "Tidewatch 7.md"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(f"{text}\n### [[Marlow Robotics bridge discussion]]\n", encoding="utf-8")
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7")
    assert run.code == 1
    assert "Nothing was written" in run.stderr
    assert not (sample_workspace / "drafts").exists()
    as_json = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--json")
    assert as_json.code == 1
    assert as_json.json["outputs"] == []


def test_a_copy_for_other_readers_has_a_file_of_its_own(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "md", "--audience", "investors")
    assert run.stdout.splitlines() == [str(sample_workspace / "drafts" / "Tidewatch 7 (investors).md")]


def test_strict_makes_any_finding_fail(letterbook, sample_workspace):
    found = letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--json").json["findings"]
    assert found
    assert letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--strict").code == 1
    assert letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--strict").code == 1


def test_an_edited_draft_is_an_error_of_the_object(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "md")
    (sample_workspace / "drafts" / "Tidewatch 7.md").write_text("edited", encoding="utf-8")
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "md", "--json")
    assert run.code == 5
    assert run.json["error"]["code"] == "edited-file"
    assert run.json["outputs"][0]["path"] == "drafts/Tidewatch 7.new.md"


def test_a_section_and_a_template_of_ones_own_need_no_python(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "eject", "template", "newsletter")
    layout = sample_workspace / "templates" / "newsletter" / "layout.md.j2"
    layout.write_text(
        layout.read_text(encoding="utf-8") + "\n*Printed with my own template.*\n", encoding="utf-8"
    )
    (sample_workspace / "sections").mkdir()
    (sample_workspace / "sections" / "hello.md.j2").write_text(
        "---\nabout: Says hello.\nparameters:\n  who:\n    about: To whom.\n---\nHello **{{ who }}**.\n",
        encoding="utf-8",
    )
    edition = sample_workspace / "editions" / "Tidewatch 7.md"
    edition.write_text(edition.read_text(encoding="utf-8") + '\n{{ hello who="reader" }}\n', encoding="utf-8")
    printed = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", "-").stdout
    assert "Hello **reader**." in printed
    assert "*Printed with my own template.*" in printed


def settings_with(workspace, old, new):
    path = workspace / "letterbook.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def with_letterhead(workspace, data=None):
    settings_with(workspace, "look: modern", "letterhead: stationery/briefkopf.docx")
    path = workspace / "stationery" / "briefkopf.docx"
    path.parent.mkdir()
    path.write_bytes(german().data if data is None else data)


def test_a_draft_is_written_into_the_letterhead(letterbook, sample_workspace):
    with_letterhead(sample_workspace)
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "docx")
    assert run.code == 0
    assert "briefkopf.docx has no style " in run.stderr
    assert 'as in the look "modern"' in run.stderr
    written = docx.Document(str(sample_workspace / "drafts" / "Tidewatch 7.docx"))
    texts = [paragraph.text for paragraph in written.paragraphs]
    assert texts[:3] == ["Tidewatch Capital", "Ort, Datum", "Tidewatch #7: a loaf is not a box"]
    assert texts[-1] == "Mit freundlichen Grüßen"
    build = json.loads(next((sample_workspace / "records/builds/Tidewatch 7").iterdir()).read_text("utf-8"))
    assert "stationery/briefkopf.docx" in json.dumps(build)


def test_a_letterhead_changes_nothing_in_markdown(letterbook, sample_workspace):
    before = letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", "-").output
    with_letterhead(sample_workspace)
    assert letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", "-").output == before


def test_a_letterhead_that_is_refused_leaves_nothing_behind(letterbook, sample_workspace):
    with_letterhead(sample_workspace, german_with({"word/vbaProject.bin": b"x"}).data)
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7")
    assert run.code == 4
    assert "stationery/briefkopf.docx: briefkopf.docx has macros." in run.stderr
    assert not (sample_workspace / "drafts").exists()


def test_a_check_says_why_a_letterhead_is_refused(letterbook, sample_workspace):
    with_letterhead(sample_workspace, b"Dear all,")
    run = letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--json")
    assert run.code == 1
    (refused,) = (finding for finding in run.json["findings"] if finding["id"] == "letterhead-refused")
    assert refused["severity"] == "error"
    assert refused["file"] == "stationery/briefkopf.docx"


def test_an_edition_may_have_a_look_in_place_of_the_letterhead(letterbook, sample_workspace):
    with_letterhead(sample_workspace)
    edition = sample_workspace / "editions" / "Tidewatch 7.md"
    edition.write_text(
        edition.read_text("utf-8").replace("---\n", "---\nlook: classic\n", 1), encoding="utf-8"
    )
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "docx")
    written = docx.Document(str(sample_workspace / "drafts" / "Tidewatch 7.docx"))
    assert written.paragraphs[0].text == "Tidewatch #7: a loaf is not a box"


def test_a_publication_without_formats_is_written_as_markdown(letterbook, sample_workspace):
    settings_with(sample_workspace, "formats: [docx, md]", "formats: []")
    run = letterbook("-C", sample_workspace, "draft", "Tidewatch 7")
    assert run.stdout.splitlines() == [str(sample_workspace / "drafts" / "Tidewatch 7.md")]


@pytest.mark.parametrize("output", ["drafts/Tidewatch 7.md", "elsewhere/deeper/copy.md"])
def test_the_markdown_finds_its_pictures_from_where_it_lies(letterbook, sample_workspace, output):
    path = sample_workspace / output
    path.parent.mkdir(parents=True, exist_ok=True)
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", path)
    (link,) = re.findall(r"!\[.*\]\((.*)\)", path.read_text("utf-8"))
    assert (path.parent / link).resolve() == sample_workspace / "attachments" / "arms-seen.png"


def test_the_date_asked_for_is_the_edition_s_where_it_has_none(letterbook, empty_workspace):
    path = empty_workspace / "editions" / "Undated.md"
    path.write_text("---\npublication: newsletter\ntitle: T\n---\nOn {{ edition.date }}.\n", encoding="utf-8")
    run = letterbook("-C", empty_workspace, "draft", "Undated", "--date", "2024-01-25", "-o", "-")
    assert "On 25 January 2024." in run.stdout
    assert "no date" not in run.stderr
    assert "On ." in letterbook("-C", empty_workspace, "draft", "Undated", "-o", "-").stdout


def test_a_word_draft_is_remembered_paragraph_by_paragraph(letterbook, sample_workspace, tmp_path):
    outside = tmp_path / "letter.docx"
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "-o", outside)
    (path,) = (sample_workspace / "records" / "builds" / "Tidewatch 7").iterdir()
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["edition"] == "editions/Tidewatch 7.md"
    assert record["sha256"] == hashlib.sha256(outside.read_bytes()).hexdigest()
    assert {"editions/Tidewatch 7.md", "letterbook/templates/newsletter/template.yaml"} <= set(
        record["sources"]
    )
    words = [paragraph.text for paragraph in docx.Document(str(outside)).paragraphs if paragraph.text]
    remembered = [anchor["text"] for anchor in record["anchors"]]
    assert len(remembered) > 20
    assert [text for text in remembered if text in words] == words


def test_a_draft_that_is_printed_is_not_remembered(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "draft", "Tidewatch 7", "--to", "docx", "-o", "-")
    assert not (sample_workspace / "records" / "builds").exists()
