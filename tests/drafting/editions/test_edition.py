from __future__ import annotations

from datetime import date

import pytest

from letterbook.drafting.assembling.fields import field_values
from letterbook.drafting.editions.edition import EditionDetails, read_edition
from letterbook.errors import BadInput
from letterbook.item import Audience


@pytest.fixture
def edition_of(workspace_of):
    def read(text):
        project = workspace_of({"editions/Tidewatch 7.md": text})
        return read_edition(project.workspace, project.workspace.editions_folder / "Tidewatch 7.md")

    return read


def test_details_and_body_are_read(edition_of, edition_text):
    edition = edition_of(edition_text("Hello.", title='They\'re "a lover, not a hater"', subtitle="Robots"))
    assert (edition.name, edition.number, edition.date) == ("Tidewatch 7", "7", date(2026, 6, 25))
    assert edition.title == 'They\'re "a lover, not a hater"'
    assert edition.publication.title == "Tidewatch"
    assert edition.authors == ("Nora Lindqvist",)
    assert edition.blocks[0].place.line == 8


def test_the_audience_is_the_publications_unless_the_edition_says_another(edition_of, edition_text):
    letter = edition_of(edition_text("", publication="letters", number="2026 H1"))
    assert letter.audience is Audience.INVESTORS
    assert edition_of(edition_text("", audience="firm")).audience is Audience.FIRM


def test_keys_of_the_authors_own_are_kept(edition_of, edition_text):
    edition = edition_of(edition_text("", addressee="The investors of Fund I"))
    assert edition.values == {"addressee": "The investors of Fund I"}
    assert edition.findings == ()


def test_a_misspelt_key_is_noted_with_the_one_that_was_meant(edition_of, edition_text):
    (finding,) = edition_of(edition_text("", subtilte="Robots")).findings
    assert (finding.id, finding.place.line) == ("key-unknown", 6)
    assert '"subtitle"' in finding.hint


def test_all_wrong_details_are_reported_at_once(edition_of, edition_text):
    with pytest.raises(BadInput) as caught:
        edition_of(edition_text("", date="25 June", audience="everyone"))
    assert [finding.place.line for finding in caught.value.findings] == [4, 6]
    assert "2024-01-25" in caught.value.findings[0].message


def test_an_unknown_publication_is_located_with_a_suggestion(edition_of, edition_text):
    with pytest.raises(BadInput) as caught:
        edition_of(edition_text("", publication="tidewach"))
    assert str(caught.value.place) == "editions/Tidewatch 7.md:2:14"
    assert caught.value.hint == 'Did you mean "tidewatch"?'


def test_a_number_of_another_form_is_refused_with_an_example(edition_of, edition_text):
    with pytest.raises(BadInput) as caught:
        edition_of(edition_text("", publication="letters", number="12"))
    assert caught.value.place.line == 3
    assert "2024 H1" in caught.value.hint


def test_an_edition_without_details_says_what_is_missing(edition_of):
    with pytest.raises(BadInput, match='"publication" is missing'):
        edition_of("Just text.\n")


def test_every_key_and_field_is_documented(request, edition_of, edition_text):
    manual = (request.config.rootpath / "docs" / "reference" / "editions.md").read_text(encoding="utf-8")
    fields = field_values(edition_of(edition_text("")))
    keys = [field.alias or name for name, field in EditionDetails.model_fields.items()]
    assert [key for key in keys if f"| `{key}` |" not in manual] == []
    assert [field for field in fields if f"`{field}`" not in manual] == []


def test_a_bracket_before_a_number_is_named(edition_of, edition_text):
    with pytest.raises(BadInput, match="begins with a bracket"):
        edition_of(edition_text("", number="[7"))
