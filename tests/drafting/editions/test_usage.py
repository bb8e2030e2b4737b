"""Which editions placed an item: by heading, by embed, or through a section when last drafted."""

from __future__ import annotations

import pytest

from letterbook.drafting.editions.draft_records import DraftRecords, write_draft_records

MEMO = "---\ntitle: Memo\n---\n\n## Highlights\n\n### —\n\n> [!quote]\n> A quote of some words.\n\n^h1\n"


@pytest.fixture
def used(workspace_of, edition_text):
    """The editions that placed `Memo`, when `Tidewatch 6` has this body."""

    def editions(body, records=None):
        files = {"items/Memo.md": MEMO, "editions/Tidewatch 6.md": edition_text(body, number="6")}
        project = workspace_of(files)
        if records:
            write_draft_records(project.workspace, records)
        return project.used.get("Memo", ())

    return editions


@pytest.mark.parametrize("body", ["### [[Memo]]", "![[memo]]", "![[Memo#^h1]]", "- a list\n\n  ![[Memo]]"])
def test_headings_and_embeds_place_an_item(used, body):
    assert used(body) == ("Tidewatch 6",)


@pytest.mark.parametrize("body", ["See [[Memo]].", "`![[Memo]]`", "%% ![[Memo]] %%", "### [[Other]]"])
def test_mentions_code_and_remarks_place_nothing(used, body):
    assert used(body) == ()


def test_what_a_section_printed_in_the_last_draft_is_used(used):
    records = DraftRecords(placed={"Tidewatch 6": ("Memo",)})
    assert used('{{ items kind="article" }}', records) == ("Tidewatch 6",)


def test_a_draft_of_an_edition_that_is_gone_does_not_count(used):
    assert used("Text.", DraftRecords(placed={"Gone": ("Memo",)})) == ()


def test_an_item_placed_before_is_a_finding_that_names_the_edition(drafted, edition_text):
    files = {"items/Memo.md": MEMO, "editions/Tidewatch 6.md": edition_text("### [[Memo]]\n", number="6")}
    (finding,) = drafted("### [[Memo]]\n\nAgain.\n", files).findings
    assert (finding.id, finding.place.line) == ("used-before", 7)
    assert '"Tidewatch 6"' in finding.message


def test_queries_for_unused_items_look_at_other_editions_only(drafted):
    assembly = drafted('{{ items query="is:unused" }}\n\n![[Memo#^h1]]\n', {"items/Memo.md": MEMO})
    assert assembly.placed == ("Memo",)
