"""The parameters of a section: declared in its header, given in an edition, converted by type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, field_validator, model_validator

from letterbook.drafting.partials.views import EditionView, ItemView, ThemeView, item_view, theme_view
from letterbook.drafting.sections.material import SectionMaterial
from letterbook.library.queries.query import read_query
from letterbook.markup.validation import Model, TextList
from letterbook.suggestion import did_you_mean


class ParameterType(StrEnum):
    """What a parameter may be."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes-no"
    DATE = "date"
    CHOICE = "choice"
    THEME = "theme"
    ITEM = "item"
    EDITION = "edition"
    QUERY = "query"


Single = str | int | float | date | ThemeView | ItemView | EditionView
ParameterValue = Single | tuple[Single, ...] | None

LIST_OF = "list of "
_TYPE_NAMES = (*ParameterType, *(f"{LIST_OF}{kind}" for kind in ParameterType))


class Parameter(Model):
    """One parameter as a section's header declares it."""

    about: str = Field(description="What it is for, in a line.")
    type: str = Field("text", description="Its type, or `list of` a type; entries are separated by commas.")
    default: str = Field("", description="Its value where an edition gives none.")
    choices: TextList = Field((), description="What may be chosen, for the type `choice`.")
    required: bool = Field(default=False, description="Whether an edition must give it.")

    @field_validator("type")
    @classmethod
    def _know_the_type(cls, written: str) -> str:
        if written not in _TYPE_NAMES:
            hint = did_you_mean(written, _TYPE_NAMES) or f"There are: {', '.join(ParameterType)}."
            raise ValueError(f'"{written}" is no type of a parameter. {hint}')
        return written

    @model_validator(mode="after")
    def _have_choices_to_choose_from(self) -> Self:
        if (self.kind is ParameterType.CHOICE) != bool(self.choices):
            raise ValueError("choices belong to the type choice, and that type needs them.")
        return self

    @property
    def is_list(self) -> bool:
        """Whether it takes several values."""
        return self.type.startswith(LIST_OF)

    @property
    def kind(self) -> ParameterType:
        """The type of its value, or of each of its values."""
        return ParameterType(self.type.removeprefix(LIST_OF))

    def value(self, written: str, material: SectionMaterial) -> ParameterValue:
        """What `written` means; nothing gives None, an empty text or an empty list.

        Raises ValueError, in one clause, for what is no value of its type, and WrongUse for a name
        that nothing in the workspace has.
        """
        convert = _CONVERTERS[self.kind]
        if self.is_list:
            entries = (entry.strip() for entry in written.split(","))
            return tuple(convert(self, entry, material) for entry in entries if entry)
        if not written.strip():
            return "" if self.kind in _EMPTY_IS_TEXT else None
        return convert(self, written.strip(), material)


_EMPTY_IS_TEXT = {ParameterType.TEXT, ParameterType.CHOICE, ParameterType.QUERY}
_YES_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def _as_text(_: Parameter, written: str, __: SectionMaterial) -> str:
    return written


def _as_integer(_: Parameter, written: str, __: SectionMaterial) -> int:
    try:
        return int(written)
    except ValueError:
        raise ValueError("a whole number") from None


def _as_number(_: Parameter, written: str, __: SectionMaterial) -> float:
    try:
        return float(written)
    except ValueError:
        raise ValueError("a number") from None


def _as_yes_no(_: Parameter, written: str, __: SectionMaterial) -> bool:
    if written.casefold() not in _YES_NO:
        raise ValueError("yes or no")
    return _YES_NO[written.casefold()]


def _as_date(_: Parameter, written: str, __: SectionMaterial) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError("a date such as 2024-01-25") from None


def _as_choice(parameter: Parameter, written: str, _: SectionMaterial) -> str:
    if written not in parameter.choices:
        raise ValueError(f"one of {', '.join(parameter.choices)}")
    return written


def _as_theme(_: Parameter, written: str, material: SectionMaterial) -> ThemeView:
    return theme_view(material.themes.theme(written))


def _as_item(_: Parameter, written: str, material: SectionMaterial) -> ItemView:
    return item_view(material.find_item(written))


def _as_edition(_: Parameter, written: str, material: SectionMaterial) -> EditionView:
    return material.find_edition(written)


def _as_query(_: Parameter, written: str, material: SectionMaterial) -> str:
    return str(read_query(written, material.themes, material.today))


_CONVERTERS: dict[ParameterType, Callable[[Parameter, str, SectionMaterial], Single]] = {
    ParameterType.TEXT: _as_text,
    ParameterType.INTEGER: _as_integer,
    ParameterType.NUMBER: _as_number,
    ParameterType.YES_NO: _as_yes_no,
    ParameterType.DATE: _as_date,
    ParameterType.CHOICE: _as_choice,
    ParameterType.THEME: _as_theme,
    ParameterType.ITEM: _as_item,
    ParameterType.EDITION: _as_edition,
    ParameterType.QUERY: _as_query,
}
"""Each type of parameter, and what makes a value of it from the text in an edition."""
