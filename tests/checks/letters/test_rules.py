"""All rules: each fires on its fault, is silent on ordinary prose, and knows what it is about."""

from __future__ import annotations

import re

import pytest

from letterbook.checks import CHECKS
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import RULES, applied, run_rules
from tests.checks.letters.conftest import letter, lines_of

BELOW = {"S-GLOSS": "\n\n## Glossary\n\nTVPI\n: Total value to paid-in capital, and what it is made of."}
OF_WORDS = [name for name, rule in RULES.items() if rule.fires]


@pytest.mark.parametrize("name", OF_WORDS)
def test_a_rule_finds_its_own_example_once_and_leaves_the_other_alone(found, name):
    rule = RULES[name]
    assert len(found(name, rule.fires)) == 1
    assert found(name, rule.silent) == []


@pytest.mark.parametrize(("name", "line"), lines_of("faults"))
def test_a_rule_finds_each_fault_once_and_in_its_line(found, name, line):
    above = "## Asks\n\nThank you.\n\n- " if name == "S-ASK" else "## The half-year\n\nDear investors,\n\n"
    assert [at for at, _ in found(name, f"{above}{line}{BELOW.get(name, '')}")] == [5]


@pytest.mark.parametrize(("name", "line"), lines_of("prose"))
def test_ordinary_prose_raises_no_false_alarm(found, name, line):
    written = f"## Asks\n\n- {line}" if name == "S-ASK" else line
    assert found(name, f"{written}{BELOW.get(name, '')}") == []


@pytest.mark.parametrize("name", [name for name in OF_WORDS if name[:2] != "D-" and name != "S-EMPTY"])
def test_there_are_twenty_lines_of_prose_and_four_faults_for_every_rule_of_words(name):
    assert sum(rule == name for rule, _ in lines_of("prose")) >= 20
    assert sum(rule == name for rule, _ in lines_of("faults")) >= 4


def test_quotations_code_and_standing_text_are_not_the_authors_claims():
    claims = " ".join(rule.fires for rule in RULES.values() if rule.id[0] in "PBT")
    quoted = "> " + claims.replace("\n", " ")
    assert run_rules(letter(f"{quoted}\n\n`{claims}`"), Profile.LP_LETTER) == ()


@pytest.mark.parametrize("name", [name for name in OF_WORDS if name.startswith("T-")])
def test_words_between_quotation_marks_are_somebody_elses(found, name):
    assert found(name, f"A paper wrote: “{RULES[name].fires}”") == []


def test_a_language_that_a_rule_does_not_know_is_left_alone(found):
    assert found("P-GROSSLABEL", "Die IRR betrug 23,4 %.", language="de-CH") != []
    assert found("P-GROSSLABEL", "Le IRR: 23,4 %.", language="fr") == []
    assert found("T-DIRECTION", RULES["T-DIRECTION"].fires, language="de") == []


def test_each_profile_has_its_own_severities():
    text = letter(RULES["P-GROSSLABEL"].fires)
    by_profile = {
        profile: [each.severity.value for each in run_rules(text, profile) if each.id == "P-GROSSLABEL"]
        for profile in Profile
    }
    assert by_profile == {
        Profile.LP_LETTER: ["warning"],
        Profile.MARKETING: ["error"],
        Profile.STARTUP_UPDATE: [],
        Profile.PUBLIC_NEWSLETTER: [],
    }
    assert run_rules(text, None) == ()
    assert applied(None, "en") == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_says_what_it_is_about(rule):
    assert re.fullmatch(r"[A-Z]-[A-Z]+", rule.id)
    assert rule.about.endswith(".")
    assert len(rule.why) > 60
    assert rule.source
    assert rule.advice.endswith(".")
    assert bool(rule.fires) == bool(rule.silent)
    assert set(rule.replaces) <= set(CHECKS)
    assert any(rule.severities.within(profile) for profile in Profile)


def test_rules_and_checks_have_different_names():
    assert not set(RULES) & set(CHECKS)


def test_the_reference_has_a_row_for_every_rule(request):
    manual = (request.config.rootpath / "docs" / "reference" / "checks.md").read_text(encoding="utf-8")
    for rule in RULES.values():
        severities = [rule.severities.within(profile) for profile in Profile]
        cells = " | ".join(severity.value if severity else "–" for severity in severities)
        assert f"| `{rule.id}` | {cells} | {rule.about} |" in manual
