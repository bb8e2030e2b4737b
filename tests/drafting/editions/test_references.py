"""`[[…]]` in text: what it prints, and one sentence for each that means nothing, two things or itself."""

from __future__ import annotations

import pytest

MEMO = "---\ntitle: Why write memos?\nurl: https://memo.example/why\n---\n"
LETTER = """\
---
publication: letters
number: 2026 H1
title: Half-year letter
{link}---
## What we expect next

Text.

### [[Memo]]
"""
UNPUBLISHED = LETTER.format(link="")
PUBLISHED = LETTER.format(link="link: https://letters.example/2026-h1\n")


@pytest.mark.parametrize(
    ("reference", "prints"),
    [
        ("[[Memo]]", "[Why write memos?](https://memo.example/why)"),
        ("[[memo]]", "[Why write memos?](https://memo.example/why)"),
        ("[[items/Memo.md]]", "[Why write memos?](https://memo.example/why)"),
        ("[[Why write memos?]]", "[Why write memos?](https://memo.example/why)"),
        ("[[Memo|the *memo* piece]]", "[the *memo* piece](https://memo.example/why)"),
        ("[[Letter 2026 H1]]", "Half-year letter"),
        ("[[Letter 2026 H1|our letter]]", "our letter"),
        ("[[Letter 2026 H1#what we EXPECT next]]", "What we expect next"),
        ("[[Letter 2026 H1#What we expect next|that part]]", "that part"),
    ],
)
def test_a_reference_prints_the_title_the_words_or_the_heading(printed, reference, prints):
    text = printed(f"See {reference}.", {"items/Memo.md": MEMO, "editions/Letter 2026 H1.md": UNPUBLISHED})
    assert text == f"See {prints}."


@pytest.mark.parametrize(
    ("reference", "prints"),
    [
        ("[[Letter 2026 H1]]", "[Half-year letter](https://letters.example/2026-h1)"),
        (
            "[[Letter 2026 H1#What we expect next|that part]]",
            "[that part](https://letters.example/2026-h1#what-we-expect-next)",
        ),
    ],
)
def test_a_published_edition_is_linked(printed, reference, prints):
    text = printed(f"See {reference}.", {"items/Memo.md": MEMO, "editions/Letter 2026 H1.md": PUBLISHED})
    assert text == f"See {prints}."


def test_a_heading_of_this_edition_prints_its_words_and_links_to_it(printed):
    text = printed("## Robots\n\nText.\n\n## More\n\nSee [[#robots]].", {})
    assert text.startswith("## Robots {#robots}\n")
    assert text.endswith("See [Robots](#robots).")


@pytest.mark.parametrize(
    ("written", "finding", "column"),
    [
        ("See [[Mwmo]].", "reference-missing", 5),
        ("See [[Tidewatch 7]].", "reference-to-itself", 5),
        ("See [[Twin]].", "reference-ambiguous", 5),
        ("See [[Letter 2026 H1#Nowhere]].", "heading-missing", 5),
        ("### [[Mwmo]]\n\nText.", "reference-missing", 5),
        ("![[Mwmo]]", "reference-missing", 1),
        ("![[Letter 2026 H1]]", "edition-embedded", 1),
        ("See ![[Memo]] here.", "embed-in-line", 5),
        ("See {{ edition.nubmer }}.", "expression-unknown", 5),
        ("See {{ contents }}.", "section-in-line", 5),
        ("{{ contnets }}", "expression-unknown", 1),
        ('{{ items theme="nothing" }}', "section-failed", 1),
        ("{{ items thme=a }}", "section-failed", 1),
        ("{{ items 5 }}", "section-failed", 1),
        ('{{ items theme="a }}', "section-failed", 1),
        ("{{ }}", "section-failed", 1),
    ],
)
def test_what_cannot_be_resolved_is_an_error_with_its_place(drafted, written, finding, column):
    files = {
        "items/Memo.md": MEMO,
        "items/a/Twin.md": "---\ntitle: Twin one\n---\n",
        "items/b/Twin.md": "---\ntitle: Twin two\n---\n",
        "editions/Letter 2026 H1.md": UNPUBLISHED,
    }
    first, *others = drafted(written, files).findings
    assert (first.id, first.severity) == (finding, "error")
    assert [other for other in others if other.severity == "error"] == []
    assert str(first.place) == f"editions/Tidewatch 7.md:7:{column}"


def test_a_misspelt_reference_is_suggested(drafted):
    finding = drafted("See [[Memmo]].", {"items/Memo.md": MEMO}).findings[0]
    assert finding.hint == 'Did you mean "Memo"?'


def test_an_ambiguous_reference_names_the_files(drafted):
    twins = {f"items/{folder}/Twin.md": f"---\ntitle: {folder}\n---\n" for folder in ("a", "b")}
    finding = next(f for f in drafted("See [[Twin]].", twins).findings if f.id == "reference-ambiguous")
    assert "items/a/Twin.md and items/b/Twin.md" in finding.message
    assert "[[items/b/Twin]]" in finding.hint
    ids = {each.id for each in drafted("See [[items/b/Twin]].", twins).findings}
    assert "reference-ambiguous" not in ids


def test_a_reference_to_nothing_prints_the_words_that_were_written(printed):
    assert printed("See [[Nothing|my words]] and [[Nothing]].") == "See my words and Nothing."


def test_a_broken_item_says_why_when_it_is_placed(drafted):
    files = {"items/Broken.md": "---\ntitle: One\ntitle: Two\n---\n"}
    assert [finding.id for finding in drafted("Nothing placed.", files).findings] == []
    finding = drafted("### [[Broken]]\n\nText.\n", files).findings[0]
    assert (finding.id, finding.place.line) == ("item-broken", 7)
    assert "items/Broken.md:3" in finding.message


def test_fields_of_the_edition_print_in_a_line(printed):
    text = printed("Number {{ edition.number }} of {{ publication.title }}, {{ edition.date }}.")
    assert text == "Number 7 of Tidewatch, 25 June 2026."


def test_a_field_of_the_authors_own_prints(printed):
    assert printed("For {{ edition.addressee }}.", addressee="all of you") == "For all of you."


def test_escaped_braces_and_code_are_text(printed):
    assert (
        printed("Write `{{ contents }}` or \\{{ contents }}.") == "Write `{{ contents }}` or {{ contents }}."
    )


def test_words_behind_a_section_need_no_quotation_marks(printed):
    assert printed("{{ sign-off Many thanks }}") == "Many thanks\n\nNora Lindqvist"
