"""Public market equivalents in tables, and with words elsewhere in the letter."""

from __future__ import annotations

TABLE = "| Index | {} | Net IRR |\n|---|---|---|\n| MSCI World | 1.30x | 12.0% |"


def test_a_table_of_equivalents_says_its_method(found):
    assert found("B-PME", TABLE.format("PME")) == [
        (1, '"PME" in the table does not say by which method it is computed.')
    ]
    assert found("B-PME", TABLE.format("KS-PME")) == []
    by = "\n\nPublic market equivalents are by the method of Kaplan and Schoar."
    assert found("B-PME", TABLE.format("PME") + by) == []


def test_a_section_is_told_once(found):
    text = "The fund's PME is 1.3x. A year ago the PME was 1.2x.\n\n## More\n\nThe PME is 1.3x."
    assert [line for line, _ in found("B-PME", text)] == [1, 5]


def test_german_letters_say_it_too(found):
    assert len(found("B-PME", "Das PME des Fonds betrug 1,3x.", language="de")) == 1
    assert found("B-PME", "Gegen den DAX betrug das KS-PME des Fonds 1,3x.", language="de") == []
