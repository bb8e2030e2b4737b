"""The sample letter for everybody: nothing in it is for investors, whatever part of the file one looks at."""

from __future__ import annotations

import csv
import zipfile

import pytest

LETTER = "Letter 2026 H1"
FENCE = "::: {.only audience=investors}\n"


@pytest.fixture
def edition(sample_workspace):
    return sample_workspace / "editions" / f"{LETTER}.md"


@pytest.fixture
def draft(letterbook, sample_workspace):
    """Drafts the letter for everybody."""

    def run(*options):
        return letterbook("-C", sample_workspace, "draft", LETTER, "--audience", "public", *options)

    return run


def secrets(workspace):
    """What investors know: their names, their amounts, and the figures of the fund as they are printed."""
    with (workspace / "fund" / "recipients.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield from (row["name"], row["salutation"], f"{int(row['commitment']):,}")
    with (workspace / "fund" / "figures.csv").open(encoding="utf-8") as file:
        yield from (row["show as"] for row in csv.DictReader(file) if len(row["show as"]) > 3)
    yield from (
        "Kelpworks opens its second plant",
        "Marlow Robotics bridge",
        "net asset value",
        "«",
        "in confidence",
    )


def test_a_letter_for_everybody_has_no_table_figure_or_name_of_the_investors(draft, sample_workspace):
    run = draft("--to", "docx,md", "--json")
    assert [each for each in run.json["findings"] if each["severity"] == "error"] == []
    word, markdown = (sample_workspace / output["path"] for output in run.json["outputs"])
    with zipfile.ZipFile(word) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    for text in (*parts, markdown.read_text(encoding="utf-8")):
        assert [secret for secret in secrets(sample_workspace) if secret and secret in text] == []
    assert "w:tbl>" not in "".join(parts)
    assert "What we have been thinking about" in markdown.read_text(encoding="utf-8")


def test_it_lies_beside_the_letter_of_the_investors_and_is_approved_on_its_own(
    draft, letterbook, sample_workspace
):
    letterbook("-C", sample_workspace, "draft", LETTER, "--to", "docx")
    draft("--to", "docx")
    public = sample_workspace / "drafts" / f"{LETTER} (public).docx"
    assert letterbook("-C", sample_workspace, "approve", public).code == 0
    records = [path.name for path in (sample_workspace / "records" / "editions").iterdir()]
    assert records == [f"{LETTER} (public).json"]


def test_a_figure_outside_its_passage_is_refused(draft, edition):
    text = edition.read_text(encoding="utf-8")
    edition.write_text(f"{text}\nThe fund is worth {{{{ Fund I NAV }}}}.\n", encoding="utf-8")
    run = draft("--to", "docx", "--json")
    assert (run.code, run.json["outputs"]) == (1, [])
    assert [each["id"] for each in run.json["findings"] if each["severity"] == "error"] == ["audience-leak"]


def test_a_recipients_field_outside_its_passage_is_an_error(draft, edition):
    text = edition.read_text(encoding="utf-8")
    edition.write_text(f"{text}\nYours, {{{{ recipient.salutation }}}}.\n", encoding="utf-8")
    run = draft("--to", "docx", "--json")
    (finding,) = [each for each in run.json["findings"] if each["id"] == "recipient-in-public"]
    assert (finding["severity"], finding["line"]) == ("error", len(text.splitlines()) + 2)


def test_a_public_letter_with_fields_is_no_fault(letterbook, sample_workspace):
    edition = sample_workspace / "editions" / "Tidewatch 7.md"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(f"{text}\nDear {{{{ recipient.salutation }}}},\n", encoding="utf-8")
    run = letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--json")
    assert "recipient-in-public" not in {each["id"] for each in run.json["findings"]}
