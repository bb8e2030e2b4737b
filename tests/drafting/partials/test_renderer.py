from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.draft import (
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from letterbook.drafting.partials.printable import Blocks, Inlines, Origin
from letterbook.drafting.partials.renderer import Partial, PartialRenderer
from letterbook.drafting.partials.views import PublicationView
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.tree import inlines_of, iter_blocks

HERE = Place("editions/One.md", 7, 1)
HOSTILE = "# {{ x }} *a* [b](c) `d` ![e](f) <g> &amp; \\ | {#h} \ue0000\ue001"
ITEM_ONE = "One[^n] and [here][r].\n\n[^n]: note one\n\n[r]: https://one.example\n\n```\nopen"
ITEM_TWO = "Two[^n] and [here][r].\n\n[^n]: note two\n\n[r]: https://two.example"


def render(text, **context):
    others = {
        "macros": Partial("{% macro twice(x) %}*{{ x }}* {{ x }}{% endmacro %}", "sections/macros.md.j2")
    }
    partial = Partial(text, "sections/mine.md.j2", first_line=4)
    return PartialRenderer(others.get).render(partial, context, HERE)


def blocks(text, **context):
    return render(text, **context).blocks


def tree(text):
    return Blocks(parse_blocks(text, dialect=Dialect.ITEM, file="items/x.md"))


def error(text, **context):
    with pytest.raises(BadInput) as caught:
        render(text, **context)
    return caught.value


def test_a_text_is_printed_literally():
    (heading,) = blocks("## {{ title }}", title=HOSTILE)
    assert heading == Heading(2, (Text(HOSTILE.replace("\ue000", "").replace("\ue001", "")),))


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ue000\ue001\u2028\u2029\x85"))
)
@settings(max_examples=80)
def test_any_text_is_printed_literally_and_changes_nothing_around_it(value):
    before, after = blocks("**before** {{ value }}.\n\nafter", value=value)
    assert before.children[0] == Strong((Text("before"),))
    assert "".join(node.text for node in before.children[1:]) == f" {value.strip()}."
    assert after == Paragraph((Text("after"),))


def test_two_items_with_the_same_footnote_and_reference_print_their_own():
    printed = blocks("{{ one }}\n\n{{ two }}", one=tree(ITEM_ONE), two=tree(ITEM_TWO))
    inlines = [inline for block in iter_blocks(printed) for inline in inlines_of(block)]
    assert [node.target for node in inlines if isinstance(node, Link)] == [
        "https://one.example",
        "https://two.example",
    ]
    notes = [node.blocks[0].children for node in inlines if isinstance(node, Footnote)]
    assert notes == [(Text("note one"),), (Text("note two"),)]
    assert [block.text for block in printed if isinstance(block, CodeBlock)] == ["open"]


def test_blocks_alone_in_a_list_item_stand_in_it():
    (bullets,) = blocks("- {{ value }}", value=tree("a\n\n> b"))
    assert isinstance(bullets, BulletList)
    assert bullets.items[0].blocks == tree("a\n\n> b").nodes


def test_blocks_within_a_line_run_in_and_the_rest_follows():
    first, quote, last = blocks("**Ben:** {{ value }} and on", value=tree("said\n\n> b"))
    assert first == Paragraph((Strong((Text("Ben:"),)), Text(" said")))
    assert isinstance(quote, Quote)
    assert last == Paragraph((Text(" and on"),))


def test_blocks_where_only_a_line_can_stand_are_their_words():
    heading, table = blocks("# *{{ value }}*\n\n| a |\n|---|\n| {{ value }} |", value=tree("- one\n- two"))
    assert isinstance(heading.children[0], Emphasis)
    assert isinstance(table, Table)
    assert table.body[0].cells[0].children[0] == Text("one")


def test_headings_of_a_value_are_shifted_below_the_heading_it_stands_under():
    printed = blocks("### Above\n\n{{ value }}", value=tree("# One\n\n## Two"))
    assert [block.level for block in printed] == [3, 4, 5]


def test_a_value_that_keeps_its_headings_is_not_shifted():
    printed = blocks("### Above\n\n{{ value }}", value=Blocks(tree("## One").nodes, keeps_headings=True))
    assert [block.level for block in printed] == [3, 2]


def test_values_are_text_in_link_targets_code_and_attributes():
    source = "[x]({{ url }}) `{{ url }}` [y]{.k lang={{ lang }}}\n\n```\n{{ url }}\n```"
    paragraph, code = blocks(source, url="https://a.example/*b*", lang="de")
    assert paragraph.children[0] == Link((Text("x"),), "https://a.example/*b*")
    assert paragraph.children[2] == Code("https://a.example/*b*")
    assert paragraph.children[4].attributes == (("lang", "de"),)
    assert code == CodeBlock("https://a.example/*b*")


