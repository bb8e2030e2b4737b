from __future__ import annotations

import pytest

from letterbook.drafting.editions.translations import (
    is_translation_of,
    language_of,
    original_name,
    translations_beside,
)


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("Letter 2026 H1.de", "Letter 2026 H1"),
        ("Letter.pt-BR", "Letter"),
        ("Letter 2026 H1", "Letter 2026 H1"),
        ("Letter 1.5", "Letter 1.5"),
        ("Dr. No", "Dr. No"),
        (".de", ".de"),
        ("", ""),
    ],
)
def test_the_language_is_behind_the_last_full_stop(name, original):
    assert original_name(name) == original


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("editions/A.md", "editions/A.de.md", True),
        ("editions/A.fr.md", "editions/A.de.md", True),
        ("editions/A.md", "editions/A.md", False),
        ("editions/old/A.md", "editions/A.de.md", False),
        ("editions/A.md", "editions/B.de.md", False),
        ("", "editions/A.md", False),
        ("", "", False),
    ],
)
def test_editions_of_one_name_in_one_folder_are_translations(one, other, are):
    assert is_translation_of(one, other) is are


def test_only_beside_an_original_does_a_name_say_a_language(tmp_path):
    for name in ("Node.js.md", "Letter.md", "Letter.de.md"):
        (tmp_path / name).touch()
    assert language_of(tmp_path / "Node.js.md") == ""
    assert language_of(tmp_path / "Letter.de.md") == "de"
    assert language_of(tmp_path / "Letter.md") == ""
    assert language_of(tmp_path) == ""


def test_translations_are_found_from_the_original_and_from_each_other(tmp_path):
    for name in (
        "Letter.docx",
        "Letter.de.docx",
        "Letter.FR.docx",
        "Letter.fr.docx",
        "Letter.de.md",
        "Letters.nl.docx",
    ):
        (tmp_path / name).touch()
    found = {"de": tmp_path / "Letter.de.docx", "fr": tmp_path / "Letter.fr.docx"}
    assert translations_beside(tmp_path / "Letter.docx") == found
    assert translations_beside(tmp_path / "Letter.fr.docx") == found
