from __future__ import annotations

import pytest

from letterbook.checks import CHECKS
from letterbook.checks.letters.explanation import explain
from letterbook.checks.letters.rules import RULES
from letterbook.errors import WrongUse


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_explained_in_whatever_case_it_is_written(name):
    text = "\n".join(explain(name.lower(), CHECKS).lines)
    assert text.startswith(f"{name}: {RULES[name].about}\n")
    assert " ".join(RULES[name].why.split()) in " ".join(text.split())
    assert max(map(len, text.split("\n"))) <= 102


def test_a_check_of_all_editions_is_explained_too():
    assert explain("quote-altered", CHECKS).severities == {"every edition": "warning"}


def test_an_unknown_name_is_suggested():
    with pytest.raises(WrongUse) as caught:
        explain("P-GROSLABEL", CHECKS)
    assert caught.value.hint == 'Did you mean "P-GROSSLABEL"?'
