"""Side letters and recipients: what each says, and what one names that the other does not know."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.investor_terms.investor_terms import read_investor_terms
from letterbook.fund.investor_terms.side_letters import Frequency, owed_to, read_side_letters
from tests.fund.workspaces import workspace_of

SIDE_LETTERS = """\
side_letters:
  - lp: nm
    id: esg
    summary: A section on responsible
      investment
    requirement:
      section: Responsible investment
      metric: [net IRR, net DPI]
      frequency: quarterly
      format: pdf
      days_after_period_end: 45
    source: Side letter of 12 March 2021
    page: 4
  - {lp: [nm, aino], id: fees}
"""
RECIPIENTS = (
    "lp,name,public_records,excused,obligations\naino,Aino,no,acme,fees\nnm,Northmoor,yes,,esg; Fees\n"
)


@pytest.fixture
def read(tmp_path):
    """Writes the two files, and reads what they say with the holdings of a fund."""

    def run(side_letters=SIDE_LETTERS, recipients=RECIPIENTS):
        workspace = workspace_of(tmp_path, recipients=recipients)
        if side_letters:
            (workspace / "fund" / "side_letters.yaml").write_text(side_letters, encoding="utf-8")
        return read_investor_terms(workspace, read_fund_data(workspace).holdings.rows)

    return run


def told(terms):
    return [str(finding) for finding in terms.findings]


def test_all_that_a_side_letter_says_is_read(read):
    terms = read()
    esg, fees = terms.obligations
    assert terms.findings == ()
    assert (esg.id, [lp for lp, _ in esg.lps]) == ("esg", ["nm"])
    assert (esg.section, esg.metrics) == ("Responsible investment", ("net IRR", "net DPI"))
    assert (esg.frequency, esg.format, esg.days) == (Frequency.QUARTERLY, "pdf", 45)
    assert esg.said == "A section on responsible investment. (Side letter of 12 March 2021, page 4)"
    assert str(esg.place) == "fund/side_letters.yaml:3:9"
    assert [lp for lp, _ in fees.lps] == ["nm", "aino"]
    owed = [
        (each.id, [row.called for row in rows]) for each, rows in owed_to(terms.obligations, terms.recipients)
    ]
    assert owed == [("esg", ["Northmoor"]), ("fees", ["Aino", "Northmoor"])]


def test_every_mistake_of_the_file_is_told_at_once_with_its_place(tmp_path):
    path = tmp_path / "side_letters.yaml"
    path.write_text(
        "side_letters:\n"
        "  - {lpp: nm, id: esg}\n"
        "  - {lp: [], id: 'a, b', requirement: {frequency: yearly, sections: ESG}}\n"
        "  - {lp: nm, id: x, requirement: {days_after_period_end: soon}}\n",
        encoding="utf-8",
    )
    with pytest.raises(BadInput) as caught:
        read_side_letters(path)
    messages = [(str(found.place).partition(":")[2], found.message) for found in caught.value.findings]
    assert messages == [
        ("2:5", 'The key "lp" is missing.'),
        ("2:6", 'There is no key "lpp".'),
        ("3:10", '"side_letters.2.lp" is not right: it names no investor.'),
        (
            "3:18",
            '"side_letters.2.id" is not right: commas, semicolons and quotation marks cannot stand in it.',
        ),
        ("3:51", '"side_letters.2.requirement.frequency" must be monthly, quarterly, half-yearly or annual.'),
        ("3:59", 'There is no key "sections".'),
        ("4:58", '"side_letters.3.requirement.days_after_period_end" must be a whole number.'),
    ]


def test_an_id_that_is_there_twice_is_told_with_its_first_line(read):
    terms = read(SIDE_LETTERS + "  - {lp: aino, id: ESG}\n")
    assert terms.obligations == ()
    assert told(terms)[0] == (
        'fund/side_letters.yaml:15:20: error: The obligation "ESG" is there twice, first in line 3. '
        "Give one another id, or write all whom it binds to into one, as in lp: [a, b]."
    )


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"side_letters": SIDE_LETTERS.replace("lp: nm", "lp: mn")},
            'fund/side_letters.yaml:2:9: error: There is no lp "mn" in the recipients. They are in',
        ),
        (
            {"recipients": RECIPIENTS.replace("esg; Fees", "esg; Fees; egs")},
            'fund/recipients.csv:3:5: error: There is no obligation "egs". Did you mean "esg"?',
        ),
        (
            {"recipients": RECIPIENTS.replace("no,acme,fees", "no,acme,")},
            'fund/recipients.csv:2:5: warning: Aino has been promised "fees", which its row does not list.',
        ),
        (
            {"recipients": RECIPIENTS.replace("acme", "acne")},
            'fund/recipients.csv:2:4: error: There is no holding "acne". Did you mean "Acme"?',
        ),
        (
            {"recipients": RECIPIENTS.replace("nm,Northmoor,yes", "nm,Northmoor,perhaps")},
            'fund/recipients.csv:3:3: error: "perhaps" is neither yes nor no. Write yes or no.',
        ),
        (
            {"side_letters": "side_letters: [\n"},
            "fund/side_letters.yaml:",
        ),
    ],
)
def test_what_does_not_fit_together_is_told_once(read, changed, message):
    (only,) = told(read(**changed))
    assert only.startswith(message)


def test_without_side_letters_or_columns_nothing_is_told(read):
    assert told(read(side_letters="", recipients=RECIPIENTS.replace("esg; Fees", "anything"))) == []
    assert told(read(recipients="name,share\nAino,1%\n")) == []
    assert told(read(recipients="lp,name\nnm,Northmoor\naino,Aino\n")) == []


def test_many_side_letters_may_stand_in_one_file(read):
    many = "".join(
        f"  - {{lp: nm, id: promise-{number}, summary: {'words ' * 20}}}\n" for number in range(600)
    )
    assert len(read(f"side_letters:\n{many}", "lp,name\nnm,Northmoor\n").obligations) == 600
