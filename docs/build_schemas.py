"""Write docs/schemas/: a JSON Schema for each kind of file written by hand, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from letterbook.drafting.editions.edition import EditionDetails
from letterbook.drafting.sections.section_file import SectionHeader
from letterbook.drafting.templates.look_details import LookDetails
from letterbook.drafting.templates.template import TemplateDetails
from letterbook.fund.fund_file import Fund, Funds
from letterbook.fund.index_descriptions import DescribedIndices
from letterbook.fund.investor_terms.side_letters import SideLetters
from letterbook.library.settings import Settings
from letterbook.library.themes.theme_file import ThemeSettings
from letterbook.markup.validation import json_schema

FOLDER = Path(__file__).parent / "schemas"


def _either(one: dict[str, object], several: dict[str, object]) -> dict[str, object]:
    """A schema for a file that holds `one` thing or, under a key, `several`."""
    several = dict(several)
    definitions = several.pop("$defs")
    return {
        "$schema": one["$schema"],
        "title": several.pop("title"),
        "anyOf": [
            {"$ref": "#/$defs/Fund"},
            {key: value for key, value in several.items() if key != "$schema"},
        ],
        "$defs": definitions,
    }


def schemas() -> Mapping[str, str]:
    """The text of each schema by the name of its file."""
    theme = json_schema(ThemeSettings)
    themes = {"$schema": theme.pop("$schema"), "type": "object", "additionalProperties": theme}
    fund, funds = json_schema(Fund), json_schema(Funds)
    models = {
        "fund": _either(fund, funds),
        "benchmarks": json_schema(DescribedIndices),
        "side_letters": json_schema(SideLetters),
        "letterbook": json_schema(Settings),
        "themes": themes,
        "edition": json_schema(EditionDetails),
        "section": json_schema(SectionHeader),
        "template": json_schema(TemplateDetails),
        "look": json_schema(LookDetails),
    }
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in models.items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
