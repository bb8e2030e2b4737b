"""An investor's name in a letter that goes to others, as somebody may have written it into the Word file."""

from __future__ import annotations

import pytest

from letterbook.drafting.copies.merge import open_merge
from tests.writers.word.mail_merge.masters import field, master, paragraph, passage

PEOPLE = "lp,name,short,excused\nLP-0001,Aino Lehtonen,,\nLP-0002,Quayside Family Office,Quayside,Marlow\n"
MEANINGS = {"_lb_s0001": "recipient.name", "_lb_s0002": "when recipient.lp = 'LP-0001'"}

OWN = "Aino Lehtonen (LP-0001) asked about fees."


@pytest.fixture
def told(tmp_path):
    """What is told of copies of a letter with these paragraphs."""

    def run(text, for_aino=OWN, people=PEOPLE):
        dear = paragraph("Dear ", field(1, "_lb_s0001", "«name»"), ",")
        body = dear + paragraph(text) + passage(2, "_lb_s0002", paragraph(for_aino))
        (tmp_path / "letter.docx").write_bytes(master(body, MEANINGS))
        (tmp_path / "people.csv").write_text(people, encoding="utf-8")
        merge = open_merge(tmp_path / "letter.docx", tmp_path / "people.csv", "{name}")
        return [finding.message for finding in merge.findings if finding.id == "copy-names-another"]

    return run


def test_names_in_fields_and_in_passages_of_their_owner_are_right(told):
    assert told("The quayside was flooded.") == []


def test_a_name_or_an_id_that_goes_to_somebody_else_is_told(told):
    assert told("Quayside Family Office asked.") == [
        'The copy of Aino Lehtonen names another recipient, "Quayside Family Office".',
        'The copy of Aino Lehtonen names another recipient, "Quayside".',
    ]
    assert told("See LP-0001.") == ['The copy of Quayside Family Office names another recipient, "LP-0001".']
    assert told("Text.", "The same as Quayside has.") == [
        'The copy of Aino Lehtonen names another recipient, "Quayside".'
    ]


def test_what_another_contact_of_the_same_investor_is_called_is_right(told):
    people = PEOPLE + "LP-0001,Nora Lehtonen,The Lehtonens,\n"
    assert told("Text.", "Nora Lehtonen (LP-0001) asked, and The Lehtonens wrote.", people) == []
    assert told("The Lehtonens wrote.", people=people) == [
        'The copy of Quayside Family Office names another recipient, "The Lehtonens".'
    ]


def test_a_name_that_is_part_of_another_word_or_of_their_own_row_is_not(told):
    assert told("Quaysiders sing.") == []
    heirs = "lp,name\nLP-0001,Aino Lehtonen\nLP-0002,The heirs of Aino Lehtonen\n"
    assert told("Dear Aino Lehtonen", "Text.", people=heirs) == []
