from __future__ import annotations

from letterbook.did_you_mean import did_you_mean, nearest


def test_a_misspelt_name_is_recognised_whatever_its_case():
    assert nearest("NEWSLETER", ["letter", "Newsletter"]) == "Newsletter"


def test_the_hint_names_the_nearest():
    assert did_you_mean("contnets", ["contents", "items"]) == 'Did you mean "contents"?'


def test_without_a_likeness_the_other_hint_is_given():
    assert did_you_mean("xyz", ["contents"], "Run letterbook sections.") == "Run letterbook sections."
