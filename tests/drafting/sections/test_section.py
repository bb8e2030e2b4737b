from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from letterbook.draft import Heading
from letterbook.drafting.partials.printable import Blocks, Inlines
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.sections.charts.names import CHART_FUNCTIONS
from letterbook.drafting.sections.functions import FUNCTIONS
from letterbook.drafting.sections.fund.names import FUND_FUNCTIONS
from letterbook.drafting.sections.section import section_context
from letterbook.drafting.sections.section_file import (
    CONTEXT_NAMES,
    SectionHeader,
    list_sections,
    load_section,
)
from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Place
from letterbook.markup.validation import json_schema

EDITION = Place("editions/Slack Water 4.md", 12, 1)

PLAIN = (str, int, bool, date, Blocks, Inlines, type(None))

LOUD = """\
---
about: Shouts.
parameters:
  words:
    about: What to shout.
    required: yes
  times:
    about: How often.
    type: integer
    default: 2
words: words
empty: Nothing to shout about.
---
{% for _ in range(times) %}
- **{{ words | upper }}** in {{ edition.title }}, {{ edition.addressee }}
{% endfor %}
"""


def refused(kind, render, call):
    with pytest.raises(kind) as caught:
        render(call)
    return caught.value


def test_a_section_of_the_user_s_own_is_one_file(own, as_markdown):
    own("sections/loud.md.j2", LOUD)
    line = "- **TIDE** in a tide is not a \\*sale\\*, To the partners of Quay Fund I\n"
    assert as_markdown('loud "tide"') == line * 2
    assert as_markdown("loud words=tide times=1") == line


def test_a_section_of_the_user_s_own_wins_over_the_built_in_one(own, as_markdown, workspace):
    own("sections/contents.md.j2", "---\nabout: Mine.\n---\nMine.")
    assert as_markdown("contents") == "Mine.\n"
    assert {each.name: each.is_own for each in list_sections(SearchPath(workspace))}["contents"]


def test_a_stock_sentence_stands_where_there_is_nothing_to_print(own, as_markdown):
    own("sections/loud.md.j2", LOUD)
    assert as_markdown("loud words=tide times=0") == "Nothing to shout about.\n"


def test_the_level_moves_all_headings_of_a_section(render):
    levels = [block.level for block in render("by-theme level=2").blocks if isinstance(block, Heading)]
    assert levels == [2, 3, 4, 3, 2, 3]


def test_a_section_may_import_the_macros_of_another(own, as_markdown):
    own("sections/parts.md.j2", "---\nabout: Macros.\n---\n{% macro em(x) %}*{{ x }}*{% endmacro %}")
    own("sections/mine.md.j2", '---\nabout: Uses them.\n---\n{% from "parts" import em %}{{ em("a*b") }}')
    assert as_markdown("mine") == "*a\\*b*\n"


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ("itms", 'There is no section "itms".', 'Did you mean "items"?'),
        ("items them=x", 'The section items has no parameter "them".', 'Did you mean "theme"?'),
        ("items theme=tids", 'There is no theme "tids".', 'Did you mean "tidal-power"?'),
        ("items level=deep", '"level" must be a whole number; it says "deep".', ""),
        ("items query=knd:podcast", 'A query has no field "knd".', 'Did you mean "kind"?'),
        ("items since=soon", '"soon" is no date.', "Write 2024-01-31"),
        ("disclosures titles=maybe", '"titles" must be yes or no', ""),
        ("disclosures names=pst", 'There is no disclosure "pst"', 'Did you mean "past"?'),
        ("quote", 'needs the parameter "item"', "The item it comes from."),
        ('quote "Tides for rent" highlight=h2', "has no highlight ^h2", ""),
        ('quote "No such"', 'There is no item "No such".', ""),
        ('contents "words"', '"words" has no name in contents.', "It has none."),
    ],
)
def test_a_wrong_call_is_one_sentence_at_the_line_of_the_edition(render, call, message, hint):
    error = refused(WrongUse, render, call)
    assert message in error.message
    assert hint in error.hint
    assert error.place == EDITION


@pytest.mark.parametrize(
    ("header", "line", "message"),
    [
        ("abuot: x", 2, 'no key "abuot"'),
        (
            "parameters:\n  x:\n    type: intger\n    about: y\nabout: z",
            4,
            '"intger" is no type of a parameter',
        ),
        (
            "parameters:\n  x:\n    type: choice\n    about: y\nabout: z",
            3,
            "choices belong to the type choice",
        ),
        ("parameters:\n  edition:\n    about: y\nabout: z", 2, '"edition" cannot be the name of a parameter'),
        ("about: z\nwords: nothing", 3, 'no parameter "nothing"'),
        ("parameters: [", 2, ""),
    ],
)
def test_a_broken_header_is_located(own, render, header, line, message):
    own("sections/mine.md.j2", f"---\n{header}\n---\n")
    error = refused(BadInput, render, "mine")
    assert message in " ".join(finding.message for finding in error.findings) + error.message
    assert error.place.file == "sections/mine.md.j2"
    assert error.place.line in {line, line + 1}


def test_a_broken_partial_names_its_line_and_the_edition_s(own, render):
    own("sections/mine.md.j2", "---\nabout: Mine.\n---\n\n{{ edition.titel }}\n")
    error = refused(BadInput, render, "mine")
    assert error.place == Place("sections/mine.md.j2", 5)
    assert error.message.endswith('an edition has no "titel" (used in editions/Slack Water 4.md:12:1).')
    assert error.hint == 'Did you mean "title"?'


