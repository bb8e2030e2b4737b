from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES
from tests.checks.letters.conftest import letter, lines_of

NEEDY = [rule for rule in RULES.values() if rule.needs]


def test_the_module_of_a_finder_is_imported_when_it_is_called():
    code = (
        "import sys\n"
        "from letterbook.checks.letters.on_demand import on_demand\n"
        "find = on_demand('letterbook.checks.letters.performance.losses:winners_only')\n"
        "print('letterbook.checks.letters.performance.losses' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
    find = on_demand("letterbook.checks.letters.returns:gross_or_net_unsaid")
    assert len(list(find(letter("The IRR is 29.8%.")))) == 1


def test_a_finder_gets_what_it_is_told_besides():
    find = on_demand("letterbook.checks.letters.standing_text:disclosure_missing", "offer")
    assert len(list(find(letter("We have begun raising our second fund.")))) == 1


def test_a_finder_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(AttributeError):
        on_demand("letterbook.checks.letters.returns:nothing")(letter())


def test_a_rule_is_not_run_where_none_of_the_words_is_said_that_it_needs():
    rule = replace(RULES["P-IRRWORD"], find=on_demand("no.such.module:find"))
    assert run_rule(rule, letter("The harbour froze."), Profile.PUBLIC_NEWSLETTER) == ()
    with pytest.raises(ModuleNotFoundError):
        run_rule(rule, letter("The harbour froze, and the **I**RR with it."), Profile.PUBLIC_NEWSLETTER)


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.id)
def test_what_a_rule_needs_is_in_small_letters_and_in_all_of_its_faults(rule):
    same_words = {"D-OFFER": "C-AUDIENCE"}.get(rule.id, rule.id)
    faults = [rule.fires, *(line for name, line in lines_of("faults") if name == same_words)]
    assert len(faults) > 3
    assert all(any(word in fault.casefold() for word in rule.needs) for fault in faults)
    assert all(word == word.casefold() for word in rule.needs)
