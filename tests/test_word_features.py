"""The feature table says what the files say."""

from __future__ import annotations

import pytest

from docs.build_feature_table import PAGE, answers_of, build, table_row, versions
from docs.features.rows import GROUPS

ROWS = [row for rows in GROUPS.values() for row in rows]


@pytest.fixture(scope="module")
def own():
    return answers_of("letterbook", wait=False)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_letterbook_has_every_feature(own, row):
    assert own[row] is True


def test_the_page_has_every_row_with_what_letterbook_has_of_it(own):
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    for row in ROWS:
        begin = table_row(row, [own[row]])
        assert [line for line in lines if line.startswith(begin)], begin


def test_the_page_is_what_the_script_makes_of_it_now():
    text = PAGE.read_text(encoding="utf-8")
    installed = versions()
    if len(installed) < 2:
        pytest.skip('the peers are not installed: pip install "letterbook[bench]"')
    if not all(f"**{name}** {version} " in text for name, version in installed.items()):
        pytest.skip("the page was made with other versions of the peers: make features")
    assert build() == text
