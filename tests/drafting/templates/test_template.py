from __future__ import annotations

from datetime import date

import pytest

from letterbook.draft import Draft, Heading, Subtitle, Text, Title
from letterbook.drafting.eject import eject
from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.outline import queued_item, render_outline
from letterbook.drafting.templates.template import (
    TemplateDetails,
    list_templates,
    load_template,
    render_layout,
)
from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Place
from letterbook.item import Highlight, Item
from letterbook.markup.additions import ItemHeading
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.normal_form import normalise
from letterbook.markup.text import plain_text
from letterbook.markup.validation import json_schema
from letterbook.writers.markdown import write_markdown

BUILT_IN = SearchPath()
NAMES = BUILT_IN.names(Kind.TEMPLATE)

EDITION = EditionView(
    name="Slack Water 4",
    path="editions/Slack Water 4.md",
    title='they\'re "a tide, not a *sale*"',
    subtitle="Leases, ledgers and the moon",
    number="4",
    date=date(2024, 3, 28),
    values=(("addressee", "To the partners of Quay Fund I"),),
)
PUBLICATION = PublicationView(name="slack", title="Slack Water", author="Nora Vane")
BODY = parse_blocks("Hi all,\n\n## Read\n\n### Deeper", dialect=Dialect.EDITION, file=EDITION.path)
ITEMS = (
    queued_item(
        Item(
            name="Tides for rent",
            title="Tides for rent",
            note="lead with this",
            highlights=(
                Highlight(anchor="h1", text="A lease.", note="100%% true\n\n{{ contents }}"),
                Highlight(anchor="h2", takeaways=("A machine wrote this.",)),
            ),
        )
    ),
    queued_item(Item(name="Odd #1 [x]", title="Odd one")),
)


def layout(name, edition=EDITION, publication=PUBLICATION, path=BUILT_IN):
    return render_layout(load_template(name, path), edition, publication, BODY, path)


def outline(name, items=ITEMS, path=BUILT_IN):
    return render_outline(load_template(name, path), EDITION, PUBLICATION, items)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_lays_out_and_outlines_an_edition(name, golden):
    laid_out = write_markdown(Draft(normalise(layout(name), document=True)))
    golden(f"drafting/templates/{name}-layout.md", laid_out)
    golden(f"drafting/templates/{name}-outline.md", outline(name))


def test_a_newsletter_is_headed_by_publication_number_and_title():
    title, subtitle, *_ = layout("newsletter")
    assert title == Title((Text('Slack Water #4: they\'re "a tide, not a *sale*"'),))
    assert subtitle == Subtitle((Text("Leases, ledgers and the moon"),))


@pytest.mark.parametrize(
    ("edition", "publication", "words"),
    [
        (EditionView(title="T"), PublicationView(title="P"), "P: T"),
        (EditionView(title="T"), PublicationView(), "T"),
        (EditionView(number="3"), PublicationView(title="P"), "P #3"),
    ],
)
def test_what_is_not_known_leaves_no_gap_in_the_title(edition, publication, words):
    title, first, *_ = layout("newsletter", edition, publication)
    assert plain_text((title,)) == words
    assert first == BODY[0]


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_without_any_details_still_has_its_body(name):
    assert layout(name, EditionView(), PublicationView()) == BODY


def test_the_body_keeps_its_headings_and_its_places():
    headings = [block for block in layout("newsletter") if isinstance(block, Heading)]
    assert [(block.level, block.place.file) for block in headings] == [(2, EDITION.path), (3, EDITION.path)]


@pytest.mark.parametrize("name", NAMES)
def test_notes_in_an_outline_are_remarks_that_never_print(name):
    blocks = parse_blocks(outline(name), dialect=Dialect.EDITION)
    assert "true" in outline(name)
    assert "true" not in plain_text(blocks)
    assert "lead with this" not in plain_text(blocks)


@pytest.mark.parametrize("name", NAMES)
def test_an_outline_places_its_items(name):
    blocks = parse_blocks(outline(name), dialect=Dialect.EDITION)
    targets = [block.link.target for block in blocks if isinstance(block, ItemHeading)]
    assert targets == ["Tides for rent", "Odd one"]


def test_values_in_an_outline_mean_themselves(tmp_path):
    eject(tmp_path, Kind.TEMPLATE, "newsletter")
    file = tmp_path / "templates" / "newsletter" / "outline.md.j2"
    file.write_text("{{ edition.title }} {{ '{{ x }} [[y]] %% z %%' }}", encoding="utf-8")
    (paragraph,) = parse_blocks(outline("newsletter", path=SearchPath(tmp_path)), dialect=Dialect.EDITION)
    assert plain_text((paragraph,)) == 'they\'re "a tide, not a *sale*" {{ x }} [[y]] %% z %%'


def own(root, **files):
    eject(root, Kind.TEMPLATE, "newsletter")
    for name, text in files.items():
        target = root / "templates" / "newsletter" / name.replace("_", ".")
        target.write_text(text, encoding="utf-8")
    return SearchPath(root)


def test_a_template_of_the_user_s_own_wins(tmp_path):
    path = own(tmp_path, template_yaml="about: Mine.\nheading: '{source}: {title}'\nchecks: [item-twice]")
    template = load_template("newsletter", path)
    assert (template.about, template.checks, template.is_own) == ("Mine.", ("item-twice",), True)
    assert plain_text(template.heading.inlines(Item(title="T", source="S"))) == "S: T"


