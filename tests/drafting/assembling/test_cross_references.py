"""References within one draft: to figures, tables, headings, and the edition's own headings."""

from __future__ import annotations

import pytest

from letterbook.draft import Heading, Link, Text
from letterbook.item import Audience
from letterbook.markup.tree import inlines_of, iter_blocks

FILES = {"attachments/nav.png": b"", "items/Small models.md": "---\ntitle: A title\n---\nText."}
TABLE = "| Fund |\n|---|\n| I |\n\n: Funds {#funds}\n"


def links(assembly):
    return [
        inline
        for block in iter_blocks(assembly.draft.blocks)
        for inline in inlines_of(block)
        if isinstance(inline, Link)
    ]


def headings(assembly):
    return {
        "".join(child.text for child in block.children if isinstance(child, Text)): block.identifier
        for block in iter_blocks(assembly.draft.blocks)
        if isinstance(block, Heading)
    }


def test_a_link_without_words_prints_what_its_target_is_called(printed):
    picture, heading = "![Nav](nav.png){#nav}", "## Past {#past}\n\nIt was."
    body = f"See [](#nav) and [](#funds), [](#past).\n\n{picture}\n\n{TABLE}\n{heading}"
    assert printed(body, FILES).startswith("See [Figure 1](#nav) and [Table 1](#funds), [Past](#past).\n")


def test_it_is_called_so_in_the_language_of_the_draft(printed):
    assert printed(f"Siehe [](#funds).\n\n{TABLE}", language="de").startswith("Siehe [Tabelle 1](#funds).")


def test_numbered_headings_are_called_by_their_numbers(drafted):
    body = "See [](#b).\n\n## A\n\nText.\n\n### B {#b}\n\nText."
    assembly = drafted(body, **{"heading-numbers": "yes"})
    assert assembly.draft.metadata.heading_numbers
    assert links(assembly) == [Link((Text("Section 1.1"),), "#b")]


def test_the_template_says_whether_headings_are_numbered_where_the_edition_does_not(drafted):
    assert not drafted("## A\n\nText.").draft.metadata.heading_numbers
    own = {
        "templates/newsletter/template.yaml": "about: Ours.\nheading-numbers: yes\n",
        "templates/newsletter/outline.md.j2": "Hi.\n",
    }
    assert drafted("## A\n\nText.", own).draft.metadata.heading_numbers
    assert not drafted("## A\n\nText.", own, **{"heading-numbers": "no"}).draft.metadata.heading_numbers


def test_a_target_that_is_not_there_prints_its_name_and_is_an_error(drafted):
    assembly = drafted(f"{TABLE}\nSee [](#fund).")
    (finding,) = [finding for finding in assembly.findings if finding.id == "reference-unknown"]
    assert finding.message == 'Nothing in this draft is called "#fund".'
    assert finding.hint == 'Did you mean "funds"?'
    assert finding.place.line == 13
    assert links(assembly) == []
    assert assembly.draft.blocks[-1].children == (Text("See [fund]."),)


def test_a_target_that_has_no_label_prints_its_name_as_a_link(drafted):
    assembly = drafted("See [](#box).\n\n::: {.box #box}\nText.\n:::")
    assert "reference-unknown" in {finding.id for finding in assembly.findings}
    assert links(assembly) == [Link((Text("box"),), "#box")]


def test_a_reference_in_a_note_or_a_cell_is_filled_in_too(printed):
    body = f"A claim.^[See [](#funds).]\n\n| a |\n|---|\n| [](#funds) |\n\n{TABLE}"
    below = printed(body)
    assert "[^1]: See [Table 1](#funds)." in below
    assert "| [Table 1](#funds) |" in below


def test_a_reference_to_an_own_heading_links_to_it(drafted):
    assembly = drafted("See [[#The year ahead]], [[#the YEAR ahead|below]].\n\n## The year ahead\n\nText.")
    assert links(assembly) == [
        Link((Text("The year ahead"),), "#the-year-ahead"),
        Link((Text("below"),), "#the-year-ahead"),
    ]
    assert headings(assembly) == {"The year ahead": "the-year-ahead"}
    assert assembly.findings == ()


