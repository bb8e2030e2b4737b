from __future__ import annotations

from letterbook.importers.snip import Snip, is_snip, read_snip
from letterbook.item import Turn


def test_title_takeaways_and_transcript_are_kept_apart() -> None:
    lines = [
        "A title",
        "Key takeaways:",
        "- one",
        "- two",
        "Transcript:",
        "Speaker 1",
        "Words.",
        "Speaker 2",
        "More.",
    ]
    assert read_snip(lines) == Snip(
        "A title", ("one", "two"), (Turn("Speaker 1", "Words."), Turn("Speaker 2", "More."))
    )


def test_a_list_on_one_line_is_split_at_its_stars_only() -> None:
    lines = [
        "T",
        "Key takeaways:",
        "(* first, with a comma., * second (in brackets)., * third)",
        "Transcript:",
        "x y.",
    ]
    assert read_snip(lines).takeaways == ("first, with a comma.", "second (in brackets).", "third")


def test_a_summary_is_a_machines_too() -> None:
    assert read_snip(["T", "Summary:", "Two lines", "of it.", "Transcript:", "A b c."]) == Snip(
        "T", ("Two lines", "of it."), (Turn("", "A b c."),)
    )


def test_real_names_are_speakers_and_short_answers_are_not() -> None:
    lines = [
        "T",
        "Transcript:",
        "Ada Fenwick",
        "Right",
        "Ben Osei",
        "Quite So",
        "Ada Fenwick",
        "A long sentence, then.",
    ]
    assert read_snip(lines).transcript == (
        Turn("Ada Fenwick", "Right"),
        Turn("Ben Osei", "Quite So"),
        Turn("Ada Fenwick", "A long sentence, then."),
    )


def test_a_label_at_the_very_end_is_something_said() -> None:
    assert read_snip(["Transcript:", "Speaker 1", "Thank You"]).transcript == (
        Turn("Speaker 1", "Thank You"),
    )


def test_a_rule_among_takeaways_separates_nothing() -> None:
    assert read_snip(["T", "Key takeaways:", "- one", "---", "- two"]).takeaways == ("one", "two")


def test_an_article_that_says_summary_is_no_snip() -> None:
    assert not is_snip(["Some text", "Summary:", "of it"], ["https://example.org/a"])
    assert is_snip(["Some text", "Transcript:", "of it"], ["https://example.org/a"])
    assert is_snip(["Some text"], ["https://share.snipd.com/snip/1"])
