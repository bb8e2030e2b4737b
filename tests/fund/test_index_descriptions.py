"""`fund/benchmarks.yaml`: what is read of it, and a located sentence for each fault in it."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.index_descriptions import read_index_descriptions
from tests.fund.workspaces import workspace_of

WORLD = """\
benchmarks:
  - id: World
    name: World Index, total return
    description: 1,500 large companies of 23 countries.
    limits: It is unmanaged.
"""


@pytest.fixture
def read(tmp_path):
    """What the data of a fund say with this text as their descriptions of indices."""

    def data(text):
        workspace_of(tmp_path)
        (tmp_path / "fund" / "benchmarks.yaml").write_text(text, encoding="utf-8")
        return read_fund_data(tmp_path)

    return data


def told(data):
    return [(f.id, f.message, f.place.line, f.place.column) for f in data.findings]


def test_an_index_is_described_by_its_name_in_the_table_of_levels(read):
    data = read(WORLD)
    (world,) = data.descriptions
    assert (world.index, world.name, world.place.line) == ("World", "World Index, total return", 2)
    assert world.text == "1,500 large companies of 23 countries. It is unmanaged."
    assert data.findings == ()


def test_an_index_without_a_full_name_has_its_usual_one(read):
    (world,) = read("benchmarks:\n  - {id: World, description: Shares.}\n").descriptions
    assert (world.name, world.text) == ("World", "Shares.")


def test_all_faults_are_told_at_once_each_with_its_place(read):
    data = read("benchmarks:\n  - id: World\n    descripton: Shares.\n  - description: Bonds.\n")
    assert told(data) == [
        ("missing-key", 'The key "description" is missing.', 2, 5),
        ("unknown-key", 'There is no key "descripton".', 3, 5),
        ("missing-key", 'The key "id" is missing.', 4, 5),
    ]
    assert data.descriptions == ()
    assert len(data.benchmarks.rows) == 4


def test_an_index_without_levels_is_told_with_the_one_that_was_meant(read):
    data = read(WORLD.replace("id: World", "id: Wrold"))
    assert told(data) == [("benchmarks-id", 'There is no index "Wrold" in fund/benchmarks.', 2, 9)]
    assert '"World"' in data.findings[0].hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "missing"),
        ("benchmarks: []", "no index"),
        ("benchmarks: World", "must be a list"),
        (WORLD + WORLD.replace("benchmarks:\n", "").replace("World\n", "world\n"), 'the id "World"'),
        ("benchmarks:\n  - [World", ""),
    ],
)
def test_what_is_no_list_of_indices_is_refused(tmp_path, text, message):
    path = tmp_path / "benchmarks.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as error:
        read_index_descriptions(path)
    assert message in "\n".join([error.value.message, *(each.message for each in error.value.findings)])
