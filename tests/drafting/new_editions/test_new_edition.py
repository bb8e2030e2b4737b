"""`new` writes the next edition with the queued items and the reader's notes, and overwrites nothing."""

from __future__ import annotations

import pytest

from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.new_editions.new_edition import new_edition
from letterbook.errors import LetterbookError, WrongUse


def item(title, *, tags="", audience="public", added="2026-05-01", note=""):
    noted = f"\n## Highlights\n\n> [!note]\n> {note}\n" if note else ""
    return f"---\ntitle: {title}\ntags: [{tags}]\nadded: {added}\naudience: {audience}\n---\n{noted}"


FILES = {
    "items/Picked.md": item("Picked", tags="pick", note="ask Ines"),
    "items/Loved.md": item("Loved", tags="favourite", added="2026-06-01"),
    "items/Plain.md": item("Plain"),
    "items/Secret.md": item("Secret", tags="pick", audience="firm"),
    "items/Used.md": item("Used", tags="pick"),
}


@pytest.fixture
def begun(workspace_of, edition_text, today):
    """The next edition of `tidewatch` after number 6, with its text."""

    def begin(words=(), publication="tidewatch", files=FILES):
        before = edition_text("### [[Used]]\n", number="6")
        project = workspace_of({**files, "editions/Tidewatch 6.md": before})
        new = new_edition(project, publication, words, today)
        return new, new.path.read_text(encoding="utf-8"), project

    return begin


def test_it_takes_the_next_number_and_the_day(begun):
    new, _, project = begun()
    assert (new.name, new.number) == ("Tidewatch 7", "7")
    edition = read_edition(project.workspace, new.path)
    assert (edition.number, str(edition.date), edition.findings) == ("7", "2026-07-01", ())


def test_it_places_what_is_queued_and_unused_for_its_readers_newest_first(begun):
    new, text, _ = begun()
    assert new.items == ("Loved", "Picked")
    assert text.index("### [[Loved]]") < text.index("### [[Picked]]")


def test_the_readers_notes_are_remarks_below(begun):
    assert "%% ask Ines %%" in begun()[1]


def test_the_note_of_a_highlight_that_does_not_stand_for_the_item_is_a_remark_too(begun):
    highlights = "".join(f"### —\n\n> [!quote]\n> Words {n}.\n\n^h{n}\n\n" for n in range(5))
    text = item("Loved", tags="favourite") + f"\n## Highlights\n\n{highlights}> [!note]\n> the last one\n"
    assert "%% the last one %%" in begun(files={"items/Loved.md": text})[1]


def test_a_query_places_what_it_selects(begun):
    assert begun(["plain"])[0].items == ("Plain",)


def test_a_query_leaves_used_items_out(begun):
    assert begun(["tag:pick"])[0].items == ("Picked",)


def test_used_items_come_when_asked_for(begun):
    assert begun(["is:used"])[0].items == ("Used",)


def test_a_first_letter_is_named_after_its_publication_and_period(begun):
    new, _, _ = begun(publication="letters")
    assert (new.name, new.number) == ("Harbour Row Ventures 2026 H1", "2026 H1")


def test_the_next_one_is_called_as_the_last(begun, edition_text):
    last = edition_text("", publication="letters", number="2025 H2", date="2026-01-10")
    new, _, _ = begun(publication="letters", files={"editions/Letter 2025 H2.md": last})
    assert new.name == "Letter 2026 H1"


def test_a_file_of_that_name_is_not_overwritten(begun, edition_text):
    files = {"editions/tidewatch 7.md": edition_text("Mine.", number="")}
    with pytest.raises(LetterbookError, match="exists already"):
        begun(files=files)


def test_an_unknown_publication_is_suggested(begun):
    with pytest.raises(WrongUse) as caught:
        begun(publication="tidewach")
    assert caught.value.hint == 'Did you mean "tidewatch"?'
