"""A letter in several languages, and passages for those whose list has something."""

from __future__ import annotations

import csv
import io
import json

import docx
import pytest

SETTINGS = """\
author: Nora Lindqvist
publications:
  letters: {title: Harbour Row, template: newsletter, audience: investors, numbering: half-year}
"""
NAME = "Letter 2026 H1"
ENGLISH = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half a year
---
Dear {{ recipient.salutation }},

You "committed" {{ recipient.committed }}.

::: {.when test="not recipient.excused contains 'Acme'"}
Acme opened a plant.
:::
"""
GERMAN = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half a year
---
Guten Tag {{ recipient.salutation }},

"alles" gut.
"""
PEOPLE = """\
name,salutation,committed,language,excused
Aino Lehtonen,Aino,"EUR 600,000",,
Bellini & Figli,Frau Bellini,"EUR 900,000",de,acme; Kelpworks
Skerry,Dr Okafor,"EUR 100,000",EN,Acme
Rheingold,Herr Gold,"EUR 200,000",de-AT,
"""


@pytest.fixture
def office(letterbook, tmp_path, monkeypatch):
    """A workspace with a letter in two languages, and a function that runs commands in it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1784800000")  # 2026-07-23
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "letterbook.yaml": SETTINGS,
        "fund/recipients.csv": PEOPLE,
        f"editions/{NAME}.md": ENGLISH,
        f"editions/{NAME}.de.md": GERMAN,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def run(command, *options, code=0):
        done = letterbook(command, *options)
        assert done.code == code, done.stderr
        return done

    run("draft", NAME, "--to", "docx")
    run("draft", f"{NAME}.de", "--to", "docx")
    return run


def lines(folder, recipient):
    document = docx.Document(str(folder / f"drafts/{NAME} copies/{NAME} - {recipient}.docx"))
    return [each.text for each in document.paragraphs]


def copies(office, *options, code=0):
    return office("copies", f"drafts/{NAME}.docx", "fund/recipients.csv", *options, code=code)


def test_each_recipient_gets_the_letter_in_their_language(office, tmp_path):
    copies(office)
    assert "Dear Aino," in lines(tmp_path, "Aino Lehtonen")
    assert "Guten Tag Frau Bellini," in lines(tmp_path, "Bellini & Figli")
    assert "Dear Dr Okafor," in lines(tmp_path, "Skerry")
    assert "Guten Tag Herr Gold," in lines(tmp_path, "Rheingold")


def test_the_language_in_the_name_decides_how_the_letter_is_printed(office, tmp_path):
    copies(office)
    assert "„alles“ gut." in lines(tmp_path, "Rheingold")
    assert "You “committed” EUR 600,000." in lines(tmp_path, "Aino Lehtonen")


def test_the_proof_sheet_says_which_letter_it_was(office, tmp_path):
    copies(office)
    text = (tmp_path / f"drafts/{NAME} copies/Proof sheet.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["letter"] for row in rows] == [
        f"{NAME}.docx",
        f"{NAME}.de.docx",
        f"{NAME}.docx",
        f"{NAME}.de.docx",
    ]
    assert [row["committed"] for row in rows] == ["EUR 600,000", "", "EUR 100,000", ""]


def test_a_language_that_no_file_has_is_an_error_for_those_rows_alone(office, tmp_path):
    people = tmp_path / "fund" / "recipients.csv"
    people.write_text(PEOPLE + "Dupont,Madame,1,fr,\nDurand,Monsieur,2,d,\n", encoding="utf-8")
    run = copies(office, "--json", code=1)
    assert len(run.json["copies"]) == 4
    first, second = [each for each in run.json["findings"] if each["id"] == "recipients-language"]
    assert first["message"] == f'There is no "{NAME}.fr.docx" for the language "fr".'
    assert (first["severity"], first["line"], first["column"]) == ("error", 6, 4)
    assert "de" in second["hint"]


def test_each_of_the_files_is_to_be_approved(office, tmp_path):
    office("approve", NAME)
    run = copies(office, "--json")
    (finding,) = run.json["findings"]
    assert (finding["id"], finding["message"]) == ("copy-unapproved", f"{NAME}.de.docx was not approved.")
    copies(office, "--sent", code=1)
    office("approve", f"{NAME}.de")
    assert copies(office, "--json").json["findings"] == []
    assert copies(office, "--sent", "--json").json["sent"] == 4
    german = json.loads((tmp_path / f"records/editions/{NAME}.de.json").read_bytes())
    assert [each["recipient"] for each in german["sent"]] == ["Bellini & Figli", "Rheingold"]


def test_a_translation_may_be_the_file_that_is_named(office, tmp_path):
    office("copies", f"drafts/{NAME}.de.docx", "fund/recipients.csv", "-o", "out", code=1)
    made = sorted(path.name for path in (tmp_path / "out").glob("*.docx"))
    assert made == [f"{NAME} - {name}.docx" for name in ("Aino Lehtonen", "Bellini & Figli", "Rheingold")]


def test_without_a_column_for_it_no_translation_is_looked_for(office, tmp_path):
    (tmp_path / "fund/recipients.csv").write_text(
        "name,salutation,committed,excused\nAino,Aino,1,\n", encoding="utf-8"
    )
    (tmp_path / f"drafts/{NAME}.de.docx").write_bytes(b"broken")
    assert len(copies(office, "--json").json["copies"]) == 1


def test_a_broken_translation_is_told_where_somebody_needs_it(office, tmp_path):
    (tmp_path / f"drafts/{NAME}.de.docx").write_bytes(b"broken")
    assert f"{NAME}.de.docx" in copies(office, code=4).stderr


def test_two_languages_of_an_edition_may_share_number_title_and_items(office):
    for name in (NAME, f"{NAME}.de"):
        found = {each["id"] for each in office("check", name, "--json").json["findings"]}
        assert not found & {"number-twice", "used-before", "reference-ambiguous"}


def test_a_number_or_a_title_means_the_original(office, tmp_path):
    for words in ("2026 H1", "Half a year"):
        run = office("draft", words, "--to", "docx")
        assert run.stdout == f"drafts/{NAME}.docx\n"
    assert office("new", "letters").stdout == "editions/Letter 2026 H2.md\n"


def test_a_reference_by_title_means_the_original(office, tmp_path):
    (tmp_path / "editions" / "Letter 2026 H2.md").write_text(
        "---\npublication: letters\nnumber: 2026 H2\ndate: 2027-01-20\ntitle: M\n---\nSee [[Half a year]].\n",
        encoding="utf-8",
    )
    found = {each["id"] for each in office("check", "Letter 2026 H2", "--json").json["findings"]}
    assert not found & {"reference-ambiguous", "reference-missing"}


def test_who_is_excused_from_a_company_does_not_read_of_it(office, tmp_path):
    copies(office)
    assert "Acme opened a plant." in lines(tmp_path, "Aino Lehtonen")
    assert "Acme opened a plant." not in lines(tmp_path, "Skerry")


def test_an_entry_that_nobody_has_may_be_misspelt(office, tmp_path):
    people = tmp_path / "fund" / "recipients.csv"
    people.write_text(PEOPLE.replace("Acme", "Acmee").replace("acme", "Acmee"), encoding="utf-8")
    (finding,) = [
        each for each in copies(office, "--json").json["findings"] if each["id"] == "recipients-entry"
    ]
    assert finding["message"] == 'Nobody has "Acme" in "excused", which a passage asks for.'
    assert finding["hint"] == 'Did you mean "Acmee"?'
    assert (finding["severity"], finding["line"], finding["column"]) == ("warning", 1, 5)
