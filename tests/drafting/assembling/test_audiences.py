"""What a narrower audience may read never reaches a wider one."""

from __future__ import annotations

from letterbook.item import Audience
from letterbook.markup.text import plain_text

FILES = {
    "items/Board.md": "---\ntitle: Secret board paper\nkind: company\nthemes: robots\n---\nThe margin fell.",
    "items/Open.md": "---\ntitle: Open piece\nthemes: [robots]\n---\nText.\n",
}


def words_of(assembly):
    return plain_text(assembly.draft.blocks)


def test_placing_a_firms_item_in_a_public_edition_is_refused_and_prints_nothing_of_it(drafted):
    assembly = drafted("### [[Board]]\n\nMy words.\n", FILES)
    assert not assembly.may_be_written
    assert (assembly.findings[0].id, assembly.findings[0].place.line) == ("audience-leak", 7)
    assert "Secret" not in words_of(assembly)


def test_embedding_or_mentioning_it_is_refused_too(drafted):
    for written in ("![[Board]]", "See [[Board]]."):
        assembly = drafted(written, FILES)
        assert not assembly.may_be_written
        assert "Secret" not in words_of(assembly)


def test_sections_leave_it_out(drafted):
    assembly = drafted('{{ items theme="robots" }}', FILES)
    assert assembly.may_be_written
    assert assembly.placed == ("Open",)
    assert "Secret" not in words_of(assembly)


def test_a_draft_for_the_firm_prints_it(drafted):
    assembly = drafted("### [[Board]]\n", FILES, audience=Audience.FIRM)
    assert assembly.may_be_written
    assert "Secret board paper" in words_of(assembly)


def test_a_passage_prints_for_those_it_is_for_and_narrower_circles(drafted):
    body = "All.\n\n::: {.only audience=investors}\nInvestors.\n\n### [[Board]]\n:::\n"
    seen = {
        audience: words_of(drafted(body, FILES, audience=audience)).splitlines()[1:]
        for audience in (Audience.PUBLIC, Audience.INVESTORS)
    }
    assert seen == {Audience.PUBLIC: ["All."], Audience.INVESTORS: ["All.", "Investors.", "Board"]}
    assert "The margin fell." in words_of(drafted(body, FILES, audience=Audience.FIRM))


def test_a_passage_for_others_leaves_no_trace_in_the_contents(drafted):
    body = "{{ contents }}\n\n::: {.only audience=firm}\n### [[Board]]\n:::\n"
    assert drafted(body, FILES).placed == ()


def test_a_misspelt_audience_prints_for_nobody(drafted):
    assembly = drafted("::: {.only audience=investor}\nHidden.\n:::\n", {}, audience=Audience.FIRM)
    assert assembly.findings[0].id == "audience-unknown"
    assert assembly.findings[0].hint == 'Did you mean "investors"?'
    assert "Hidden" not in words_of(assembly)


def test_words_pasted_from_a_firms_item_are_pointed_out(found):
    words = "The margin fell by a third in the second quarter."
    quoted = f"\n## Highlights\n\n### —\n\n> [!quote]\n> {words}\n\n^h1\n"
    files = {"items/Board.md": f"{FILES['items/Board.md']}\n{quoted}"}
    assert found(f"> {words}", files) == [("quote-confidential", 7)]
