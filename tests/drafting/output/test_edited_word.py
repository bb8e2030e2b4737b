"""What a person changed in a drafted Word file is told when the next draft is written beside it."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from letterbook.drafting.output.edited_word import SHOWN, differences
from letterbook.finding import Place

HERE = Place("drafts/Tidewatch 7.docx")


def word_file(*paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("edited", "new", "message"),
    [
        (("One", "Two"), ("One", "Tow"), 'It says "Two"; the new draft says "Tow".'),
        (("One", "Two"), ("One",), 'It says "Two", which the new draft does not.'),
        (("One",), ("One", "Two"), 'It does not say "Two", as the new draft does.'),
    ],
)
def test_a_changed_paragraph_is_told_with_both_versions(edited, new, message):
    (finding,) = differences(word_file(*edited), word_file(*new), HERE)
    assert (finding.message, finding.place) == (message, HERE)


def test_equal_words_are_no_difference():
    assert differences(word_file("One", "Two"), word_file("One", "Two"), HERE) == ()


def test_tracked_insertions_count_as_said():
    document = docx.Document()
    paragraph = document.add_paragraph("Both companies report")
    insertion = OxmlElement("w:ins", attrs={qn("w:id"): "1", qn("w:author"): "P"})
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = " below."
    run.append(text)
    insertion.append(run)
    paragraph._p.append(insertion)
    (finding,) = differences(saved(document), word_file("Both companies report"), HERE)
    assert '"Both companies report below."' in finding.message


def test_many_differences_are_counted_after_the_first():
    edited = word_file(*(word for n in range(2 * SHOWN) for word in (f"same {n}", f"mine {n}")))
    new = word_file(*(word for n in range(2 * SHOWN) for word in (f"same {n}", f"new {n}")))
    findings = differences(edited, new, HERE)
    assert len(findings) == SHOWN + 1
    assert findings[-1].message == f"It differs from the new draft in {SHOWN} more places."


def test_a_file_that_is_no_word_file_gives_no_notes():
    assert differences(b"my own notes", word_file("One"), HERE) == ()
