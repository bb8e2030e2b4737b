"""All rules: each fires on its fault, is silent on ordinary prose, and knows what it is about."""

from __future__ import annotations

import re

import pytest

from letterbook.checks import CHECKS
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES, applied, run_rules
from tests.checks.letters.conftest import DATA, first_profile, letter, lines_of

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


GERMAN_FAULTS = {
    "B-BEAT": "Der Fonds hat den DAX im ersten Halbjahr deutlich geschlagen.",
    "B-DESC": "Der Fonds erzielte netto 4,2 %, der MDAX 3,9 %.",
    "D-UNAUD": "Der Nettoinventarwert betrug am 30. Juni 2026 78,5 Mio. USD.",
    "N-CONTRIBSUM": "Long-Positionen trugen 5,9 % bei, Shorts 0,1 %, Makro kostete 2,0 %, "
    "zusammen eine Nettorendite von 4,4 %.",
    "P-GROSSLABEL": "Der Fonds erzielte im Halbjahr eine Rendite von 4,2 %.",
    "T-DIRECTION": "Der Umsatz sank von 3 Mio. auf 4 Mio. Euro.",
    "T-TESTIMONIAL": "Die Gründerin von Kelpworks sagte uns: "
    "„Ihr wart die hilfreichsten Investoren, die wir je hatten.“",
}


@pytest.mark.parametrize(("name", "line"), GERMAN_FAULTS.items())
def test_a_rule_that_knows_german_finds_its_fault_in_it(found, name, line):
    assert len(found(name, line, language="de")) == 1


DISCLOSED_FAULTS = {
    "D-BENCH": ["Net of fees we rose 9.0%, compared with 7.5% for the Russell 2000."],
    "D-CONF": ["Net asset value was $78.5m at 30 June 2026."],
    "D-FLS": [
        "We anticipate three realisations over the next eighteen months.",
        "Valuations should recover in the second half.",
        "The portfolio is likely to produce at least one IPO next year.",
    ],
    "D-HYPO": ["Pro forma for the sale, the net IRR is 27%.", "We underwrite to a 25% gross IRR."],
    "D-OFFER": ["We will hold a first close of Fund II in October.", "Our next fund launches in January."],
    "D-PAST": [
        "Since inception the Partnership has compounded at 14% a year, net of all fees.",
        "We were down 3.4% net for the quarter.",
    ],
    "D-UNAUD": ["At 30 June 2026 we carry Kelpworks at $18.5m.", "Marlow is valued at $15.1m."],
    "S-EMPTY": ["We invested [XX] in Kelpworks.", "NAV was $xx.xm.", "Revenue grew by ??% in the half-year."],
}


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in DISCLOSED_FAULTS.items() for line in lines]
)
def test_what_needs_a_disclosure_is_known_in_other_words_too(found, name, line):
    assert len(found(name, line)) == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_rule_at_all_finds_anything_in_prose_that_only_sounds_like_a_letter_of_a_fund(language):
    lines = (DATA / f"prose-of-all.{language}.txt").read_text(encoding="utf-8").splitlines()
    alarms = [
        (finding.id, line)
        for line in lines
        for rule in RULES.values()
        for finding in run_rule(rule, letter(line, language), first_profile(rule))
    ]
    assert alarms == []


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
