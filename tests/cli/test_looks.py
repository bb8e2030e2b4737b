"""letterbook looks show: a specimen of a look as a Word file."""

from __future__ import annotations

import io

import docx
import pytest

OWN = """\
about: Ours.
fonts: {body: {name: Arial}, code: {name: Courier New}}
styles:
  Margin Note: {italic: true}
  Caption: {colour: AAAAAA}
"""


def words(data):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_specimen_goes_into_the_drafts_of_the_workspace(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace, "looks", "show", "modern")
    assert run.code == 0
    assert run.stdout.splitlines() == [str(empty_workspace / "drafts" / "Look modern.docx")]
    assert "An airy sans-serif page" in run.stderr
    assert "letterbook eject look modern" in run.stderr
    assert "This is Callout" in words((empty_workspace / "drafts" / "Look modern.docx").read_bytes())


def test_outside_a_workspace_it_goes_into_the_current_folder(letterbook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = letterbook("looks", "show", "classic")
    assert (run.code, run.stdout) == (0, "Look classic.docx\n")
    assert letterbook("looks", "show", "classic").code == 0
    (tmp_path / "Look classic.docx").write_bytes(b"mine")
    run = letterbook("looks", "show", "classic")
    assert run.code == 5
    assert "Look classic.docx is there already" in run.stderr
    assert (tmp_path / "Look classic.docx").read_bytes() == b"mine"


def test_the_object_has_the_documented_keys(letterbook, empty_workspace):
    shown = letterbook("-C", empty_workspace, "looks", "show", "plain", "--json").json
    assert list(shown) == ["name", "about", "own", "font", "outputs", "findings"]
    assert (shown["name"], shown["own"], shown["font"]) == ("plain", False, "Arial")
    (output,) = shown["outputs"]
    assert (output["path"], output["format"]) == ("drafts/Look plain.docx", "docx")
    assert output["bytes"] == (empty_workspace / output["path"]).stat().st_size


def test_it_can_be_written_elsewhere(letterbook, tmp_path):
    run = letterbook("-C", tmp_path, "looks", "show", "plain", "-o", tmp_path / "a" / "b.docx")
    assert run.code == 0
    assert (tmp_path / "a" / "b.docx").is_file()


@pytest.mark.parametrize("name", ["b.md", "b.txt", "b"])
def test_it_is_a_word_file_only(letterbook, tmp_path, name):
    assert letterbook("-C", tmp_path, "looks", "show", "plain", "-o", tmp_path / name).code == 2
    assert not (tmp_path / name).exists()


def test_an_edited_specimen_is_left_as_it_is(letterbook, empty_workspace):
    letterbook("-C", empty_workspace, "looks", "show", "plain")
    edited = empty_workspace / "drafts" / "Look plain.docx"
    edited.write_bytes(b"mine")
    run = letterbook("-C", empty_workspace, "looks", "show", "plain")
    assert run.code == 5
    assert edited.read_bytes() == b"mine"
    assert (empty_workspace / "drafts" / "Look plain.new.docx").is_file()


def test_the_users_own_look_is_shown_with_its_own_styles_and_reviewed(letterbook, empty_workspace):
    (empty_workspace / "looks").mkdir()
    (empty_workspace / "looks" / "ours.yaml").write_text(OWN, encoding="utf-8")
    run = letterbook("-C", empty_workspace, "looks", "show", "ours")
    assert run.code == 0
    assert "looks/ours.yaml:5:21: warning: The text of Caption is hard to read" in run.stderr
    assert "This is Margin Note" in words((empty_workspace / "drafts" / "Look ours.docx").read_bytes())


def test_a_file_that_is_not_there_is_no_letterhead(letterbook, tmp_path):
    run = letterbook("-C", tmp_path, "looks", "show", "nowhere.docx")
    assert run.code == 4
    assert "There is no file nowhere.docx." in run.stderr


def test_no_record_of_a_build_is_kept(letterbook, empty_workspace):
    letterbook("-C", empty_workspace, "looks", "show", "plain")
    assert not (empty_workspace / "records" / "builds").exists()


def test_a_letterhead_is_shown_too(letterbook, empty_workspace, tmp_path):
    letterhead = tmp_path / "Harbour Row.docx"
    document = docx.Document()
    document.add_paragraph("Private and confidential")
    document.save(str(letterhead))
    run = letterbook("-C", empty_workspace, "looks", "show", letterhead)
    assert run.code == 0
    path = empty_workspace / "drafts" / "Letterhead Harbour Row.docx"
    assert run.stdout.splitlines() == [str(path)]
    assert "Harbour Row.docx has no style" in run.stderr
    text = words(path.read_bytes())
    assert text.index("Private and confidential") < text.index("A letter from the harbour")


def test_a_letterhead_that_is_none_is_refused(letterbook, empty_workspace, tmp_path):
    (tmp_path / "words.docx").write_text("words", encoding="utf-8")
    run = letterbook("-C", empty_workspace, "looks", "show", tmp_path / "words.docx")
    assert run.code == 4
    assert "words.docx" in run.stderr
    assert not (empty_workspace / "drafts").exists()


def test_an_rtf_file_is_no_look_but_a_letterhead_that_cannot_be_used(letterbook, tmp_path):
    (tmp_path / "paper.rtf").write_bytes(b"{\\rtf1 Dear all}")
    run = letterbook("-C", tmp_path, "looks", "show", tmp_path / "paper.rtf")
    assert run.code == 4
    assert "paper.rtf is an RTF file, not a Word file." in run.stderr
