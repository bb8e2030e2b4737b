from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import run_word_rules
from letterbook.writers.word.opened.word_file import read_word_file

RUN = "<w:r><w:t>words</w:t></w:r>"


def document(*xml):
    """A Word file with paragraphs of this XML, and no names in its properties."""
    made = docx.Document()
    made.core_properties.author = made.core_properties.last_modified_by = "Nora Lindqvist"
    for each in xml:
        made.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{each}</w:p>"))
    return made


def findings(made):
    data = io.BytesIO()
    made.save(data)
    file = read_word_file("Letter.docx", data.getvalue())
    return [(each.id, each.message) for each in run_word_rules(file, Profile.LP_LETTER)]


def test_a_settled_file_has_nothing_left():
    assert findings(document(RUN)) == []


def test_tracked_changes_are_counted_by_kind_with_their_authors():
    made = document(
        f'<w:ins w:id="1" w:author="Ines">{RUN}</w:ins>',
        '<w:del w:id="2" w:author="Jonas"><w:r><w:delText>old</w:delText></w:r></w:del>',
        f'<w:pPr><w:pPrChange w:id="3" w:author="Ines"><w:pPr/></w:pPrChange></w:pPr>{RUN}',
        f'<w:pPr><w:pPrChange w:id="4" w:author="Ines"><w:pPr/></w:pPrChange></w:pPr>{RUN}',
    )
    ((name, message),) = findings(made)
    assert name == "W-REVISIONS"
    assert message == (
        "The file still has tracked changes: 2 changes of format, 1 deletion, 1 insertion by Ines, Jonas."
    )


def test_comments_are_found():
    made = document()
    paragraph = made.add_paragraph("Net asset value")
    made.add_comment(paragraph.runs, "Is this final?", author="Ines", initials="I")
    assert findings(made) == [("W-REVISIONS", "The file still has 1 comment by Ines.")]


def test_hidden_text_is_found_and_what_is_shown_is_not():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Do not tell them</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Tell them</w:t></w:r>'
    empty = "<w:r><w:rPr><w:vanish/></w:rPr><w:tab/></w:r>"
    assert findings(document(shown, empty)) == []
    assert findings(document(hidden, hidden)) == [
        ("W-REVISIONS", 'The file has hidden text: "Do not tell them" and 1 more.')
    ]


def test_changes_in_a_header_count():
    made = document()
    paragraph = made.sections[0].header.paragraphs[0]
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1">{RUN}</w:ins>'))
    assert findings(made) == [("W-REVISIONS", "The file still has tracked changes: 1 insertion.")]


def test_names_besides_the_authors_are_found():
    made = document()
    made.core_properties.last_modified_by = "Assistant 2"
    assert findings(made) == [
        ("W-METADATA", 'The properties of the file say last modified by "Assistant 2".')
    ]


@pytest.mark.parametrize("option", [(), ("--profile", "public-newsletter")])
def test_a_draft_of_our_own_has_nothing_left_and_a_marked_one_fails(letterbook, sample_workspace, option):
    assert letterbook("-C", sample_workspace, "draft", "Letter 2026 H1", "--to", "docx").code == 0
    path = sample_workspace / "drafts" / "Letter 2026 H1.docx"
    run = letterbook("check", path, "--strict", *option)
    assert (run.code, run.stderr) == (0, "Letter 2026 H1.docx: nothing found.\n")
    made = docx.Document(path)
    made.add_comment(made.paragraphs[0].runs, "Final?", author="Ines", initials="I")
    made.save(path)
    run = letterbook("check", path, *option, "--json")
    assert (run.code, [each["id"] for each in run.json["findings"]]) == (1, ["W-REVISIONS"])


def test_a_file_that_is_no_word_file_or_not_there_is_one_sentence(letterbook, tmp_path):
    (tmp_path / "a.docx").write_text("text", encoding="utf-8")
    assert letterbook("check", tmp_path / "a.docx").code == 4
    assert letterbook("check", tmp_path / "b.docx").code == 4
