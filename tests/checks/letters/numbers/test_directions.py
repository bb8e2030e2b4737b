"""Words for up and down in German, with negative numbers, and beside figures in German letters."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Der Nettoinventarwert stieg von 78,5 Mio. $ auf 71,3 Mio. $.",
        "Der Umsatz fiel von 3,0 % auf 4,2 % der Kosten.",
        "Der TVPI ist von 2,1x auf 1,9x gestiegen.",
        "Die Kosten sind von 12 % auf 14 % gesunken.",
        "Der Abschlag verringerte sich von 12 % auf 18 %.",
        "Der Umsatz stieg um 12 % auf 3,0 Mio. € von 3,4 Mio. €.",
        "Das Ergebnis stieg von -1,0 Mio. € auf -2,0 Mio. €.",
        "Die Zahl der Kunden wuchs von 1.200 auf 900.",
    ],
)
def test_german_words_that_contradict_their_numbers(found, text):
    assert len(found("T-DIRECTION", text, language="de")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Der Nettoinventarwert stieg von 71,3 Mio. $ auf 78,5 Mio. $.",
        "Der Verlust verringerte sich von 5,0 Mio. € auf 3,0 Mio. €.",
        "Der Verlust stieg von -1,0 Mio. € auf -2,0 Mio. €.",
        "Der TVPI ist von 1,9x auf 2,1x gestiegen.",
        "Der Umsatz ist nicht von 5 Mio. € auf 3 Mio. € gestiegen.",
        "Es stieg von 2019 bis 2023 auf 4 %.",
        "Niemand sagt, der Wert stieg nicht von 3 auf 2.",
        "Der Preis fiel von 1.200 € auf 900 €.",
        "Am 30. Juni stieg der Wert von 71,3 Mio. $ auf 78,5 Mio. $.",
        "Die Zahl der Kunden wuchs von 900 auf 1.200.",
        "Vom 5. Juni bis 3. Juli stieg niemand von 2 auf 1 Stunde um.",
    ],
)
def test_german_words_that_agree_or_deny(found, text):
    assert found("T-DIRECTION", text, language="de") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("EBITDA rose from -$2.0m to -$1.0m.", 0),
        ("EBITDA rose from -$1.0m to -$2.0m.", 1),
        ("EBITDA fell from -$1.0m to $2.0m.", 1),
        ("Losses rose from -$1.0m to -$2.0m.", 0),
        ("The loss widened from -$1.0m to -$2.0m.", 0),
        ("The loss narrowed from -$1.0m to -$2.0m.", 1),
        ("The loss widened by (2.0)%.", 0),
    ],
)
def test_numbers_below_zero(found, text, count):
    assert len(found("T-DIRECTION", text)) == count


def test_one_pair_of_two_in_a_sentence(found):
    text = "Margins rose from 12% to 14% while churn fell from 3% to 5%, and costs fell from 9% to 8%."
    assert found("T-DIRECTION", text) == [(1, '"fell" goes from 3% to 5%.')]
