from __future__ import annotations

from letterbook.checks.letters.allowances import (
    Allowance,
    broken_allowances,
    passage_allowances,
    with_allowances,
    without_allowances,
)
from letterbook.draft import Division
from letterbook.finding import Finding, Place, Severity
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.tree import iter_blocks

FILE = "editions/Letter.md"
HERE = Place(FILE, 3)


def finding(check, line, file=FILE):
    return Finding(check, Severity.ERROR, "Wrong.", "Mend it.", Place(file, line))


def fenced(markdown):
    return parse_blocks(markdown, dialect=Dialect.DRAFT, file=FILE)


def test_an_allowed_finding_is_a_note_with_its_reason():
    allowance = Allowance("T-SUPER", "The prize says so.", HERE)
    (allowed,) = with_allowances([finding("T-SUPER", 9)], [allowance], {"T-SUPER"})
    assert (allowed.severity, allowed.message) == (Severity.NOTE, "Wrong.")
    assert (allowed.allowed, allowed.hint) == ("The prize says so.", "")


def test_other_findings_stay_and_a_needless_allowance_is_a_note():
    allowance = Allowance("T-SUPER", "The prize says so.", HERE)
    other, needless = with_allowances([finding("P-HYPO", 9)], [allowance], {"T-SUPER", "P-HYPO"})
    assert other == finding("P-HYPO", 9)
    assert (needless.id, needless.severity, needless.place) == ("allow-needless", Severity.NOTE, HERE)


def test_an_allowance_of_a_check_that_did_not_run_is_not_called_needless():
    assert with_allowances([], [Allowance("T-SUPER", "Said so.", HERE)], {"P-HYPO"}) == ()


PASSAGE = """\
Before.

::: {.allow check="T-SUPER, P-HYPO" because="The prize says so."}
First line
second line.

- a list

  > with a quotation

| a | b |
|---|---|
| c | d |
:::

After.
"""


def test_an_allowance_of_a_passage_is_for_its_lines_only():
    allowances = passage_allowances(fenced(PASSAGE))
    assert [each.check for each in allowances] == ["T-SUPER", "P-HYPO"]
    covered = [line for line in range(1, 18) if allowances[0].covers(finding("T-SUPER", line))]
    assert covered == list(range(3, 14))
    assert not allowances[0].covers(finding("T-SUPER", 5, "items/Other.md"))
    assert not allowances[0].covers(finding("T-SUPER", 0))


def test_the_fence_does_not_print_and_what_stands_in_it_does():
    blocks = without_allowances(fenced(PASSAGE))
    assert not any(isinstance(block, Division) for block in iter_blocks(blocks))
    assert len(blocks) == 5


def test_an_allowance_without_reason_allows_nothing_and_is_an_error():
    allowances = passage_allowances(fenced("::: {.allow check=T-SUPER}\nText.\n:::"))
    assert with_allowances([finding("T-SUPER", 2)], allowances, {"T-SUPER"}) == (finding("T-SUPER", 2),)
    ((name, severity, message),) = told(allowances)
    assert (name, severity) == ("allow-broken", Severity.ERROR)
    assert message == "The allowance gives no reason, so it allows nothing."


def test_an_unknown_check_and_none_at_all_are_errors():
    unknown = passage_allowances(fenced('::: {.allow check=T-SUPR because="So."}\nText.\n:::'))
    assert [message for _, _, message in told(unknown)] == ['There is no check "T-SUPR" to allow.']
    (said,) = broken_allowances(unknown, {"T-SUPER"})
    assert said.hint == 'Did you mean "T-SUPER"?'
    nothing = passage_allowances(fenced('::: {.allow because="So."}\nText.\n:::'))
    assert [message for _, _, message in told(nothing)] == [
        "The allowance does not say which check it is for."
    ]


def told(allowances):
    return [(each.id, each.severity, each.message) for each in broken_allowances(allowances, {"T-SUPER"})]
