from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from letterbook.drafting.sections.parameters import Parameter, ParameterType
from letterbook.errors import WrongUse


def value(material, written, **declared):
    return Parameter(about="x", **declared).value(written, material)


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("text", " a b ", "a b"),
        ("integer", "-3", -3),
        ("number", "2.5", 2.5),
        ("yes-no", "Yes", True),
        ("yes-no", "no", False),
        ("date", "2024-02-29", date(2024, 2, 29)),
        ("query", "kind:podcast  -used", "kind:podcast -is:used"),
        ("list of integer", "1, 2,, 3", (1, 2, 3)),
        ("list of text", "", ()),
        ("text", "", ""),
        ("integer", "", None),
        ("item", "", None),
    ],
)
def test_a_value_is_converted_by_its_type(material, kind, written, meant):
    assert value(material, written, type=kind) == meant


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("integer", "3.5", "a whole number"),
        ("number", "many", "a number"),
        ("yes-no", "perhaps", "yes or no"),
        ("date", "2024-02-30", "a date such as 2024-01-25"),
        ("list of date", "2024-01-01, soon", "a date such as 2024-01-25"),
    ],
)
def test_what_is_no_value_of_the_type_is_refused(material, kind, written, expected):
    with pytest.raises(ValueError, match=expected):
        value(material, written, type=kind)


def test_a_choice_is_one_of_the_choices(material):
    assert value(material, "b", type="choice", choices=("a", "b")) == "b"
    with pytest.raises(ValueError, match="one of first, second"):
        value(material, "secnd", type="choice", choices=("first", "second"))


def test_themes_items_and_editions_are_looked_up(material):
    assert value(material, "tides", type="theme").title == "Power from the tides"
    assert value(material, "Tides for rent", type="item").source == "The Harbour Post"
    assert value(material, "Slack Water 3", type="edition").title == "the third"


@pytest.mark.parametrize(("kind", "written"), [("theme", "tids"), ("item", "No"), ("edition", "No")])
def test_a_name_that_nothing_has_is_refused(material, kind, written):
    with pytest.raises(WrongUse, match=written):
        value(material, written, type=kind)


def test_every_type_can_be_declared_alone_and_as_a_list():
    for kind in ParameterType:
        choices = ("a",) if kind is ParameterType.CHOICE else ()
        assert not Parameter(about="x", type=kind, choices=choices).is_list
        assert Parameter(about="x", type=f"list of {kind}", choices=choices).is_list


@pytest.mark.parametrize(
    "declared", [{"type": "words"}, {"choices": ("a",)}, {"type": "choice"}, {"typ": "text"}]
)
def test_a_wrong_declaration_is_refused(declared):
    with pytest.raises(ValidationError):
        Parameter(about="x", **declared)
