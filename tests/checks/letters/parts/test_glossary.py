from __future__ import annotations

import pytest

TEXT = "Net TVPI was 2.1x and net IRR 12.1%.\n\n"


@pytest.mark.parametrize(
    "glossary",
    [
        "## Glossary\n\nTVPI\n: Total value.\n\nIRR\n: A rate.",
        "## Terms used here\n\nTVPI, total value\n: Value.\n\nInternal rate of return\n: Rate.",
        "## Glossar\n\n**TVPI**: Wert. **IRR**: Zins.",
        "## Definitions\n\n| Term | Meaning |\n|---|---|\n| TVPI | Value |\n| IRR | Rate |",
        "## Outlook\n\nNothing is explained.",
        "",
    ],
)
def test_a_glossary_with_all_or_none_at_all_is_right(found, glossary):
    assert found("S-GLOSS", TEXT + glossary) == []


def test_a_measure_is_told_where_it_is_used_first(found):
    text = f"Text.\n\n{TEXT}The IRR again.\n\n## Glossary\n\nTVPI\n: Total value, not an IRR.\n"
    assert found("S-GLOSS", text) == [(3, 'The glossary does not explain "IRR".')]


def test_a_table_uses_measures_too(found):
    table = "| Fund | DPI |\n|---|---|\n| Fund I | 0.4x |\n\n## Glossary\n\nTVPI\n: Total value.\n"
    assert found("S-GLOSS", table) == [(1, 'The glossary does not explain "DPI".')]


def test_what_stands_after_the_glossary_is_no_part_of_it(found):
    text = f"{TEXT}## Glossary\n\nTVPI\n: Total value.\n\n## Disclosures\n\nThe IRR is unaudited.\n"
    assert found("S-GLOSS", text) == [(1, 'The glossary does not explain "IRR".')]