def test_a_template_without_a_layout_is_the_body_alone(tmp_path):
    path = own(tmp_path)
    (tmp_path / "templates" / "newsletter" / "layout.md.j2").unlink()
    assert layout("newsletter", path=path) == BODY


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ("about: x\nkind: newslettr", "newsletter"),
        ("about: x\nheading: '{titel}'", 'Did you mean "title"?'),
        ("about: x\nchecks: [item-twce]", 'Did you mean "item-twice"?'),
        ("abut: x", 'Did you mean "about"?'),
    ],
)
def test_a_mistake_in_template_yaml_is_located(tmp_path, details, said):
    with pytest.raises(BadInput) as caught:
        load_template("newsletter", own(tmp_path, template_yaml=details))
    assert caught.value.place.file == "templates/newsletter/template.yaml"
    assert said in " ".join(f"{finding.message} {finding.hint}" for finding in caught.value.findings)


def test_a_mistake_in_a_layout_names_its_line_and_the_edition(tmp_path):
    path = own(tmp_path)
    (tmp_path / "templates" / "newsletter" / "layout.md.j2").write_text("\n{{ bdy }}", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        layout("newsletter", path=path)
    assert caught.value.place == Place("templates/newsletter/layout.md.j2", 2)
    assert f"(used in {EDITION.path})" in caught.value.message
    assert caught.value.hint == 'Did you mean "body"?'


def test_an_unknown_template_brings_a_suggestion():
    with pytest.raises(WrongUse) as caught:
        load_template("newsleter", BUILT_IN)
    assert caught.value.hint == 'Did you mean "newsletter"?'


def test_every_template_says_what_it_is_for_and_has_a_look():
    for template in list_templates(BUILT_IN):
        assert template.about.endswith(".")
        assert template.look in BUILT_IN.names(Kind.LOOK)


def test_template_yaml_has_a_schema_for_editors():
    assert set(json_schema(TemplateDetails)["properties"]) >= {"about", "kind", "look", "heading", "checks"}


def test_a_letter_s_outline_asks_for_the_news_of_its_period():
    edition = EditionView(number="2024 H1")
    text = render_outline(load_template("investor-letter", BUILT_IN), edition, PUBLICATION, ())
    assert "{{ by-theme since=2024-H1 }}" in text
    assert "{{ portfolio-updates since=2024-H1 }}" in text


def test_a_letter_without_a_title_is_called_by_its_period():
    title, *_ = layout("investor-letter", EditionView(number="2024 H1"))
    assert plain_text((title,)) == "Half year to 30 June 2024"


def test_a_reading_list_quotes_all_that_a_query_selects_and_holds_every_note():
    highlights = tuple(
        Highlight(anchor=f"h{number}", text="Words.", note=f"note {number}", favourite=number == 2)
        for number in range(5)
    )
    item = Item(name="Long", title="Long", highlights=highlights)
    text = outline("reading-list", (queued_item(item),))
    assert [f"![[Long#^h{number}]]" in text for number in range(5)] == [True] * 5
    assert [f"%% note {number} %%" in text for number in range(5)] == [True] * 5
    assert "h0" not in outline("reading-list", (queued_item(item, highlights[1:3]),))


def test_a_letter_s_outline_puts_company_news_among_the_portfolio_updates():
    company = queued_item(Item(name="News", title="News", kind="company", note="ask them"))
    text = outline("investor-letter", (ITEMS[0], company))
    assert text.index("[[Tides for rent]]") < text.index("## Portfolio updates") < text.index("[[News]]")
    assert "%% ask them %%" in text


REQUIRES = """\
about: Mine.
requires:
  - part: asks
    sections: {sections}
    headings: [asks]
"""


@pytest.fixture
def own_template(tmp_path):
    """Loads a template of the user's own with these details."""

    def load(details):
        folder = tmp_path / "templates" / "mine"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "template.yaml").write_text(details, encoding="utf-8")
        (folder / "outline.md.j2").write_text("Text.\n", encoding="utf-8")
        return load_template("mine", SearchPath(tmp_path))

    return load


def test_a_template_says_what_its_editions_cannot_be_without(own_template):
    (part,) = own_template(REQUIRES.replace("{sections}", "reader-questions")).required_parts
    assert (part.name, part.sections, part.headings) == ("asks", ("reader-questions",), ("asks",))


def test_a_part_of_a_section_that_there_is_not_is_refused_with_the_one_that_was_meant(own_template):
    with pytest.raises(BadInput) as caught:
        own_template(REQUIRES.replace("{sections}", "reader-question"))
    assert (caught.value.message, caught.value.hint) == (
        'There is no section "reader-question".',
        'Did you mean "reader-questions"?',
    )
    assert str(caught.value.place) == "templates/mine/template.yaml:4:15"


def test_a_part_that_nothing_shows_is_refused_with_its_place(own_template):
    with pytest.raises(BadInput) as caught:
        own_template("about: Mine.\nrequires:\n  - part: asks\n")
    assert "it names neither a section nor a heading" in str(caught.value)


@pytest.mark.parametrize("name", ["vc-half-year", "vc-quarter", "startup-update"])
def test_the_outline_of_a_template_has_all_that_the_template_requires(name):
    template = load_template(name, BUILT_IN)
    outline = template.outline.text.casefold()
    for part in template.required_parts:
        sections = (f'call("{each}' in outline or f"call('{each}" in outline for each in part.sections)
        assert any(sections) or any(f"## {heading.casefold()}" in outline for heading in part.headings), part