def test_a_link_to_a_script_is_no_link():
    assert blocks("[x]({{ url }})", url="javascript:alert(1)") == (Paragraph((Text("x"),)),)


def test_empty_values_leave_nothing_behind():
    assert (
        blocks("{{ a }}\n\n*{{ a }}*\n\n## {{ a }}\n\n{{ b }}\n\n{{ c }}", a="", b=Blocks(()), c=Inlines(()))
        == ()
    )


def test_the_output_of_a_macro_is_markdown_with_values_in_it():
    source = '{% from "macros" import twice %}{{ twice(value) }}'
    (paragraph,) = blocks(source, value="*a*")
    assert paragraph.children == (Emphasis((Text("*a*"),)), Text(" *a*"))


def test_trees_and_texts_can_be_joined_and_stay_what_they_are():
    trees = [Inlines((Emphasis((Text("a"),)),), (Origin("a"),)), Inlines((Text("*b*"),), (Origin("b"),))]
    printed = render('{{ trees | join(", ") }} {{ title ~ " and " ~ trees[0] }}', trees=trees, title="*t*")
    (paragraph,) = printed.blocks
    assert paragraph.children == (
        Emphasis((Text("a"),)),
        Text(", *b* *t* and "),
        Emphasis((Text("a"),)),
    )
    assert printed.origins == (Origin("a"), Origin("b"))


def test_numbers_dates_and_answers_are_printed_in_words():
    (paragraph,) = blocks("{{ n }} {{ d }} {{ y }}{{ none }}", n=3, d=date(2024, 1, 5), y=True, none=None)
    assert paragraph == Paragraph((Text("3 5 January 2024 yes"),))


def test_a_date_is_printed_in_the_language_of_the_publication():
    (paragraph,) = blocks("{{ d }}", d=date(2024, 1, 5), publication=PublicationView(language="de"))
    assert paragraph == Paragraph((Text("2024-01-05"),))


def test_blocks_of_the_partial_have_the_place_of_the_call_and_values_their_own():
    own, foreign = blocks("own\n\n{{ value }}", value=tree("foreign"))
    assert (own.place, foreign.place.file) == (HERE, "items/x.md")


def test_only_the_origins_of_what_is_printed_are_told():
    values = {name: Blocks(tree("x").nodes, (Origin(name),)) for name in ("a", "b", "c")}
    assert render("{{ a }} {% if b %}{{ c }}{% endif %}", **values).origins == (Origin("a"), Origin("c"))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("fine\n{{ edtion }}", 5, '"edtion" is not known here'),
        ("{{ edition.titel }}", 4, 'a date has no "titel"'),
        ("\n\n{% for x in %}", 6, "a syntax error"),
        ("{{ 1 / 0 }}", 4, "division by zero"),
        ("{{ [1] }}", 4, "a list cannot be printed"),
        ("{{ 'a' + 1 }}", 4, "can only concatenate"),
        ("{% include '../../etc/passwd' %}", 4, 'there is no partial "../../etc/passwd"'),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 4, "it calls itself without end"),
        ("{{ 'a' | nothing }}", 4, "nothing"),
    ],
)
def test_a_mistake_is_one_sentence_with_both_places(text, line, said):
    caught = error(text, edition=date(2024, 1, 1))
    assert caught.place == Place("sections/mine.md.j2", line)
    assert said in caught.message
    assert "(used in editions/One.md:7:1)" in caught.message


def test_an_unknown_name_brings_a_suggestion():
    assert error("{{ edtion }}", edition="x").hint == 'Did you mean "edition"?'


def test_a_mistake_in_an_imported_partial_is_located_there():
    others = {"broken": Partial("\n{{ nothing }}", "sections/broken.md.j2")}
    partial = Partial('{% include "broken" %}', "sections/mine.md.j2")
    with pytest.raises(BadInput) as caught:
        PartialRenderer(others.get).render(partial, {}, HERE)
    assert caught.value.place == Place("sections/broken.md.j2", 2)


@pytest.mark.parametrize(
    "bomb",
    [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 100000000 }}",
        "{{ [1] * 100000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'a'.ljust(999999999) }}",
        "{% for a in range(90000) %}" + "a" * 100 + "{% endfor %}",
    ],
)
def test_a_partial_cannot_run_away(bomb):
    assert error(bomb).place.file == "sections/mine.md.j2"


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ().__class__.__bases__ }}",
        "{{ value.__init__.__globals__ }}",
        "{{ [].append(1) }}",
        "{{ value | attr('__class__') }}",
        "{{ value | safe }}",
        "{{ cycler.__init__ }}",
        "{{ self._TemplateReference__context }}",
    ],
)
def test_a_partial_cannot_reach_python(escape):
    assert error(escape, value="x").place.file == "sections/mine.md.j2"