def test_what_a_section_of_the_user_s_own_asks_for_wrongly_names_its_line_too(own, render):
    own("sections/mine.md.j2", '---\nabout: Mine.\n---\n\n{{ select(knd="podcast") | length }}\n')
    error = refused(WrongUse, render, "mine")
    assert error.place == EDITION
    assert error.hint.endswith("The section asks for it in sections/mine.md.j2:5.")


def test_the_header_has_a_schema_for_editors():
    schema = json_schema(SectionHeader)
    assert set(schema["properties"]) == {
        *("about", "parameters", "words", "empty", "places", "reads-letter"),
    }


def test_every_section_and_parameter_is_documented(request):
    page = (request.config.rootpath / "docs" / "reference" / "sections.md").read_text(encoding="utf-8")
    for section in list_sections(SearchPath()):
        assert f"## {section.name}\n" in page
        part = page.split(f"## {section.name}\n")[1].split("\n## ")[0]
        assert all(f"`{name}`" in part for name in section.parameters), section.name


def test_every_section_says_what_it_does():
    for section in list_sections(SearchPath()):
        assert section.header.about.endswith(".")
        assert all(parameter.about for parameter in section.parameters.values())


def test_a_section_may_group_by_themes_it_names_itself(own, as_markdown):
    loop = (
        '{% for group in by_theme(select(), ["tides"]) %}{{ group.theme.title }}: {{ group.items | length }}'
    )
    own("sections/mine.md.j2", f"---\nabout: Mine.\n---\n{loop}{{% endfor %}}\n")
    assert as_markdown("mine") == "Power from the tides: 2\n"


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("heading(edition.title)", "an item is needed here, not a text"),
        ("heading(placed)", "an item is needed here, not a list"),
        ("body(edition)", "an item is needed here, not an edition"),
        ("placed[0]", "an item cannot be printed; print one of its fields"),
        ("by_theme(placed)[0]", "a group of items cannot be printed"),
    ],
)
def test_what_a_function_cannot_take_is_said_in_words(own, render, expression, said):
    own("sections/mine.md.j2", f"---\nabout: Mine.\n---\n{{{{ {expression} }}}}\n")
    assert said in refused(BadInput, render, "mine").message


def test_line_ends_of_windows_are_read_like_any_other(own, as_markdown, workspace):
    own("sections/loud.md.j2", "")
    (workspace / "sections" / "loud.md.j2").write_bytes(LOUD.replace("\n", "\r\n").encode("utf-8-sig"))
    assert as_markdown('loud "tide" times=1').startswith("- **TIDE** in a tide")


def test_a_section_is_loaded_anew_when_its_file_changes(own, workspace):
    for about in ("Once.", "Twice."):
        own("sections/mine.md.j2", f"---\nabout: {about}\n---\n")
        assert load_section("mine", SearchPath(workspace)).header.about == about


def test_the_section_that_the_how_to_shows_works(own, as_markdown, request):
    page = (request.config.rootpath / "docs" / "how-to" / "own-section.md").read_text(encoding="utf-8")
    (example,) = [block for block in page.split("```\n") if block.startswith("---\nabout:")]
    own("sections/podcasts.md.j2", example)
    assert (
        as_markdown("podcasts since=2024-01 shout=yes")
        == "- WHO PAYS FOR SLACK WATER?, heard on *Two Anchors*\n"
    )
    assert as_markdown("podcasts since=2025") == "No podcasts this time.\n"


def test_every_function_and_name_a_section_may_use_is_documented(request):
    page = (request.config.rootpath / "docs" / "how-to" / "own-section.md").read_text(encoding="utf-8")
    assert all(f"`{name}(" in page for name in FUNCTIONS)
    assert all(f"`{name}`" in page for name in CONTEXT_NAMES)


def test_a_wrong_choice_brings_a_suggestion(own, render):
    choice = "  order:\n    about: x\n    type: choice\n    choices: [newest, oldest]"
    own("sections/mine.md.j2", f"---\nabout: Mine.\nparameters:\n{choice}\n---\n")
    error = refused(WrongUse, render, "mine order=newst")
    assert error.message == 'In mine, "order" must be one of newest, oldest; it says "newst".'
    assert error.hint == 'Did you mean "newest"?'


def parts(value):
    """The values that can be reached from `value`, trees and plain values not opened."""
    yield value
    if isinstance(value, tuple):
        inner = value
    elif isinstance(value, PLAIN) or not is_dataclass(value):
        inner = ()
    else:
        inner = tuple(getattr(value, field.name) for field in fields(value))
    for each in inner:
        yield from parts(each)


def test_a_section_reads_plain_data_and_calls_the_documented_functions_only(material):
    context = section_context(material)
    assert set(context) == {*CONTEXT_NAMES, *FUNCTIONS, *FUND_FUNCTIONS, *CHART_FUNCTIONS}
    for name in CONTEXT_NAMES:
        for value in parts(context[name]):
            assert isinstance(value, (*PLAIN, tuple)) or is_dataclass(value), (name, value)
    assert all(callable(context[name]) for name in FUNCTIONS)
