from __future__ import annotations

from letterbook.checks.checked_edition import OtherEdition, PlacedItem
from letterbook.finding import Place
from letterbook.item import Highlight, Item, Passage

MEMO = Item(title="Memo", name="Memo", commentary=(Passage("Words."),))
BARE = Item(title="Bare", name="Bare")
TALK = Item(title="Talk", name="Talk", highlights=(Highlight(anchor="h1", text="A."),))
OTHERS = (
    OtherEdition("Tidewatch 6", "editions/Tidewatch 6.md", "tidewatch", "6"),
    OtherEdition("Letter", "editions/Letter.md", "letters", "2026 H1"),
)


def placed(item, line, **options):
    return PlacedItem(item, Place("editions/Tidewatch 7.md", line), **options)


def test_an_item_placed_twice_names_the_first_line(check):
    found = check(placed=(placed(MEMO, 9), placed(BARE, 12), placed(MEMO, 20)))
    assert [(name, line) for name, line, _ in found] == [("item-twice", 20)]
    assert "line 9" in found[0][2]


def test_an_item_of_an_earlier_edition_is_told_from_one_of_another_publication(check):
    used = {"Memo": ("Tidewatch 6", "Tidewatch 7"), "Bare": ("Letter",)}
    found = check(placed=(placed(MEMO, 9), placed(BARE, 12)), used=used, others=OTHERS)
    assert [(name, line) for name, line, _ in found] == [("used-before", 9), ("used-elsewhere", 12)]


def test_an_edition_dated_later_has_not_used_the_item_before(check):
    later = OtherEdition("Tidewatch 9", "editions/Tidewatch 9.md", "tidewatch", "9", "9999-01-01")
    earlier = OtherEdition("Tidewatch 3", "editions/Tidewatch 3.md", "tidewatch", "3", "0001-01-01")
    used = {"Memo": ("Tidewatch 3", "Tidewatch 9")}
    ((name, _, message),) = check(placed=(placed(MEMO, 9),), used=used, others=(later, earlier))
    assert name == "used-before"
    assert "Tidewatch 9" not in message


def test_being_used_in_this_very_edition_is_no_finding(check):
    assert check(placed=(placed(MEMO, 9),), used={"Memo": ("Tidewatch 7",)}, others=OTHERS) == []


def test_an_item_without_a_word_says_what_is_printed_instead(check):
    items = (placed(item, line, commented=False) for line, item in enumerate((MEMO, TALK, BARE), 1))
    messages = [message for _, _, message in check(placed=tuple(items))]
    assert [message.rpartition("prints ")[2] for message in messages] == [
        "its own commentary.",
        "its highlights.",
        "nothing but its heading.",
    ]


def test_what_a_section_chose_needs_no_words(check):
    assert check(placed=(placed(MEMO, 9, commented=False, by_section=True),)) == []
