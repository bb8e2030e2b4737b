"""`### [[Item]]` and `![[Item]]`: what they print, and what belongs to them."""

from __future__ import annotations

from textwrap import dedent

MEMO = """\
---
title: Why write memos?
source: The Unfinished Memo
url: https://memo.example/why
teaser: Memos before meetings
---
{commentary}
## Highlights

### —

> [!quote]
> The first quote, which is long enough.

^h11111111

### —

> [!quote]
> The *favourite* quote of this reader.

^h22222222

- favourite: yes
"""
BARE = {"items/Memo.md": MEMO.format(commentary="")}
COMMENTED = {"items/Memo.md": MEMO.format(commentary="# Aside\n\nMy own words about it.\n")}
HEADING = "### [Why write memos?](https://memo.example/why) The Unfinished Memo"


def test_the_heading_prints_the_linked_title_and_the_source(printed):
    text = printed("### [[Memo]]\n\nWhat I say.\n", BARE)
    assert text == f"{HEADING}\n\nWhat I say."


def test_an_item_is_found_by_its_title_too(printed):
    assert printed("## [[why WRITE memos?]]\n\nWords.\n", BARE).startswith("## [Why write memos?]")


def test_without_a_word_the_item_prints_its_own_commentary_below_the_heading(printed):
    text = printed("### [[Memo]]\n\n## Next\n\nText.\n", COMMENTED)
    assert text == f"{HEADING}\n\n#### Aside\n\nMy own words about it.\n\n## Next\n\nText."


def test_without_commentary_it_prints_its_favourite_highlights(printed):
    assert printed("### [[Memo]]\n", BARE) == f"{HEADING}\n\n> The *favourite* quote of this reader."


def test_check_says_that_the_edition_said_nothing(found):
    assert found("### [[Memo]]\n", COMMENTED) == [("commentary-missing", 7)]


def test_a_remark_alone_is_no_commentary(printed):
    assert "My own words" in printed("### [[Memo]]\n\n%% remember the photo %%\n", COMMENTED)


def test_a_section_or_a_rule_ends_the_commentary(printed):
    for end in ("{{ sign-off }}", "---"):
        assert "My own words" in printed(f"### [[Memo]]\n\n{end}\n", COMMENTED)


def test_deeper_headings_belong_to_the_commentary(printed):
    text = printed("### [[Memo]]\n\n#### A thought\n\nWords.\n", COMMENTED)
    assert text == f"{HEADING}\n\n#### A thought\n\nWords."


def test_an_embedded_item_prints_its_heading_and_its_own_commentary(printed):
    text = printed("## Reading\n\n![[Memo]]\n\nMore.\n", COMMENTED)
    assert text == f"## Reading\n\n{HEADING}\n\n#### Aside\n\nMy own words about it.\n\nMore."


def test_words_given_in_the_heading_stand_for_the_title(printed):
    assert (
        printed("### [[Memo|On memos]]\n\nYes.\n", BARE) == "### [On memos](https://memo.example/why)\n\nYes."
    )


def test_the_contents_are_the_teasers_of_what_is_placed(printed):
    assert printed("{{ contents }}\n\n### [[Memo]]\n\nYes.\n", BARE).startswith("- Memos before meetings\n")


def test_each_item_prints_its_own_footnotes_fences_and_marks(printed):
    def item(title, commentary):
        return f'---\ntitle: "{title}"\n---\n{commentary}'

    files = {
        "items/One.md": item(
            "C# {{ x }} *a*", "See[^1] [here][ref].\n\n[^1]: First note.\n\n[ref]: https://one.example"
        ),
        "items/Two.md": item(
            "Two", "See[^1] [here][ref].\n\n[^1]: Second note.\n\n[ref]: https://two.example\n\n```\nopen"
        ),
        "items/Three.md": item("Three", "Not code."),
    }
    text = printed("### [[One]]\n\n### [[Two]]\n\n### [[Three]]\n", files)
    assert text == dedent("""\
        ### C# {{ x }} \\*a\\*

        See[^1] [here](https://one.example).

        ### Two

        See[^2] [here](https://two.example).

        ```
        open
        ```

        ### Three

        Not code.

        [^1]: First note.

        [^2]: Second note.""")
