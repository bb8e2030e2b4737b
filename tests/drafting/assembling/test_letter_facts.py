"""What rules of letters ask of a workspace: its holdings, its investors and what they were promised."""

from __future__ import annotations

import pytest

from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from tests.drafting.conftest import SETTINGS

FUND = {
    "fund/fund.yaml": "id: f1\nname: Harbour Row Ventures Fund I LP\ncurrency: USD\n",
    "fund/holdings.csv": (
        "as of,fund,holding,company,cost total,fair value,fv prev\n"
        "2026-06-30,f1,kelp,Kelpworks,4500000,2000000,4500000\n"
    ),
    "fund/recipients.csv": (
        "lp,name,public_records,excused,obligations\naino,Aino Lehtonen,yes,,esg\nquay,Quayside,no,kelp,\n"
    ),
    "fund/side_letters.yaml": "side_letters:\n  - {lp: aino, id: esg, requirement: {section: ESG}}\n",
}
LETTER = {"publication": "letters", "number": "2026 H1", "date": "2026-07-20", "as-of": "2026-06-30"}
RULES = {"C-SIDELETTER", "C-FOIA", "C-EXCUSED", "S-LOWLIGHT"}


@pytest.fixture
def read_by_rules(drafted):
    """The rules with data that find something in a letter with this body, and what is told of its data."""

    def run(body, files=FUND, **details):
        assembly = drafted(body, files, **{**LETTER, **details})
        mine = (
            f for f in assembly.findings if f.id in RULES or (f.place and f.place.file.startswith("fund/"))
        )
        return [(finding.id, finding.severity.value) for finding in mine]

    return run


def test_rules_know_the_data_though_the_letter_prints_no_figure(read_by_rules):
    body = "Kelpworks is valued at $2.0m.\n\n## Your account\n\nKelpworks.\n"
    assert read_by_rules(body) == [
        ("C-EXCUSED", "error"),
        ("C-SIDELETTER", "warning"),
        ("S-LOWLIGHT", "warning"),
        ("C-FOIA", "warning"),
    ]


def test_a_letter_that_keeps_all_is_silent(read_by_rules):
    body = """\
    ::: {.when test="not recipient.public_records"}
    We wrote Kelpworks down, and value it at $2.0m.
    :::

    ::: {.when test="recipient.obligations contains 'esg'"}
    ## ESG

    Nothing was spilt.
    :::
    """
    assert read_by_rules(body) == []


def test_files_that_do_not_fit_together_are_told_in_letters_of_funds(read_by_rules):
    broken = {**FUND, "fund/side_letters.yaml": "side_letters:\n  - {lp: ainu, id: esg, idd: x}\n"}
    assert ("unknown-key", "error") in read_by_rules("Text.", broken)
    unknown = {**FUND, "fund/side_letters.yaml": "side_letters:\n  - {lp: [aino, ainu], id: esg}\n"}
    assert ("side-letters-lp", "error") in read_by_rules("Text.", unknown)
    assert read_by_rules("Text.", unknown, profile="startup-update") == [("S-LOWLIGHT", "warning")]


def test_a_newsletter_reads_none_of_it(workspace_of, edition_text, today):
    project = workspace_of({**FUND, "editions/Tidewatch 7.md": edition_text("Kelpworks is worth $2.0m.")})
    edition = read_edition(project.workspace, project.workspace.editions_folder / "Tidewatch 7.md")
    assert [f.id for f in assemble(edition, project, today=today).findings if f.id in RULES] == []
    assert "fund_data" not in vars(project)


QUOTED = "> one two three four five six seven eight nine ten\n"
ITEM = "---\ntitle: A talk\n---\n\n## Highlights\n\n### —\n\n{quote}\n^h1\n"


@pytest.mark.parametrize("body", [QUOTED, "![[A talk#^h1]]", "### [[A talk]]"])
@pytest.mark.parametrize(("limit", "found"), [("", []), ("quote-limit: 10\n", []), ("quote-limit: 9\n", [1])])
def test_quotations_have_at_most_the_words_that_the_house_quotes(drafted, body, limit, found):
    item = ITEM.replace("{quote}", "> [!quote]\n" + QUOTED)
    files = {"items/A talk.md": item, "letterbook.yaml": limit + SETTINGS}
    for details, name in (({}, "quote-long"), (LETTER, "S-QUOTE")):
        findings = drafted(body, files, **details).findings
        long = [f for f in findings if f.id == name and "10 words" in f.message]
        assert [1] * len(long) == found


def test_an_authors_own_block_of_words_has_no_limit(drafted):
    assembly = drafted(QUOTED, {"letterbook.yaml": "quote-limit: 3\n" + SETTINGS})
    assert [f.id for f in assembly.findings if f.id == "quote-long"] == []
