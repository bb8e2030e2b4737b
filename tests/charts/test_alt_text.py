"""What is said of a chart to those who cannot see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from letterbook.charts.alt_text import alt_text
from tests.charts.examples import CHARTS, EDGES


def in_language(chart, language):
    return replace(chart, titles=replace(chart.titles, language=language))


def all_texts():
    for language in ("en", "de", "fr"):
        for name, chart in CHARTS.items():
            yield f"{name} ({language}): {alt_text(in_language(chart, language))}"
    for name, chart in EDGES.items():
        yield f"{name}: {alt_text(chart)}"


def test_alternative_texts_are_those_of_the_golden_file(golden):
    golden("charts/alt_text.txt", "\n\n".join(all_texts()) + "\n")


@pytest.mark.parametrize("language", ["en-GB", "EN_us", "pt"])
def test_a_language_without_words_has_those_of_english(language):
    chart = CHARTS["nav-bridge"]
    assert alt_text(in_language(chart, language)) == alt_text(chart)


def test_a_name_with_braces_is_only_a_name():
    chart = CHARTS["allocation"]
    odd = replace(chart.parts[0], label="{value} {0}")
    assert "is {value} {0}, $21.4m" in alt_text(replace(chart, parts=(odd, *chart.parts[1:])))
