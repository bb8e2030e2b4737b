from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.library.queries.query import FIELDS
from letterbook.library.queries.query_states import State
from letterbook.library.settings import Format, NumberedBy, PublicationSettings, Settings
from letterbook.library.themes.theme_file import ThemeSettings

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", [*(f"{field}:" for field in FIELDS), *(f"is:{state}" for state in State)])
def test_every_field_and_state_of_a_query_is_explained(name: str) -> None:
    assert f"`{name}`" in (REFERENCE / "query.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", [Settings, PublicationSettings, ThemeSettings])
def test_every_key_of_the_settings_is_explained(model: type[Settings]) -> None:
    text = (REFERENCE / "workspace.md").read_text(encoding="utf-8")
    keys = [field.alias or name for name, field in model.model_fields.items()]
    assert [key for key in keys if f"\n| `{key}` |" not in text] == []


@pytest.mark.parametrize("word", [*NumberedBy, *Format])
def test_every_choice_of_the_settings_is_explained(word: str) -> None:
    assert f"`{word}`" in (REFERENCE / "workspace.md").read_text(encoding="utf-8")
