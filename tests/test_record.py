from __future__ import annotations

from dataclasses import asdict, field, fields, is_dataclass, replace

import pytest

from letterbook.record import named_record, record


@record
class Stop:
    name: str
    zone: int = 1
    note: str = field(default="", compare=False)


@record
class Pier(Stop):
    ferries: tuple[str, ...] = ()


@named_record
class Line:
    stops: tuple[Stop, ...]

    def __repr__(self):
        return "a line"


def test_records_are_equal_and_hash_alike_when_what_is_compared_is_equal():
    assert Stop("Quay", 2, note="rain") == Stop("Quay", 2)
    assert hash(Stop("Quay", 2, note="rain")) == hash(Stop("Quay", 2))
    assert Stop("Quay") != Stop("Quay", 2)
    assert {Stop("Quay"): 1}[Stop("Quay")] == 1


def test_records_of_two_kinds_are_never_equal():
    assert Stop("Quay") != Pier("Quay")
    assert Stop("Quay") != "Quay"


def test_a_record_without_fields_equals_its_like():
    @record
    class Rule:
        pass

    assert Rule() == Rule()
    assert hash(Rule()) == hash(Rule())


def test_a_record_is_a_data_class_with_slots():
    assert is_dataclass(Stop)
    assert [each.name for each in fields(Pier)] == ["name", "zone", "note", "ferries"]
    assert replace(Pier("Quay"), zone=3) == Pier("Quay", 3)
    assert asdict(Stop("Quay")) == {"name": "Quay", "zone": 1, "note": ""}
    with pytest.raises(AttributeError):
        Stop("Quay").place = 1


def test_a_record_says_what_is_in_it_unless_it_says_so_itself():
    assert repr(Stop("Quay")) == "Stop(name='Quay', zone=1, note='')"
    assert repr(Line(stops=())) == "a line"


def test_a_record_that_takes_names_only_takes_nothing_else():
    with pytest.raises(TypeError):
        Line(())


def test_what_a_field_is_by_default_is_made_anew_for_each_record():
    @record
    class Timetable:
        name: str
        rows: list[str] = field(default_factory=list)

    assert Timetable("winter").rows == []
    assert Timetable("winter").rows is not Timetable("summer").rows
    assert Timetable("winter", ["8:30"]) == Timetable(rows=["8:30"], name="winter")


def test_fields_that_are_named_and_those_that_are_not_stand_in_one_record():
    @named_record
    class Express(Stop):
        line: str
        class_: str = "first"

    assert repr(Express("Quay", 2, line="7")).endswith(
        "(name='Quay', zone=2, note='', line='7', class_='first')"
    )
    with pytest.raises(TypeError):
        Express("Quay", 2, "rain", "7")


def test_a_record_that_is_not_given_a_field_says_which():
    with pytest.raises(TypeError, match=r"Stop.__init__\(\) missing 1 required positional argument: 'name'"):
        Stop()


def test_records_match_by_position():
    match Pier("Quay", 2):
        case Stop(name, zone):
            assert (name, zone) == ("Quay", 2)