def test_the_new_identifier_is_none_that_is_taken(drafted):
    body = "See [[#Über uns]] and [[#Nav]].\n\n## Über uns\n\nText. [x]{#uber-uns}\n\n## Nav {#own}\n\nText."
    assembly = drafted(body)
    assert headings(assembly) == {"Über uns": "uber-uns-2", "Nav": "own"}
    assert [link.target for link in links(assembly)] == ["#uber-uns-2", "#own"]


def test_a_reference_to_the_heading_of_an_item_links_to_where_it_prints(drafted):
    assembly = drafted("See [[#Small models]].\n\n## [[Small models]]\n\nMine.", FILES)
    assert links(assembly)[0] == Link((Text("Small models"),), "#small-models")
    assert headings(assembly)["A title"] == "small-models"


def test_a_heading_that_these_readers_do_not_see_leaves_its_words(drafted):
    body = "See [[#Losses]].\n\n::: {.only audience=firm}\n## Losses\n\nText.\n:::\n"
    assert links(drafted(body)) == []
    assert len(links(drafted(body, audience=Audience.FIRM))) == 1


def test_of_two_headings_with_the_same_words_the_first_that_prints_is_meant(drafted):
    body = (
        "See [[#Notes]].\n\n::: {.only audience=firm}\n## Notes\n\nText.\n:::\n\n## Notes\n\nText.\n\n"
        "## Notes\n\nText."
    )
    assembly = drafted(body)
    identifiers = [block.identifier for block in assembly.draft.blocks if isinstance(block, Heading)]
    assert identifiers == ["notes", ""]


def test_an_unknown_own_heading_prints_its_words_and_is_an_error(found, printed):
    assert ("heading-missing", 7) in found("See [[#Nowhere]].")
    assert printed("See [[#Nowhere]].") == "See Nowhere."


@pytest.mark.parametrize("name", ["salutation", "first name", "größe-2"])
def test_a_recipients_field_is_a_marked_span(printed, name):
    attribute = name if name == "salutation" or "-" in name else f'"{name}"'
    assert printed(f"Dear {{{{ recipient.{name} }}}},") == f"Dear [«{name}»]{{recipient={attribute}}},"


def test_a_recipients_field_may_stand_alone_and_in_a_heading(printed):
    body = "## For {{ recipient.name }}\n\n{{ recipient.greeting }}"
    assert printed(body) == "## For [«name»]{recipient=name}\n\n[«greeting»]{recipient=greeting}"


def test_what_is_no_name_of_a_field_is_unknown(drafted):
    (finding,) = drafted("Dear {{ recipient.a/b }},").findings
    assert finding.id == "expression-unknown"
    assert "recipient.salutation" in finding.hint


def test_an_embedded_picture_may_be_a_numbered_figure(printed):
    picture = '![[nav.png|Our "value"]]{#nav width=60% alt="A line"}'
    body = f"See [](#nav).\n\n{picture}\n\nSmall ![[nav.png|x]]{{width=1cm}}."
    assert printed(body, FILES) == (
        "See [Figure 1](#nav).\n\n"
        '![Our “value”](attachments/nav.png){#nav alt="A line" width=60%}\n\n'
        "Small ![x](attachments/nav.png){width=1cm}."
    )


def test_quotation_marks_are_the_authors_in_captions_and_nobodys_in_fields(printed):
    body = '"{{ recipient.name }}" --\n\n![A "line"](nav.png)\n\n| "a" |\n|---|\n| b |\n\n: Our "funds" {#f}'
    assert printed(body, FILES) == (
        "“[«name»]{recipient=name}” –\n\n![A “line”](attachments/nav.png)\n\n"
        "| “a” |\n| --- |\n| b   |\n\n: Our “funds” {#f}"
    )


def test_the_attributes_of_a_passage_keep_their_quotation_marks(printed):
    body = '::: {.when test="recipient.country = \'DE\'"}\n"Yes"\n:::'
    assert printed(body) == "::: {.when test=\"recipient.country = 'DE'\"}\n“Yes”\n:::"


@pytest.mark.parametrize(
    "written", ['the year "ahead"', "The  year “ahead”", "The year ahead", "THE YEAR ahead?"]
)
def test_a_heading_is_found_whatever_its_quotation_marks(drafted, written):
    assembly = drafted(f'See [[#{written}]].\n\n## The year "ahead"\n\nText.')
    assert links(assembly) == [Link((Text("The year “ahead”"),), "#the-year-ahead")]
